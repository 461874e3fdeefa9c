import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/domain/index.ts';
import { claimsIn, line } from './read.ts';

const GAINS = new Set(['control.captured', 'control.recaptured', 'control.surrendered']);
const isGain = ({ kind }: Claim) => GAINS.has(kind);

/** Sentences in which no town changes hands as a stated fact. */
const NOT_STATED: readonly string[] = [
  'If captured, Lashkar Gah would be the first provincial capital to fall to the Taliban.',
  'Should the city of Kunduz fall, the Taliban would control the north.',
  'The Taliban plan to capture the city of Kunduz.',
  'The army vowed to retake the city of Kunduz from the Taliban.',
  'The Taliban could seize the city of Kunduz within days.',
  'The Taliban are poised to capture the city of Kunduz.',
  'The government denied that the city of Kunduz had fallen to the Taliban.',
  'The Taliban have not captured the city of Kunduz.',
  'The Taliban failed to capture the city of Kunduz.',
  'The city of Kunduz has not fallen to the Taliban.',
  'No major city has fallen to the Taliban.',
  'The city of Kunduz has yet to fall to the Taliban.',
  'The Taliban are trying to capture the city of Kunduz.',
  'Troops prevented the Taliban from capturing the city of Kunduz.',
  'Will the Taliban capture the city of Kunduz?',
  'Residents fear that the Taliban will capture the city of Kunduz.',
  'The Taliban lack the resources to capture the city of Kunduz.',
  'The Taliban ordered their fighters to seize the city of Kunduz.',
  'Unless help comes, the city of Kunduz will fall to the Taliban.',
  'The Taliban have never captured the city of Kunduz.',
  'The army rejected claims that the Taliban had seized the city of Kunduz.',
  'There were no reports of any capture of the city of Kunduz.',
  'Had the Taliban taken Kunduz, the north would be lost.',
  'Forces repulsed a Taliban offensive aimed at seizing Kunduz.',
  'The Taliban came close to capturing Kunduz.',
  'The plan for the capture of Kunduz was found on a laptop.',
  'The capture of Kunduz would be a blow to the government.',
  'It is not clear whether the Taliban have taken Kunduz.',
  'The army prevented the fall of Kunduz.',
  'Kunduz is at risk of falling to the Taliban.',
  'Two children fell into a well in Kunduz.',
  'The team captured the title in Kunduz on Sunday.',
  // "Has so far refrained from storming it" was read as a capture.
  'The Taliban have so far refrained from storming the city of Kunduz.',
  'The Taliban stopped short of entering the city of Kunduz.',
  'The Taliban came just short of capturing the city of Kunduz.',
  'Losing Kunduz would be a blow to the government.',
  'Taking Kunduz would cost the Taliban weeks.',
  // "Any" made the monitor's line a capture a day before the town fell.
  'Officials denied any loss of the city of Kunduz.',
  // What is said of the report was read as said of nothing.
  'Reports of the fall of Kunduz to the Taliban were “baseless”, the ministry said.',
  'Talk of the capture of Kunduz by the Taliban was fabricated, the army said.',
  'The army said the news of the loss of Kunduz to the Taliban was false.',
  'The ministry said reports of the collapse of Kunduz were untrue.',
  // The day stood between the offensive and what it was for.
  'The Taliban began an offensive on Monday to take Kunduz.',
];

describe('what is not stated is not a gain', () => {
  for (const sentence of NOT_STATED)
    test(sentence, () => {
      const stated = claimsIn(sentence).filter(
        (claim) =>
          isGain(claim) &&
          claim.polarity === 'positive' &&
          (claim.modality === 'stated' || claim.modality === 'hedged'),
      );
      expect(stated.map(line)).toEqual([]);
    });
});

const modalityOf = (sentence: string) => claimsIn(sentence).find(isGain)?.modality;

describe('modality', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The Taliban captured the city of Kunduz on Sunday.', 'stated'],
    ['The Taliban managed to capture the city of Kunduz.', 'stated'],
    ['The Taliban have reportedly captured the city of Kunduz.', 'hedged'],
    ['The Taliban appear to have captured the city of Kunduz.', 'hedged'],
    ['The Taliban are believed to have captured the city of Kunduz.', 'hedged'],
    ['If the Taliban capture the city of Kunduz, the north is lost.', 'hypothetical'],
    ['The Taliban will capture the city of Kunduz, he said.', 'predicted'],
    ['The army plans to retake the city of Kunduz.', 'planned'],
    ['The Taliban captured the city of Kunduz in 2015.', 'background'],
  ];
  for (const [sentence, modality] of cases)
    test(`${modality}: ${sentence}`, () => {
      expect(modalityOf(sentence)).toBe(modality);
    });
});

test('a denial points at what it denies', () => {
  const claims = claimsIn('The government denied that the city of Kunduz had fallen.');
  const denied = claims.find(isGain);
  expect(denied).toMatchObject({ polarity: 'negative', stance: 'denies' });
  expect(claims.find(({ kind }) => kind === 'denial')?.about).toBe(denied?.id);
});

test('a part is never the whole', () => {
  const wholes = claimsIn('The Taliban seized the airport and parts of the city of Kunduz.').filter(
    (claim) => isGain(claim) && claim.facility === undefined,
  );
  expect(wholes.map(line)).toEqual([]);
});

test('each place of a list has a claim of its own', () => {
  const places = claimsIn('The Taliban captured Kunduz, Herat and Ghazni on Sunday.')
    .filter(isGain)
    .map(({ place }) => ('id' in place ? place.name : place.text));
  expect(places.sort()).toEqual(['Ghazni', 'Herat', 'Kunduz']);
});
