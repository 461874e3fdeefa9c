import type { ParsedText, Place } from '../../domain/index.ts';
import { kilometresBetween } from '../../gazetteer/distance.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { containments } from './links.ts';
import type { Resolution } from './resolve.ts';
import type { PlaceSpan } from './span.ts';

const AREAS = new Set<Place['level']>(['country', 'region']);
/** Doublings of the distance in the text that make up for standing for a whole country. */
const WIDE = 5;
/** The same for a whole province. */
const BROAD = 3;
/** The same for a word for a people, which places nothing: "the English Premier League". */
const PEOPLE = 6;
/** How far a place may be called near to where the text plays. */
const LOCAL_KM = 100;
/** Doublings of the distance that one doubling of its neighbours' mentions makes up for. */
const LOCALITY = 1;

/**
 * The area in which a name without an entry most likely lies: the one that the text puts around it
 * ("the market on X Square in Bratislava"), else the nearest in the text, sooner one among many near
 * each other than one that lies apart.
 */
export function areasOf(
  text: ParsedText,
  {
    spans,
    resolutions,
  }: {
    readonly spans: readonly PlaceSpan[];
    readonly resolutions: readonly (Resolution | undefined)[];
  },
  gazetteer: Gazetteer,
): (i: number) => Place | undefined {
  const known = resolutions.filter((one) => one !== undefined);
  const around = new Map(
    containments(text, spans).map(({ inner, outer }) => [inner, resolutions[outer]]),
  );
  const weights = known.map((one) => weightOf(one, known, gazetteer));
  return (i) => around.get(i)?.place ?? nearest(spans[i]!, known, weights)?.place;
}

function weightOf(own: Resolution, known: readonly Resolution[], gazetteer: Gazetteer): number {
  if (gazetteer.people(own.span.text)) return -PEOPLE;
  if (AREAS.has(own.place.level)) return -WIDE;
  const neighbours = known.reduce(
    (sum, { place }) =>
      AREAS.has(place.level)
        ? sum
        : sum + Math.exp(-kilometresBetween(own.place, place) / LOCAL_KM),
    0,
  );
  return LOCALITY * Math.log2(neighbours) - (own.place.level === 'province' ? BROAD : 0);
}

function nearest(span: PlaceSpan, known: readonly Resolution[], weights: readonly number[]) {
  let best: Resolution | undefined;
  let least = Infinity;
  known.forEach((one, k) => {
    const cost = Math.log2(1 + Math.abs(one.span.first - span.first)) - weights[k]!;
    if (cost < least) [best, least] = [one, cost];
  });
  return best;
}
