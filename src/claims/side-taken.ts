import type { ActorId } from '../domain/index.ts';
import { speechAt } from './speech-index.ts';
import type { TextView } from './text-view.ts';

const OWN = /^(?:our|ours|us|we)$/i;
const INVADER = /^(?:occupier|invader|aggressor|occupant)s?$/i;

/**
 * The side that an outlet takes in its own words, though it is no office of it: whoever writes of "our
 * scouts" and "the occupiers" writes for the country that is occupied.
 */
export function sideTaken(view: TextView, government: ActorId | undefined): ActorId | undefined {
  if (government === undefined) return undefined;
  const own = (words: RegExp) =>
    view.tokens.some(
      ({ text, start }) => words.test(text) && speechAt(view.reading, start) === undefined,
    );
  return own(INVADER) && own(OWN) ? government : undefined;
}
