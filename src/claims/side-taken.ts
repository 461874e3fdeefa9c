import type { ActorId } from '../domain/index.ts';
import { speechAt } from './speech-index.ts';
import type { TextView } from './text-view.ts';

const OWN = /^(?:our|ours|us|we)$/i;
const INVADER = /^(?:occupier|invader|aggressor|occupant)s?$/i;
/** Words of those who fight a holy war, for themselves and for whom they fight. */
const HOLY =
  /^(?:mujahid(?:een|in|s)?|hirelings?|puppets?|apostates?|infidels?|crusaders?|stooges?)$/i;
const FOE = /^(?:enemy|enemies|hirelings?|puppets?|apostates?|infidels?|crusaders?)$/i;

/**
 * The side that an outlet takes in its own words, though it is no office of it: whoever writes of "our
 * scouts" and "the occupiers" writes for the country that is occupied; whoever writes of "the
 * mujahideen" and "the enemy", for the group whose they are.
 */
export function sideTaken(
  view: TextView,
  government: ActorId | undefined,
  group: () => ActorId | undefined,
): ActorId | undefined {
  const own = (words: RegExp) =>
    view.tokens.some(
      ({ text, start }) => words.test(text) && speechAt(view.reading, start) === undefined,
    );
  if (own(HOLY) && (own(FOE) || own(OWN))) return group();
  if (government === undefined) return undefined;
  return own(INVADER) && own(OWN) ? government : undefined;
}
