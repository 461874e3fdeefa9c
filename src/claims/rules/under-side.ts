import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt, unknownName } from '../territory/index.ts';

/** "Goma has been under M23 since January": the side itself stands behind the preposition. */
export const underSide: ClaimRule = {
  name: 'under-side',
  about: 'A place that is said to be under an armed side, with no word for its rule.',
  examples: {
    yes: [
      'Goma has been under M23 since January.',
      'The villages around Bukavu are now under the rebels, an officer of M23 said.',
    ],
    no: [
      'The minister in Goma is under M23 guard.',
      'The chief of police in Goma is under the army, and M23 knows it.',
      'Goma was under water. M23 sent boats.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const draft = search.view.token(i).text === 'under' ? at(search, i) : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, under: number): Draft | undefined {
  const { view } = search;
  const side = view.token(under).head;
  const copula = side < 0 ? [] : view.children(side).filter((c) => view.token(c).deprel === 'cop');
  const [actor] = copula.length > 0 ? participantsAt(search, side) : [];
  if (!actor?.armed || actor.mention?.kind === 'person') return undefined;
  // "is back under GNA control"
  const next = view.tokens[view.actor(side)?.last ?? side + 1];
  if (next && /^(?:NOUN|PROPN|PART)$/.test(next.upos)) return undefined;
  const subject = surfaceSubject(view, side);
  const known = subject === undefined ? [] : territoriesAt(search, subject);
  const named = known.length > 0 || subject === undefined ? known : unknownName(search, subject);
  const territories = named.filter(
    ({ place }) => !('id' in place) || place.precision !== 'country',
  );
  if (territories.length === 0) return undefined;
  return {
    kind: isNew(search, side) ? 'control.captured' : 'control.held',
    rule: 'under-side',
    trigger: side,
    tokens: [under, side],
    actor,
    territories,
  };
}

const isNew = ({ view }: Search, side: number) =>
  view.children(side).some((child) => /^now$/i.test(view.token(child).text)) &&
  !view.children(side).some((child) => /^still$/i.test(view.token(child).text));
