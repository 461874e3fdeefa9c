import type { ResolvedPlace } from '../../domain/index.ts';
import type { PlaceDraft } from '../drafts.ts';
import type { Link, LinkContext } from './context.ts';
import { capitalFor, nearest } from './place-focus.ts';
import type { PlacePhrase } from './place-phrase.ts';

/** Place that the phrase stands for, and the mention that says so. */
export function placeLink(
  context: LinkContext,
  phrase: PlacePhrase,
): { readonly link: Link; readonly draft: PlaceDraft } | undefined {
  const found = phrase.capital ? capitalFor(context, phrase) : nearest(context, phrase);
  if (!found) return undefined;
  return {
    link: { as: found.mention.id, reason: found.reason },
    draft: draftOf(context, phrase, found.place),
  };
}

function draftOf(
  { text }: LinkContext,
  { first, last }: PlacePhrase,
  place: ResolvedPlace,
): PlaceDraft {
  const { start, sentence } = text.tokens[first]!;
  const { end } = text.tokens[last - 1]!;
  const words = text.report.body.slice(start, end);
  return {
    type: 'place',
    use: 'literal',
    first,
    last,
    start,
    end,
    sentence,
    text: words,
    head: last - 1,
    rule: 'link.place',
    place: { ...place, text: words, start, end, described: place.described ?? words },
  };
}
