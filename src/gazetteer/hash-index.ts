import { hash } from './fold.ts';
import { bytesOf, threeBytes, uint32s } from './sections.ts';

/**
 * Maps the hash of a key to the numbers filed under it. Buckets by the low bits, one check byte from
 * the high bits: a caller still compares the key itself, but rarely in vain.
 */
export interface HashIndex {
  /** Calls `visit` with each number that may have this key. */
  look(key: string, visit: (number: number) => void): void;
}

/** About eight numbers a bucket: the check byte keeps the rest from being compared. */
const bucketsFor = (count: number) => 2 ** Math.max(4, Math.floor(Math.log2(count + 1)) - 2);

/** The sections `${name}Buckets`, `${name}Numbers`, `${name}Checks`; `entries` are [hash, number]. */
export function writeHashIndex(
  name: string,
  entries: readonly (readonly [number, number])[],
): Readonly<Record<string, Uint8Array>> {
  const size = bucketsFor(entries.length);
  const buckets = new Uint32Array(size + 1);
  for (const [key] of entries) buckets[(key % size) + 1]!++;
  for (let i = 0; i < size; i++) buckets[i + 1]! += buckets[i]!;
  const next = buckets.slice();
  const numbers = new Uint8Array(entries.length * 3);
  const checks = new Uint8Array(entries.length);
  for (const [key, number] of entries) {
    const at = next[key % size]!++;
    threeBytes.write(numbers, at, number);
    checks[at] = key >>> 24;
  }
  return {
    [`${name}Buckets`]: bytesOf(buckets),
    [`${name}Numbers`]: numbers,
    [`${name}Checks`]: checks,
  };
}

export function readHashIndex(name: string, bytes: (section: string) => Uint8Array): HashIndex {
  const buckets = uint32s(bytes(`${name}Buckets`));
  const numbers = bytes(`${name}Numbers`);
  const checks = bytes(`${name}Checks`);
  const size = buckets.length - 1;
  return {
    look(key, visit) {
      const value = hash(key);
      const bucket = value % size;
      const check = value >>> 24;
      for (let at = buckets[bucket]!; at < buckets[bucket + 1]!; at++) {
        if (checks[at] === check) visit(threeBytes.read(numbers, at));
      }
    },
  };
}
