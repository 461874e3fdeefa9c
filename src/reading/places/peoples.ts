import type { ParsedText, ParsedToken, Place, Span } from '../../domain/index.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';

/** Words for a country's people or things, with the place they belong to. */
export interface PeopleWord extends Span {
  readonly first: number;
  readonly last: number;
  readonly place: Place;
}

/** "Afghan", "Iraqis", "South Sudanese": no places, but they show what countries the text is about. */
export function findPeoples({ tokens }: ParsedText, gazetteer: Gazetteer): readonly PeopleWord[] {
  const words: PeopleWord[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first]!;
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const next = tokens[first + 1];
    const pair = next && gazetteer.people(`${token.text} ${next.text}`);
    const place = pair ?? gazetteer.people(token.text);
    if (!place) continue;
    const last = first + (pair ? 2 : 1);
    words.push({ first, last, start: token.start, end: tokens[last - 1]!.end, place });
    first = last - 1;
  }
  return words;
}

/** "Saudi troops", but not "Saudi Arabia": a word for a people that does not open a country's name. */
export function isPeopleWord(
  tokens: readonly ParsedToken[],
  first: number,
  gazetteer: Gazetteer,
): boolean {
  const { text } = tokens[first]!;
  if (gazetteer.people(text) === undefined) return false;
  const name = `${text} ${tokens[first + 1]?.text ?? ''}`;
  return !gazetteer
    .find(name, { limit: 1 })
    .some(({ place, similarity }) => place.level === 'country' && similarity === 1);
}
