import type { Reliability, SourceClass } from '../../domain/index.ts';
import type { AssessmentParameters, Pointing } from '../parameters.ts';
import { Arena, ROOM } from '../standing/arena.ts';
import { buildChain, smoothed, subjectIn } from '../standing/chain.ts';
import { normalise, type Model, type Vector } from '../standing/model.ts';
import { gradeKey, type Weighed } from '../standing/weigh.ts';
import type { Day, Witness } from '../standing/witnesses.ts';
import type { Pins } from '../types.ts';
import { gradeOf, gradeOfPin, meanOfPin } from '../words.ts';
import { betaQuantile } from './beta.ts';

/** What is learned of one source and interest: a Beta distribution. */
interface SourceRecord {
  readonly unit: Weighed;
  readonly prior: { readonly mean: number; readonly n: number };
  borneOut: number;
  n: number;
}

/** Claims that later news bears out or not; parts, clashes and sieges are left out. */
const JUDGED: ReadonlySet<Pointing> = new Set(['gain', 'hold', 'leave', 'notGained', 'fight']);

export interface Learned {
  /** Means by `Weighed.grade`. */
  readonly reliabilities: ReadonlyMap<number, number>;
  readonly list: readonly Reliability[];
}

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
  pins: Pins | undefined,
): Learned {
  const prior = priorOf(parameters);
  let known = new Map<number, number>();
  let records = new Map<number, SourceRecord>();
  const { rounds } = parameters.standing.learning;
  const arena = new Arena(ROOM);
  const reliability = (unit: Weighed) =>
    pinned(unit, pins) ?? known.get(unit.grade) ?? prior(unit).mean;
  for (let round = 0; round < rounds.value; round++) {
    records = new Map();
    for (const days of places(reliability)) observe(days, { model, arena }, records, prior);
    known = new Map([...records].map(([key, record]) => [key, meanOf(record)]));
  }
  const list = [...records.values()]
    .map((record) => ({ key: gradeKey(record.unit.source, record.unit.interest), record }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ record }) => toReliability(record, pins));
  return { reliabilities: known, list };
}

export const priorOf = ({ sources }: AssessmentParameters) => {
  return ({ source, interest }: Weighed) => {
    const { value, n } = sources.classes[source.class][interest];
    return { mean: value, n: n ?? 4 };
  };
};

export function pinned({ source }: Weighed, pins: Pins | undefined): number | undefined {
  const pin = pins?.get(source.key);
  return pin === undefined ? undefined : meanOfPin(pin);
}

const meanOf = ({ prior, borneOut, n }: SourceRecord) =>
  (prior.mean * prior.n + borneOut) / (prior.n + n);

function observe(
  days: readonly Day[],
  { model, arena }: { readonly model: Model; readonly arena: Arena },
  records: Map<number, SourceRecord>,
  prior: (unit: Weighed) => { readonly mean: number; readonly n: number },
): void {
  arena.reuse();
  const chain = buildChain(model, days, arena);
  const beliefs = smoothed(model, chain, arena);
  const scratch = arena.take(chain.states.size);
  for (const [i, { witnesses }] of chain.links.entries()) {
    for (const witness of witnesses) {
      const { unit } = witness;
      if (!unit.direct || !JUDGED.has(unit.pointing)) continue;
      let record = records.get(unit.grade);
      if (!record) {
        record = { unit, prior: prior(unit), borneOut: 0, n: 0 };
        records.set(unit.grade, record);
      }
      const weight = (witness.trust / witness.reliability) * witness.about;
      const subject = subjectIn(chain.states, witness);
      withoutIt(beliefs[i]!, witness, subject, { model, scratch });
      record.borneOut += weight * truth(witness, subject, scratch, model);
      record.n += weight;
    }
  }
}

/**
 * Probability that a witness told the truth, from belief without its own say.
 * @param scratch a vector of the chain's states, overwritten
 */
function truth(witness: Witness, subject: number, scratch: Vector, model: Model): number {
  const { pointing, reliability, about, trust } = witness;
  const given = (value: number) =>
    model.expected(scratch, pointing, subject, { trust: value, about });
  const told = reliability * given(trust / reliability);
  return told / (told + (1 - reliability) * given(0));
}

/** Belief without one witness: divided by what it says, which multiplied it. */
function withoutIt(
  belief: Vector,
  witness: Witness,
  subject: number,
  { model, scratch }: { readonly model: Model; readonly scratch: Vector },
): void {
  scratch.fill(1);
  model.weigh(scratch, witness.pointing, subject, witness);
  for (let i = 0; i < scratch.length; i++) scratch[i] = belief[i]! / scratch[i]!;
  normalise(scratch);
}

/** Sources that no text names are told by their class: whoever spoke first is not all of them. */
const CLASS_NAMES: Readonly<Record<SourceClass, string>> = {
  party: 'Parties not named',
  'party-official': 'Officials of a party, not named',
  'local-official': 'Local officials, not named',
  resident: 'Residents, not named',
  monitor: 'Monitors, not named',
  agency: 'Agencies, not named',
  outlet: 'Outlets, not named',
  unnamed: 'Sources not described',
};

const nameOf = ({ key, name, class: group }: Weighed['source']) =>
  key.startsWith('class:') ? CLASS_NAMES[group] : name;

/** What a source starts at, before any of its claims was tried. */
export const untested = (
  unit: Weighed,
  prior: { readonly mean: number; readonly n: number },
  pins: Pins,
): Reliability => toReliability({ unit, prior, borneOut: 0, n: 0 }, pins);

function toReliability(record: SourceRecord, pins: Pins | undefined): Reliability {
  const { unit, prior, borneOut, n } = record;
  const pin = pins?.get(unit.source.key);
  const learned = meanOf(record);
  const right = Math.max(0.01, prior.mean * prior.n + borneOut);
  const wrong = Math.max(0.01, prior.n + n - right);
  return {
    source: unit.source.key,
    name: nameOf(unit.source),
    class: unit.source.class,
    interest: unit.interest,
    mean: pin === undefined ? learned : meanOfPin(pin),
    low: betaQuantile(right, wrong, 0.05),
    high: betaQuantile(right, wrong, 0.95),
    n,
    grade: pin === undefined ? gradeOf(learned) : gradeOfPin(pin),
    learned,
    pinned: pin !== undefined,
  };
}
