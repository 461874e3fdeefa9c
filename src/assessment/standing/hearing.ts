import { countBefore, type ActorId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import { InItsDay } from './in-its-day.ts';
import type { Listener } from './listener.ts';
import { Met } from './met.ts';
import type { Carried, Past } from './past.ts';
import { Seen } from './seen.ts';
import type { Registry } from './registry.ts';
import { Units } from './units.ts';

/** Kinds of key by which units are one witness; a pair of numbers starts with one. */
const ORIGIN = 0;
const SPEAKER = 1;
const AROUND = 2;
const AGENCY = 3;
const KINDS_OF_KEY = 4;
/** Origins of one text, and a key of each other kind, as a guess: more makes the table full, not wrong. */
const KEYS_A_UNIT = 5;
/** No earlier witness; one of the past has a number below it. */
const NONE = -1;
const carriedAt = (number: number) => NONE - 1 - number;

/**
 * The witnesses of one place, in columns that are used again for the next place: a million claims
 * are heard in a second because nothing is made for each.
 */
export class Hearing {
  readonly registry: Registry;
  readonly #parameters: StandingParameters;
  readonly #seen = new Seen();
  readonly #inItsDay = new InItsDay();
  /** Of the witness at hand: those before are left in, for an array costs more to empty than to fill. */
  readonly #slots: number[] = [];
  #slotted = 0;
  readonly #ranks: number[] = [];
  #ranked = 0;
  /** Rows that count, in the order of the units; those that the past carries come first. */
  #heard = new Int32Array(0);
  /** How much the telling of a witness weighs beside others' of the day. */
  #strengths = new Float64Array(0);
  /** The strongest of those whose words it shares: itself or an earlier one. */
  #strongest = new Int32Array(0);
  /** What was heard before; the columns have what came after. */
  past: Past | undefined;
  #room = 0;
  /** For those who go through what was heard, each from anew. */
  readonly met = new Met();
  readonly pairs = new Seen();
  count = 0;
  /** What was heard; each witness is a row of it. */
  units = new Units();
  rows = new Int32Array(0);
  actors = new Int32Array(0);
  /** Where its actor stands among the states of the chain that was built; -1 when it holds nothing. */
  subjects = new Int32Array(0);
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

  constructor(parameters: StandingParameters, registry: Registry) {
    this.#parameters = parameters;
    this.registry = registry;
  }

  /**
   * Hears the units of one place, sorted. Those that share an origin or a named speaker, and say the
   * same of the same actor within the window, are one witness, as strong as the strongest of them
   * heard so far. An agency's own voice is one witness a day.
   */
  hear(units: Units, listener: Listener): this {
    this.count = 0;
    this.starts.length = 0;
    this.units = units;
    this.past = listener.past;
    this.#reserve(units.count);
    const length = this.#select(units, listener);
    this.#seen.reset(length * KEYS_A_UNIT);
    this.#recall(listener);
    const heard = this.#heard;
    for (let start = this.past?.carried.length ?? 0; start < length;) {
      const day = units.day(heard[start]!);
      let end = start + 1;
      while (end < length && units.day(heard[end]!) === day) end++;
      this.#hearDay(start, end, listener);
      start = end;
    }
    return this;
  }

  day(at: number): number {
    return this.units.day(this.rows[at]!);
  }

  /** First witness of a day or later. */
  firstOf(day: number): number {
    const found = this.starts.find((start) => this.day(start) >= day);
    return found ?? this.count;
  }

  /** Those before a day whose words may be repeated from it on; the past must be farther back. */
  carriedTo(day: number): Carried {
    const first = this.firstOf(this.#firstCarriedTo(day));
    const end = this.firstOf(day);
    const others = this.past?.carried.length ?? 0;
    const heard = this.#heard.subarray(others + first, others + end);
    return {
      day,
      carried: this.rows.slice(first, end).map((row) => countBefore(heard, row)),
      strengths: this.#strengths.slice(first, end),
      strongest: this.#strongest.slice(first, end).map((at) => (at < first ? NONE : at - first)),
    };
  }

  /** Whom a witness speaks of. */
  subject(at: number): ActorId | null {
    const actor = this.actors[at]!;
    return actor < 0 ? null : this.registry.actors.at(actor);
  }

  /** How many claims were heard: one may speak of several days. */
  claims(): number {
    const met = this.met.reset();
    for (let at = 0; at < this.count; at++) met.meet(this.units.claim(this.rows[at]!));
    return met.count;
  }

  /** First day whose words may be repeated on another. */
  #firstCarriedTo(day: number): number {
    return day - this.#parameters.witness.windowDays.value;
  }

  #select(units: Units, { clock, limit, keep, past }: Listener): number {
    const bySaid = clock === 'said';
    // Nothing is said of days that are to come.
    const end = bySaid ? units.firstOf(limit + 1) : units.count;
    let length = 0;
    const first = past ? units.firstOf(this.#firstCarriedTo(past.day)) : 0;
    for (let row = first; row < end; row++) {
      if ((bySaid ? units.said(row) : units.recorded(row)) > limit) continue;
      if (!keep || keep(units, row)) this.#heard[length++] = row;
    }
    return length;
  }

  #reserve(room: number): void {
    if (room <= this.#room) return;
    this.#room = 2 * room;
    this.#heard = new Int32Array(this.#room);
    this.rows = new Int32Array(this.#room);
    this.actors = new Int32Array(this.#room);
    this.subjects = new Int32Array(this.#room);
    this.codes = new Uint8Array(this.#room);
    this.#strengths = new Float64Array(this.#room);
    this.#strongest = new Int32Array(this.#room);
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
    this.#ranked = 0;
    const { units } = this;
    const interested = this.#parameters.witness.interested.value;
    for (let at = first; at < this.count; at++) {
      const row = this.rows[at]!;
      const repeats = this.#repeated(at, listener);
      const rank = repeats === NONE ? this.#nextRank(units.saying(row)) : 0;
      const surplus =
        repeats === NONE ? 1 : Math.max(0, 1 - this.#strengthOf(repeats) / this.#strengths[at]!);
      this.repeats[at] = repeats;
      this.surplus[at] = surplus;
      this.ranks[at] = rank;
      this.codes[at] = units.code(row);
      this.actors[at] = units.actor(row);
      this.trust[at] = surplus > 0 ? units.base(row) * this.reliability[at]! : 0;
      this.about[at] = surplus * this.#aboutOf(units.about(row), rank);
      this.slant[at] = units.isSlanted(row) ? interested : 1;
    }
    if (end - start > 1) this.#inItsDay.hear(this, first, this.count);
  }

  #aboutOf(about: number, rank: number): number {
    return rank === 0 ? about : about * this.#parameters.witness.corroboration.value ** rank;
  }

  /** Puts the units of one day at the end of the columns, strongest first. */
  #sortDay(start: number, end: number, { reliabilities }: Listener): void {
    const { units, rows, reliability } = this;
    const strengths = this.#strengths;
    const interested = this.#parameters.witness.interested.value;
    const first = this.count;
    for (let i = start; i < end; i++) {
      const row = this.#heard[i]!;
      const value = reliabilities[units.voice(row)]!;
      const strength =
        (units.base(row) * units.about(row) * value) / (units.isSlanted(row) ? interested : 1);
      // By insertion: days are short, and equals keep the order they came in.
      let at = this.count++;
      for (; at > first && strengths[at - 1]! < strength; at--) {
        strengths[at] = strengths[at - 1]!;
        rows[at] = rows[at - 1]!;
        reliability[at] = reliability[at - 1]!;
      }
      strengths[at] = strength;
      rows[at] = row;
      reliability[at] = value;
    }
  }

  /** The strongest earlier witness whose words these are, or none. */
  #repeated(at: number, listener: Listener): number {
    const row = this.rows[at]!;
    const slots = this.#slots;
    this.#findSlots(row, listener);
    const seen = this.#seen;
    const since = this.#firstCarriedTo(this.units.day(row));
    let repeats = NONE;
    let strength = 0;
    for (let i = 0; i < this.#slotted; i++) {
      const earlier = seen.value(slots[i]!);
      if (earlier === NONE || this.#dayOf(earlier) < since) continue;
      const one = this.#strengthOf(earlier);
      if (repeats !== NONE && one <= strength) continue;
      repeats = earlier;
      strength = one;
    }
    const isStrongest = repeats === NONE || this.#strengths[at]! > strength;
    const strongest = isStrongest ? at : repeats;
    this.#strongest[at] = strongest;
    for (let i = 0; i < this.#slotted; i++) seen.put(slots[i]!, strongest);
    return repeats;
  }

  #dayOf(witness: number): number {
    if (witness >= 0) return this.day(witness);
    return this.units.day(this.#rowCarried(carriedAt(witness)));
  }

  #strengthOf(witness: number): number {
    return witness >= 0 ? this.#strengths[witness]! : this.past!.strengths[carriedAt(witness)]!;
  }

  /** Of those that the past carries, in its order. */
  #rowCarried(number: number): number {
    return this.#heard[this.past!.carried[number]!]!;
  }

  /** Puts those of the past where they were found before. */
  #recall(listener: Listener): void {
    if (!this.past) return;
    const { carried, strongest } = this.past;
    for (let i = 0; i < carried.length; i++) {
      this.#findSlots(this.#rowCarried(i), listener);
      const value = strongest[i] === NONE ? NONE : carriedAt(strongest[i]!);
      for (let slot = 0; slot < this.#slotted; slot++) this.#seen.put(this.#slots[slot]!, value);
    }
  }

  #findSlots(row: number, { origins, limit }: Listener): void {
    const slots = this.#slots;
    const seen = this.#seen;
    const { units } = this;
    const base = units.saying(row) * KINDS_OF_KEY;
    const text = units.text(row);
    let n = 0;
    if (origins.isOwn(text)) slots[n++] = seen.slot(base + ORIGIN, text);
    else {
      for (const root of origins.roots(text, limit)) slots[n++] = seen.slot(base + ORIGIN, root);
    }
    const speaker = units.speaker(row);
    if (speaker >= 0) slots[n++] = seen.slot(base + SPEAKER, speaker);
    // What is told of a province says one thing of its seat, however many tell of it.
    const around = units.around(row);
    if (around >= 0) slots[n++] = seen.slot(base + AROUND, around);
    const { agency } = this.registry.voices[units.voice(row)]!;
    if (agency >= 0) {
      // With the day in it: an agency that says the same tomorrow says it anew.
      const voice = Math.imul(agency, 65_536) + (units.day(row) & 65_535);
      slots[n++] = seen.slot(base + AGENCY, voice);
    }
    this.#slotted = n;
  }

  /** How many said the same before on this day: pairs of saying and count, for days are short. */
  #nextRank(saying: number): number {
    const ranks = this.#ranks;
    for (let i = 0; i < this.#ranked; i += 2) {
      if (ranks[i] === saying) return ++ranks[i + 1]!;
    }
    ranks[this.#ranked++] = saying;
    ranks[this.#ranked++] = 0;
    return 0;
  }
}
