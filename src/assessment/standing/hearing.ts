import type { StandingParameters } from '../parameters.ts';
import { inItsDay } from './in-its-day.ts';
import { Seen } from './seen.ts';
import type { Weighed } from './weigh.ts';

/** Which units count, and how far. */
export interface Listener {
  readonly clock: 'said' | 'recorded';
  /** Last day of that clock that counts. */
  readonly limit: number;
  readonly keep?: ((unit: Weighed) => boolean) | undefined;
  /** Of sources, by grade. */
  readonly reliabilities: Float64Array;
  readonly origins: {
    /** Whether a text, by number, is nobody else's. */
    readonly isOwn: (text: number) => boolean;
    /** Origins it draws on, as known on a day. */
    readonly roots: (text: number, known: number) => readonly number[];
  };
}

/** Kinds of key by which units are one witness; a pair of numbers starts with one. */
const ORIGIN = 0;
const SPEAKER = 1;
const AROUND = 2;
const AGENCY = 3;
const KINDS_OF_KEY = 4;
/** Origins of one text, and a key of each other kind, as a guess: more makes the table full, not wrong. */
const KEYS_A_UNIT = 5;

/**
 * The witnesses of one place, in columns that are used again for the next place: a million claims
 * are heard in a second because nothing is made for each.
 */
export class Hearing {
  readonly #parameters: StandingParameters;
  readonly #seen = new Seen();
  readonly #slots: number[] = [];
  readonly #ranks: number[] = [];
  readonly #strength: number[] = [];
  readonly #units: Weighed[] = [];
  #room = 0;
  count = 0;
  readonly units: Weighed[] = [];
  /** First witness of each day; those of one day stand strongest first. */
  readonly starts: number[] = [];
  /** As weighed, but in the light of all that is said of the day: an index into `POINTINGS`. */
  codes = new Uint8Array(0);
  /** Probability that the source tells the truth here. */
  reliability = new Float64Array(0);
  /** Probability that it is told truly and read right; 0 when the words are another's. */
  trust = new Float64Array(0);
  /** Probability that it is about this day, and adds to what others said that day. */
  about = new Float64Array(0);
  /** How many times as common as others' its false claims of the sort are. */
  slant = new Float64Array(0);
  /** Place among the witnesses who say the same on the same day, from 0. */
  ranks = new Int32Array(0);
  /** Strongest earlier witness whose words these are, told again: counted once. -1 for its own. */
  repeats = new Int32Array(0);
  /** Part of its strength that goes beyond the words it repeats: 1 when they are its own. */
  surplus = new Float64Array(0);

  constructor(parameters: StandingParameters) {
    this.#parameters = parameters;
  }

  /**
   * Hears the units of one place, sorted by `compareWeighed`. Those that share an origin or a named
   * speaker, and say the same of the same actor within the window, are one witness, as strong as the
   * strongest of them heard so far. An agency's own voice is one witness a day.
   */
  hear(sorted: readonly Weighed[], listener: Listener): this {
    this.#clear();
    const { limit, keep } = listener;
    const bySaid = listener.clock === 'said';
    for (let i = 0; i < sorted.length; i++) {
      const unit = sorted[i]!;
      if ((bySaid ? unit.said : unit.recorded) <= limit && (!keep || keep(unit))) {
        this.#units.push(unit);
      }
    }
    const { length } = this.#units;
    this.#reserve(length);
    this.#seen.reset(length * KEYS_A_UNIT);
    for (let start = 0; start < length;) {
      const { day } = this.#units[start]!;
      let end = start + 1;
      while (end < length && this.#units[end]!.day === day) end++;
      this.#hearDay(start, end, listener);
      start = end;
    }
    return this;
  }

  #clear(): void {
    this.count = 0;
    this.units.length = 0;
    this.starts.length = 0;
    this.#units.length = 0;
  }

  #reserve(room: number): void {
    if (room <= this.#room) return;
    this.#room = 2 * room;
    this.codes = new Uint8Array(this.#room);
    this.reliability = new Float64Array(this.#room);
    this.trust = new Float64Array(this.#room);
    this.about = new Float64Array(this.#room);
    this.slant = new Float64Array(this.#room);
    this.ranks = new Int32Array(this.#room);
    this.repeats = new Int32Array(this.#room);
    this.surplus = new Float64Array(this.#room);
  }

  #hearDay(start: number, end: number, listener: Listener): void {
    this.starts.push(this.count);
    const first = this.count;
    this.#sortDay(start, end, listener);
    this.#ranks.length = 0;
    const { interested } = this.#parameters.witness;
    for (let at = first; at < this.count; at++) {
      const unit = this.units[at]!;
      const repeats = this.#repeated(at, listener);
      const rank = repeats < 0 ? this.#nextRank(unit.saying) : 0;
      const surplus =
        repeats < 0 ? 1 : Math.max(0, 1 - this.#strength[repeats]! / this.#strength[at]!);
      this.repeats[at] = repeats;
      this.surplus[at] = surplus;
      this.ranks[at] = rank;
      this.codes[at] = unit.code;
      this.trust[at] = surplus > 0 ? unit.base * this.reliability[at]! : 0;
      this.about[at] = surplus * this.#aboutOf(unit, rank);
      this.slant[at] = unit.slanted ? interested.value : 1;
    }
    if (end - start > 1) inItsDay(this, first, this.count);
  }

  #aboutOf({ about }: Weighed, rank: number): number {
    return rank === 0 ? about : about * this.#parameters.witness.corroboration.value ** rank;
  }

  /** Puts the units of one day at the end of the columns, strongest first. */
  #sortDay(start: number, end: number, { reliabilities }: Listener): void {
    const { interested } = this.#parameters.witness;
    for (let i = start; i < end; i++) {
      const unit = this.#units[i]!;
      const value = reliabilities[unit.grade]!;
      const strength = (unit.base * unit.about * value) / (unit.slanted ? interested.value : 1);
      // By insertion: days are short, and equals keep the order they came in.
      let at = this.count++;
      for (; at > this.starts.at(-1)! && this.#strength[at - 1]! < strength; at--) {
        this.#strength[at] = this.#strength[at - 1]!;
        this.units[at] = this.units[at - 1]!;
        this.reliability[at] = this.reliability[at - 1]!;
      }
      this.#strength[at] = strength;
      this.units[at] = unit;
      this.reliability[at] = value;
    }
  }

  /** The strongest earlier witness whose words these are, or -1. */
  #repeated(at: number, listener: Listener): number {
    const unit = this.units[at]!;
    const slots = this.#slots;
    this.#findSlots(unit, listener);
    const { values } = this.#seen;
    const since = unit.day - this.#parameters.witness.windowDays.value;
    let repeats = -1;
    const strength = this.#strength;
    for (let i = 0; i < slots.length; i++) {
      const earlier = values[slots[i]!]!;
      if (earlier < 0 || this.units[earlier]!.day < since) continue;
      if (repeats < 0 || strength[earlier]! > strength[repeats]!) repeats = earlier;
    }
    const strongest = repeats < 0 || strength[at]! > strength[repeats]! ? at : repeats;
    for (let i = 0; i < slots.length; i++) values[slots[i]!] = strongest;
    return repeats;
  }

  #findSlots(unit: Weighed, { origins, limit }: Listener): void {
    const slots = this.#slots;
    const seen = this.#seen;
    const base = unit.saying * KINDS_OF_KEY;
    slots.length = 0;
    if (origins.isOwn(unit.text)) slots.push(seen.slot(base + ORIGIN, unit.text));
    else {
      for (const root of origins.roots(unit.text, limit))
        slots.push(seen.slot(base + ORIGIN, root));
    }
    if (unit.speaker >= 0) slots.push(seen.slot(base + SPEAKER, unit.speaker));
    // What is told of a province says one thing of its seat, however many tell of it.
    if (unit.around >= 0) slots.push(seen.slot(base + AROUND, unit.around));
    if (unit.agency >= 0) {
      // With the day in it: an agency that says the same tomorrow says it anew.
      const voice = Math.imul(unit.agency, 65_536) + (unit.day & 65_535);
      slots.push(seen.slot(base + AGENCY, voice));
    }
  }

  /** How many said the same before on this day: pairs of saying and count, for days are short. */
  #nextRank(saying: number): number {
    const ranks = this.#ranks;
    for (let i = 0; i < ranks.length; i += 2) {
      if (ranks[i] === saying) return ++ranks[i + 1]!;
    }
    ranks.push(saying, 0);
    return 0;
  }
}
