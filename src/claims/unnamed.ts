import type { ActorMention } from '../domain/index.ts';
import type { Search } from './search.ts';
import { sideFrom, type Side } from './side.ts';
import type { TextView } from './text-view.ts';

/** "They", "some of them": the words that say who they are. */
export function pronounStandsFor({ view }: Search, mention: ActorMention): ActorMention {
  let one = mention;
  while (view.token(one.head).upos === 'PRON') {
    const before = sameBefore(view, one);
    if (!before) break;
    one = before;
  }
  return one;
}

const LONGEST_CHAIN = 5;

/** "The rebels said their forces …": those are the rebels, and not the army that "forces" alone would be. */
export function groupBehind({ view }: Search, mention: ActorMention): ActorMention {
  let one = mention;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const before = sameBefore(view, one);
    if (before?.kind !== 'armed-group') break;
    one = before;
  }
  return one;
}

/** What a mention has been linked to. */
function sameBefore({ reading }: TextView, { same }: ActorMention): ActorMention | undefined {
  const before = same && reading.mentions[same.as];
  return before?.type === 'actor' ? before : undefined;
}

/** The words of a mention, with the "US-backed Kurdish and" before its "Arab fighters". */
export function withSponsor({ view }: Search, { start, end, sentence }: ActorMention): string {
  const { body } = view.reading.report;
  const before = body.slice(view.reading.sentences[sentence]!.start, start);
  return `${SHARED.exec(before)?.[0] ?? ''}${body.slice(start, end)}`;
}

const SHARED = /[\p{L}.]+[-‑–](?:backed|led) \p{L}+ and $/u;

/**
 * "Troops fled to Chad": taken for Chad's, of whom no word tells that they fight, they are those of the
 * country that the places lie in.
 */
export function ofPlaces(
  { view, government, homes }: Search,
  { side, country }: ActorMention,
): Side | undefined {
  if (government === undefined || side === undefined || side === government.id) return undefined;
  // An armed group of that country's war is told of.
  if (country !== undefined && homes.has(country)) return undefined;
  const isTold = view.reading.mentions.some(
    (one) =>
      one.type === 'actor' &&
      one.side === side &&
      !(one.rule === 'actor.state' && one.reason !== undefined),
  );
  return isTold ? undefined : sideFrom(government);
}
