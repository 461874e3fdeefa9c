import { withArticle } from '../joined-article.ts';
import type { PlaceContext } from '../places.ts';

/** What other stages made of each token: the kind of the actor or name over it, or ''. */
export interface Surroundings {
  readonly actor: readonly string[];
  readonly name: readonly string[];
  /** How sure the tagger is of the name over each token, 0–1. */
  readonly certainty: readonly number[];
  /** Ends of the location names that the tagger starts at each token. */
  readonly locations: ReadonlyMap<number, number>;
  /** Every word as written: one that also stands in lower case may be no name. */
  readonly written: ReadonlySet<string>;
  /** Sentences in capitals, where a capital says nothing. */
  readonly shouted: readonly boolean[];
  /** Whether troops of any kind are spoken of. */
  readonly ofWar: boolean;
}

const TROOPS = [
  'troops soldiers army forces rebels militants insurgents fighters militia militias gunmen jihadists',
  'mujahideen commandos separatists paramilitaries brigade battalion',
].flatMap((line) => line.split(' '));

/** "Mariupol for Russian-held Olenivka" */
const BETWEEN = /^(?:in|near|for|from|to|held|controlled|occupied|ruled)$/;
const LOWER = /\p{Ll}/u;
const CAPITAL = /\p{Lu}/u;

export function surroundingsOf({ text, names, actors }: PlaceContext): Surroundings {
  const { tokens } = text;
  const actor = tokens.map(() => '');
  const name = tokens.map(() => '');
  const certainty = tokens.map(() => 0);
  const locations = new Map<number, number>();
  // "Guildford in Surrey" is two places, though the tagger may take it for one.
  const partsOf = (first: number, last: number): readonly (readonly [number, number])[] => {
    const within = tokens.slice(first, last).findIndex((token) => BETWEEN.test(token.text));
    return within < 1
      ? [[first, last]]
      : [[first, first + within], ...partsOf(first + within + 1, last)];
  };
  for (const { kind, first, last } of actors) actor.fill(kind, withArticle(tokens, first), last);
  for (const { type, first: tagged, last, score } of names) {
    const first = withArticle(tokens, tagged);
    name.fill(type, first, last);
    certainty.fill(score, first, last);
    if (type === 'location') for (const part of partsOf(first, last)) locations.set(...part);
  }
  const written = new Set(tokens.map((token) => token.text));
  const shouted = text.sentences.map(({ first, last }) => {
    let words = 0;
    for (let i = first; i < last; i++) {
      const { text: word } = tokens[i]!;
      if (LOWER.test(word)) return false;
      if (word.length > 1 && CAPITAL.test(word)) words++;
    }
    return words > 3;
  });
  const ofWar =
    actors.some(({ kind }) => kind === 'armed-group') || TROOPS.some((word) => written.has(word));
  return { actor, name, certainty, locations, written, shouted, ofWar };
}
