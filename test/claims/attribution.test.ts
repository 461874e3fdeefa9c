import { describe, expect, test } from 'vitest';
import { claimsIn } from './read.ts';

/** Who says each claim about control, the outlet left out: "place: speaker – relay". */
const said = (body: string) =>
  claimsIn(body)
    .filter(({ kind }) => kind.startsWith('control.'))
    .map(({ place, chain }) => {
      const names = chain.filter(({ role }) => role !== 'outlet').map(({ name }) => name);
      return `${'id' in place ? place.name : place.text}: ${names.join(' – ')}`;
    });

describe('whose word it is', () => {
  test.each([
    // A tagger's noun between a person and "that".
    // What is about to happen, or is being tried, is nobody's word but the reporter's.
    [
      'The Taliban "are threatening to take over" the city of Lashkar Gah despite air strikes.',
      'Lashkar Gah: ',
    ],
    ['Fighters of M23 "continue to try to take Goma" after a night of shelling.', 'Goma: '],
    // An agency, and not what stands behind it.
    [
      'A source told Sputnik the Taliban have entered the city of Zaranj.',
      'Zaranj: source – Sputnik',
    ],
    // "Their statement" is theirs.
    [
      'The Taliban said they had won. Their statement to Sputnik claims they seized the city of Kunduz.',
      'Kunduz: Taliban',
    ],
    // A full name that no list has, and a colon, within a paragraph.
    [
      'The Taliban took Faizabad, an official said. Zabihullah Attiq: late last night security forces fled, and the Taliban captured the city of Faizabad.',
      'Fayzabad: Zabihullah Attiq',
    ],
    // Who says nothing of it is nobody's source: it passed for an admission.
    ['The Taliban have not commented on the loss of the city of Kunduz.', 'Kunduz: '],
    ['The army has not confirmed the fall of Kunduz to the Taliban.', 'Kunduz: '],
    ['The army could not confirm that Kunduz had fallen to the Taliban.', 'Kunduz: '],
    ['The army confirmed the fall of Kunduz to the Taliban.', 'Kunduz: Afghan army'],
  ])('%s', (body, one) => {
    expect(said(body)).toContain(one);
  });

  test('a bare spokesman speaks for the side that spoke before him', () => {
    const claims = claimsIn(
      'The MNDAA said that it had captured the town of Lashio. Spokesman Li Jiawen said that the town of Hsenwi had been taken, too.',
    );
    const [hsenwi] = claims.filter(({ place }) => 'id' in place && place.name === 'Hsenwi');
    expect(hsenwi?.chain[0]).toMatchObject({
      name: 'Li Jiawen',
      id: 'myanmar-national-democratic-alliance-army',
    });
  });
});

test('every place of a class is told of the area, with its number', () => {
  const [held] = claimsIn('The RSF now rules all five state capitals in the Darfur region.').filter(
    ({ kind }) => kind.startsWith('control.'),
  );
  expect(held).toMatchObject({
    place: { name: 'Darfur' },
    facility: expect.stringContaining('state capitals') as unknown,
    amounts: [{ min: 5, max: 5 }],
  });
});

test('a verb of speech in a second main clause, taken for a noun', () => {
  expect(
    said(
      'ANI: the Taliban have announced the capture of Maidan Shahr; Zabihullah Mujahid tweets that the city was also looted and conquered.',
    ),
  ).toContain('Maidan Shahr: Zabihullah Mujahid – Asian News International');
});
