import { expect, test } from 'vitest';
import type { Candidate } from '../../src/reading/speech/learned/candidate.ts';
import { candidateNumbers } from '../../src/reading/speech/learned/candidate-numbers.ts';
import { LemmaShares } from '../../src/reading/speech/learned/lemma-shares.ts';
import { parsed } from './parsed.ts';

const { tokens } = parsed('Officials said rebels denied it. Nobody believed them.');
const shares = new LemmaShares([[7, [8, 6]]]);

/** Labels by letter: "s" source, "c" content, "q" cue, "-" none; a new run opens each role. */
function candidate(index: number, network: number, letters: string, first = 0): Candidate {
  const labels = Uint8Array.from(letters, (letter, i) => {
    const opens = letters[i - 1] === letter ? 1 : 0;
    return letter === 's' ? 1 + opens : letter === 'c' ? 3 + opens : letter === 'q' ? 5 : 0;
  });
  const labelling = { labels, read: 0, value: 1, firstValue: 1, lead: 7, count: 1 };
  const scores = { near: 0, whole: 0, network, inSentence: 0 };
  return { index, rule: undefined, lemma: 7, first, ...scores, ...labelling };
}

const said = candidate(1, 3, 'sqccc-');
const denied = candidate(3, 2, '--sqc-');
const believed = candidate(7, 1, 'sqc-', 6);

const numbersOf = (candidates: readonly Candidate[]) =>
  candidateNumbers(candidates, { tokens, shares });

test('each candidate has as many numbers, alone or among others', () => {
  const lengths = [numbersOf([said]), numbersOf([said, denied, believed])].flatMap((all) =>
    all.map(({ length }) => length),
  );
  expect(new Set(lengths).size).toBe(1);
});

test('a cue within what another says has other numbers than one beside it', () => {
  const [, nested] = numbersOf([said, denied]);
  const [, apart] = numbersOf([candidate(1, 3, 'sq----'), denied]);
  expect(nested).not.toEqual(apart);
});

test('of another sentence only the neighbour counts, by its score', () => {
  const [alone] = numbersOf([said]);
  const [beside] = numbersOf([said, believed]);
  const changed = [...beside!].filter((number, k) => number !== alone![k]);
  expect(changed).toEqual([1]);
});

test('a lemma is a cue in as many of its uses as the corpus shows, and one in five unseen', () => {
  expect(shares.of(7)).toEqual({ uses: 8, share: (6 + 0.3) / 9.5 });
  expect(shares.of(8).share).toBeCloseTo(0.2);
});
