import type { ActorMention } from '../../domain/index.ts';
import type { ActorDraft } from '../drafts.ts';
import { sameNamed, type Link, type LinkContext } from './context.ts';

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}-]{1,9}$/u;

/** The same entry of the list, or the same person by full name. */
export function sameNameLink({ known }: LinkContext, draft: ActorDraft): Link | undefined {
  if (draft.actor !== undefined) {
    const as = known.byActor.get(draft.actor);
    return as === undefined ? undefined : { as, reason: 'the same actor of the list' };
  }
  if (draft.anonymous === true) return undefined;
  const as = sameNamed(known, draft);
  const reason = draft.rule === 'actor.surname' ? 'surname' : 'the same name';
  return as === undefined ? undefined : { as, reason };
}

/** "Movement of X (MX)" gives the acronym to the name before it. */
export function noteAcronym({ words, text, acronyms }: LinkContext, mention: ActorMention) {
  const short = text.tokens[mention.last + 1]?.text ?? '';
  if (words[mention.last] === '(' && words[mention.last + 2] === ')' && ACRONYM.test(short))
    acronyms.set(short, mention.id);
}

export function acronymLink({ acronyms }: LinkContext, draft: ActorDraft): Link | undefined {
  const as = acronyms.get(draft.text);
  return as === undefined ? undefined : { as, reason: 'the acronym given in brackets' };
}

/** An office set off by a comma from the person who holds it, either way round. */
export function appositionLink(context: LinkContext, draft: ActorDraft): Link | undefined {
  if (draft.kind !== 'person') return undefined;
  const before = context.mentions.findLast(
    ({ type, first }) => type === 'actor' && first < draft.first,
  );
  if (before?.type !== 'actor' || before.kind !== 'person' || before.sentence !== draft.sentence)
    return undefined;
  const office =
    draft.anonymous === true && before.anonymous !== true && before.post === draft.name;
  const holder =
    draft.anonymous !== true && before.anonymous === true && draft.post === before.name;
  return office || holder ? { as: before.id, reason: 'apposition' } : undefined;
}
