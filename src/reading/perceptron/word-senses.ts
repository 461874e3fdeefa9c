import type { ModelArray, ModelFile } from './container.ts';

/**
 * Classes of words of like meaning, from word vectors: fine ones, each within a middle one, each within
 * a coarse one. 0: no class.
 */
export interface WordSenses {
  /** `hash` is that of the folded word. */
  fine(hash: number): number;
  middle(hash: number): number;
  coarse(hash: number): number;
}

/** The first bits of a hash say where its word stands, sixteen more say whether it is there. */
const PLACE_BITS = 14;
const PLACES = 1 << PLACE_BITS;
const placeOf = (hash: number) => hash >>> (32 - PLACE_BITS);
const markOf = (hash: number) => hash & 0xffff;

export interface SenseTable {
  /** Fine class of each folded word's hash, numbered from 1. */
  readonly classes: ReadonlyMap<number, number>;
  /** Middle class of each fine class, coarse class of each middle class; place 0 is that of no class. */
  readonly middle: ArrayLike<number>;
  readonly coarse: ArrayLike<number>;
}

/** Of two words with one place and one mark the first stays: one in ten thousand. */
export function packSenses({ classes, middle, coarse }: SenseTable): Record<string, ModelArray> {
  const rows: [number, number][][] = Array.from({ length: PLACES }, () => []);
  for (const [hash, label] of classes) {
    const row = rows[placeOf(hash)]!;
    if (row.every(([mark]) => mark !== markOf(hash))) row.push([markOf(hash), label]);
  }
  return {
    lengths: Uint8Array.from(rows, (row) => row.length),
    marks: Uint16Array.from(rows.flatMap((row) => row.map(([mark]) => mark))),
    fine: Uint16Array.from(rows.flatMap((row) => row.map(([, label]) => label))),
    middle: Uint16Array.from(middle),
    coarse: Uint16Array.from(coarse),
  };
}

export function wordSensesFrom({ arrays }: ModelFile): WordSenses {
  const { marks, fine, middle, coarse } = arrays as Record<string, Uint16Array>;
  const starts = new Int32Array(PLACES + 1);
  arrays['lengths']!.forEach((length, place) => (starts[place + 1] = starts[place]! + length));
  const find = (hash: number) => {
    const place = placeOf(hash);
    const mark = markOf(hash);
    for (let at = starts[place]!; at < starts[place + 1]!; at++)
      if (marks![at] === mark) return fine![at]!;
    return 0;
  };
  return {
    fine: find,
    middle: (hash) => middle![find(hash)]!,
    coarse: (hash) => coarse![middle![find(hash)]!]!,
  };
}
