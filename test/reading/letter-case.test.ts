import { describe, expect, test } from 'vitest';
import { isShouted } from '../../src/reading/letter-case.ts';
import { loadResources } from '../../src/node/resources.ts';
import { read } from '../../src/reading/read.ts';
import { reportOf } from './report.ts';

const resources = await loadResources();
const mentions = (body: string) => read(reportOf(body), resources).mentions;

const BODY = `THE ARMY IS IN THE MAIN SQUARE, AND SOLDIERS WHO ENTERED THE CITY OF AYACUCHO
SAID THEY HAVE SEEN HOW THE SHINING PATH ATTACKED A SCHOOL.`;

describe('a text in capitals', () => {
  test('has no groups and towns where prose has "is", "who" and "the main"', () => {
    const found = mentions(BODY).map(({ text }) => text.toUpperCase());
    expect(found).not.toContain('IS');
    expect(found).not.toContain('WHO');
    expect(found.filter((text) => /MAIN|ENTERED|HAVE/.test(text))).toEqual([]);
  });

  test('keeps its groups, whose names have lost their own capitals', () => {
    expect(mentions(BODY)).toContainEqual(
      expect.objectContaining({ type: 'actor', actor: 'shining-path' }),
    );
  });

  test('is quoted as it was printed', () => {
    for (const { text, start, end } of mentions(BODY)) expect(text).toBe(BODY.slice(start, end));
  });

  test('is told from a heading of a few acronyms', () => {
    expect(isShouted(['THE', 'REBELS', 'TOOK', 'IT', '.'])).toBe(true);
    expect(isShouted(['NATO', 'and', 'the', 'UN', 'met'])).toBe(false);
    expect(isShouted(['UN', 'EU'])).toBe(false);
  });
});

describe('words restored from capitals', () => {
  const restored = (text: string) => resources.letterCase.restore(text.split(' ')).join(' ');

  test('names that are words of the language, too', () => {
    expect(restored('OFFICIALS NAMED CAPTAIN MARK BAKER , WHO WAS KILLED IN THE ATTACK .')).toMatch(
      /aptain Mark Baker , who was killed in the attack/,
    );
    expect(restored('LIEUTENANT PETER STONE SAW IT , SAID THE COUNCIL .')).toContain(
      'Peter Stone saw',
    );
  });

  test('acronyms keep their capitals', () => {
    expect(restored('THE MARINES AND NATO TROOPS LEFT THE CAMP OF THE UN MISSION .')).toMatch(
      /and NATO troops left the camp of the UN mission/,
    );
  });

  test('a word of no known text is taken for a name', () => {
    expect(restored('THE REBELS TOOK OYEGUNBA AND LEFT IT .')).toContain('took Oyegunba and left');
  });

  test('a form of a known word is not', () => {
    expect(restored('MALIAN TROOPS HAVE RECAPTURED KONNA , THE ARMY SAID FRIDAY .')).toMatch(
      /have recaptured Konna/,
    );
    expect(restored('GUERRILLAS DYNAMITED A PYLON AND REOCCUPIED PERQUIN .')).toMatch(
      /dynamited .* reoccupied Perquin/,
    );
  });

  test('a headline keeps its names and loses its other capitals', () => {
    expect(restored('Governor Baker Says Troops Will Leave Kabul Soon')).toBe(
      'Governor Baker says troops will leave Kabul soon',
    );
  });

  test('prose is left as it is', () => {
    expect(restored('The town of Herat fell , NATO said .')).toBe(
      'The town of Herat fell , NATO said .',
    );
  });
});
