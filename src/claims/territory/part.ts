import { behind } from '../clause.ts';
import type { Search } from '../search.ts';
import { SETTLED, levelsOf, contextPlace } from './focus.ts';
import { listOf } from './listing.ts';
import { named } from './lists.ts';
import { ownerOf } from './owner.ts';
import { placesUnder, label, words, moved } from './phrase.ts';
import { quarterOf } from './quarter.ts';
import { asWhole, type Territory } from './territory.ts';

export function partTerritory(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  // "Most of them were recovered": of whatever was spoken of, and not of a town.
  if (behind(view, token, 'of').some((of) => /^(them|us|those|these)$/i.test(view.token(of).text)))
    return [];
  const [mention] = placesUnder(search, token);
  const every = view.children(token).some((child) => ['all', 'every'].includes(view.lemma(child)));
  const other = view.children(token).some((child) => view.lemma(child) === 'other');
  const [first, last] = label(search, token);
  if (mention && quarterOf(search, mention, listOf(search, mention))) return named(search, mention);
  if (mention) {
    if (every && !other) return named(search, mention).map(asWhole);
    return [
      {
        place: mention.place,
        facility: words(view, first, last),
        first: Math.min(first, mention.first),
        last: Math.max(last, mention.last),
        confidence: 0.8,
      },
    ];
  }
  const owner = ownerOf(search, token);
  if (owner) return [{ ...owner, facility: words(view, first, last) }];
  const whole = view
    .children(token)
    .find(
      (child) =>
        /^(nmod|obl)/.test(view.token(child).deprel) &&
        search.lexicon.has('placeClasses', view.lemma(child)),
    );
  const context = contextPlace(
    view,
    token,
    whole === undefined ? SETTLED : levelsOf(search, whole),
  );
  if (!context) return [];
  return [
    {
      place: moved(view, context, first, last),
      facility: words(view, first, last),
      first,
      last,
      confidence: 0.5,
    },
  ];
}
