import type { Fingerprint } from '../../domain/index.ts';
import type { OriginParameters } from '../parameters.ts';

const SPACE = 2 ** 32;
/** One hash in so many is a key whatever the length of its text: so a brief finds its long original. */
const KEY_RATE = 16;

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
  readonly #heads = new Map<number, number>();
  readonly #texts: number[] = [];
  readonly #next: number[] = [];

  constructor(parameters: OriginParameters) {
    this.#parameters = parameters;
  }

  /** Earlier texts that share at least `candidate` keys, then files `text` under its own. */
  add(text: number, { shingles }: Fingerprint): number[] {
    const counts = new Map<number, number>();
    const { keys, candidate } = this.#parameters;
    for (let i = 0; i < shingles.length; i++) {
      const hash = shingles[i]!;
      if (i >= keys.value && hash >= SPACE / KEY_RATE) break;
      const head = this.#heads.get(hash);
      for (let at = head; at !== undefined && at >= 0; at = this.#next[at]!) {
        const other = this.#texts[at]!;
        counts.set(other, (counts.get(other) ?? 0) + 1);
      }
      this.#heads.set(hash, this.#texts.length);
      this.#texts.push(text);
      this.#next.push(head ?? -1);
    }
    return [...counts].filter(([, count]) => count >= candidate.value).map(([other]) => other);
  }
}
