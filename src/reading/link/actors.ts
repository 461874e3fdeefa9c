import type { ActorDraft } from '../drafts.ts';
import type { Link, LinkContext } from './context.ts';
import { fightersLink, groupLink } from './groups.ts';
import { appositionLink, acronymLink, sameNameLink } from './names.ts';
import { ownerLink } from './owners.ts';
import { pronounLink } from './pronouns.ts';
import { someOfLink } from './some-of.ts';

/** The earlier mention of the same actor. The rules in the order they are tried. */
export function actorLink(context: LinkContext, draft: ActorDraft): Link | undefined {
  if (draft.rule === 'link.pronoun') return pronounLink(context, draft.head);
  if (draft.rule === 'link.some-of') return someOfLink(context, draft.head);
  if (draft.rule === 'link.group') return groupLink(context, draft);
  if (draft.rule === 'actor.possessed') return ownerLink(context, draft);
  return (
    sameNameLink(context, draft) ??
    acronymLink(context, draft) ??
    // "Alexander Vikantov, deputy head of …": the office is his.
    appositionLink(context, draft) ??
    // Last: it only looks for what is nearest.
    (draft.rule === 'actor.fighters' && draft.actor === undefined
      ? fightersLink(context, draft)
      : undefined)
  );
}
