import type { GoldRoles } from '../bench/muc4/score.ts';
import type { TextView } from '../src/claims/text-view.ts';
import { keyOf, type Unit, unitsOf } from '../src/codebooks/muc4/candidates.ts';
import { REPORT_QUESTIONS } from '../src/codebooks/muc4/code.ts';
import { type Scene, unitFeatures } from '../src/codebooks/muc4/features.ts';
import {
  reportFeatures,
  sentenceFeatures,
  silenceNumbers,
} from '../src/codebooks/muc4/relevance.ts';
import { SLOTS } from '../src/codebooks/muc4/slots.ts';
import { wordingFeatures } from '../src/codebooks/muc4/wording.ts';
import type { Claim } from '../src/domain/index.ts';
import type { Choice } from './train-choices.ts';

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
  /** Units that are an entity of the key, for each, by slot; null: its entities are among none. */
  readonly entities: readonly (readonly ReadonlySet<number>[] | null)[];
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
    entities: SLOTS.map((slot) => entitiesIn(units, gold[slot])),
  };
}

function entitiesIn(units: readonly Unit[], gold: GoldRoles[keyof GoldRoles]) {
  const found = gold
    .map((wordings) => {
      const accepted = new Set(wordings.map(keyOf));
      return new Set(
        units.flatMap(({ candidates }, i) =>
          candidates.some(({ key }) => accepted.has(key)) ? [i] : [],
        ),
      );
    })
    .filter(({ size }) => size > 0);
  return gold.length > 0 && found.length === 0 ? null : found;
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

/** Does a report have fillers, by slot, and any? */
export const reportChoice = ({ view, claims, ofReport }: Asked): Choice =>
  yesOrNo(reportFeatures(view, claims), ofReport);

/** The same for each of its sentences. */
export const sentenceChoices = (
  { view, claims, ofSentence }: Asked,
  relevance: Float64Array,
): readonly Choice[] =>
  sentenceFeatures(view, claims, relevance).map((features, i) => yesOrNo(features, ofSentence[i]!));

/** One thing against none, whose log odds are 0: logistic regression. */
const yesOrNo = (whole: Int32Array, answers: Uint8Array): Choice => ({
  things: [{ whole, mentions: ONE_THAT_SAYS_NOTHING }],
  none: new Float64Array(0),
  right: Array.from(answers, (answer) => (answer === 1 ? [new Set([0])] : [])),
});

/** Which of the units fills each slot, or does none? */
export const unitChoice = (one: Prepared): Choice => ({
  things: unitFeatures(one, one.units),
  none: silenceNumbers(one.relevance, one.sentences),
  right: one.entities,
});

/** Of each unit that fills a slot: which of its wordings does the key accept? */
export const wordingChoices = (one: Prepared): readonly Choice[] =>
  SLOTS.flatMap((slot, k) =>
    [...new Set(one.entities[k]?.flatMap((units) => [...units]))].map((i) => {
      const { candidates } = one.units[i]!;
      const accepted = candidates.flatMap(({ key }, c) => (one.keys[k]!.has(key) ? [c] : []));
      const things = wordingFeatures(one, candidates, slot).map((whole) => ({
        whole,
        mentions: ONE_THAT_SAYS_NOTHING,
      }));
      return { things, right: [[new Set(accepted)]] };
    }),
  );

const ONE_THAT_SAYS_NOTHING = [new Int32Array(0)];
