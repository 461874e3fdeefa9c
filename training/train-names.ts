import type { ModelFile } from '../src/reading/perceptron/container.ts';
import {
  afterLabel,
  nameFeatures,
  type NameContext,
} from '../src/reading/perceptron/name-features.ts';
import { PerceptronNameTagger } from '../src/reading/perceptron/name-tagger.ts';
import type { NameHints } from '../src/reading/name-hints.ts';
import type { WordTable } from '../src/reading/perceptron/words.ts';
import type { WordTag } from '../src/reading/tagger.ts';
import { Learner } from './learner.ts';
import { meanWeights } from './merge.ts';
import { SCHEMES, type NamedSentence } from './names-data.ts';
import { seededRandom, shuffled } from './random.ts';

export interface NamesOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly least: number;
  /** Second trainings, each in its own order; their weights are averaged. */
  readonly runs: number;
  readonly words: WordTable;
  readonly log?: (line: string) => void;
}

export interface PreparedSentence extends NamedSentence {
  readonly tags: readonly WordTag[];
  readonly hints: NameHints;
}

const UNIT = 1 / 4;
/** Fewer steps than this: left out, at a cost of 0.003 F1 on re3d dev and a quarter of the size. */
const SMALLEST = 4;

const LABELS = [
  'O',
  ...[...new Set<string>(Object.values(SCHEMES).flat())].flatMap((type) => [
    `B-${type}`,
    `I-${type}`,
  ]),
];

function goldPath(sentence: NamedSentence): Int32Array {
  const path = new Int32Array(sentence.words.length);
  for (const { first, last, label } of sentence.spans)
    for (let i = first; i < last; i++)
      path[i] = LABELS.indexOf(`${i === first ? 'B' : 'I'}-${label}`);
  return path;
}

export function trainNames(
  sentences: readonly PreparedSentence[],
  options: NamesOptions,
): ModelFile {
  const first = new Learner(LABELS.length);
  runEpochs(sentences, first, options);
  const allowed = first.featuresOfWeight(options.least);
  options.log?.(`keeping ${allowed.size} features`);
  const runs = Array.from({ length: options.runs }, (_, run) => {
    const learner = new Learner(LABELS.length, allowed);
    runEpochs(sentences, learner, { ...options, seed: options.seed + run });
    return learner.frozen(UNIT);
  });
  return {
    meta: {
      model: 'names',
      labels: LABELS,
      schemes: SCHEMES,
      seed: options.seed,
    },
    arrays: meanWeights(runs, SMALLEST),
  };
}

function runEpochs(
  sentences: readonly PreparedSentence[],
  learner: Learner,
  options: NamesOptions,
) {
  const tagger = new PerceptronNameTagger(LABELS, SCHEMES, learner, options.words);
  const random = seededRandom(options.seed);
  const gold = sentences.map(goldPath);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let right = 0;
    for (const index of shuffled(sentences.length, random)) {
      const { words, tags, hints, scheme } = sentences[index]!;
      const context = tagger.contextOf(words, tags, { hints, scheme });
      const guess = tagger.decode(context, { scheme });
      learner.tick();
      if (guess.every((label, i) => label === gold[index]![i])) right++;
      else {
        correct({ learner, context, tagger }, gold[index]!, guess);
        tagger.refresh();
      }
    }
    options.log?.(
      `names epoch ${epoch + 1}: ${(right / sentences.length).toFixed(4)} sentences right, ${learner.size} features`,
    );
  }
}

interface Update {
  readonly learner: Learner;
  readonly context: NameContext;
  readonly tagger: PerceptronNameTagger;
}

/** Structured update: the gold path gains what the guessed path loses. */
function correct({ learner, context, tagger }: Update, gold: Int32Array, guess: Int32Array): void {
  const transition = new Int32Array(1);
  for (let i = 0; i < gold.length; i++) {
    if (gold[i] !== guess[i]) {
      const count = nameFeatures(context, i, tagger.features);
      learner.change(tagger.features, count, gold[i]!, 1);
      learner.change(tagger.features, count, guess[i]!, -1);
    }
    if (i === 0 || (gold[i] === guess[i] && gold[i - 1] === guess[i - 1])) continue;
    transition[0] = afterLabel(gold[i - 1]!, context.scheme);
    learner.change(transition, 1, gold[i]!, 1);
    transition[0] = afterLabel(guess[i - 1]!, context.scheme);
    learner.change(transition, 1, guess[i]!, -1);
  }
}
