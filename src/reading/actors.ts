import type { ParsedText } from '../domain/index.ts';
import type { ActorList } from './actor-list.ts';
import type { ActorDraft, NameSpan } from './drafts.ts';

/** Actors named or described in the text. */
export function findActors(
  _text: ParsedText,
  _names: readonly NameSpan[],
  _list: ActorList,
): readonly ActorDraft[] {
  return [];
}
