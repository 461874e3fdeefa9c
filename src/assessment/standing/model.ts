import { POINTINGS, type Parameter, type StandingParameters } from '../parameters.ts';
import { chancesOf, PacedStep, type Rates } from './paced-step.ts';
import type { States } from './states.ts';
import { advance, compose, dailyStep, retreat, sides, type Shares, type Step } from './step.ts';

export type Vector = Float64Array;

/**
 * What is told of a day: that hands changed, that there is fighting, or neither. Changes are news, so
 * few go untold; but on the last day that is known much has yet to be told.
 */
export interface News {
  readonly told: 'hands' | 'fighting' | 'nothing';
  readonly last: boolean;
  /** Its place among the six there are. */
  readonly kind: number;
}

const bothOf = (told: News['told'], kind: number): readonly [News, News] => [
  { told, last: false, kind },
  { told, last: true, kind: kind + 1 },
];

const NEWS: Readonly<Record<News['told'], readonly [News, News]>> = {
  hands: bothOf('hands', 0),
  fighting: bothOf('fighting', 2),
  nothing: bothOf('nothing', 4),
};

export const news = (told: News['told'], last: boolean): News => NEWS[told][last ? 1 : 0];

/** Days from one belief to the next, and what is told of the last of them; nothing is of the others. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly news: News;
  readonly pace: Rates | undefined;
}

const NOTHING = news('nothing', false);
const LAST = news('nothing', true);
/** Of a day to come nothing can have been told: changes come as often as they do. */
const TO_COME = news('hands', false);

/** From the last evidence, of the day `from`, to a day: past `known`, changes come as on any day. */
interface Ahead {
  readonly from: number;
  readonly at: number;
  readonly known: number;
  readonly pace: Rates | undefined;
}

/** Two ways in which a claim can be off, both probabilities. */
export interface Weight {
  readonly trust: number;
  readonly about: number;
  /** How many times as common as others' its false claims of the sort are. */
  readonly slant: number;
}

interface Points {
  readonly subject: number;
  readonly other: number;
  readonly contested: number;
  readonly unknown: number;
  readonly falsely: number;
}

const falsely = (points: Points, { slant }: Weight) => Math.min(1, points.falsely * slant);

/** Plain numbers of the model, taken out of the parameters once. */
export class Model {
  readonly #parameters: StandingParameters;
  /** By kind of news. */
  readonly #shares: readonly Shares[];
  readonly #chances: readonly ReturnType<typeof chancesOf>[];
  readonly #paced = new PacedStep();
  /** By kind of news, then number of holders, then days. */
  readonly #steps: readonly Step[][][] = [[], [], [], [], [], []];
  /** By position in `POINTINGS`. */
  readonly #points: readonly Points[];
  /** By number of states. */
  readonly #initial: Vector[] = [];

  constructor(parameters: StandingParameters) {
    this.#parameters = parameters;
    this.#shares = Object.values(NEWS)
      .flat()
      .map((news) => sharesOf(news, parameters.change));
    this.#chances = this.#shares.map((shares) => chancesOf(shares, parameters.change));
    this.#points = POINTINGS.map((name): Points => {
      const { subject, other, contested, unknown, falsely } = parameters.points[name];
      const values = [subject, other, contested, unknown, falsely].map(({ value }) => value);
      const [a, b, c, d, e] = values as [number, number, number, number, number];
      return { subject: a, other: b, contested: c, unknown: d, falsely: e };
    });
  }

  /** Belief before anything was said; not to be altered. */
  initial(states: States): Vector {
    return (this.#initial[states.size] ??= this.#beforeAll(states));
  }

  #beforeAll(states: States): Vector {
    const { held, contested } = this.#parameters.initial;
    const vector = new Float64Array(states.size);
    const n = states.holders.length;
    const each = held.value / sides(n);
    for (let i = 0; i < n; i++) vector[i] = each;
    vector[states.contested] = contested.value;
    vector[states.unknown] = 1 - contested.value - n * each;
    return vector;
  }

  /**
   * Multiplies a belief by how readily this is said in each state, up to a factor, in place. `trust`:
   * probability that the source tells the truth and was read right; else it is a false claim of the
   * sort. `about`: probability that it is about this place and day at all; else it says nothing, and
   * every state is as likely as before.
   */
  weigh(vector: Vector, code: number, subject: number, weight: Weight): void {
    const points = this.#points[code]!;
    const { trust, about } = weight;
    const floor = about * (1 - trust) * falsely(points, weight) + 1 - about;
    const share = about * trust;
    const contested = vector.length - 2;
    // Relative to what is said of other holders, so that those stay as they are.
    const other = share * points.other + floor;
    if (subject >= 0) vector[subject]! *= (share * points.subject + floor) / other;
    vector[contested]! *= (share * points.contested + floor) / other;
    vector[contested + 1]! *= (share * points.unknown + floor) / other;
  }

  /** How readily it is said, over all states by how likely each is. */
  expected(belief: Vector, code: number, subject: number, weight: Weight): number {
    const { trust, about } = weight;
    const points = this.#points[code]!;
    const contested = belief.length - 2;
    let held = 0;
    for (let i = 0; i < contested; i++) held += belief[i]!;
    const own = subject >= 0 ? belief[subject]! : 0;
    const said =
      own * points.subject +
      (held - own) * points.other +
      belief[contested]! * points.contested +
      belief[contested + 1]! * points.unknown;
    const all = held + belief[contested]! + belief[contested + 1]!;
    return about * (trust * said + (1 - trust) * falsely(points, weight) * all) + (1 - about) * all;
  }

  /** Belief at the end of a gap, in place and not normalised: the daily change, day by day. */
  forward(vector: Vector, { from, to, news, pace }: Gap): void {
    if (to === from) return;
    this.#quietly(vector, from, to - 1, pace);
    this.#day(vector, to, news, pace);
  }

  /** The same for messages that run back in time. */
  backward(vector: Vector, { from, to, news, pace }: Gap): void {
    if (to === from) return;
    const holders = vector.length - 2;
    if (this.#paced.set(pace, to, this.#chances[news.kind]!)) this.#paced.retreat(vector);
    else retreat(this.#step(holders, news, 1), vector);
    let last = to - 1;
    for (let day = last; day > from; day--) {
      if (!pace) break;
      if (!this.#paced.set(pace, day, this.#chances[NOTHING.kind]!)) continue;
      if (last > day) retreat(this.#step(holders, NOTHING, last - day), vector);
      this.#paced.retreat(vector);
      last = day - 1;
    }
    if (last > from) retreat(this.#step(holders, NOTHING, last - from), vector);
  }

  /** Belief at `at`, in place, from that of the day `from` of the last evidence known on `known`. */
  ahead(vector: Vector, { from, at, known, pace }: Ahead): void {
    const ahead = at - Math.max(known, from);
    const quietUntil = Math.min(at, known - 1);
    if (quietUntil > from) this.#quietly(vector, from, quietUntil, pace);
    if (from < known && at >= known) this.#day(vector, known, LAST, pace);
    if (ahead > 0) advance(this.#step(vector.length - 2, TO_COME, ahead), vector);
    normalise(vector);
  }

  #quietly(vector: Vector, from: number, to: number, pace: Rates | undefined): void {
    const holders = vector.length - 2;
    let done = from;
    for (let day = from + 1; day <= to; day++) {
      if (!pace) break;
      if (!this.#paced.set(pace, day, this.#chances[NOTHING.kind]!)) continue;
      if (day - 1 > done) advance(this.#step(holders, NOTHING, day - 1 - done), vector);
      this.#paced.advance(vector);
      done = day;
    }
    if (to > done) advance(this.#step(holders, NOTHING, to - done), vector);
  }

  #day(vector: Vector, day: number, news: News, pace: Rates | undefined): void {
    if (this.#paced.set(pace, day, this.#chances[news.kind]!)) this.#paced.advance(vector);
    else advance(this.#step(vector.length - 2, news, 1), vector);
  }

  #step(holders: number, news: News, days: number): Step {
    const steps = (this.#steps[news.kind]![holders] ??= []);
    let step = steps[days];
    if (!step) {
      if (days === 1) step = dailyStep(holders, this.#shares[news.kind]!, this.#parameters.change);
      else {
        const half = this.#step(holders, news, days >> 1);
        const even = compose(holders, half, half);
        step = days % 2 === 0 ? even : compose(holders, even, this.#step(holders, news, 1));
      }
      steps[days] = step;
    }
    return step;
  }
}

function sharesOf(
  { told, last }: News,
  { unsaid, late, silence }: StandingParameters['change'],
): Shares {
  const orLate = ({ value }: Parameter) => (last ? value + (1 - value) * late.value : value);
  return {
    hands: told === 'hands' ? 1 : orLate(unsaid),
    fights: told === 'nothing' ? orLate(unsaid) : 1,
    silence: told === 'nothing' ? orLate(silence) : 1,
  };
}

/** Divides by the sum, in place. */
export function normalise(vector: Vector): Vector {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]!;
  return scale(vector, 1 / sum);
}

export function scale(vector: Vector, by: number): Vector {
  for (let i = 0; i < vector.length; i++) vector[i]! *= by;
  return vector;
}
