import { viewOf, type TextView } from '../../claims/text-view.ts';
import type { Claim, Reading } from '../../domain/index.ts';
import type { ModelFile } from '../../reading/perceptron/container.ts';
import { arraysUnder, featureHashes, Logistic } from '../../reading/perceptron/logistic.ts';
import type { LabelScheme } from './schemes.ts';

export interface LabelModel {
  readonly weights: Logistic;
  /** How likely a label must be, in the order of the scheme. */
  readonly thresholds: readonly number[];
}

/** @throws RangeError when the file holds weights of another scheme. */
export function labelModelFrom({ meta, arrays }: ModelFile, scheme: LabelScheme): LabelModel {
  if (meta['model'] !== scheme.name)
    throw new RangeError(`these are no weights for the labels of ${scheme.name}`);
  return {
    weights: new Logistic(
      arraysUnder(arrays, 'label.'),
      scheme.labels.length,
      Number(meta['unit']),
    ),
    thresholds: meta['thresholds'] as readonly number[],
  };
}

/** Labels of a text by its words and claims. */
export function labelText(
  reading: Reading,
  claims: readonly Claim[],
  { scheme, model }: { readonly scheme: LabelScheme; readonly model: LabelModel },
): ReadonlySet<string> {
  const probabilities = model.weights.probabilities(labelFeatures(viewOf(reading), claims));
  return new Set(scheme.labels.filter((_, i) => probabilities[i]! >= model.thresholds[i]!));
}

/** Whether a claim's actor is police, army or another arm of a state. */
export const isStateActor =
  (reading: Reading) =>
  ({ actor }: Claim): boolean =>
    actor !== null &&
    reading.mentions.some(
      (mention) =>
        mention.type === 'actor' &&
        mention.start === actor.start &&
        (mention.kind === 'force' || mention.kind === 'state'),
    );

const SAYS_LITTLE = /^(?:PUNCT|DET|SYM)$/;

/** Words, pairs of words, verbs with their arguments, and claims with the kind of who acts. */
export function labelFeatures(view: TextView, claims: readonly Claim[]): Int32Array {
  const features = new Set(['bias']);
  let [one, two] = ['', ''];
  for (const { index, upos, deprel, head } of view.tokens) {
    if (SAYS_LITTLE.test(upos)) continue;
    const word = view.lemma(index);
    features.add(word);
    features.add(`${one} ${word}`);
    if (two !== '') features.add(`${two} ${one} ${word}`);
    features.add(`form ${view.token(index).text.toLowerCase()}`);
    if (head >= 0 && /^(?:nsubj|obj|obl|nmod|compound)/.test(deprel))
      features.add(`${deprel} ${word} ${view.lemma(head)}`);
    if (deprel.startsWith('nsubj') && head >= 0) {
      const actor = view.actor(index)?.kind ?? '';
      features.add(`${deprel} ${actor} ${view.lemma(head)}`);
    }
    [two, one] = [one, word];
  }
  const isState = isStateActor(view.reading);
  for (const claim of claims) {
    const { kind, polarity, modality } = claim;
    features.add(`kind ${kind}`);
    features.add(`kind ${kind} ${polarity} ${modality}`);
    features.add(`kind ${kind} ${isState(claim)}`);
  }
  return featureHashes(features);
}
