import { countBefore, type Place, type PlaceId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import type { AsOf, Pins } from '../types.ts';
import type { Filter } from './filters.ts';
import { GainSums, rounded } from './gain-sums.ts';
import { Pace, Room, type ToldGain, type ToldGains } from './pace.ts';
import { Units, type Weighed } from './units.ts';

interface Question {
  readonly clock: NonNullable<AsOf['clock']>;
  readonly without: Filter | undefined;
  readonly pins: Pins;
}

/** What a question means for the gains told. */
export interface PaceListener {
  readonly place: (id: PlaceId) => Place | undefined;
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

/** Where gains at a place count. */
interface Lying {
  readonly country: string;
  readonly spot: PlaceId | undefined;
}

type ByRow = (row: number) => number;

interface Country {
  readonly units: Units;
  readonly rows: Map<PlaceId, number[]>;
  /** Days on which gains were told, rising, by clock. */
  readonly told: Readonly<Record<Question['clock'], number[]>>;
  /** As heard for the last question that left nothing out, and for the last that did: they are asked in turn. */
  whole: HeardGains | undefined;
  part: HeardGains | undefined;
}

interface HeardGains {
  readonly question: Question;
  /** The gains of each spot. */
  readonly bySpot: Map<PlaceId, readonly ToldGain[]>;
  readonly sums: GainSums;
  /** Spots of which more came in since they were heard. */
  readonly stale: Set<PlaceId>;
}

/** The gains told in each country, gone through once for one question after another; a gain more costs its own spot. */
export class Paces {
  readonly #parameters: StandingParameters;
  readonly #listener: PaceListener;
  readonly #setting: ConstructorParameters<typeof Pace>[2];
  readonly #countries = new Map<string, Country>();
  /** Of places asked about: a list of places takes longer to look in than all that is asked here. */
  readonly #lying = new Map<PlaceId, Lying>();
  /** The same by the number of the place, of those with gains. */
  readonly #lyingByNumber: (Lying | undefined)[] = [];

  constructor(parameters: StandingParameters, listener: PaceListener) {
    this.#parameters = parameters;
    this.#listener = listener;
    this.#setting = { room: new Room(), parameters: parameters.pace };
  }

  add(unit: Weighed): void {
    const { country, spot } = (this.#lyingByNumber[unit.at] ??= this.#lyingOf(unit.place));
    if (!spot) return;
    let found = this.#countries.get(country);
    if (!found) {
      this.#countries.set(country, (found = newCountry()));
    }
    const rows = found.rows.get(spot);
    if (rows) rows.push(found.units.count);
    else found.rows.set(spot, [found.units.count]);
    insert(found.told.said, unit.said);
    insert(found.told.recorded, unit.recorded);
    found.units.add(unit);
    found.whole?.stale.add(spot);
    found.part?.stale.add(spot);
  }

  /** How many gains in the country of a place were told before a day: with more of them, its pace is another. */
  countBefore(place: PlaceId, day: number, clock: Question['clock']): number {
    const found = this.#countries.get(this.#lyingOf(place).country);
    return found ? countBefore(found.told[clock], day) : 0;
  }

  /** Undefined where every day is as any other. */
  of(id: PlaceId, question: Question): Pace | undefined {
    const { country, spot } = this.#lyingOf(id);
    const found = spot && this.#countries.get(country);
    if (!found) return undefined;
    const slot = question.without ? 'part' : 'whole';
    let heard = found[slot];
    if (!heard || !isSame(heard.question, question)) {
      const sums = new GainSums(this.#parameters.pace.days.value);
      heard = { question, bySpot: new Map(), sums, stale: new Set(found.rows.keys()) };
      found[slot] = heard;
    }
    return new Pace(spot, this.#gainsIn(found, heard), this.#setting);
  }

  #lyingOf(id: PlaceId): Lying {
    let lying = this.#lying.get(id);
    if (!lying) {
      const place = this.#listener.place(id);
      const spot = place && spotOf(place, this.#listener.place);
      this.#lying.set(id, (lying = { country: place?.country ?? '', spot }));
    }
    return lying;
  }

  #gainsIn({ units, rows }: Country, heard: HeardGains): ToldGains {
    const { question, bySpot, sums, stale } = heard;
    if (stale.size > 0) {
      const strength = this.#strengths(units, question);
      const told = toldOf(units, question.clock);
      const counts = this.#counts(units, question);
      for (const spot of stale) {
        sums.take(bySpot.get(spot) ?? []);
        const gains = this.#gainsAt(rows.get(spot)!.filter(counts), units, { told, strength });
        bySpot.set(spot, gains);
        sums.add(gains);
      }
      stale.clear();
    }
    return heard;
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
      const more = rounded(belief) - rounded(had);
      if (more > 0) gains.push({ actor, day, belief: more });
    }
    return gains;
  }

  /** Captures that were news when they were told. */
  #counts(units: Units, { clock, without }: Question): (row: number) => boolean {
    const keep = without?.keep;
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
  told: { said: [], recorded: [] },
  whole: undefined,
  part: undefined,
});

const isSame = (a: Question, b: Question) =>
  a.clock === b.clock && a.without === b.without && a.pins === b.pins;

const toldOf = (units: Units, clock: Question['clock']) =>
  clock === 'said' ? (row: number) => units.said(row) : (row: number) => units.recorded(row);

/** Keeps days rising; most come in that order. */
function insert(days: number[], day: number): void {
  if ((days.at(-1) ?? -Infinity) <= day) days.push(day);
  else days.splice(countBefore(days, day), 0, day);
}
