import type { ModelFile } from '../src/reading/perceptron/container.ts';
import { PerceptronTagger, TagDictionary } from '../src/reading/perceptron/tagger.ts';
import type { WordTable } from '../src/reading/perceptron/words.ts';
import type { TreebankSentence } from './conllu.ts';
import { Learner } from './learner.ts';
import { seededRandom, shuffled } from './random.ts';

export interface TaggerOptions {
  readonly epochs: number;
  readonly seed: number;
  /** Features must reach this averaged weight in a first training to enter the second; 0: train once. */
  readonly least: number;
  readonly words: WordTable;
  readonly log?: (line: string) => void;
}

export const jointTag = (sentence: TreebankSentence, i: number) =>
  `${sentence.upos[i]}|${sentence.xpos[i]}`;

/** Frequent forms with one tag in at least this many places skip scoring. */
const FREQUENT = 40;
/** Averaged weights run to about thirty; finer steps change nothing on the dev set, a narrower range does. */
const UNIT = 1 / 4;

export function taggerClasses(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const sentence of sentences)
    sentence.words.forEach((_, i) => {
      const tag = jointTag(sentence, i);
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    });
  return [...counts]
    .filter(([, count]) => count >= 3)
    .map(([tag]) => tag)
    .sort();
}

/** Counts which tags each word had; words seen once are left out. */
export function countTags(
  sentences: readonly TreebankSentence[],
  classes: readonly string[],
  table: WordTable,
) {
  const ids = new Map(classes.map((name, id) => [name, id]));
  const byWord = new Map<number, Map<number, number>>();
  const byForm = new Map<number, Map<number, number>>();
  const count = (into: Map<number, Map<number, number>>, key: number, tag: number) => {
    const tags = into.get(key) ?? new Map<number, number>();
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    into.set(key, tags);
  };
  for (const sentence of sentences)
    sentence.words.forEach((text, i) => {
      const tag = ids.get(jointTag(sentence, i));
      if (tag === undefined) return;
      const { word, form } = table.get(text);
      count(byWord, word, tag);
      count(byForm, form, tag);
    });
  const sum = (tags: Map<number, number>) => [...tags.values()].reduce((a, b) => a + b, 0);
  const top = (tags: Map<number, number>) =>
    [...tags].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
  const usual = [...byWord].filter(([, tags]) => sum(tags) >= 3).sort((a, b) => a[0] - b[0]);
  const only = [...byForm]
    .filter(([, tags]) => sum(tags) >= FREQUENT && top(tags)[1] >= 0.998 * sum(tags))
    .sort((a, b) => a[0] - b[0]);
  return {
    usualWords: Int32Array.from(usual, ([word]) => word),
    usualTags: Uint8Array.from(usual, ([, tags]) => top(tags)[0]),
    onlyForms: Int32Array.from(only, ([form]) => form),
    onlyTags: Uint8Array.from(only, ([, tags]) => top(tags)[0]),
  };
}

export function trainTagger(
  sentences: readonly TreebankSentence[],
  options: TaggerOptions,
): ModelFile {
  const classes = taggerClasses(sentences);
  const counts = countTags(sentences, classes, options.words);
  const dictionary = new TagDictionary(
    counts.usualWords,
    counts.usualTags,
    counts.onlyForms,
    counts.onlyTags,
  );
  const run = (learner: Learner, epochs: number) => {
    const tagger = new PerceptronTagger(classes, dictionary, learner, options.words);
    const ids = new Map(classes.map((name, id) => [name, id]));
    const random = seededRandom(options.seed);
    for (let epoch = 0; epoch < epochs; epoch++) {
      let right = 0;
      let of = 0;
      for (const index of shuffled(sentences.length, random)) {
        const sentence = sentences[index]!;
        const gold = sentence.words.map((_, i) => ids.get(jointTag(sentence, i)) ?? -1);
        tagger.classesOf(sentence.words, (i, features, count, best) => {
          const wanted = gold[i]!;
          learner.tick();
          of++;
          if (best === wanted) right++;
          else if (wanted >= 0) learner.update(features, count, wanted, best);
          return best;
        });
      }
      options.log?.(
        `tagger epoch ${epoch + 1}: ${(right / of).toFixed(4)} right, ${learner.size} features`,
      );
    }
  };
  let learner = new Learner(classes.length);
  run(learner, options.epochs);
  if (options.least > 0) {
    const allowed = learner.featuresOfWeight(options.least);
    options.log?.(`keeping ${allowed.size} features`);
    learner = new Learner(classes.length, allowed);
    run(learner, options.epochs);
  }
  return {
    meta: { model: 'tagger', classes, seed: options.seed },
    arrays: { ...counts, ...learner.frozen(UNIT) },
  };
}
