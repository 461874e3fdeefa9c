import type { Mention, ParsedText } from '../domain/index.ts';
import type { Draft } from './drafts.ts';
import type { ReadingResources } from './resources.ts';

/** Numbers mentions in order of position and links those of one thing, each link with its reason. */
export function linkMentions(
  _text: ParsedText,
  drafts: readonly Draft<Mention>[],
  _resources: ReadingResources,
): readonly Mention[] {
  return [...drafts]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((draft, id) => ({ ...draft, id }));
}
