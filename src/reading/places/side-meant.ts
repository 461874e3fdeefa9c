import type { ParsedToken, Place } from '../../domain/index.ts';
import { isCompassPoint } from './words.ts';

type Point = Pick<Place, 'lat' | 'lon'>;

const ADJECTIVE =
  /^(?:(?:north|south)-?(?:east|west)|north|south|east|west)ern$|^central$|^downtown$/;

/** How far off the named side of its country a town may lie and still be meant to lie there. */
const WIDEST = Math.PI / 3;

/**
 * "Western Mosul", "the south of Goma": the side of a town that is meant; undefined where the word
 * tells where in its country the town lies. Agencies write "southern Kandahar" for the province, and
 * so do we read a town whose province bears its name and that lies on that side.
 */
export function sideMeant(
  tokens: readonly ParsedToken[],
  first: number,
  { place, country }: { readonly place: Place; readonly country: Place | undefined },
): string | undefined {
  if (place.level !== 'settlement') return undefined;
  const before = tokens[first - 1];
  if (before?.sentence !== tokens[first]?.sentence || before === undefined) return undefined;
  if (ADJECTIVE.test(before.text)) {
    const located = sharesName(place) && country && liesOn(before.text, place, country);
    return located ? undefined : before.text;
  }
  let at = first - 1;
  while (/^(?:of|the|city|town)$/.test(tokens[at]?.text ?? '')) at--;
  const noun = tokens[at];
  if (!noun || !isCompassPoint(noun.text) || tokens[at + 1]?.text !== 'of') return undefined;
  return ARTICLE.test(tokens[at - 1]?.text ?? '') ? noun.text : undefined;
}

/** "North of Goma" is outside it. */
const ARTICLE = /^(?:the|whole|entire|far)$/i;

const sharesName = ({ name, path }: Place) => path.slice(1, -1).includes(name);

function liesOn(word: string, town: Point, country: Point): boolean {
  const compass = word.toLowerCase();
  const east = Number(compass.includes('east')) - Number(compass.includes('west'));
  const north = Number(compass.includes('north')) - Number(compass.includes('south'));
  if (east === 0 && north === 0) return false;
  const up = town.lat - country.lat;
  const right = (town.lon - country.lon) * Math.cos((country.lat * Math.PI) / 180);
  const turn = Math.atan2(right * north - up * east, right * east + up * north);
  return Math.abs(turn) <= WIDEST;
}
