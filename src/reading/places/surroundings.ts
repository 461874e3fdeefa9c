import type { ParsedToken } from '../../domain/index.ts';
import type { PlaceContext } from '../places.ts';

/** What other stages made of each token: the kind of the actor or name over it, or ''. */
export interface Surroundings {
  readonly actor: readonly string[];
  readonly name: readonly string[];
  /** Ends of the location names that the tagger starts at each token. */
  readonly locations: ReadonlyMap<number, number>;
  /** Words that the text also writes in lower case. */
  readonly lower: ReadonlySet<string>;
  /** Sentences in capitals, where a capital says nothing. */
  readonly shouted: readonly boolean[];
}

export function surroundingsOf({ text, names, actors }: PlaceContext): Surroundings {
  const { tokens } = text;
  const actor = tokens.map(() => '');
  const name = tokens.map(() => '');
  const locations = new Map<number, number>();
  for (const { kind, first, last } of actors) actor.fill(kind, first, last);
  for (const { type, first, last } of names) {
    name.fill(type, first, last);
    if (type === 'location') locations.set(first, last);
  }
  const lower = new Set(tokens.map(lowerWord).filter((word) => word !== ''));
  const shouted = text.sentences.map(({ first, last }) => {
    const words = tokens.slice(first, last).filter((token) => /\p{L}{2}/u.test(token.text));
    return words.length > 3 && words.every((token) => !/\p{Ll}/u.test(token.text));
  });
  return { actor, name, locations, lower, shouted };
}

const lowerWord = ({ text }: ParsedToken) => (/^\p{Ll}+$/u.test(text) ? text : '');
