import type { ParsedText } from '../domain/index.ts';
import type { ActorList } from './actor-list.ts';
import { scanNames } from './actors/scan.ts';
import type { ActorDraft, NameSpan } from './drafts.ts';

/** Kinds that hold no places of their own. */
const SIDELESS = new Set(['agency', 'outlet', 'organisation', 'people']);

/** Actors named or described in the text. */
export function findActors(
  text: ParsedText,
  _names: readonly NameSpan[],
  list: ActorList,
): readonly ActorDraft[] {
  return scanNames(text, list).flatMap(({ first, last, entries }) => {
    const entry = entries.find(({ use }) => use === 'name');
    if (!entry) return [];
    const { actor } = entry;
    const { start, sentence } = text.tokens[first]!;
    const { end } = text.tokens[last - 1]!;
    return [
      {
        type: 'actor' as const,
        kind: actor.kind,
        name: actor.name,
        actor: actor.id,
        ...(SIDELESS.has(actor.kind) ? {} : { side: actor.side ?? actor.id }),
        ...(actor.country === undefined ? {} : { country: actor.country }),
        text: text.report.body.slice(start, end),
        start,
        end,
        sentence,
        first,
        last,
        head: last - 1,
        rule: 'actor.list',
      },
    ];
  });
}
