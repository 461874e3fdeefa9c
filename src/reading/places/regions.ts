import type { PlaceDraft } from '../drafts.ts';
import type { PlaceContext } from '../places.ts';
import { placeDraft } from './draft.ts';
import type { PeopleWord } from './peoples.ts';

/** "The Central Asian region": a word for a people that a noun of place makes a place. */
export function namedRegions(
  context: PlaceContext,
  peoples: readonly PeopleWord[],
): readonly PlaceDraft[] {
  const { tokens } = context.text;
  return peoples.flatMap(({ first, last, place }) => {
    const noun = tokens[last]?.text.toLowerCase();
    if (place.level !== 'region' || !/^(region|continent|peninsula)$/.test(noun ?? '')) return [];
    return [placeDraft(context, { first, last: last + 1, place, rule: 'place.region' })];
  });
}
