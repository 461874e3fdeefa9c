import { expect, test } from 'vitest';
import { read, resources } from './read.ts';

const SEED = 20_210_805;
const RUNS = 200;

/** Seeded chance, mulberry32 (T. Ettinger, public domain): the same seed gives the same texts. */
function chance(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Words and marks that rules look at, in any order: nothing that a writer would write. */
const WORDS = [
  'the a of to in by from not if would has been said that which who it they no only first 26 half',
  'captured fell hold retake denied control under siege city capital airport parts troops rebels',
  'forces Taliban Kunduz Goma Monday , . ; : " “ ” ( ) - – 😀 ß',
]
  .flatMap((line) => line.split(' '))
  .concat('\n', '\n\n', '\u0000', '\u200f', '\ud83d');

const EXAMPLES = resources.lexicon.frames.flatMap(({ yes }) => yes);

function textOf(next: (below: number) => number): string {
  const many = <T>(from: readonly T[], most: number) =>
    Array.from({ length: next(most) }, () => from[next(from.length)]!);
  if (next(2) === 0) return many(WORDS, 60).join(' ');
  const sentences = many(EXAMPLES, 6).join(' ');
  const from = next(sentences.length + 1);
  return sentences.slice(from, from + next(400));
}

test(`any text is read without a throw, and evidence is a slice of it (seed ${SEED})`, () => {
  const next = chance(SEED);
  for (let run = 0; run < RUNS; run++) {
    const body = textOf(next);
    const wrong = read(body).claims.filter(({ evidence, confidence }) => {
      const { start, end, exact, prefix, suffix } = evidence;
      const slices =
        body.slice(start, end) === exact &&
        body.slice(0, start).endsWith(prefix) &&
        body.slice(end).startsWith(suffix);
      return start < 0 || end <= start || !slices || confidence <= 0 || confidence >= 1;
    });
    expect({ run, body, wrong }).toEqual({ run, body, wrong: [] });
  }
});

test('the same text gives the same claims, ids and all', () => {
  const body = EXAMPLES.join(' ');
  const ids = read(body).claims.map(({ id }) => id);
  expect(read(body).claims.map(({ id }) => id)).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(['which the rebels captured on Friday.', 'whom they killed.'])(
  'a fragment may begin with its pronoun: %s',
  (body) => {
    expect(read(body).claims.every(({ target }) => target === null)).toBe(true);
  },
);
