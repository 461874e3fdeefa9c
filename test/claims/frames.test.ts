import { describe, expect, test } from 'vitest';
import { CLAIM_KINDS } from '../../src/domain/index.ts';
import { CLAIM_RULES } from '../../src/claims/rules/index.ts';
import { claimsIn, line, resources } from './read.ts';

/** Whether a claim was found by this rule, or by this frame through any rule. */
const by = (name: string) => (claim: { readonly rule: string }) =>
  claim.rule.split(':').includes(name);

/** "found", or what was found instead. */
function seen(sentence: string, name: string) {
  const claims = claimsIn(sentence);
  return claims.some(by(name)) ? 'found' : claims.map(line);
}

describe('frames of the lexicon', () => {
  for (const frame of resources.lexicon.frames) {
    for (const sentence of frame.yes)
      test(`${frame.name}: ${sentence}`, () => {
        expect(seen(sentence, frame.name)).toBe('found');
      });
    for (const sentence of frame.no ?? [])
      test(`not ${frame.name}: ${sentence}`, () => {
        const claims = claimsIn(sentence);
        expect(claims.filter(by(frame.name)).map(line)).toEqual([]);
      });
  }
});

describe('rules', () => {
  for (const { name, examples } of CLAIM_RULES) {
    for (const sentence of examples.yes)
      test(`${name}: ${sentence}`, () => {
        expect(seen(sentence, name)).toBe('found');
      });
    for (const sentence of examples.no)
      test(`not ${name}: ${sentence}`, () => {
        expect(claimsIn(sentence).filter(by(name)).map(line)).toEqual([]);
      });
  }
});

test('every kind of claim has an example that finds it', () => {
  const sentences = [
    ...resources.lexicon.frames.flatMap(({ yes }) => yes),
    ...CLAIM_RULES.flatMap(({ examples }) => examples.yes),
  ];
  const found = new Set(
    sentences.flatMap((sentence) => claimsIn(sentence).map(({ kind }) => kind)),
  );
  expect(CLAIM_KINDS.filter((kind) => !found.has(kind))).toEqual([]);
});

test('words that JavaScript has a meaning for are words like others', () => {
  expect(() =>
    claimsIn(
      'The constructor of the bridge in Goma said that the rebels took it. The constructor fled.',
    ),
  ).not.toThrow();
});
