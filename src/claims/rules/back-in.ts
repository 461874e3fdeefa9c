import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt } from '../territory/index.ts';

/** Words between "back" and the place: "back in the town of". */
const REACH = 7;
const AT_HOME = /^(minister|president|official|governor)$/;

/** "Islamic State back in Palmyra", "the army could be back in Mekelle". */
export const backIn: ClaimRule = {
  name: 'back-in',
  about: 'An armed side that is back in a place it had lost; headlines leave out the verb.',
  examples: {
    yes: [
      'Islamic State back in Palmyra nine months after losing it',
      'The army is back in the city of Goma.',
    ],
    no: ['The minister is back in Kabul.', 'Life is back in Goma.'],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last - 1; i++) {
      const { view } = search;
      if (view.lemma(i) !== 'back' || !/^(in|inside)$/.test(view.lemma(i + 1))) continue;
      const draft = at(search, i, last);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, back: number, last: number): Draft | undefined {
  const { view } = search;
  const copula = view.children(back).some((child) => view.token(child).deprel === 'cop');
  const subject = copula ? surfaceSubject(view, back) : before(search, back);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || actor.mention?.kind === 'person' || AT_HOME.test(view.lemma(actor.head)))
    return undefined;
  for (let i = back + 2; i < Math.min(last, back + REACH); i++) {
    const mention = view.place(i);
    if (!mention) continue;
    const territories = territoriesAt(search, mention.head).filter(
      ({ place }) => 'id' in place && place.precision !== 'country',
    );
    if (territories.length === 0) return undefined;
    return {
      kind: 'control.recaptured',
      rule: 'back-in',
      trigger: back,
      tokens: [back, back + 1],
      actor,
      territories,
      certainty: 0.8,
    };
  }
  return undefined;
}

/** Whoever stands right before, the verb of being in between or left out. */
function before({ view }: Search, back: number): number | undefined {
  const { sentence } = view.token(back);
  let i = back - 1;
  while (i >= 0 && view.token(i).sentence === sentence && /^(AUX|ADV)$/.test(view.token(i).upos))
    i--;
  return i < 0 || view.token(i).sentence !== sentence ? undefined : view.actor(i)?.head;
}
