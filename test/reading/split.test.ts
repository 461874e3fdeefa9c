import { describe, expect, test } from 'vitest';
import { LONGEST_SENTENCE } from '../../src/reading/sentences.ts';
import { splitText } from '../../src/reading/split.ts';
import { reportOf } from './report.ts';
import { seededRandom } from '../../bench/random.ts';

const sentences = (body: string) =>
  splitText(reportOf(body)).sentences.map(({ start, end }) => body.slice(start, end));

describe('sentences', () => {
  test.each([
    [['Mr. Smith left for the U.S. on Aug. 5.', 'He has not returned.']],
    [['The talks were held in the U.S.', 'The envoy said no more.']],
    [['It began at 5 a.m.', 'The city was quiet by noon.']],
    [['"We won," he said.', '"They fled."', 'Nobody was hurt.']],
    [["''The bridge is gone,'' the mayor said.", "''Nobody crosses it.''", 'The army left.']],
    [['"Is it over?" he asked.', '"Stop!" Gerasimov said.']],
    [['“They have taken the city.”', 'The governor denied it.']],
    [['He waited ... and waited.', 'Then he left.']],
    [['Gen. J. Doe spoke.', 'Lt. Col. A. B. Roe did not.']],
    [['About 3.5 million fled (the U.N. says).', 'More will follow.']],
  ])('%j', (expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  test('text in capitals', () => {
    expect(sentences('GEN. NORIEGA LEFT THE U.S. EMBASSY. NO ONE WAS HURT.')).toEqual([
      'GEN. NORIEGA LEFT THE U.S. EMBASSY.',
      'NO ONE WAS HURT.',
    ]);
  });

  test('each line is a paragraph; a headline and items are told from prose', () => {
    const body =
      'Drills begin on the border\nTroops arrived on Friday.\n- Two districts fell\nAug. 6 – ZARANJ. The city fell.';
    const forms = splitText(reportOf(body)).sentences.map(({ form, paragraph }) => [
      paragraph,
      form,
    ]);
    expect(forms).toEqual([
      [0, 'headline'],
      [1, 'prose'],
      [2, 'item'],
      [3, 'item'],
      [3, 'item'],
    ]);
  });

  test.each([
    [['20:40 GMT –', 'The army left.']],
    [['3.15 pm:', 'The army left.']],
    [['🔹', 'IZIUM — ours.']],
    [['The vote was 12.30: nobody left.']],
    [['1998: the army left.']],
    [['1845: the army left.']],
  ])('what opens a line is set apart: %j', (expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  test('four digits are a time where another line’s can be nothing else', () => {
    expect(sentences('1950: The army left.\n2315: The rebels came.')).toEqual([
      '1950:',
      'The army left.',
      '2315:',
      'The rebels came.',
    ]);
  });

  test('speakers of a transcript are set apart, headings are not', () => {
    expect(sentences('A: Who came?\nQ: Why?')).toHaveLength(2);
    expect(
      sentences('HOST: Who came?\nAARTS: Rebels.\nHOST: When?\nAARTS: Today.').slice(0, 4),
    ).toEqual(['HOST:', 'Who came?', 'AARTS:', 'Rebels.']);
  });

  test('lines wrapped by hand are joined', () => {
    const body =
      'The militants have focused on rural areas and\nno major city has fallen to them so far, officials\nsaid.\n\nThe army has sent more troops to the southern\nprovinces.';
    expect(splitText(reportOf(body)).sentences).toHaveLength(2);
  });
});

describe('offsets', () => {
  const ALPHABET = Array.from(
    'abcXYZ .,;:!?\'’"“”-–—/()[]$%&@#0123456789\n\t\r\u00a0éßñжشم中😀\u0301\u200b',
  );

  test('every word is its slice of the body, in order, inside its sentence and paragraph', () => {
    const seed = 20_210_806;
    const random = seededRandom(seed);
    for (let round = 0; round < 300; round++) {
      const length = Math.floor(random() * 200);
      const body = Array.from(
        { length },
        () => ALPHABET[Math.floor(random() * ALPHABET.length)],
      ).join('');
      const split = splitText(reportOf(body));
      let at = 0;
      for (const token of split.tokens) {
        expect(body.slice(token.start, token.end), `seed ${seed}, round ${round}`).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(at);
        expect(token.end).toBeGreaterThan(token.start);
        const sentence = split.sentences[token.sentence]!;
        expect(sentence.start <= token.start && token.end <= sentence.end).toBe(true);
        at = token.end;
      }
      // Nothing but blanks is left out.
      const kept = split.tokens.map(({ text }) => text).join('');
      expect(kept, `seed ${seed}, round ${round}`).toBe(body.replace(/[\s\u200b\ufeff]/gu, ''));
    }
  });

  test.each([
    ['no blanks', 'a'.repeat(1_000_000)],
    ['stops only', '.'.repeat(300_000)],
    ['stops and brackets', '.)('.repeat(100_000)],
    ['stops apart', '. '.repeat(150_000)],
    ['hyphens', 'a-'.repeat(150_000)],
    ['almost an address', 'a.b@'.repeat(75_000)],
    ['quotation marks', '" '.repeat(150_000)],
    ['apostrophes', "s'".repeat(150_000)],
    ['empty lines', '\n'.repeat(300_000)],
  ])('long hostile text ends: %s', (_, body) => {
    const { sentences, tokens } = splitText(reportOf(body));
    expect(tokens.length).toBeLessThanOrEqual(body.length);
    for (const { first, last } of sentences)
      expect(last - first).toBeLessThanOrEqual(LONGEST_SENTENCE + 6);
  });
});
