import type { PlaceContext } from '../places.ts';
import type { PlaceDraft } from '../drafts.ts';
import type { Resolution } from './resolve.ts';
import { seatMeant } from './seat.ts';

export function draftOf(
  _context: PlaceContext,
  { span, place: likeliest, confidence }: Resolution,
): PlaceDraft {
  const place = seatMeant(span, likeliest);
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
