import type { Actor, ActorId } from '../../domain/index.ts';
import { governmentOf } from '../actor-list.ts';
import type { ActorContext } from './context.ts';

/**
 * "President Ahmed al-Sharaa", who led rebels before: whoever is president has the state. `title` is the
 * token of the word; not "Tigray President …", "rebel President …".
 */
export function presidedBy(
  { list, words, text }: ActorContext,
  title: number,
  { side, country, kind }: Actor,
): ActorId | undefined {
  if (kind !== 'person' || side === undefined || country === undefined) return undefined;
  if (words[title] !== 'president') return undefined;
  const before = text.tokens[title - 1];
  const here = before?.sentence === text.tokens[title]!.sentence;
  if (here && /^(PROPN|ADJ|PART)$/.test(before.upos)) return undefined;
  const group = list.get(side);
  const state = list.state(country);
  if (group?.kind !== 'armed-group' || group.country !== country || !state) return undefined;
  return governmentOf(state);
}
