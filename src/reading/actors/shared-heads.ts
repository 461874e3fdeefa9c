import type { ActorDraft } from '../drafts.ts';
import type { ActorContext } from './context.ts';
import { draftAt, factsOf } from './draft.ts';
import type { ActorPhrase } from './phrase.ts';

const JOINS = new Set([',', 'and', 'or', '&']);

/** "Russian, Uzbek and Tajik troops": the first two nationalities share the last one's noun. */
export function sharedHeads(
  context: ActorContext,
  phrases: readonly ActorPhrase[],
): readonly ActorDraft[] {
  return phrases.flatMap((phrase) => {
    if (phrase.noun.role !== 'state' || !phrase.state) return [];
    const drafts: ActorDraft[] = [];
    let at = phrase.first - 1;
    while (JOINS.has(context.words[at] ?? '')) {
      const name = context.listed[at - 1];
      if (!name?.state || name.use === 'name' || name.use === 'capital') break;
      const actor = context.list.branch(name.state, phrase.noun);
      if (!actor) break;
      drafts.push(
        draftAt(
          context,
          { first: name.first, last: name.last, rule: 'actor.shared-head' },
          factsOf(actor),
        ),
      );
      at = name.first - 1;
    }
    return drafts;
  });
}
