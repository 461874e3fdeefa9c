import { writeFileSync } from 'node:fs';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { hashText } from '../src/reading/perceptron/hash.ts';
import { fold, plainForm } from '../src/reading/perceptron/words.ts';
import type { TrainingOptions } from './main.ts';
import { reducedVectors } from './reduced-vectors.ts';
import { readWordVectors } from './word-vectors.ts';

const WORDS = 30_000;
const DIMENSIONS = 50;

/** Vectors of frequent words, folded as the tables of words fold them; `--vectors` as for the senses. */
export function run({ flags, out, log }: TrainingOptions): void {
  const file = flags['vectors'];
  if (file === undefined) throw new RangeError('--vectors FILE is missing');
  const vectors = readWordVectors(file, WORDS);
  const values = reducedVectors(vectors, DIMENSIONS);
  // Of words that fold alike the most frequent stays.
  const rows = new Map<number, number>();
  vectors.words.forEach((word, row) => {
    const hash = hashText(fold(plainForm(word)));
    if (!rows.has(hash)) rows.set(hash, row);
  });
  const kept = [...rows.values()].map((row) =>
    values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS),
  );
  const bytes = encodeModel({
    meta: { model: 'vectors' },
    arrays: {
      words: Int32Array.from(rows.keys()),
      values: Int8Array.from(kept.flatMap((row) => [...row])),
    },
  });
  writeFileSync(out, bytes);
  log(`${out}: ${rows.size} words, ${bytes.length} bytes`);
}
