import type { ParsedText, Span } from '../../domain/index.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';

/** Words for a country's people or things, with the country's ISO code. */
export interface PeopleWord extends Span {
  readonly first: number;
  readonly last: number;
  readonly country: string;
}

/** "Afghan", "Iraqis", "South Sudanese": no places, but they show what countries the text is about. */
export function findPeoples({ tokens }: ParsedText, gazetteer: Gazetteer): readonly PeopleWord[] {
  const words: PeopleWord[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first]!;
    const next = tokens[first + 1];
    const pair = next && gazetteer.people(`${token.text} ${next.text}`);
    const country = pair ?? gazetteer.people(token.text);
    if (country === undefined) continue;
    const last = first + (pair ? 2 : 1);
    words.push({ first, last, start: token.start, end: tokens[last - 1]!.end, country });
    first = last - 1;
  }
  return words;
}
