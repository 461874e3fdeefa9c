import type { ParsedText } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ActorDraft, FacilityDraft, NameSpan, PlaceDraft, TimeDraft } from './drafts.ts';
import { resolveSpans, type Resolution } from './places/resolve.ts';
import { scanSpans } from './places/scan.ts';
import { lookupIn } from './places/span.ts';

export interface PlaceContext {
  readonly text: ParsedText;
  readonly names: readonly NameSpan[];
  readonly actors: readonly ActorDraft[];
  readonly times: readonly TimeDraft[];
}

/** Places named or described in the text, resolved with the whole document as context; facilities too. */
export function findPlaces(
  context: PlaceContext,
  gazetteer: Gazetteer,
): readonly (PlaceDraft | FacilityDraft)[] {
  const lookup = lookupIn(gazetteer);
  const spans = scanSpans(context, lookup);
  const peoples = context.text.tokens.flatMap(({ text }) => gazetteer.people(text) ?? []);
  return resolveSpans(spans, peoples).map(draftOf);
}

function draftOf({ span, place, confidence }: Resolution): PlaceDraft {
  const { first, last, start, end, text, sentence } = span;
  return {
    type: 'place',
    first,
    last,
    start,
    end,
    text,
    sentence,
    head: last - 1,
    rule: 'place.name',
    use: 'literal',
    place: {
      name: place.name,
      id: place.id,
      path: place.path,
      lat: place.lat,
      lon: place.lon,
      precision: place.level,
      text,
      start,
      end,
      confidence,
    },
  };
}
