import { behind } from '../clause.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt } from '../territory/index.ts';

/** "The soldiers are gone", "in Walikale the rebels are gone": they have left. */
export const areGone: ClaimRule = {
  name: 'are-gone',
  about: 'An armed side that is gone from a place: to a tagger a quality and no verb.',
  examples: {
    yes: ['In Walikale the rebels of M23 are gone.', 'M23 took Goma. The soldiers are gone.'],
    no: ['In Goma the mangoes are gone.', 'The minister is gone from Goma.'],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      if (search.view.token(i).text !== 'gone') continue;
      const draft = at(search, i);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, gone: number): Draft | undefined {
  const { view } = search;
  if (!view.children(gone).some((child) => view.token(child).deprel === 'cop')) return undefined;
  const subject = surfaceSubject(view, gone);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || /^(person|state)$/.test(actor.mention?.kind ?? '')) return undefined;
  const named = ['from', 'in']
    .flatMap((word) => behind(view, gone, word))
    .flatMap((token) => territoriesAt(search, token));
  const territories = named.length > 0 ? named.slice(0, 1) : contextTerritory(search, gone);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.withdrawn',
    rule: 'are-gone',
    trigger: gone,
    tokens: [gone],
    actor,
    territories,
    certainty: 0.8,
  };
}
