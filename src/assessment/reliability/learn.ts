import type { Reliability } from '../../domain/index.ts';
import type { AssessmentParameters, Pointing } from '../parameters.ts';
import { buildChain, smoothed } from '../standing/chain.ts';
import { normalise, type Model, type States, type Vector } from '../standing/model.ts';
import type { Weighed } from '../standing/weigh.ts';
import type { Day, Witness } from '../standing/witnesses.ts';
import { gradeOf, meanOfGrade } from '../words.ts';
import { betaQuantile } from './beta.ts';

/** What is learned of one source and interest: a Beta distribution. */
interface Record {
  readonly unit: Weighed;
  readonly prior: { readonly mean: number; readonly n: number };
  borneOut: number;
  n: number;
}

/** Claims that later news bears out or not; parts, clashes and sieges are left out. */
const JUDGED: ReadonlySet<Pointing> = new Set(['gain', 'hold', 'leave', 'notGained', 'fight']);

export const reliabilityKey = ({ source, interest }: Weighed) =>
  `${source.key}|${source.class}|${interest}`;

export type Reliabilities = ReadonlyMap<string, number>;

export interface Learned {
  readonly reliabilities: Reliabilities;
  readonly list: readonly Reliability[];
}

type Pins = ReadonlyMap<string, Reliability['grade']> | undefined;

/**
 * How often the claims of each source were borne out, by expectation–maximisation over a ledger
 * (Dawid and Skene 1979, with the truth a chain): belief about each place from everything but the
 * claim at hand says how likely the claim was true, and the shares of true claims become the next
 * round's reliabilities. A source starts at its class.
 *
 * @param places the days of every place, in an order that does not depend on arrival, read with the
 * reliabilities given
 */
export function learn(
  places: (reliability: (unit: Weighed) => number) => Iterable<readonly Day[]>,
  model: Model,
  parameters: AssessmentParameters,
  pins: Pins,
): Learned {
  const prior = priorOf(parameters);
  let known = new Map<string, number>();
  let records = new Map<string, Record>();
  const { rounds } = parameters.standing.learning;
  const reliability = (unit: Weighed) =>
    pinned(unit, pins) ?? known.get(reliabilityKey(unit)) ?? prior(unit).mean;
  for (let round = 0; round < rounds.value; round++) {
    records = new Map();
    for (const days of places(reliability)) observe(days, model, records, prior);
    known = new Map([...records].map(([key, record]) => [key, meanOf(record)]));
  }
  const list = [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, record]) => toReliability(record, pins));
  return { reliabilities: known, list };
}

export const priorOf = ({ sources }: AssessmentParameters) => {
  return ({ source, interest }: Weighed) => {
    const { value, n } = sources.classes[source.class][interest];
    return { mean: value, n: n ?? 4 };
  };
};

export function pinned({ source }: Weighed, pins: Pins): number | undefined {
  const grade = pins?.get(source.key);
  return grade === undefined ? undefined : meanOfGrade(grade);
}

const meanOf = ({ prior, borneOut, n }: Record) =>
  (prior.mean * prior.n + borneOut) / (prior.n + n);

function observe(
  days: readonly Day[],
  model: Model,
  records: Map<string, Record>,
  prior: (unit: Weighed) => { readonly mean: number; readonly n: number },
): void {
  const chain = buildChain(model, days);
  const beliefs = smoothed(model, chain);
  const counted = days.filter(({ witnesses }) => witnesses.some(({ trust }) => trust > 0));
  for (const [i, { witnesses }] of counted.entries()) {
    for (const witness of witnesses) {
      const { unit } = witness;
      if (witness.trust === 0 || !unit.direct || !JUDGED.has(unit.pointing)) continue;
      const key = reliabilityKey(unit);
      let record = records.get(key);
      if (!record) {
        record = { unit, prior: prior(unit), borneOut: 0, n: 0 };
        records.set(key, record);
      }
      const weight = (witness.trust / witness.reliability) * witness.about;
      record.borneOut += weight * truth(witness, chain.states, beliefs[i]!, model);
      record.n += weight;
    }
  }
}

/** Probability that a witness told the truth, from belief without its own say. */
function truth(witness: Witness, states: States, belief: Vector, model: Model): number {
  const { unit, pointing, reliability, about } = witness;
  const subject = unit.subject === null ? -1 : states.holders.indexOf(unit.subject);
  const own = model.likelihood(states, pointing, subject, witness);
  const others = normalise(belief.map((probability, state) => probability / own[state]!));
  const expected = (trust: number) => {
    const likelihood = model.likelihood(states, pointing, subject, { trust, about });
    return others.reduce((sum, probability, state) => sum + probability * likelihood[state]!, 0);
  };
  const told = reliability * expected(witness.trust / reliability);
  return told / (told + (1 - reliability) * expected(0));
}

function toReliability(record: Record, pins: Pins): Reliability {
  const { unit, prior, borneOut, n } = record;
  const fixed = pinned(unit, pins);
  const mean = fixed ?? meanOf(record);
  const right = Math.max(0.01, prior.mean * prior.n + borneOut);
  const wrong = Math.max(0.01, prior.n + n - right);
  return {
    source: unit.source.key,
    name: unit.source.name,
    class: unit.source.class,
    interest: unit.interest,
    mean,
    low: betaQuantile(right, wrong, 0.05),
    high: betaQuantile(right, wrong, 0.95),
    n,
    grade: pins?.get(unit.source.key) ?? gradeOf(mean),
    pinned: fixed !== undefined,
  };
}
