import { join, mix } from './hash.ts';
import type { WordAtoms } from './words.ts';

/** Atom for a position outside the sentence. */
export const OUTSIDE = 0x1d872b41;

export interface TagContext {
  readonly atoms: readonly WordAtoms[];
  /** Most frequent tag of each word in training, or 0 when unseen. */
  readonly usual: Int32Array;
  /** Tags given so far, as atoms. */
  readonly given: Int32Array;
}

export interface Place {
  readonly out: Int32Array;
  readonly from: number;
}

/** Features of a word by itself; returns how many were written to the front of `out`. */
export function ownFeatures(
  { word, form, shape, suffixes, prefixes, fine }: WordAtoms,
  out: Int32Array,
) {
  let n = 0;
  out[n++] = mix(0, 1);
  out[n++] = mix(1, word);
  out[n++] = mix(2, form);
  out[n++] = mix(3, shape);
  out[n++] = mix(30, join(shape, suffixes[2] ?? word));
  out[n++] = mix(31, fine);
  for (let k = 0; k < suffixes.length; k++) out[n++] = mix(40 + k, suffixes[k]!);
  for (let k = 0; k < prefixes.length; k++) out[n++] = mix(50 + k, prefixes[k]!);
  return n;
}

/** Features of the tag decision at `i` and its neighbours, from `from` on; returns how many there are in all. */
export function tagFeatures(context: TagContext, i: number, { out, from }: Place): number {
  const { atoms, usual, given } = context;
  const { word, shape, suffixes, fine } = atoms[i]!;
  const left = atoms[i - 1]?.word ?? OUTSIDE;
  const right = atoms[i + 1]?.word ?? OUTSIDE;
  const left2 = atoms[i - 2]?.word ?? OUTSIDE;
  const right2 = atoms[i + 2]?.word ?? OUTSIDE;
  const tag1 = i > 0 ? given[i - 1]! : OUTSIDE;
  const tag2 = i > 1 ? given[i - 2]! : OUTSIDE;
  const tags = join(tag1, tag2);
  const next1 = i + 1 < atoms.length ? usual[i + 1]! : OUTSIDE;
  const next2 = i + 2 < atoms.length ? usual[i + 2]! : OUTSIDE;
  const here = usual[i]!;
  let n = from;
  out[n++] = mix(4, tag1);
  out[n++] = mix(5, tags);
  out[n++] = mix(6, join(tag1, word));
  out[n++] = mix(7, left);
  out[n++] = mix(8, right);
  out[n++] = mix(9, left2);
  out[n++] = mix(10, right2);
  out[n++] = mix(11, join(left, word));
  out[n++] = mix(12, join(word, right));
  out[n++] = mix(13, next1);
  out[n++] = mix(14, join(tag1, next1));
  out[n++] = mix(15, join(next1, next2));
  out[n++] = mix(16, join(here, next1));
  out[n++] = mix(17, join(here, tag1));
  out[n++] = mix(18, join(join(tag1, here), next1));
  out[n++] = mix(19, join(i === 0 ? 1 : 0, shape));
  out[n++] = mix(20, join(tag1, right));
  out[n++] = mix(21, join(join(here, tags), next1));
  out[n++] = mix(22, join(shape, tag1));
  out[n++] = mix(23, join(left, right));
  out[n++] = mix(24, atoms[i + 1]?.suffixes[2] ?? OUTSIDE);
  out[n++] = mix(25, atoms[i - 1]?.suffixes[2] ?? OUTSIDE);
  out[n++] = mix(26, join(shape, atoms[i + 1]?.shape ?? OUTSIDE));
  out[n++] = mix(27, join(suffixes[2] ?? word, tag1));
  out[n++] = mix(28, join(suffixes[2] ?? word, next1));
  out[n++] = mix(29, join(word, next1));
  const classes = join(atoms[i - 1]?.fine ?? OUTSIDE, atoms[i + 1]?.fine ?? OUTSIDE);
  out[n++] = mix(32, atoms[i - 1]?.fine ?? OUTSIDE);
  out[n++] = mix(33, atoms[i + 1]?.fine ?? OUTSIDE);
  out[n++] = mix(34, atoms[i + 2]?.fine ?? OUTSIDE);
  out[n++] = mix(35, classes);
  out[n++] = mix(36, join(tag1, fine));
  out[n++] = mix(37, join(fine, atoms[i + 1]?.fine ?? OUTSIDE));
  out[n++] = mix(38, join(word, atoms[i + 1]?.fine ?? OUTSIDE));
  out[n++] = mix(39, join(tag1, atoms[i + 1]?.fine ?? OUTSIDE));
  return n;
}
