import type { TextView } from '../../claims/text-view.ts';
import { objectsBehind, phraseStart } from './objects.ts';

/** People in one phrase: "a Taliban leader", "several suspected insurgents", "two additional men". */
export interface People {
  readonly head: number;
  readonly count: number;
  /** The text gives the number; otherwise it is the codebook's least number for the word. */
  readonly exact: boolean;
  /** One singled out by rank or trade: a leader, a facilitator. */
  readonly ranked: boolean;
  readonly leader: boolean;
}

/** What a verb is about that says people were taken, or killed. */
export type Fate = 'captured' | 'killed';

const VERBS: Readonly<Record<Fate, ReadonlySet<string>>> = {
  captured: new Set('detain capture arrest apprehend seize nab'.split(' ')),
  killed: new Set('kill die eliminate slay'.split(' ')),
};
const NOUNS: Readonly<Record<Fate, ReadonlySet<string>>> = {
  captured: new Set('capture arrest detention apprehension'.split(' ')),
  killed: new Set('death killing'.split(' ')),
};
const LEADERS = new Set('leader commander emir sub-commander sub-leader chief governor'.split(' '));
const RANKS = new Set(
  `facilitator supplier emplacer trainer financier expert operative maker coordinator smuggler
  specialist builder organizer planner dealer trafficker forger recruiter courier instructor official`.split(
    /\s+/,
  ),
);
const FIGHTERS = new Set(
  `insurgent militant fighter man individual suspect male person people combatant enemy terrorist
  gunman attacker taliban detainee bodyguard guard other criminal them one two three four several
  multiple many number group target associate subordinate member accomplice he him`.split(/\s+/),
);
/** Of {@link FIGHTERS}, those that head a phrase only where no noun does. */
const NUMBERS = new Set('one two three four several multiple many number group other'.split(' '));
/** The codebook's least number for words that give none. */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['several', 3],
  ['multiple', 3],
  ['number', 3],
  ['group', 3],
  ['some', 3],
  ['few', 3],
  ['handful', 3],
  ['numerous', 4],
  ['many', 4],
  ['dozen', 12],
]);
/** A plural without a number is two at least. */
const PLURAL = 2;

/** Phrases of people whose fate a sentence states; what was only meant or sought is left out. */
export function peopleWithFate(
  view: TextView,
  fate: Fate,
  [first, last]: readonly [number, number],
): readonly People[] {
  const found: People[] = [];
  for (let index = first; index < last; index++)
    if (states(view, fate, index)) {
      for (const head of patients(view, index)) found.push(...peopleAt(view, head));
      if (!isActive(view, index)) continue;
      const known = new Set(found.map(({ head }) => head));
      for (const head of objectsBehind(view, index, isPerson)) {
        const one = known.has(head) ? undefined : phrase(view, head);
        if (one) found.push(one);
      }
    }
  return found;
}

const isPerson = (lemma: string) =>
  LEADERS.has(lemma) || RANKS.has(lemma) || (FIGHTERS.has(lemma) && !NUMBERS.has(lemma));

/** "Detained two men", "detaining two men": what follows is whom; "was detained" has said it before. */
const isActive = (view: TextView, index: number) =>
  view.token(index).upos === 'VERB' &&
  !view.children(index).some((child) => view.token(child).deprel.endsWith(':pass')) &&
  !/^(?:acl|amod)/.test(view.token(index).deprel);

function states(view: TextView, fate: Fate, index: number): boolean {
  const token = view.token(index);
  const lemma = view.lemma(index);
  if (token.upos === 'NOUN' || token.upos === 'PROPN') return NOUNS[fate].has(lemma);
  if (VERBS[fate].has(lemma)) return !isPurpose(view, index) && !isNegated(view, index);
  // "taken into custody"
  return (
    fate === 'captured' &&
    lemma === 'take' &&
    view.children(index).some((child) => view.lemma(child) === 'custody')
  );
}

/** "to detain a leader", "in an effort to capture": not said to have happened. */
const isPurpose = (view: TextView, index: number) =>
  view.token(index).xpos === 'VB' &&
  view.children(index).some((child) => view.lemma(child) === 'to') &&
  !['xcomp'].includes(view.token(index).deprel);

const isNegated = (view: TextView, index: number) =>
  view.children(index).some((child) => ['no', 'not', 'never'].includes(view.lemma(child)));

function patients(view: TextView, index: number): readonly number[] {
  const { deprel, head, upos, xpos } = view.token(index);
  const wanted =
    upos === 'VERB'
      ? view.lemma(index) === 'die'
        ? ['nsubj']
        : ['obj', 'nsubj:pass']
      : ['nmod', 'nmod:poss', 'obj'];
  const own = view
    .children(index)
    .filter(
      (child) =>
        wanted.includes(view.token(child).deprel) ||
        isAlongside(view, child) ||
        isLoose(view, child),
    );
  // "insurgents detained during the search", "the detained insurgents"
  if (own.length === 0 && xpos === 'VBN' && /^(?:acl|amod)/.test(deprel)) return [head];
  // "targeted a leader and detained" shares no object; "captured and detained two men" does.
  if (own.length === 0 && deprel === 'conj' && upos === 'VERB') return patients(view, head);
  return own;
}

function peopleAt(view: TextView, head: number): readonly People[] {
  const one = phrase(view, head);
  const rest = view
    .children(head)
    .filter((child) => view.token(child).deprel === 'conj' || isAlongside(view, child))
    .flatMap((child) => peopleAt(view, child));
  return one ? [one, ...rest] : rest;
}

/** "a facilitator and several associates", where the tree hangs the second on the verb. */
const isLoose = (view: TextView, index: number) =>
  view.token(index).deprel === 'conj' && !['VERB', 'AUX'].includes(view.token(index).upos);

/** "a leader along with three associates". */
const isAlongside = (view: TextView, index: number) =>
  /^(?:nmod|obl)/.test(view.token(index).deprel) &&
  view.children(index).some((child) => ['along', 'with', 'alongside'].includes(view.lemma(child)));

function phrase(view: TextView, head: number): People | undefined {
  const lemma = view.lemma(head);
  const within = view.children(head).map((child) => view.lemma(child));
  const noun = VAGUE.has(lemma) || /^\d+$/.test(lemma) ? (counted(view, head) ?? lemma) : lemma;
  const leader = LEADERS.has(noun);
  const ranked = leader || RANKS.has(noun) || within.some((word) => LEADERS.has(word));
  if (!ranked && !FIGHTERS.has(noun)) return undefined;
  return { head, ...countOf(view, head), ranked, leader };
}

/** "several of the insurgents", "a number of suspected insurgents". */
const counted = (view: TextView, head: number) => {
  const of = view.children(head).find((child) => /^(?:nmod|obl)/.test(view.token(child).deprel));
  return of === undefined ? undefined : view.lemma(of);
};

function countOf(view: TextView, head: number): Pick<People, 'count' | 'exact'> {
  const first = phraseStart(view, head);
  const inside = view.tokens.slice(first, head).map(({ index }) => index);
  const words = [head, ...view.children(head), ...inside].map((index) => view.lemma(index));
  const vague = words.map((word) => VAGUE.get(word)).find((count) => count !== undefined);
  if (vague !== undefined) return { count: vague, exact: false };
  const numbered = [head, ...inside].find((index) => view.quantity(index) !== undefined);
  const amount = numbered === undefined ? undefined : view.quantity(numbered)!.amount;
  // "more than five" is six at the least.
  if (amount !== undefined)
    return {
      count:
        /more than|over /i.test(amount.text) && amount.max === null ? amount.min + 1 : amount.min,
      exact: amount.max === amount.min || amount.max === null,
    };
  const plural = view.token(head).xpos.endsWith('S');
  return plural ? { count: PLURAL, exact: false } : { count: 1, exact: true };
}
