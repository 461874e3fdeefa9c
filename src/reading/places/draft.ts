import type { Place, ResolvedPlace } from '../../domain/index.ts';
import type { FacilityDraft, PlaceDraft } from '../drafts.ts';
import type { PlaceContext } from '../places.ts';
import type { DescribedCapital } from './capitals.ts';
import { partOf } from './parts.ts';
import type { Resolution } from './resolve.ts';
import { seatMeant } from './seat.ts';
import { sideMeant } from './side-meant.ts';
import { textOf, type PlaceSpan } from './span.ts';
import { useOf } from './use.ts';
import { COMPASS } from './words.ts';

const reference = (
  place: Place,
  span: { readonly text: string; readonly start: number; readonly end: number },
  confidence: number,
): ResolvedPlace => ({
  name: place.name,
  id: place.id,
  path: place.path,
  lat: place.lat,
  lon: place.lon,
  precision: place.level,
  text: span.text,
  start: span.start,
  end: span.end,
  confidence,
});

/** A literal mention of one place over tokens [first, last). */
export function placeDraft(
  context: PlaceContext,
  {
    first,
    last,
    place,
    rule,
  }: Pick<PlaceDraft, 'first' | 'last' | 'rule'> & { readonly place: Place },
): PlaceDraft {
  const { tokens } = context.text;
  const text = textOf(context.text, first, last);
  const { start, sentence } = tokens[first]!;
  const { end } = tokens[last - 1]!;
  return {
    type: 'place',
    first,
    last,
    start,
    end,
    text,
    sentence,
    rule,
    head: headOf(context, first, last),
    use: 'literal',
    place: reference(place, { text, start, end }, 1),
  };
}

const AREAS = new Set<Place['level']>(['country', 'region']);

/** A named place; with its site ("Kandahar airport") where one follows. */
export function namedDrafts(
  context: PlaceContext,
  { span, place: likeliest, confidence }: Resolution,
  { actor, country }: { readonly actor: string; readonly country: Place | undefined },
): readonly (PlaceDraft | FacilityDraft)[] {
  const place = seatMeant(span, likeliest);
  const { tokens } = context.text;
  const { first, last, start, end, text, sentence } = span;
  const standpoint = { first, last, actor, settlement: place.level === 'settlement' };
  const use = useOf(context, standpoint);
  const part = use === 'literal' ? partOf(tokens, [first, last]) : undefined;
  const half = part?.part ?? (use === 'literal' && sideMeant(tokens, first, { place, country }));
  const side = tokens[first - 1];
  const sided =
    use === 'literal' && AREAS.has(place.level) && side && COMPASS.has(side.text.toLowerCase());
  const resolved = reference(place, span, confidence);
  const draft: PlaceDraft = {
    type: 'place',
    first,
    last,
    start,
    end,
    text,
    sentence,
    use,
    head: headOf(context, first, last),
    rule: 'place.name',
    place: {
      ...resolved,
      ...(half ? { part: half } : {}),
      ...(sided ? { precision: 'region', described: `${side.text} ${text}` } : {}),
    },
  };
  if (part?.kind !== 'site') return [draft];
  return [draft, facilityDraft(context, part.first, part.last)];
}

function headOf({ text: { tokens } }: PlaceContext, first: number, last: number): number {
  for (let i = last - 1; i >= first; i--) {
    const { head } = tokens[i]!;
    if (head < first || head >= last) return i;
  }
  return last - 1;
}

function facilityDraft(context: PlaceContext, first: number, last: number): FacilityDraft {
  const { tokens } = context.text;
  const text = textOf(context.text, first, last);
  const { start, sentence } = tokens[first]!;
  return {
    type: 'facility',
    first,
    last,
    start,
    end: tokens[last - 1]!.end,
    text,
    sentence,
    head: last - 1,
    rule: 'facility.site',
    name: text,
  };
}

export function describedDraft(context: PlaceContext, described: DescribedCapital): PlaceDraft {
  const { tokens } = context.text;
  const { first, last, head, capital, confidence, of } = described;
  const { start, sentence } = tokens[first]!;
  const { end } = tokens[last - 1]!;
  const text = textOf(context.text, first, last);
  const area = of?.text ?? tokens[first]!.text;
  return {
    type: 'place',
    first,
    last,
    start,
    end,
    text,
    sentence,
    head,
    rule: 'place.capital',
    use: 'literal',
    place: {
      ...reference(capital, { text, start, end }, confidence),
      described: `the capital of ${area}`,
    },
  };
}

export const NOT_LISTED = 'no place of this name in the gazetteer';

/** A name that the gazetteer does not have, kept with its reason. */
export function unresolvedDraft(
  context: PlaceContext,
  span: PlaceSpan,
  around: Place | undefined,
): PlaceDraft {
  const { first, last, start, end, text, sentence } = span;
  return {
    type: 'place',
    first,
    last,
    start,
    end,
    text,
    sentence,
    head: headOf(context, first, last),
    rule: 'place.unknown',
    use: 'literal',
    place: {
      unresolved:
        span.candidates.length === 0
          ? NOT_LISTED
          : 'the places of this name lie elsewhere than the text',
      text,
      start,
      end,
      ...(around === undefined ? {} : { within: around.id }),
    },
  };
}
