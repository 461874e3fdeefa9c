import type { Fingerprint } from '../../domain/index.ts';
import type { OriginParameters } from '../parameters.ts';
import { widened } from '../room.ts';
import { KeyTable } from './key-table.ts';

const SPACE = 2 ** 32;
/** One hash in so many is a key whatever the length of its text: so a brief finds its long original. */
const KEY_RATE = 16;
const FIRST_ROOM = 1024;

/** How much two texts share, at the coarser of their two rates. */
export interface Overlap {
  readonly shared: number;
  /** Share of the first found in the second, and the other way round. */
  readonly ofFirst: number;
  readonly ofSecond: number;
}

export function overlapOf(a: Fingerprint, b: Fingerprint): Overlap {
  const below = SPACE / Math.max(a.rate, b.rate);
  let i = 0;
  let j = 0;
  let shared = 0;
  let left = 0;
  let right = 0;
  const first = a.shingles;
  const second = b.shingles;
  for (;;) {
    const x = i < first.length && first[i]! < below ? first[i]! : SPACE;
    const y = j < second.length && second[j]! < below ? second[j]! : SPACE;
    if (x === SPACE && y === SPACE) break;
    if (x === y) shared++;
    if (x <= y) {
      i++;
      left++;
    }
    if (y <= x) {
      j++;
      right++;
    }
  }
  return {
    shared,
    ofFirst: left === 0 ? 0 : shared / left,
    ofSecond: right === 0 ? 0 : shared / right,
  };
}

export function isCopy(
  overlap: Overlap,
  sameCredit: boolean,
  { copy, credited, minimum }: OriginParameters,
): boolean {
  const containment = Math.max(overlap.ofFirst, overlap.ofSecond);
  const enough = sameCredit ? credited.value : copy.value;
  return overlap.shared >= minimum.value && containment >= enough;
}

/**
 * Texts by their smallest hashes (MinHash, Broder 1997; bottom-k and threshold keys together), so
 * that the copies of a text are found in time that does not grow with the number of texts.
 */
export class CopyIndex {
  readonly #parameters: OriginParameters;
  /** By key: where the last text filed under it stands. */
  readonly #last = new KeyTable();
  #texts = new Int32Array(FIRST_ROOM);
  /** Where the one before it under the same key stands. */
  #before = new Int32Array(FIRST_ROOM);
  #filed = 0;
  /** By text: keys shared with the one that is added. */
  #shared = new Int32Array(FIRST_ROOM);

  constructor(parameters: OriginParameters) {
    this.#parameters = parameters;
  }

  /** Earlier texts that share at least `candidate` keys, then files `text` under its own. */
  add(text: number, { shingles }: Fingerprint): number[] {
    if (text >= this.#shared.length) this.#shared = widened(this.#shared, text);
    const met: number[] = [];
    const { keys, candidate } = this.#parameters;
    for (let i = 0; i < shingles.length; i++) {
      const hash = shingles[i]!;
      if (i >= keys.value && hash >= SPACE / KEY_RATE) break;
      for (let at = this.#file(text, hash); at >= 0; at = this.#before[at]!) {
        const other = this.#texts[at]!;
        if (this.#shared[other]!++ === 0) met.push(other);
      }
    }
    const candidates = met.filter((other) => this.#shared[other]! >= candidate.value);
    for (const other of met) this.#shared[other] = 0;
    return candidates;
  }

  /** Where the one filed last under the same key stands; -1 for none. */
  #file(text: number, key: number): number {
    const at = this.#filed++;
    if (at >= this.#texts.length) {
      this.#texts = widened(this.#texts, at);
      this.#before = widened(this.#before, at);
    }
    this.#texts[at] = text;
    const before = this.#last.exchange(key, at);
    this.#before[at] = before;
    return before;
  }
}
