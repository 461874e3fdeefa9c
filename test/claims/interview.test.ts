import { describe, expect, test } from 'vitest';
import { claimsIn } from './read.ts';

const speakers = (text: string, place: string) =>
  claimsIn(text)
    .filter((claim) => 'id' in claim.place && claim.place.name === place)
    .map(({ chain }) => chain.filter(({ role }) => role !== 'outlet').map(({ name }) => name));

const PRINTED = `Colonel Peter Ansah watches the line at Goma for the African Union. We met him at Gisenyi.

Colonel, who holds what?

M23 rebels captured Goma on Monday. My men saw it.

And Bukavu?

The army still holds Bukavu, we drove through it.

Do you trust the truce?

No.

Will you stay?

We have no other orders.`;

describe('whoever is named once answers to the end', () => {
  test('printed questions and answers', () => {
    expect(speakers(PRINTED, 'Goma')).toEqual([['Peter Ansah']]);
    expect(speakers(PRINTED, 'Bukavu').flat()).toContain('Peter Ansah');
  });

  test('an outlet that answers its own questions speaks for itself', () => {
    const own = PRINTED.replace(/ My men saw it\.|, we drove through it/g, '')
      .replace('We have no other orders', 'Nobody knows')
      .replaceAll('you', 'they');
    expect(speakers(own, 'Goma')).toEqual([[]]);
  });

  test('a surname in capitals is the guest’s', () => {
    const turns = `HOST: On the line from Goma is Major Henk Aarts, a military observer. What of Goma?

AARTS: M23 rebels captured Goma on Monday.

HOST: And Bukavu?

AARTS: The army holds Bukavu.`;
    expect(speakers(turns, 'Goma')).toContainEqual(['Henk Aarts']);
  });
});
