import { countBefore, type PlaceId } from '../../domain/index.ts';
import { POINTINGS } from '../parameters.ts';

/**
 * A claim weighed for one day of a place, in numbers alone: a `Registry` says what they stand for.
 * Days are whole days since 1970-01-01.
 */
export interface Unit {
  /** Number of the claim. */
  readonly claim: number;
  readonly day: number;
  readonly said: number;
  readonly recorded: number;
  /** Probability that it was read right, meant as fact and true of this place, whatever its source. */
  readonly base: number;
  /** Probability that it speaks of this day: of a capture told again. */
  readonly about: number;
  /** Position in `POINTINGS`. */
  readonly code: number;
  /** What the claim itself says of its own place; not what follows from it for a day or place near. */
  readonly direct: boolean;
  /** What a side says for itself. */
  readonly slanted: boolean;
  /** Whom it is said of; -1 for nobody. */
  readonly actor: number;
  /** Pointing and actor. */
  readonly saying: number;
  /** Who says it, and with what interest. */
  readonly voice: number;
  /** Number of the report. */
  readonly text: number;
  /** -1 when nobody is named. */
  readonly speaker: number;
  /** Outlets of its chain. */
  readonly outlet: number;
  /** Number of the place it is told of, when that is another; else -1. */
  readonly around: number;
}

export interface Weighed extends Unit {
  readonly place: PlaceId;
  /** Number of the place. */
  readonly at: number;
}

/** A row is one line of a processor's cache: two fractions, then twelve whole numbers. */
const ROW_BYTES = 64;
const FRACTIONS = ROW_BYTES / 8;
const NUMBERS = ROW_BYTES / 4;
/** Where the fields stand in a row: those of eight bytes, then those of four. */
const [BASE, ABOUT] = [0, 1];
const [DAY, SAID, RECORDED, KIND, ACTOR, SAYING, VOICE, TEXT, SPEAKER, OUTLET, AROUND, CLAIM] = [
  4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
];
/** Beside the code of the pointing. */
const CODE = 0xff;
const DIRECT = 0x100;
const SLANTED = 0x200;

/** Of two rows, as of two numbers. */
type Order = (a: number, b: number) => number;

const FIRST_ROOM = 4;
/** Below it room is doubled: there are many such places. */
const SMALL = 128;
/** More than any place has: a day and a row in one number, below those that lose their last digit. */
const ROWS = 2 ** 28;

/**
 * Units of one place, side by side in memory: a million of them are gone through in the time it takes
 * to read that much, and none is an object that has to be collected.
 */
export class Units {
  count = 0;
  #fractions = new Float64Array(0);
  #numbers = new Int32Array(0);
  /** Of those sorted, the days alone: rows are found by them. */
  #days = new Int32Array(0);

  add(unit: Unit): void {
    if (this.count * FRACTIONS === this.#fractions.length) this.#grow();
    const fractions = this.count * FRACTIONS;
    this.#fractions[fractions + BASE] = unit.base;
    this.#fractions[fractions + ABOUT] = unit.about;
    const n = this.#numbers;
    const at = this.count * NUMBERS;
    n[at + DAY] = unit.day;
    n[at + SAID] = unit.said;
    n[at + RECORDED] = unit.recorded;
    n[at + KIND] = unit.code | (unit.direct ? DIRECT : 0) | (unit.slanted ? SLANTED : 0);
    n[at + ACTOR] = unit.actor;
    n[at + SAYING] = unit.saying;
    n[at + VOICE] = unit.voice;
    n[at + TEXT] = unit.text;
    n[at + SPEAKER] = unit.speaker;
    n[at + OUTLET] = unit.outlet;
    n[at + AROUND] = unit.around;
    n[at + CLAIM] = unit.claim;
    this.count++;
  }

  #grow(): void {
    const more = this.count < SMALL ? 2 : 1.5;
    const room = Math.max(FIRST_ROOM, Math.ceil(more * this.count));
    const fractions = new Float64Array(room * FRACTIONS);
    fractions.set(this.#fractions);
    this.#fractions = fractions;
    this.#numbers = new Int32Array(fractions.buffer);
  }

  /**
   * In order of day, and within a day in one that does not depend on the order of arrival, as the
   * numbers of claims do. Those added since the last time are sorted by themselves and then merged.
   */
  sort(idOf: (claim: number) => string): void {
    const ofOneDay = (a: number, b: number) => this.#compare(a, b, idOf);
    const added = this.#byDay(this.#days.length);
    for (let start = 0; start < added.length;) {
      const day = this.day(added[start]!);
      let end = start + 1;
      while (end < added.length && this.day(added[end]!) === day) end++;
      if (end - start > 1) added.subarray(start, end).sort(ofOneDay);
      start = end;
    }
    const first = added.length === 0 ? this.count : this.firstOf(this.day(added[0]!));
    this.#arrange(this.#merged(added, first, ofOneDay), first);
    const days = new Int32Array(this.count);
    days.set(this.#days.subarray(0, first));
    for (let row = first; row < days.length; row++) days[row] = this.day(row);
    this.#days = days;
  }

  /** Rows from one on in the order of their days: as numbers, which are sorted ten times as fast as by a function. */
  #byDay(from: number): Int32Array {
    const keys = new Float64Array(this.count - from);
    for (let i = 0; i < keys.length; i++) keys[i] = this.day(from + i) * ROWS + from + i;
    keys.sort();
    return Int32Array.from(keys, (key) => key - Math.floor(key / ROWS) * ROWS);
  }

  /** Order of the rows from `first` on: those sorted before, with those added, each of the two in order. */
  #merged(added: Int32Array, first: number, ofOneDay: Order): Int32Array {
    const sorted = this.#days.length;
    if (sorted === 0) return added;
    const order = new Int32Array(this.count - first);
    let before = first;
    let next = 0;
    for (let i = 0; i < order.length; i++) {
      const isBefore =
        before < sorted &&
        (next === added.length || this.#compareDays(before, added[next]!, ofOneDay) <= 0);
      order[i] = isBefore ? before++ : added[next++]!;
    }
    return order;
  }

  #compareDays(a: number, b: number, ofOneDay: Order): number {
    return this.day(a) - this.day(b) || ofOneDay(a, b);
  }

  /** Puts the rows from `first` on in an order, in place: cycle by cycle. The order is used up. */
  #arrange(order: Int32Array, first: number): void {
    const numbers = this.#numbers;
    const kept = new Int32Array(NUMBERS);
    for (let start = 0; start < order.length; start++) {
      if (order[start] === first + start) continue;
      kept.set(numbers.subarray((first + start) * NUMBERS, (first + start + 1) * NUMBERS));
      let to = start;
      for (let from = order[to]! - first; from !== start; from = order[to]! - first) {
        const row = (first + from) * NUMBERS;
        numbers.copyWithin((first + to) * NUMBERS, row, row + NUMBERS);
        order[to] = first + to;
        to = from;
      }
      numbers.set(kept, (first + to) * NUMBERS);
      order[to] = first + to;
    }
  }

  /** First row of a day or later, of those sorted. */
  firstOf(day: number): number {
    return countBefore(this.#days, day);
  }

  #compare(a: number, b: number, idOf: (claim: number) => string): number {
    return (
      compare(idOf(this.claim(a)), idOf(this.claim(b))) ||
      compare(POINTINGS[this.code(a)]!, POINTINGS[this.code(b)]!) ||
      this.base(a) - this.base(b) ||
      this.about(a) - this.about(b)
    );
  }

  base(row: number): number {
    return this.#fractions[row * FRACTIONS + BASE]!;
  }
  about(row: number): number {
    return this.#fractions[row * FRACTIONS + ABOUT]!;
  }
  day(row: number): number {
    return this.#numbers[row * NUMBERS + DAY]!;
  }
  said(row: number): number {
    return this.#numbers[row * NUMBERS + SAID]!;
  }
  recorded(row: number): number {
    return this.#numbers[row * NUMBERS + RECORDED]!;
  }
  code(row: number): number {
    return this.#numbers[row * NUMBERS + KIND]! & CODE;
  }
  isDirect(row: number): boolean {
    return (this.#numbers[row * NUMBERS + KIND]! & DIRECT) !== 0;
  }
  isSlanted(row: number): boolean {
    return (this.#numbers[row * NUMBERS + KIND]! & SLANTED) !== 0;
  }
  actor(row: number): number {
    return this.#numbers[row * NUMBERS + ACTOR]!;
  }
  saying(row: number): number {
    return this.#numbers[row * NUMBERS + SAYING]!;
  }
  voice(row: number): number {
    return this.#numbers[row * NUMBERS + VOICE]!;
  }
  text(row: number): number {
    return this.#numbers[row * NUMBERS + TEXT]!;
  }
  speaker(row: number): number {
    return this.#numbers[row * NUMBERS + SPEAKER]!;
  }
  outlet(row: number): number {
    return this.#numbers[row * NUMBERS + OUTLET]!;
  }
  around(row: number): number {
    return this.#numbers[row * NUMBERS + AROUND]!;
  }
  claim(row: number): number {
    return this.#numbers[row * NUMBERS + CLAIM]!;
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
