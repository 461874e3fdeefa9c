import type { ClaimRule, Draft, Search } from '../draft.ts';
import { contextTerritory } from '../context.ts';
import { participantsAt } from '../participant.ts';
import {
  fromSide,
  governing,
  known,
  ownSideAt,
  sideFrom,
  sideOf,
  standingFor,
  type Participant,
} from '../side.ts';
import { territoriesAt } from '../territory/index.ts';

const FLAGS = /^(?:flags?|banners?|tricolou?rs?|colou?rs|ensigns?|pennants?)$/i;
const FLYING = /^(fly|wave|raise|hoist|plant|flutter|hang|go|see|put|run)$/;
const OVER = /^(over|above|atop|on|in|from|at)$/;
/** Words between the flag and the place it flies over. */
const REACH = 9;

/** "The state flag has been raised over Zangilan", "the black flag flies over the town hall of Mosul". */
export const flag: ClaimRule = {
  name: 'flag',
  about: 'A flag that flies or is raised over a place: whoever the flag is of has taken it.',
  examples: {
    yes: [
      'Ukrainian troops entered the city on Friday. The Ukrainian flag flies over Kherson.',
      'Ukrainian troops entered Kherson, and the Russian army fled. There the Ukrainian flag is now flying.',
      'M23 fighters came at dawn. Their flag was raised over the governor’s office in Goma.',
    ],
    no: [
      'M23 rebels hold Goma. The flag of the club is up over the stadium.',
      'M23 rebels shelled Bukavu. An American flag over the fire station of Goma was torn.',
      'Flags flew at half mast in Kabul.',
      'He waved a flag in Kherson after the match.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      if (!FLAGS.test(search.view.token(i).text)) continue;
      const draft = at(search, i, last);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, noun: number, last: number): Draft | undefined {
  const { view } = search;
  // Whoever raises it is found by the verb; here it flies, or was raised by nobody named.
  const verb = view.token(noun).deprel.startsWith('nsubj') ? view.token(noun).head : -1;
  if (verb < noun || !FLYING.test(view.lemma(verb))) return flies(search, noun, last);
  for (let i = verb + 1; i < Math.min(last, verb + REACH); i++) {
    if (!OVER.test(view.lemma(i))) continue;
    const head = headBehind(search, i, last);
    const territories = head === undefined ? [] : territoriesAt(search, head);
    const actor = ownerOf(search, noun) ?? ofGroup(search, noun);
    if (territories.length === 0 || (!actor && flewBefore(search, verb))) return undefined;
    return {
      kind: flewBefore(search, verb) ? 'control.held' : 'control.captured',
      rule: 'flag',
      trigger: verb,
      tokens: [noun, verb, i],
      ...(actor ? { actor } : { gainerUnsaid: true }),
      territories,
      certainty: 0.8,
    };
  }
  return flies(search, noun, last);
}

/** "was still flying": nobody has just come. */
const flewBefore = ({ view }: Search, verb: number) =>
  view.children(verb).some((child) => /^(?:still|remain)$/i.test(view.token(child).text));

/** "the white flag", "a black banner", of nobody named: a state's has more colours, so it is the one group's. */
function ofGroup(search: Search, noun: number): Participant | undefined {
  const { view, sides, isGroup, isHomeGroup } = search;
  if (!view.children(noun).some((child) => /^(?:white|black)$/i.test(view.token(child).text)))
    return undefined;
  const groups = sides.filter((side) => side.kind === 'armed-group' && isGroup(sideOf(side)));
  const home = groups.filter((side) => isHomeGroup(sideOf(side)));
  const [only, other] = groups.length === 1 ? groups : home;
  if (!only || other) return undefined;
  return standingFor(fromSide(only), view.token(noun), noun);
}

const WAVES = /^(fly|wave|flutter|hang)$/;
const BETWEEN = /^(ADV|AUX|PRON|DET|PUNCT)$/;

/**
 * "the black flag of Ansar Dine that flies over the town hall", "there their flag is now flying", "our
 * flag is over the station", "flag up over the council": a side's own flag, over a place that the text
 * has told, where the words name none.
 */
function flies(search: Search, noun: number, last: number): Draft | undefined {
  const { view } = search;
  const actor = ownerOf(search, noun) ?? ownAt(search, noun);
  let i = view.actor(noun + 2) ? view.actor(noun + 2)!.last : noun + 1;
  if (view.place(noun + 2)) i = Math.max(i, view.place(noun + 2)!.last);
  while (i < last && BETWEEN.test(view.token(i).upos) && !/^(up|over)$/i.test(view.token(i).text))
    i++;
  const over = i < last ? view.lemma(i) : '';
  const waves = WAVES.test(over);
  // "the American flag over the fire station": it has long been there, and nobody fights.
  if (search.sides.length < 2) return undefined;
  const stands = over === 'up' || view.token(i - 1).upos === 'AUX';
  if (!actor || (!waves && !(stands && /^(up|over|above|atop)$/.test(over)))) return undefined;
  const named = [i, i + 1, i + 2].filter((at) => at < last && OVER.test(view.lemma(at)));
  const heads = named.flatMap((at) => headBehind(search, at, last) ?? []);
  const found = heads
    .flatMap((head) => territoriesAt(search, head))
    .filter(({ place }) => 'id' in place && place.precision !== 'country');
  const territories = found.length > 0 ? found.slice(0, 1) : contextTerritory(search, noun);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.captured',
    rule: 'flag',
    trigger: waves ? i : noun,
    tokens: [noun, i],
    actor,
    territories,
    certainty: 0.7,
  };
}

/** "our flag" */
function ownAt(search: Search, noun: number): Participant | undefined {
  const { view } = search;
  if (!/^our$/i.test(view.tokens[noun - 1]?.text ?? '')) return undefined;
  const side = ownSideAt(search, noun);
  const own = side === undefined ? undefined : known(search, side);
  return own && standingFor(own, view.token(noun), noun);
}

function headBehind({ view }: Search, preposition: number, last: number): number | undefined {
  const { head } = view.token(preposition);
  if (head > preposition) return head;
  for (let i = preposition + 1; i < Math.min(last, preposition + REACH); i++)
    if (view.place(i)) return view.place(i)!.head;
  return undefined;
}

/** "the Ukrainian flag", "the flag of the Taliban", "their flag", "Iraq's flag", "the national flag". */
function ownerOf(search: Search, noun: number): Participant | undefined {
  const { view, government } = search;
  const around = view
    .children(noun)
    .filter((child) => /^(amod|compound|nmod)/.test(view.token(child).deprel));
  const named = around
    .flatMap((child) => governing(search, child) ?? participantsAt(search, child))
    .find(({ armed }) => armed);
  if (named || !government || !around.some((child) => view.lemma(child) === 'national'))
    return named;
  return standingFor(sideFrom(government), view.token(noun), noun);
}
