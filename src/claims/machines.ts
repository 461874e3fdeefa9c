import type { Draft, Search } from './draft.ts';
import type { Participant } from './side.ts';

/**
 * "A drone struck the depot", "warplanes bombed the town": who flies them is not told, and is no
 * drone. "Helicopters attacked the town": from the air, and nobody fights inside.
 */
export function withoutMachines(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => {
    if (!draft.actor || !isMachine(search, draft.actor)) return draft;
    const { actor, ...rest } = draft;
    return {
      ...rest,
      tokens: [...draft.tokens, actor.head],
      kind: draft.kind === 'control.contested' ? 'strike' : draft.kind,
      unfilled: { ...draft.unfilled, actor: `whose ${actor.reference.text} is not told` },
    };
  });
}

const isMachine = ({ view, lexicon }: Search, { head, reference, side }: Participant) =>
  reference.id === undefined &&
  side === reference.text.toLowerCase() &&
  lexicon.has('machines', view.lemma(head));
