import type { Modality, Polarity } from '../domain/index.ts';
import { verbGroup } from './arguments.ts';
import type { Search } from './search.ts';
import type { TextView } from './text-view.ts';

/** How the words put it: did it happen, and how sure are they? */
export interface Judgement {
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Tried or under way, not done: "trying to take". */
  readonly attempted: boolean;
  /** Said to be out of reach: "lack the resources to take". */
  readonly unable: boolean;
  /** Somebody denies it: the word that does, as a token. */
  readonly denied?: number;
  /** Words that decided, for traces. */
  readonly because: readonly string[];
}

const STRENGTH: Readonly<Record<Modality, number>> = {
  stated: 0,
  background: 1,
  hedged: 2,
  predicted: 3,
  planned: 4,
  hypothetical: 5,
};

/** Verbs whose negation denies what follows them; "did not say" and the like leave it open. */
const IMPLICATIVE = new Set([
  'manage',
  'succeed',
  'able',
  'capable',
  'get',
  'go',
  'come',
  'begin',
  'start',
  'proceed',
  'continue',
  'see',
]);

interface State {
  polarity: Polarity;
  modality: Modality;
  attempted: boolean;
  unable: boolean;
  denied?: number;
  because: string[];
}

function weaken(state: State, modality: Modality, word: string) {
  state.because.push(word);
  if (STRENGTH[modality] > STRENGTH[state.modality]) state.modality = modality;
}

/** Once is enough: a second negation in the same breath rarely takes the first back. */
function negate(state: State, word: string) {
  state.because.push(word);
  state.polarity = 'negative';
}

/**
 * Polarity and modality of what a trigger speaks of, from its own auxiliaries outwards to the root.
 * Governing words have signatures in the manner of Nairn, Condoravdi & Karttunen (2006); the lists
 * are in `data/lexicon/words.json`.
 */
export function judge(search: Search, trigger: number): Judgement {
  const state: State = {
    polarity: 'positive',
    modality: 'stated',
    attempted: false,
    unable: false,
    because: [],
  };
  ownWords(search, trigger, state);
  climb(search, trigger, state);
  question(search, trigger, state);
  return Object.freeze({ ...state });
}

/** Auxiliaries, adverbs, marks and determiners of the trigger itself. */
function ownWords(search: Search, trigger: number, state: State) {
  const { view, lexicon } = search;
  const seen = new Set<number>();
  const look = (index: number) => {
    if (seen.has(index)) return;
    seen.add(index);
    word(search, index, state);
  };
  for (const index of verbGroup(view, trigger)) look(index);
  for (const child of view.children(trigger)) {
    const { deprel } = view.token(child);
    if (/^(aux|advmod|mark|cc|discourse)/.test(deprel)) look(child);
    if (deprel === 'cop') for (const index of verbGroup(view, child)) look(index);
    if (/^(nsubj|obj|det|nmod|obl)/.test(deprel)) noneOf(search, child, state);
  }
  conditional(search, trigger, state);
  deniedBefore(search, trigger, state);
  if (yetTo(view, trigger)) negate(state, 'yet to');
  const before = view.tokens[trigger - 1];
  if (
    before &&
    lexicon.has('nearlyAdverbs', before.text.toLowerCase()) &&
    /almost|nearly/i.test(before.text)
  )
    weaken(state, 'hedged', before.text);
}

function word({ view, lexicon }: Search, index: number, state: State) {
  const text = view.token(index).text.toLowerCase();
  const { upos, deprel } = view.token(index);
  if (text === 'only' || text === 'longer') {
    if (text === 'longer') negate(state, 'no longer');
    return;
  }
  if (
    lexicon.has('negators', text) &&
    !(text === 'no' && view.tokens[index + 1]?.text === 'longer')
  ) {
    if (upos !== 'DET' && text !== 'without') negate(state, text);
  } else if (lexicon.has('hedgeAdverbs', text) && upos !== 'VERB') weaken(state, 'hedged', text);
  else if (upos === 'AUX' && lexicon.has('predictiveModals', text))
    weaken(state, 'predicted', text);
  else if (upos === 'AUX' && lexicon.has('hypotheticalModals', text))
    weaken(state, 'hypothetical', text);
  else if ((deprel === 'mark' || upos === 'SCONJ') && lexicon.has('conditionalMarks', text))
    weaken(state, 'hypothetical', text);
}

/** "no major city has fallen", "none of the districts". */
function noneOf({ view }: Search, argument: number, state: State) {
  const text = view.lemma(argument);
  if (/^(no|none|neither|nobody|nothing)$/.test(text)) return negate(state, text);
  for (const child of view.children(argument)) {
    const { deprel } = view.token(child);
    if (
      (deprel === 'det' || deprel === 'advmod' || deprel === 'cc:preconj') &&
      /^(no|neither)$/.test(view.lemma(child))
    )
      return negate(state, view.lemma(child));
  }
}

const CLAUSE_EDGE = /^[,;:.!?()–—]$/;

/** A conditional word earlier in the comma segment, should the tree have lost it. */
function conditional({ view }: Search, trigger: number, state: State) {
  const { sentence } = view.token(trigger);
  for (let i = trigger - 1, steps = 0; i >= 0 && steps < 14; i--, steps++) {
    const { text, sentence: other, upos } = view.token(i);
    if (other !== sentence || CLAUSE_EDGE.test(text)) return;
    const lower = text.toLowerCase();
    if (lower === 'that' && upos === 'SCONJ') return;
    const opens = lower === 'should' && startsSegment(view, i);
    if (opens || lower === 'if' || lower === 'unless' || lower === 'whether' || lower === 'lest')
      return weaken(state, 'hypothetical', lower);
  }
}

/** "denies having lost", should the tagger have taken the denying word for a noun. */
function deniedBefore({ view, lexicon }: Search, trigger: number, state: State) {
  const group = verbGroup(view, trigger);
  const before = (group.at(-1) ?? trigger) - 1;
  const token = view.tokens[before];
  if (!token || token.sentence !== view.token(trigger).sentence || token.upos === 'VERB') return;
  const gerund =
    view.token(trigger).xpos === 'VBG' || group.some((i) => view.token(i).xpos === 'VBG');
  if (!gerund || !lexicon.has('governsDeniedForms', token.text.toLowerCase())) return;
  state.denied = before;
  negate(state, token.text);
}

function startsSegment(view: TextView, index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const { text, sentence, upos } = view.token(i);
    if (sentence !== view.token(index).sentence) return true;
    if (/^["'“”‘’`]+$/.test(text)) continue;
    return upos === 'PUNCT' || upos === 'CCONJ';
  }
  return true;
}

function yetTo(view: TextView, trigger: number): boolean {
  const before = [1, 2, 3].map((back) => view.tokens[trigger - back]?.text.toLowerCase());
  return (
    (before[0] === 'to' && before[1] === 'yet') ||
    (before[0] === 'be' && before[1] === 'to' && before[2] === 'yet')
  );
}

type Signature =
  | 'happened'
  | 'hedged'
  | 'denied'
  | 'negative'
  | 'doubted'
  | 'planned'
  | 'predicted'
  | 'attempted'
  | 'unable';

const INFINITIVE_ORDER: readonly (readonly [string, Signature])[] = [
  ['governsUnable', 'unable'],
  ['governsNegative', 'negative'],
  ['governsAttempted', 'attempted'],
  ['governsPredicted', 'predicted'],
  ['governsPlanned', 'planned'],
  ['governsHedged', 'hedged'],
  ['governsDoubted', 'doubted'],
  ['governsHappened', 'happened'],
];

const CLAUSE_ORDER: readonly (readonly [string, Signature])[] = [
  ['governsDenied', 'denied'],
  ['governsDoubted', 'doubted'],
  ['governsHedged', 'hedged'],
  ['governsPredicted', 'predicted'],
  ['governsNegative', 'negative'],
  ['governsHappened', 'happened'],
];

const NOUN_ORDER: readonly (readonly [string, Signature])[] = [
  ['governsDenied', 'denied'],
  ['governsNegative', 'negative'],
  ['governsPredicted', 'predicted'],
  ['governsHedged', 'hedged'],
  ['governsDoubted', 'doubted'],
];

function signature({ view, lexicon }: Search, governor: number, order: typeof CLAUSE_ORDER) {
  const lemma = view.lemma(governor);
  return order.find(([list]) => lexicon.has(list, lemma))?.[1];
}

function climb(search: Search, trigger: number, state: State) {
  const { view } = search;
  let node = trigger;
  for (let depth = 0; depth < 8; depth++) {
    const { deprel, head } = view.token(node);
    const governor = governorOf(view, node);
    if (governor === undefined || head < 0) return;
    const verbal = /^(VERB|AUX)$/.test(view.token(node).upos) || node === trigger;
    const infinitive = isInfinitive(view, node);
    if (deprel === 'conj') shared(search, node, head, state);
    else if (infinitive) {
      const teller = tellingGovernor(search, node, governor);
      if (!apply(search, { governor: teller, order: INFINITIVE_ORDER, node }, state)) return;
      if (ordinal(view, teller)) outer(search, teller, state);
    } else if (
      deprel === 'ccomp' ||
      deprel === 'csubj' ||
      (deprel === 'acl' && hasThat(view, node)) ||
      deprel === 'parataxis'
    ) {
      apply(search, { governor, order: CLAUSE_ORDER, node }, state);
      if (deprel === 'parataxis') return;
      outer(search, governor, state);
    } else if (deprel === 'acl' && view.token(node).xpos === 'VBN') {
      // "it would be the first capital lost since 2016"
      if (ordinal(view, governor)) outer(search, governor, state);
      return;
    } else if (deprel.startsWith('acl') && deprel !== 'acl') return;
    else if (deprel === 'advcl' && view.children(node).some((c) => view.token(c).deprel === 'mark'))
      return;
    else if (!verbal || node === trigger || deprel === 'xcomp')
      apply(search, { governor, order: NOUN_ORDER, node }, state);
    node = head;
    if (/^(VERB|AUX|ADJ)$/.test(view.token(node).upos) && deprel !== 'ccomp' && deprel !== 'conj')
      outer(search, node, state);
  }
}

/** The governor in the tree, or the word before "to" when the tree hangs an infinitive elsewhere. */
function governorOf(view: TextView, node: number): number | undefined {
  const { head } = view.token(node);
  if (head < 0) return undefined;
  if (!isInfinitive(view, node)) return head;
  const group = verbGroup(view, node);
  const first = (group.at(-1) ?? node) - 1;
  const before = view.tokens[first];
  return before &&
    /^(VERB|NOUN|ADJ)$/.test(before.upos) &&
    before.sentence === view.token(node).sentence
    ? first
    : head;
}

/** "lack the resources to take": the noun says nothing, the verb that has it for object does. */
function tellingGovernor(search: Search, node: number, governor: number): number {
  const { view } = search;
  const own = view.token(governor).head;
  const candidates = [governor, view.token(node).head, own];
  return (
    candidates.find((one) => one >= 0 && signature(search, one, INFINITIVE_ORDER) !== undefined) ??
    governor
  );
}

const isInfinitive = (view: TextView, node: number) =>
  view.token(node).xpos.startsWith('VB') &&
  verbGroup(view, node).some(
    (i) => view.token(i).xpos === 'TO' || view.token(i).text.toLowerCase() === 'to',
  );

const hasThat = (view: TextView, node: number) =>
  view
    .children(node)
    .some((child) => view.token(child).deprel === 'mark' && view.lemma(child) === 'that');

interface Step {
  readonly governor: number;
  readonly order: typeof CLAUSE_ORDER;
  readonly node: number;
}

/** Applies what the governor says of its complement. False when nothing further out can matter. */
function apply(search: Search, { governor, order, node }: Step, state: State): boolean {
  const { view } = search;
  const name = view.lemma(governor);
  const found = signature(search, governor, order);
  const purpose = order === INFINITIVE_ORDER && found === undefined;
  switch (found) {
    case 'unable':
      state.unable = true;
      weaken(state, 'hypothetical', name);
      return true;
    case 'denied':
      state.denied = governor;
      negate(state, name);
      return true;
    case 'negative':
      negate(state, name);
      return true;
    case 'hedged':
    case 'doubted':
      weaken(state, 'hedged', name);
      return true;
    case 'attempted':
      state.attempted = true;
      state.because.push(name);
      return true;
    case 'planned':
      weaken(state, 'planned', name);
      return true;
    case 'predicted':
      predicted(search, { governor, order, node }, state);
      return true;
    case 'happened':
      return true;
    case undefined:
      if (purpose && !ordinal(view, governor) && !onlyTo(view, node))
        weaken(state, 'planned', `${name} to`);
      return !purpose || ordinal(view, governor);
  }
}

/** "warned that the city could fall" looks ahead; "warned that it had fallen" does not. */
function predicted({ view }: Search, { governor, order, node }: Step, state: State) {
  const name = view.lemma(governor);
  const past = order === CLAUSE_ORDER && /^VB[DN]$/.test(view.token(node).xpos);
  if (!past) weaken(state, 'predicted', name);
  else if (name !== 'warn' && name !== 'warning') weaken(state, 'hedged', name);
}

/** "the first city to fall" has fallen, "the latest to be seized" has been seized. */
const ordinal = (view: TextView, noun: number) =>
  /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|next|only)$/i.test(
    view.token(noun).text,
  ) ||
  view
    .children(noun)
    .some((child) =>
      /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|only)$/i.test(
        view.token(child).text,
      ),
    );

const onlyTo = (view: TextView, node: number) => {
  const group = verbGroup(view, node);
  const before = (group.at(-1) ?? node) - 1;
  return (
    group.some((i) => view.lemma(i) === 'only') || (before >= 0 && view.lemma(before) === 'only')
  );
};

/** Auxiliaries and negation of a governing word: "did not manage to", "would be the first to". */
function outer(search: Search, governor: number, state: State) {
  const { view, lexicon } = search;
  const inner: State = {
    polarity: 'positive',
    modality: 'stated',
    attempted: false,
    unable: false,
    because: [],
  };
  const cop = view.children(governor).find((child) => view.token(child).deprel === 'cop');
  const group = new Set([
    ...verbGroup(view, governor),
    ...(cop === undefined ? [] : [...verbGroup(view, cop), cop]),
  ]);
  for (const child of view.children(governor))
    if (/^(aux|advmod|mark)/.test(view.token(child).deprel)) group.add(child);
  for (const index of group) word(search, index, inner);
  conditional(search, governor, inner);
  if (inner.polarity === 'negative') {
    if (
      IMPLICATIVE.has(view.lemma(governor)) ||
      lexicon.has('governsNegative', view.lemma(governor))
    )
      negate(state, 'not');
    else weaken(state, 'hedged', `not ${view.lemma(governor)}`);
    if (state.denied === governor) undeny(state);
  }
  if (inner.modality !== 'stated') weaken(state, inner.modality, inner.because.join(' '));
}

/** "did not deny that the city had fallen" leaves it open. */
function undeny(state: State) {
  state.polarity = 'positive';
  delete state.denied;
}

/** A verb joined to another shares its auxiliaries and mark, unless it has a subject of its own. */
function shared(search: Search, node: number, head: number, state: State) {
  const { view, lexicon } = search;
  const own = view.children(node).map((child) => view.token(child).deprel);
  if (own.some((name) => /^(nsubj|csubj|aux)/.test(name))) return;
  for (const child of view.children(head)) {
    const { deprel } = view.token(child);
    const text = view.token(child).text.toLowerCase();
    if (deprel === 'mark' && lexicon.has('conditionalMarks', text))
      weaken(state, 'hypothetical', text);
    if (deprel === 'aux' && view.token(node).xpos === 'VB') word(search, child, state);
    if (deprel === 'advmod' && lexicon.has('hedgeAdverbs', text)) weaken(state, 'hedged', text);
  }
}

function question({ view }: Search, trigger: number, state: State) {
  const { sentence } = view.token(trigger);
  const last = view.tokens[view.reading.sentences[sentence]!.last - 1];
  if (last?.text === '?') weaken(state, 'hypothetical', '?');
}
