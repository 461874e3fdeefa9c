import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { labelPlace, unreadLabel } from '../line-label.ts';
import { participantsAt } from '../participant.ts';
import { namedByVerb, territoriesAt, type Territory } from '../territory/index.ts';

/** Words of a line that only tell who has the place. */
const LONGEST = 14;
const PLAIN =
  /^(no|change|changes|status|quo|still|firmly|nominally|fully|mostly|largely|entirely|full|control|under|now|since|as|of|before|held|by|the|in|all|unchanged|quiet|calm|stable|hands|and|allies|its|allied)$/i;

/** "Gharyan: no change, GNA.", "Ubari, Murzuq, Sabha: nominally LNA." */
export const labelHolder: ClaimRule = {
  name: 'label-holder',
  about: 'A line without a verb that sets a side beside the place at its head.',
  examples: {
    yes: ['Goma: M23 (since 27 January).', 'Goma: no change, M23.', 'Goma: still the Taliban.'],
    no: ['Goma: M23 and the army in talks.', 'Goma: M23 spokesman.', 'Goma: shelling by M23.'],
  },
  find(search, sentence) {
    const colon = colonOf(search, sentence);
    const draft = colon === undefined ? undefined : at(search, sentence, colon);
    return draft ? [draft] : [];
  },
};

const LABEL = 9;

function colonOf({ view }: Search, { first, last }: SentenceRange): number | undefined {
  if (last - first > LONGEST + LABEL) return undefined;
  for (let i = first + 1; i < Math.min(last - 1, first + LABEL); i++)
    if (view.token(i).text === ':') return i;
  return undefined;
}

function at(search: Search, sentence: SentenceRange, colon: number): Draft | undefined {
  const holder = onlySide(search, colon + 1, sentence.last);
  const actor = holder === undefined ? undefined : participantsAt(search, holder)[0];
  if (!actor?.armed || search.sideName(actor.side) === undefined) return undefined;
  const territories = labelled(search, sentence, colon);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.held',
    rule: 'label-holder',
    trigger: actor.head,
    tokens: [colon, actor.head],
    actor,
    territories,
    certainty: 0.8,
  };
}

/** Head of the one actor of the words; undefined where they tell of more than who holds. */
function onlySide({ view }: Search, first: number, last: number): number | undefined {
  let found: number | undefined;
  for (let i = first; i < last; i++) {
    const mention = view.actor(i);
    if (mention) {
      if (found !== undefined) return undefined;
      found = mention.head;
      i = mention.last - 1;
    } else if (view.token(i).upos !== 'PUNCT' && !view.time(i) && !PLAIN.test(view.token(i).text))
      return undefined;
  }
  return found;
}

/** The places before the colon. */
function labelled(search: Search, sentence: SentenceRange, colon: number): readonly Territory[] {
  const label = labelPlace(search.view, sentence) ?? search.view.place(colon - 1);
  if (label) return territoriesAt(search, label.head);
  const unread = unreadLabel(search.view, sentence);
  return unread === undefined ? [] : namedByVerb(search, unread);
}
