import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ActorList } from './actor-list.ts';

/** What the lists say of each word of a sentence, as short labels; '' where they say nothing. */
export interface NameHints {
  /** "B-settlement", "I-province": the longest place name over the word. */
  readonly places: readonly string[];
  /** "B-armed-group", "I-state", "B-demonym": the longest actor name over it. */
  readonly actors: readonly string[];
}

const LONGEST = 5;
const CAPITAL = /^\p{Lu}/u;
const SPARSE = 20_000;

/** Looks every capitalised run up in the gazetteer and the actor list. */
export function nameHints(
  words: readonly string[],
  lists: { readonly gazetteer: Gazetteer; readonly actors: ActorList },
): NameHints {
  const places = words.map(() => '');
  const actors = words.map(() => '');
  const lower = words.map((word) => word.toLowerCase().replaceAll('’', "'"));
  for (let i = 0; i < words.length; i++) {
    if (!CAPITAL.test(words[i]!)) continue;
    if (places[i] === '') mark(places, i, longestPlace(words, i, lists.gazetteer));
    if (actors[i] === '') mark(actors, i, longestActor(lower, i, lists.actors));
  }
  return { places, actors };
}

interface Match {
  readonly length: number;
  readonly label: string;
}

function mark(labels: string[], first: number, match: Match | undefined): void {
  if (!match) return;
  for (let i = 0; i < match.length; i++)
    labels[first + i] = `${i === 0 ? 'B' : 'I'}-${match.label}`;
}

function longestPlace(
  words: readonly string[],
  first: number,
  gazetteer: Gazetteer,
): Match | undefined {
  let end = first + 1;
  while (
    end < words.length &&
    end - first < LONGEST &&
    (CAPITAL.test(words[end]!) || words[end] === '-')
  )
    end++;
  for (let last = end; last > first; last--) {
    if (!CAPITAL.test(words[last - 1]!)) continue;
    const name = words.slice(first, last).join(' ').replaceAll(' - ', '-');
    const found = gazetteer.find(name, { limit: 1 })[0];
    if (!found || found.similarity < 1) continue;
    const { level, population } = found.place;
    const small = level === 'settlement' && (population ?? 0) < SPARSE;
    return { length: last - first, label: small ? 'hamlet' : level };
  }
  return undefined;
}

function longestActor(
  lower: readonly string[],
  first: number,
  actors: ActorList,
): Match | undefined {
  for (const { entries, length } of actors.namesAt(lower, first)) {
    const entry = entries.find(({ local }) => local !== true);
    if (entry) return { length, label: entry.use === 'demonym' ? 'demonym' : entry.actor.kind };
  }
  return undefined;
}
