import type { GoldRoles } from '../bench/muc4/score.ts';
import type { TextView } from '../src/claims/text-view.ts';
import { keyOf, type Unit, unitsOf } from '../src/codebooks/muc4/candidates.ts';
import { REPORT_QUESTIONS } from '../src/codebooks/muc4/code.ts';
import { type Scene, unitFeatures, wordingFeatures } from '../src/codebooks/muc4/features.ts';
import { reportFeatures, sentenceFeatures } from '../src/codebooks/muc4/relevance.ts';
import { SLOTS } from '../src/codebooks/muc4/slots.ts';
import type { Claim } from '../src/domain/index.ts';
import type { LogisticExample } from './train-logistic.ts';

export interface Muc4Example {
  readonly view: TextView;
  readonly claims: readonly Claim[];
  readonly gold: GoldRoles;
}

/** A report with the right answer to every question that is asked of it. */
export interface Asked extends Muc4Example {
  readonly units: readonly Unit[];
  /** Accepted wordings by slot. */
  readonly keys: readonly ReadonlySet<string>[];
  readonly ofReport: Uint8Array;
  readonly ofSentence: readonly Uint8Array[];
  readonly ofUnit: readonly Uint8Array[];
}

/** An asked report with what the weights before have said of it. */
export type Prepared = Asked & Scene;

export function asked(example: Muc4Example): Asked {
  const { view, gold } = example;
  const units = unitsOf(view);
  const keys = SLOTS.map((slot) => new Set(gold[slot].flat().map(keyOf)));
  const filled = SLOTS.map((slot) => Number(gold[slot].length > 0));
  return {
    ...example,
    units,
    keys,
    ofReport: Uint8Array.from([...filled, Math.max(...filled)]),
    ofSentence: sentencesWith(view, units, keys),
    ofUnit: units.map(({ candidates }) =>
      Uint8Array.from(keys, (of) => Number(candidates.some(({ key }) => of.has(key)))),
    ),
  };
}

function sentencesWith(
  view: TextView,
  units: readonly Unit[],
  keys: Asked['keys'],
): readonly Uint8Array[] {
  const answers = view.reading.sentences.map(() => new Uint8Array(REPORT_QUESTIONS));
  for (const { key, places } of units.flatMap(({ candidates }) => candidates))
    keys.forEach((accepted, slot) => {
      if (!accepted.has(key)) return;
      for (const { head } of places) {
        const answer = answers[view.token(head).sentence]!;
        answer[slot] = answer[SLOTS.length] = 1;
      }
    });
  return answers;
}

export const reportExample = ({ view, claims, ofReport }: Asked): LogisticExample => ({
  features: reportFeatures(view, claims),
  answers: ofReport,
});

export const sentenceExamples = (
  { view, claims, ofSentence }: Asked,
  relevance: Float64Array,
): readonly LogisticExample[] =>
  sentenceFeatures(view, claims, relevance).map((features, i) => ({
    features,
    answers: ofSentence[i]!,
  }));

export const unitExamples = (one: Prepared): readonly LogisticExample[] =>
  unitFeatures(one, one.units).map((features, i) => ({ features, answers: one.ofUnit[i]! }));

/** The wordings of each unit that is in a slot: which of them does the key accept? */
export const wordingExamples = (one: Prepared): readonly LogisticExample[] =>
  one.units.flatMap(({ candidates }, i) =>
    SLOTS.flatMap((slot, k) =>
      one.ofUnit[i]![k] === 0
        ? []
        : candidates.map((candidate) => ({
            features: wordingFeatures(one, candidate, slot),
            answers: Uint8Array.of(Number(one.keys[k]!.has(candidate.key))),
          })),
    ),
  );
