import type { ActorId, Day, PlaceId } from '../../domain/index.ts';
import { addDays, dayNumber } from '../../domain/index.ts';

/** What places are counted by: one each, their people, or their square kilometres. */
export type Measure = 'places' | 'population' | 'area';

/** One week of an actor's gains and losses, in the measure of its trend, with 90 % intervals. */
export interface Week {
  readonly from: Day;
  readonly to: Day;
  readonly gained: Interval;
  readonly lost: Interval;
  /** What was held at the end of the week. */
  readonly held: Interval;
}

export interface Interval {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

export interface Trend {
  readonly actor: ActorId;
  readonly measure: Measure;
  readonly weeks: readonly Week[];
  /** Weeks from which on the pace of net gains was another. */
  readonly changePoints: readonly {
    readonly from: Day;
    readonly before: number;
    readonly after: number;
  }[];
}

/** Days of a trend, and the day by which all was known that it rests on. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly known: Day;
}

export interface TrendPlace {
  readonly place: PlaceId;
  /** How much of the measure it has; what is not known counts nothing. */
  readonly weight: number;
}

/** Half width of a 90 % interval in standard deviations of a normal distribution. */
const NINETY = 1.645;

/** Sum of independent yes-or-no counts: mean, and spread by the normal approximation. */
export function intervalOf(
  probabilities: readonly number[],
  weights: readonly number[] = probabilities.map(() => 1),
): Interval {
  let expected = 0;
  let variance = 0;
  let most = 0;
  for (const [i, probability] of probabilities.entries()) {
    const weight = weights[i]!;
    expected += weight * probability;
    variance += weight * weight * probability * (1 - probability);
    most += weight;
  }
  const half = NINETY * Math.sqrt(variance);
  return {
    expected,
    low: Math.max(0, expected - half),
    high: Math.min(most, expected + half),
  };
}

/**
 * What was gained and lost week by week. What an actor gains in a week is the belief that it holds a
 * place at its end above the belief that it held it at its start: the least change that the two
 * beliefs allow.
 */
export function trendOf(
  { actor, measure }: Pick<Trend, 'actor' | 'measure'>,
  places: readonly TrendPlace[],
  span: Pick<Span, 'from' | 'to'>,
  held: (place: PlaceId, day: Day) => number,
): Trend {
  const weeks: Week[] = [];
  const weights = places.map(({ weight }) => weight);
  let start = places.map(({ place }) => held(place, addDays(span.from, -1)));
  for (let from = span.from; from <= span.to; from = addDays(from, 7)) {
    const last = addDays(from, 6);
    const to = last > span.to ? span.to : last;
    const end = places.map(({ place }) => held(place, to));
    const change = end.map((probability, i) => probability - start[i]!);
    const interval = (values: readonly number[]) => intervalOf(values, weights);
    weeks.push({
      from,
      to,
      gained: interval(change.map((value) => Math.max(0, value))),
      lost: interval(change.map((value) => Math.max(0, -value))),
      held: interval(end),
    });
    start = end;
  }
  const size = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  return { actor, measure, weeks, changePoints: changePointsOf(weeks, size || 1) };
}

const net = ({ gained, lost }: Week) => gained.expected - lost.expected;

/** Days of a week; the last may be short. */
const length = ({ from, to }: Week) => dayNumber(to) - dayNumber(from) + 1;

/**
 * Splits the weeks where doing so raises the likelihood of their net gains, taken as Gaussian, by
 * more than a split costs (binary segmentation, Scott and Knott 1974; penalty of the Bayesian
 * information criterion).
 * @param size of a place of average size: rates are compared in such places, whatever the measure
 */
function changePointsOf(weeks: readonly Week[], size: number): Trend['changePoints'] {
  const rates = weeks.map((week) => net(week) / length(week) / size);
  const variance = Math.max(0.01, spread(rates) / Math.max(1, rates.length));
  const found: number[] = [];
  const split = (first: number, end: number): void => {
    if (end - first < 2) return;
    const whole = spread(rates.slice(first, end));
    let best = { at: -1, gain: 0 };
    for (let at = first + 1; at < end; at++) {
      const gain = whole - spread(rates.slice(first, at)) - spread(rates.slice(at, end));
      if (gain > best.gain) best = { at, gain };
    }
    if (best.at < 0 || best.gain / (2 * variance) < Math.log(rates.length)) return;
    found.push(best.at);
    split(first, best.at);
    split(best.at, end);
  };
  split(0, rates.length);
  found.sort((a, b) => a - b);
  return found.map((at, i) => ({
    from: weeks[at]!.from,
    before: mean(rates.slice(found[i - 1] ?? 0, at)) * 7 * size,
    after: mean(rates.slice(at, found[i + 1] ?? rates.length)) * 7 * size,
  }));
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
