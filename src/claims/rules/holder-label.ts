import type { PlaceMention } from '../../domain/index.ts';
import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import type { Participant } from '../side.ts';
import { territoriesAt, unknownName, type Territory } from '../territory/index.ts';

const LABEL = 8;
const LONGEST = 60;
const STATE = /^(hands?|control|rule|held|controlled|occupied|grip|possession|territory)$/i;
const OPENING = /^(in|under|held|controlled|still|now|firmly|also|and|-|the|fully|by|of)$/i;
/** Words that may stand between the names of a list. */
const BETWEEN =
  /^(PUNCT|CCONJ|DET|ADV|NUM|SCONJ)$|^(since|city|town|village|province|district|most|parts?|all|of|and|the|north|south|east|west)$/i;

/** "In rebel hands: Zawiya, Gharyan, Sabratha." */
export const holderLabel: ClaimRule = {
  name: 'holder-label',
  about: 'A line that names who holds, and behind a colon the places held.',
  examples: {
    yes: [
      'In the hands of M23: Goma, Bukavu and Uvira.',
      'Under Taliban control: Herat, Kunduz.',
      'Taliban-held: Herat (since Monday), Kunduz.',
    ],
    no: [
      'In the hands of M23: the fate of Goma.',
      'In the hands of the court: a case from Goma.',
      'Taliban: Herat will fall.',
    ],
  },
  find(search, sentence) {
    const colon = colonOf(search, sentence);
    if (colon === undefined) return [];
    const actor = holderIn(search, sentence.first, colon);
    if (!actor) return [];
    return listed(search, colon + 1, sentence.last).map((territory): Draft => ({
      kind: 'control.held',
      rule: 'holder-label',
      trigger: territory.first,
      tokens: [actor.head],
      actor,
      territories: [territory],
      certainty: 0.85,
    }));
  },
};

function colonOf({ view }: Search, { first, last }: SentenceRange): number | undefined {
  if (last - first > LONGEST) return undefined;
  for (let i = first + 1; i < Math.min(last - 1, first + LABEL); i++)
    if (view.token(i).text === ':') return i;
  return undefined;
}

/** The armed side of a label that says nothing but who holds. */
function holderIn(search: Search, first: number, colon: number): Participant | undefined {
  const { view } = search;
  let state = false;
  let holder: Participant | undefined;
  for (let i = first; i < colon; i++) {
    const { text } = view.token(i);
    const found: Participant | undefined = participantsAt(search, i).find(({ armed }) => armed);
    if (STATE.test(text)) state = true;
    else if (found) holder ??= found;
    else if (!OPENING.test(text) && !view.actor(i)) return undefined;
  }
  return state ? holder : undefined;
}

const atMention = (search: Search, { head, first }: PlaceMention) =>
  territoriesAt(search, head)
    .filter((territory) => territory.first === first)
    .slice(0, 1);

/** The places behind the colon, where nothing but places stands there. */
function listed(search: Search, first: number, last: number): readonly Territory[] {
  const { view } = search;
  const found: Territory[] = [];
  let bracket = false;
  for (let i = first; i < last; i++) {
    const { text, upos } = view.token(i);
    if (text === '(') bracket = true;
    if (text === ')') bracket = false;
    if (bracket) continue;
    const mention = view.place(i);
    const named = mention ? atMention(search, mention) : unknownName(search, i);
    if (named.length > 0) {
      found.push(...named);
      i = Math.max(i, (mention?.last ?? named[0]!.last) - 1);
    } else if (!BETWEEN.test(upos) && !BETWEEN.test(text) && !view.time(i)) return [];
  }
  return found;
}
