import type { Reliability } from '../../domain/index.ts';
import type { Past, SiegePast } from '../standing/past.ts';
import type { Registry } from '../standing/registry.ts';

/** Where the whole numbers of one stand; then its holders, roots, those carried, and which of them each repeats. */
const HEAD = 13;
const [LENGTH, FRACTIONS, DAY, NEWEST, ORIGINS, GRADE, STATES, BELIEF_DAY] = [
  0, 1, 2, 3, 4, 5, 6, 7,
];
const [SIEGE_DAY, SIEGE_BY, HOLDERS, ROOTS, CARRIED] = [8, 9, 10, 11, 12];
/** Nobody ever said that there is a siege; a besieger nobody named. */
const NO_SIEGE = -2;
const UNNAMED = -1;

const FIRST_ROOM = 1024;

/**
 * Pasts of many places side by side in memory: as objects each would take some kilobytes, and there
 * are hundreds of thousands. One is added once and never altered.
 */
export class PackedPasts {
  readonly #registry: Registry;
  #numbers = new Int32Array(FIRST_ROOM);
  #fractions = new Float64Array(FIRST_ROOM);
  #numbersUsed = 0;
  #fractionsUsed = 0;
  count = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  /** Where the first of them stands; the others follow. */
  add(pasts: readonly Past[]): number {
    const start = this.#numbersUsed;
    for (const past of pasts) this.#write(past);
    return start;
  }

  /** Of so many from a place on, in the order of their days, the last that is not after a day. */
  before(start: number, count: number, day: number): Past | undefined {
    let found = -1;
    for (let at = start, i = 0; i < count; i++) {
      if (this.#numbers[at + DAY]! > day) break;
      found = at;
      at += this.#numbers[at + LENGTH]!;
    }
    return found < 0 ? undefined : this.#read(found);
  }

  /** Takes over so many of another's. */
  take(other: PackedPasts, start: number, count: number): number {
    const begin = this.#numbersUsed;
    for (let at = start, i = 0; i < count; i++) {
      this.#write(other.#read(at));
      at += other.#numbers[at + LENGTH]!;
    }
    return begin;
  }

  #write(past: Past): void {
    const { belief, siege, states, holders, roots, carried, strengths } = past;
    const length = HEAD + holders.length + roots.length + 2 * carried.length;
    const fractions = this.#makeRoom(length, 1 + states.size + carried.length);
    const numbers = this.#numbers;
    const at = this.#numbersUsed - length;
    numbers[at + LENGTH] = length;
    numbers[at + FRACTIONS] = fractions;
    numbers[at + DAY] = past.day;
    numbers[at + NEWEST] = past.newest;
    numbers[at + ORIGINS] = past.origins;
    numbers[at + GRADE] = past.grade.charCodeAt(0);
    numbers[at + STATES] = states.number;
    numbers[at + BELIEF_DAY] = belief.day;
    numbers[at + SIEGE_DAY] = siege?.day ?? 0;
    numbers[at + SIEGE_BY] = this.#besieger(siege);
    numbers[at + HOLDERS] = holders.length;
    numbers[at + ROOTS] = roots.length;
    numbers[at + CARRIED] = carried.length;
    numbers.set(holders, at + HEAD);
    numbers.set(roots, at + HEAD + holders.length);
    numbers.set(carried, at + length - 2 * carried.length);
    numbers.set(past.strongest, at + length - carried.length);
    this.#fractions[fractions] = siege?.probability ?? 0;
    this.#fractions.set(belief.forward, fractions + 1);
    this.#fractions.set(strengths, fractions + 1 + states.size);
    this.count++;
  }

  #besieger(siege: SiegePast | undefined): number {
    if (!siege) return NO_SIEGE;
    return siege.by === null ? UNNAMED : this.#registry.actors.of(siege.by);
  }

  /** Takes so much of both; returns where the fractions begin. */
  #makeRoom(numbers: number, fractions: number): number {
    this.#numbersUsed += numbers;
    if (this.#numbersUsed > this.#numbers.length) {
      const wider = new Int32Array(Math.ceil(1.5 * this.#numbersUsed));
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#fractionsUsed += fractions;
    if (this.#fractionsUsed > this.#fractions.length) {
      const wider = new Float64Array(Math.ceil(1.5 * this.#fractionsUsed));
      wider.set(this.#fractions);
      this.#fractions = wider;
    }
    return this.#fractionsUsed - fractions;
  }

  #read(at: number): Past {
    const numbers = this.#numbers;
    const states = this.#registry.states.at(numbers[at + STATES]!);
    const holders = numbers[at + HOLDERS]!;
    const roots = numbers[at + ROOTS]!;
    const carried = numbers[at + CARRIED]!;
    const lists = at + HEAD;
    const carriedAt = lists + holders + roots;
    const fractions = numbers[at + FRACTIONS]!;
    const strengths = fractions + 1 + states.size;
    return {
      day: numbers[at + DAY]!,
      newest: numbers[at + NEWEST]!,
      origins: numbers[at + ORIGINS]!,
      grade: String.fromCharCode(numbers[at + GRADE]!) as Reliability['grade'],
      states,
      belief: {
        day: numbers[at + BELIEF_DAY]!,
        forward: this.#fractions.subarray(fractions + 1, strengths),
      },
      siege: this.#siege(at, this.#fractions[fractions]!),
      holders: listOf(numbers, lists, holders),
      roots: listOf(numbers, lists + holders, roots),
      carried: numbers.subarray(carriedAt, carriedAt + carried),
      strongest: numbers.subarray(carriedAt + carried, carriedAt + 2 * carried),
      strengths: this.#fractions.subarray(strengths, strengths + carried),
    };
  }

  #siege(at: number, probability: number): SiegePast | undefined {
    const by = this.#numbers[at + SIEGE_BY]!;
    if (by === NO_SIEGE) return undefined;
    const besieger = by === UNNAMED ? null : this.#registry.actors.at(by);
    return { day: this.#numbers[at + SIEGE_DAY]!, by: besieger, probability };
  }
}

// Not `Array.from`, which makes an object for each number of a typed array.
function listOf(numbers: Int32Array, from: number, count: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < count; i++) list.push(numbers[from + i]!);
  return list;
}
