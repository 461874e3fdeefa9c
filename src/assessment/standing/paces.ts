import type { Place, PlaceId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import type { AsOf, Pins, SourceFilter } from '../types.ts';
import { Pace, type Sums, type ToldGain, type ToldGains } from './pace.ts';
import { Units, type Weighed } from './units.ts';

interface Question {
  readonly clock: NonNullable<AsOf['clock']>;
  readonly without: SourceFilter | undefined;
  readonly pins: Pins;
}

/** What a question means for the gains told. */
export interface PaceListener {
  readonly place: (id: PlaceId) => Place | undefined;
  readonly keeps: (without: SourceFilter) => (units: Units, row: number) => boolean;
  /** How far a voice is believed: as its class is, unless pinned, so that no day's pace changes when more is learned. */
  readonly trust: (voice: number, pins: Pins) => number;
}

/**
 * A town and its district are one spot: who takes the one is said to take the other. Provinces are
 * none: what is said of them is told again of the places in them.
 */
function spotOf({ id, level, within }: Place, placeOf: (id: PlaceId) => Place | undefined) {
  if (level === 'district') return id;
  if (level !== 'settlement') return undefined;
  return within.findLast((each) => placeOf(each)?.level === 'district') ?? id;
}

interface Country {
  readonly units: Units;
  /** By row. */
  readonly spots: PlaceId[];
  /** How many were told before a day, by clock and day. */
  readonly counts: Map<string, number>;
  answered?: { readonly question: Question; readonly gains: ToldGains } | undefined;
}

/** The gains told in each country, gone through once for one question after another. */
export class Paces {
  readonly #parameters: StandingParameters;
  readonly #listener: PaceListener;
  readonly #countries = new Map<string, Country>();

  constructor(parameters: StandingParameters, listener: PaceListener) {
    this.#parameters = parameters;
    this.#listener = listener;
  }

  add(unit: Weighed): void {
    const place = this.#listener.place(unit.place);
    const spot = place && spotOf(place, this.#listener.place);
    if (!spot) return;
    let found = this.#countries.get(place.country);
    if (!found) this.#countries.set(place.country, (found = newCountry()));
    found.units.add(unit);
    found.spots.push(spot);
    found.answered = undefined;
    found.counts.clear();
  }

  /** How many gains in the country of a place were told before a day: with more of them, its pace is another. */
  countBefore(place: PlaceId, day: number, clock: Question['clock']): number {
    const found = this.#countries.get(this.#listener.place(place)?.country ?? '');
    if (!found) return 0;
    const key = `${clock}|${day}`;
    let count = found.counts.get(key);
    if (count === undefined) {
      const told = toldOf(found.units, clock);
      count = 0;
      for (let row = 0; row < found.units.count; row++) if (told(row) < day) count++;
      found.counts.set(key, count);
    }
    return count;
  }

  /** Undefined where every day is as any other. */
  of(id: PlaceId, question: Question): Pace | undefined {
    const place = this.#listener.place(id);
    const spot = place && spotOf(place, this.#listener.place);
    const found = spot && this.#countries.get(place.country);
    if (!found) return undefined;
    const last = found.answered?.question;
    const isSame =
      last?.clock === question.clock &&
      last.without === question.without &&
      last.pins === question.pins;
    if (!isSame) found.answered = { question, gains: this.#gainsIn(found, question) };
    return new Pace(spot, found.answered!.gains, this.#parameters.pace);
  }

  /** What is told again within the time in which a capture is told as news counts once. */
  #gainsIn({ units, spots }: Country, question: Question): ToldGains {
    const { pace, time } = this.#parameters;
    const strength = this.#strengths(units, question);
    const told = toldOf(units, question.clock);
    const rows = this.#rows(units, question).sort(
      (a, b) => told(a) - told(b) || strength(b) - strength(a),
    );
    const bySpot = new Map<PlaceId, ToldGain[]>();
    const before = new Map<string, ToldGain>();
    for (const row of rows) {
      const [actor, day, spot] = [units.actor(row), told(row), spots[row]!];
      const key = `${actor}|${spot}`;
      const last = before.get(key);
      const had = last && day - last.day <= time.stillDays.value ? last.belief : 0;
      const belief = strength(row);
      before.set(key, { actor, day, belief: Math.max(had, belief) });
      if (belief <= had) continue;
      const gain = { actor, day, belief: belief - had };
      const gains = bySpot.get(spot);
      if (gains) gains.push(gain);
      else bySpot.set(spot, [gain]);
    }
    return { bySpot, sums: sumsOf(bySpot, pace.days.value) };
  }

  /** Of captures that were news when they were told. */
  #rows(units: Units, { clock, without }: Question): number[] {
    const keep = without && this.#listener.keeps(without);
    const told = toldOf(units, clock);
    const rows: number[] = [];
    for (let row = 0; row < units.count; row++) {
      if (told(row) - units.day(row) > this.#parameters.pace.days.value) continue;
      if (!keep || keep(units, row)) rows.push(row);
    }
    return rows;
  }

  #strengths(units: Units, { pins }: Question): (row: number) => number {
    const interested = this.#parameters.witness.interested.value;
    const trusts: number[] = [];
    return (row) => {
      const voice = units.voice(row);
      const trust = (trusts[voice] ??= this.#listener.trust(voice, pins));
      return (units.base(row) * trust) / (units.isSlanted(row) ? interested : 1);
    };
  }
}

const newCountry = (): Country => ({ units: new Units(), spots: [], counts: new Map() });

const toldOf = (units: Units, clock: Question['clock']) =>
  clock === 'said' ? (row: number) => units.said(row) : (row: number) => units.recorded(row);

function sumsOf(
  bySpot: ReadonlyMap<PlaceId, readonly ToldGain[]>,
  window: number,
): ReadonlyMap<number, Sums> {
  const gains = [...bySpot.values()].flat();
  const spans = new Map<number, { from: number; to: number }>();
  for (const { actor, day } of gains) {
    const { from, to } = spans.get(actor) ?? { from: Infinity, to: -Infinity };
    spans.set(actor, { from: Math.min(from, day + 1), to: Math.max(to, day + window) });
  }
  const sums = new Map<number, Sums>();
  for (const [actor, { from, to }] of spans) {
    sums.set(actor, { from, days: new Float64Array(to - from + 1) });
  }
  for (const { actor, day, belief } of gains) {
    const { from, days } = sums.get(actor)!;
    for (let i = 1; i <= window; i++) days[day + i - from]! += belief;
  }
  return sums;
}
