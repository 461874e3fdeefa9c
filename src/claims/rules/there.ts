import { contextTerritory } from '../context.ts';
import { behind } from '../clause.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { fromSide, sideOf, standingFor, type Participant } from '../side.ts';
import { surfaceSubject } from '../subject.ts';

/** "They have been there since June", "the army is still there". */
export const there: ClaimRule = {
  name: 'there',
  about: 'An armed side that is said to be there, where the place has just been named.',
  examples: {
    yes: [
      'M23 rebels took Goma in January. The rebels are still there.',
      'M23 rebels went into Goma. They have been there since the second of June.',
    ],
    no: [
      'M23 rebels took Goma in January. There are rebels who regret it.',
      'M23 rebels took Goma. Doctors have been there since June.',
      'The army held a parade in Goma. The minister was there.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first + 1; i < last; i++) {
      const { text } = search.view.token(i);
      const draft = text === 'there' ? at(search, i) : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, adverb: number): Draft | undefined {
  const { view } = search;
  const children = view.children(adverb);
  if (!children.some((child) => view.token(child).deprel === 'cop')) return undefined;
  const subject = surfaceSubject(view, adverb);
  if (subject === undefined) return undefined;
  const actor = participantsAt(search, subject)[0] ?? theGroup(search, subject);
  if (!actor?.armed || /^(person|state)$/.test(actor.mention?.kind ?? '')) return undefined;
  const stays =
    children.some((child) => /^(still|since|already)$/.test(view.lemma(child))) ||
    behind(view, adverb, 'since').length > 0;
  if (!stays) return undefined;
  const territories = contextTerritory(search, adverb);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.held',
    rule: 'there',
    trigger: adverb,
    tokens: [subject, adverb],
    actor,
    territories,
    certainty: 0.75,
  };
}

/** "they", linked to nobody: the one armed group that the text speaks of. */
function theGroup(search: Search, subject: number): Participant | undefined {
  const { view, sides, isGroup } = search;
  if (!/^they$/i.test(view.token(subject).text) || view.actor(subject)) return undefined;
  const groups = sides.filter((side) => side.kind === 'armed-group' && isGroup(sideOf(side)));
  const [only] = groups;
  return groups.length === 1 && only
    ? standingFor(fromSide(only), view.token(subject), subject)
    : undefined;
}
