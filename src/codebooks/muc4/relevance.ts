import type { TextView } from '../../claims/text-view.ts';
import type { Claim, Sentence } from '../../domain/index.ts';
import { featureHashes } from '../../reading/perceptron/logistic.ts';

const SAYS_LITTLE = /^(?:PUNCT|DET|ADP|PRON|AUX|CCONJ|SCONJ|PART|NUM|SYM)$/;
/** Sentences that say what a report is about. */
const OPENING = 3;

/** What a whole report looks like: its words, pairs of them, and the kinds of its claims. */
export function reportFeatures(view: TextView, claims: readonly Claim[]): Int32Array {
  const features = new Set(['bias']);
  for (const sentence of view.reading.sentences) {
    const words = wordsOf(view, sentence);
    words.forEach((word, i) => {
      features.add(word);
      features.add(`${words[i - 1] ?? ''} ${word}`);
      if (sentence.index < OPENING) features.add(`opening ${word}`);
    });
  }
  for (const { kind, modality } of claims) {
    features.add(`kind ${kind}`);
    features.add(`kind ${kind} ${modality}`);
  }
  return featureHashes(features);
}

const wordsOf = (view: TextView, { first, last }: Sentence): readonly string[] => {
  const words: string[] = [];
  for (let i = first; i < last; i++)
    if (!SAYS_LITTLE.test(view.token(i).upos)) words.push(view.lemma(i));
  return words;
};

/** What each sentence looks like, and those beside it. */
export function sentenceFeatures(
  view: TextView,
  claims: readonly Claim[],
  report: Float64Array,
): readonly Int32Array[] {
  const { sentences } = view.reading;
  const level = Math.max(-4, Math.min(4, Math.round(logit(report.at(-1)!))));
  const words = sentences.map((sentence) => wordsOf(view, sentence));
  const kinds = sentences.map(({ start, end }) =>
    claims.filter(({ evidence }) => evidence.start < end && evidence.end > start),
  );
  return sentences.map(({ index, first, last }) => {
    const features = new Set(['bias', `report ${level}`, `index ${Math.min(index, 6)}`]);
    words[index]!.forEach((word, i) => {
      features.add(word);
      features.add(`${words[index]![i - 1] ?? ''} ${word}`);
    });
    for (const word of words[index - 1] ?? []) features.add(`before ${word}`);
    for (const word of words[index + 1] ?? []) features.add(`after ${word}`);
    for (const { kind, modality, polarity } of kinds[index]!) {
      features.add(`kind ${kind}`);
      features.add(`kind ${kind} ${modality} ${polarity} ${level}`);
    }
    for (const { kind } of [...(kinds[index - 1] ?? []), ...(kinds[index + 1] ?? [])])
      features.add(`near ${kind}`);
    for (let i = first; i < last; i++) {
      const kind = view.actor(i)?.kind;
      if (kind !== undefined) features.add(`actor ${kind}`);
      if (view.token(i).xpos === 'MD') features.add(`modal ${view.lemma(i)}`);
    }
    return featureHashes(features);
  });
}

export const logit = (probability: number) =>
  Math.log((probability + 1e-9) / (1 - probability + 1e-9));

/** What a report as a whole says for a slot that stays empty. */
export function silenceNumbers(
  report: Float64Array,
  sentences: readonly Float64Array[],
): Float64Array {
  const any = sentences.map((sentence) => sentence.at(-1)!);
  const sum = any.reduce((a, b) => a + b, 0);
  return Float64Array.of(
    1,
    ...report.map((probability) => logit(probability) / 3),
    logit(Math.max(1e-6, ...any)) / 3,
    Math.log(sum + 0.1),
    Math.log(1 + any.length) - 2.5,
  );
}
