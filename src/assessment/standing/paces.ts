import type { Place, PlaceId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import type { AsOf, Pins, SourceFilter } from '../types.ts';
import { Pace, Room, type Sums, type ToldGain, type ToldGains } from './pace.ts';
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

type ByRow = (row: number) => number;

interface Country {
  readonly units: Units;
  readonly rows: Map<PlaceId, number[]>;
  /** How many were told before a day, by clock and day. */
  readonly counts: Map<string, number>;
  /** The gains of each spot, as heard for one question; those of which more came in are left out. */
  readonly heard: Map<PlaceId, readonly ToldGain[]>;
  question?: Question;
  /** All of them; absent once more came in. */
  gains?: ToldGains | undefined;
}

/** The gains told in each country, gone through once for one question after another; a gain more costs its own spot. */
export class Paces {
  readonly #parameters: StandingParameters;
  readonly #listener: PaceListener;
  readonly #setting: ConstructorParameters<typeof Pace>[2];
  readonly #countries = new Map<string, Country>();

  constructor(parameters: StandingParameters, listener: PaceListener) {
    this.#parameters = parameters;
    this.#listener = listener;
    this.#setting = { room: new Room(), parameters: parameters.pace };
  }

  add(unit: Weighed): void {
    const place = this.#listener.place(unit.place);
    const spot = place && spotOf(place, this.#listener.place);
    if (!spot) return;
    let found = this.#countries.get(place.country);
    if (!found) this.#countries.set(place.country, (found = newCountry()));
    const rows = found.rows.get(spot);
    if (rows) rows.push(found.units.count);
    else found.rows.set(spot, [found.units.count]);
    found.units.add(unit);
    found.heard.delete(spot);
    found.gains = undefined;
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
    const last = found.question;
    const isSame =
      last?.clock === question.clock &&
      last.without === question.without &&
      last.pins === question.pins;
    if (!isSame) {
      found.question = question;
      found.heard.clear();
      found.gains = undefined;
    }
    found.gains ??= this.#gainsIn(found, question);
    return new Pace(spot, found.gains, this.#setting);
  }

  #gainsIn({ units, rows, heard }: Country, question: Question): ToldGains {
    const strength = this.#strengths(units, question);
    const told = toldOf(units, question.clock);
    const counts = this.#counts(units, question);
    for (const [spot, all] of rows) {
      if (heard.has(spot)) continue;
      heard.set(spot, this.#gainsAt(all.filter(counts), units, { told, strength }));
    }
    return { bySpot: heard, sums: sumsOf(heard, this.#parameters.pace.days.value) };
  }

  /** Of one spot: what is told again within the time in which a capture is told as news counts once. */
  #gainsAt(
    rows: number[],
    units: Units,
    { told, strength }: { readonly told: ByRow; readonly strength: ByRow },
  ): readonly ToldGain[] {
    const { stillDays } = this.#parameters.time;
    rows.sort((a, b) => told(a) - told(b) || strength(b) - strength(a));
    const gains: ToldGain[] = [];
    const before = new Map<number, ToldGain>();
    for (const row of rows) {
      const [actor, day, belief] = [units.actor(row), told(row), strength(row)];
      const last = before.get(actor);
      const had = last && day - last.day <= stillDays.value ? last.belief : 0;
      before.set(actor, { actor, day, belief: Math.max(had, belief) });
      if (belief > had) gains.push({ actor, day, belief: belief - had });
    }
    return gains;
  }

  /** Captures that were news when they were told. */
  #counts(units: Units, { clock, without }: Question): (row: number) => boolean {
    const keep = without && this.#listener.keeps(without);
    const told = toldOf(units, clock);
    const { days } = this.#parameters.pace;
    return (row) => told(row) - units.day(row) <= days.value && (!keep || keep(units, row));
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

const newCountry = (): Country => ({
  units: new Units(),
  rows: new Map(),
  counts: new Map(),
  heard: new Map(),
});

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
