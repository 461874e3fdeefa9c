import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSenses } from '../../src/node/senses.ts';
import { decodeModel, encodeModel } from '../../src/reading/perceptron/container.ts';
import { hashText } from '../../src/reading/perceptron/hash.ts';
import { packSenses, wordSensesFrom } from '../../src/reading/perceptron/word-senses.ts';
import { kMeans, normalise } from '../../training/k-means.ts';
import { readWordVectors, takeCommon } from '../../training/word-vectors.ts';
import { seededRandom } from '../../bench/random.ts';

const senses = await loadSenses(packageRoot());
const fine = (word: string) => senses.fine(hashText(word));

describe('senses', () => {
  test('words of like meaning share a class, others do not', () => {
    expect(fine('mortars')).toBe(fine('mortar'));
    expect(fine('monday')).toBe(fine('thursday'));
    expect(senses.coarse(hashText('rebels'))).toBe(senses.coarse(hashText('guerrillas')));
    expect(fine('mortars')).not.toBe(fine('thursday'));
    expect(senses.coarse(hashText('mortars'))).not.toBe(senses.coarse(hashText('thursday')));
  });

  test('a word that no vector has is in no class', () => {
    for (const word of ['qzxwv', 'brnlgh', '']) {
      expect(fine(word)).toBe(0);
      expect(senses.middle(hashText(word))).toBe(0);
      expect(senses.coarse(hashText(word))).toBe(0);
    }
  });

  test('what was packed is found again, whatever the hash', () => {
    const seed = 3;
    const random = seededRandom(seed);
    const hashes = Array.from({ length: 5000 }, () => Math.floor(random() * 2 ** 32) | 0);
    const classes = new Map([...hashes, -1, 0x7fffffff].map((hash, i) => [hash, (i % 900) + 1]));
    const middle = Array.from({ length: 901 }, (_, label) => Math.ceil(label / 9));
    const coarse = Array.from({ length: 101 }, (_, label) => Math.ceil(label / 10));
    const bytes = encodeModel({ meta: {}, arrays: packSenses({ classes, middle, coarse }) });
    const found = wordSensesFrom(decodeModel(bytes));
    for (const [hash, label] of classes) {
      expect(found.fine(hash), `seed ${seed}, hash ${hash}`).toBe(label);
      expect(found.middle(hash)).toBe(Math.ceil(label / 9));
      expect(found.coarse(hash)).toBe(Math.ceil(Math.ceil(label / 9) / 10));
    }
  });
});

describe('training of senses', () => {
  test('k-means parts what lies apart', () => {
    const random = seededRandom(1);
    const corners = [0, 1, 2, 3];
    const values = Float32Array.from({ length: 200 * 5 }, (_, at) => {
      const corner = Math.floor(at / 5) % 4;
      return (at % 5 === corner ? 1 : 0) + random() / 10;
    });
    const points = { values, dimensions: 5, count: 200 };
    normalise(points);
    const { clusterOf } = kMeans(points, { clusters: 4, rounds: 10, seed: 1 });
    expect(new Set(corners.map((corner) => clusterOf[corner]!)).size).toBe(4);
    clusterOf.forEach((cluster, i) => expect(cluster).toBe(clusterOf[i % 4]));
  });

  test('vectors are read in order, whatever marks a word has; what all share is taken away', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'vectors.json');
    const vectors = {
      ']': [9, 1, 2, 0],
      '"': [9, 3, 4, 1],
      vectors: [9, -1, 2.5, 2],
      é: [9, 0, 0, 3],
    };
    writeFileSync(file, JSON.stringify({ dimensions: 3, words: Object.keys(vectors), vectors }));
    const read = readWordVectors(file, 10);
    expect(read.words).toEqual([']', '"', 'vectors', 'é']);
    expect([...read.values.subarray(6, 9)]).toEqual([9, -1, 2.5]);
    expect(readWordVectors(file, 2).words).toEqual([']', '"']);
    takeCommon(read, 1);
    expect(read.values[0]).toBeCloseTo(0);
  });
});
