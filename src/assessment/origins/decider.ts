import type { OriginParameters } from '../parameters.ts';
import { overlapOf } from './copies.ts';
import type { Decision, Entry } from './entry.ts';

/** Number of the main origin of an entry, as known on a day. */
export function rootOf(entries: readonly Entry[], number: number, known: number): number {
  let at = number;
  for (;;) {
    const { parent, since } = entries[at]!;
    if (parent < 0 || since > known) return at;
    at = parent;
  }
}

/** Says whose words each entry has, in the order of publication, from what was decided of those before. */
export class Decider {
  readonly #entries: readonly Entry[];
  readonly #order: (a: number, b: number) => number;
  readonly #parameters: OriginParameters;
  /** What was decided of those that are decided anew, or touched by that. */
  #before = new Map<number, Decision>();

  constructor(
    entries: readonly Entry[],
    order: (a: number, b: number) => number,
    parameters: OriginParameters,
  ) {
    this.#entries = entries;
    this.#order = order;
    this.#parameters = parameters;
  }

  /** Decides of the last of a family, in order. Returns what was decided before of all that this bears on. */
  decide(last: readonly number[]): ReadonlyMap<number, Decision> {
    this.#before = new Map();
    for (const index of last) this.#undo(index);
    for (const index of last) this.#decide(index);
    return this.#before;
  }

  #undo(index: number): void {
    const entry = this.#keep(index);
    for (const found of entry.foundOf) {
      const earlier = this.#keep(found);
      earlier.also = earlier.also.filter(({ by }) => by !== index);
    }
    entry.foundOf = [];
    entry.parent = -1;
    entry.also = [];
  }

  #keep(index: number): Entry {
    const entry = this.#entries[index]!;
    const { parent, since, also } = entry;
    if (!this.#before.has(index)) this.#before.set(index, { parent, since, also });
    return entry;
  }

  #decide(index: number): void {
    const entry = this.#entries[index]!;
    const since = entry.day;
    const stories: number[] = [];
    const wholes: number[] = [];
    for (const to of this.#earlier(index)) {
      if (this.#drawsOnAny(to, stories)) continue;
      if (this.#isOtherPart(index, to)) wholes.push(to);
      else stories.push(this.#root(to));
    }
    const [first, ...others] = stories;
    if (first !== undefined) {
      entry.parent = first;
      entry.since = since;
      const further = others.map((root) => ({ entry: root, since, by: index }));
      entry.also = [...entry.also, ...further];
    }
    for (const whole of wholes) this.#drawTogether(index, whole, stories);
  }

  /** A text that draws on several origins speaks for none of them while one that draws on one can. */
  *#earlier(index: number): Generator<number> {
    const several: number[] = [];
    for (const to of this.#entries[index]!.edges?.to ?? []) {
      if (this.#order(to, index) > 0) continue;
      if (this.#entries[to]!.also.length === 0) yield to;
      else several.push(to);
    }
    yield* several;
  }

  #root(number: number): number {
    return rootOf(this.#entries, number, Infinity);
  }

  #drawsOnAny(number: number, roots: readonly number[]): boolean {
    if (roots.length === 0) return false;
    const { also } = this.#entries[number]!;
    return (
      roots.includes(this.#root(number)) ||
      also.some(({ entry }) => roots.includes(this.#root(entry)))
    );
  }

  /** Of a text and a longer one that holds part of it, says which draws on the other's origin. */
  #drawTogether(index: number, whole: number, stories: readonly number[]): void {
    if (this.#drawsOnAny(whole, stories)) return;
    const entry = this.#entries[index]!;
    const longer = this.#entries[whole]!;
    const { ofFirst } = overlapOf(entry.fingerprint!, longer.fingerprint!);
    const merged = stories.length > 0 && ofFirst < this.#parameters.within.value;
    const found = { since: entry.day, by: index };
    if (merged) {
      entry.also = [...entry.also, { entry: this.#root(whole), ...found }];
      return;
    }
    this.#keep(whole).also = [...longer.also, { entry: index, ...found }];
    entry.foundOf = [...entry.foundOf, whole];
  }

  /**
   * Whether a longer earlier text holds this one beside another story: this one is then no copy of
   * that story's origin, though the longer text draws on both.
   */
  #isOtherPart(index: number, longer: number): boolean {
    const whole = this.#entries[longer]!;
    const { fingerprint, edges } = this.#entries[index]!;
    if (overlapOf(whole.fingerprint!, fingerprint!).ofFirst > this.#parameters.part.value) {
      return false;
    }
    const adjacent = new Set(edges!.to);
    const parts = whole.edges!.to.filter((to) => to !== index && this.#order(to, index) < 0);
    return parts.length > 0 && parts.every((to) => !adjacent.has(to));
  }
}
