import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import type { Participant } from '../side.ts';
import { territoriesAt } from '../territory/index.ts';

const FLYING = /^(fly|wave|raise|hoist|plant|flutter|hang|go|see|put|run)$/;
const OVER = /^(over|above|atop|on|in)$/;
/** Words between the flag and the place it flies over. */
const REACH = 9;

/** "The state flag has been raised over Zangilan", "the black flag flies over the town hall of Mosul". */
export const flag: ClaimRule = {
  name: 'flag',
  about: 'A flag that flies or is raised over a place: whoever the flag is of has taken it.',
  examples: {
    yes: [
      'Ukrainian troops entered the city on Friday. The Ukrainian flag flies over Kherson.',
      'M23 fighters came at dawn. Their flag was raised over the governor’s office in Goma.',
    ],
    no: ['Flags flew at half mast in Kabul.', 'He waved a flag in Kherson after the match.'],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      if (search.view.token(i).text.toLowerCase() !== 'flag') continue;
      const draft = at(search, i, last);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, noun: number, last: number): Draft | undefined {
  const { view } = search;
  // Whoever raises it is found by the verb; here it flies, or was raised by nobody named.
  if (!view.token(noun).deprel.startsWith('nsubj')) return undefined;
  const verb = view.token(noun).head;
  if (verb < noun || !FLYING.test(view.lemma(verb))) return undefined;
  for (let i = verb + 1; i < Math.min(last, verb + REACH); i++) {
    if (!OVER.test(view.lemma(i))) continue;
    const head = headBehind(search, i, last);
    const territories = head === undefined ? [] : territoriesAt(search, head);
    const actor = ownerOf(search, noun);
    if (territories.length === 0) return undefined;
    return {
      kind: 'control.captured',
      rule: 'flag',
      trigger: verb,
      tokens: [noun, verb, i],
      ...(actor ? { actor } : { gainerUnsaid: true }),
      territories,
      certainty: 0.8,
    };
  }
  return undefined;
}

function headBehind({ view }: Search, preposition: number, last: number): number | undefined {
  const { head } = view.token(preposition);
  if (head > preposition) return head;
  for (let i = preposition + 1; i < Math.min(last, preposition + REACH); i++)
    if (view.place(i)) return view.place(i)!.head;
  return undefined;
}

/** "the Ukrainian flag", "the flag of the Taliban", "their flag". */
function ownerOf(search: Search, noun: number): Participant | undefined {
  const { view } = search;
  return view
    .children(noun)
    .filter((child) => /^(amod|compound|nmod)/.test(view.token(child).deprel))
    .flatMap((child) => participantsAt(search, child))
    .find(({ armed }) => armed);
}
