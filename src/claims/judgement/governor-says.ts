import { isPassive, verbGroup } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { word, conditional } from './own-words.ts';
import { saysOnly } from './put-so.ts';
import { INFINITIVE_ORDER, CLAUSE_ORDER, signature } from './signatures.ts';
import { type State, weaken, negate } from './state.ts';
import { FALSE } from './untrue.ts';

interface Step {
  readonly governor: number;
  readonly order: typeof CLAUSE_ORDER;
  readonly node: number;
}

/** Applies what the governor says of its complement. False when nothing further out can matter. */
export function apply(search: Search, { governor, order, node }: Step, state: State): boolean {
  const { view } = search;
  const name = view.lemma(governor);
  const found = isFalse(view, governor) ? 'denied' : signature(search, governor, order);
  // "woke to find fighters in the streets": nobody means to.
  const purpose = order === INFINITIVE_ORDER && found === undefined && view.lemma(node) !== 'find';
  switch (found) {
    case 'unable':
      state.unable = true;
      weaken(state, 'hypothetical', name);
      return true;
    case 'denied':
      if (isLeftOpen(view, governor)) {
        weaken(state, 'hedged', name);
        return true;
      }
      state.denied = governor;
      negate(state, name);
      return true;
    case 'negative':
      negate(state, name);
      return true;
    case 'hedged':
      // "Tolo News reported that it had fallen" tells so; "is reported to have fallen" leaves it open.
      if (name === 'report' && order === CLAUSE_ORDER && isActive(view, governor)) return true;
      weaken(state, 'hedged', name);
      return true;
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
      if (order === INFINITIVE_ORDER && isOnTheWay(view, governor))
        weaken(state, 'planned', `${name} to`);
      return true;
    case undefined:
      if (purpose && !ordinal(view, governor) && !onlyTo(view, node))
        weaken(state, 'planned', `${name} to`);
      return !purpose || ordinal(view, governor);
  }
}

/** "a column is coming to retake it": it has not. */
const isOnTheWay = (view: TextView, verb: number) =>
  /^(?:come|go|rush)$/.test(view.lemma(verb)) &&
  view.token(verb).xpos === 'VBG' &&
  verbGroup(view, verb).some((i) => /^(?:is|are|'s|'re)$/i.test(view.token(i).text));

/** "neither confirmed nor denied", "declined to confirm or deny" */
const isLeftOpen = ({ tokens }: TextView, governor: number) =>
  /^n?or$/i.test(tokens[governor - 1]?.text ?? '') &&
  /^(?:confirm(?:ed|s|ing)?|admit(?:ted|s|ting)?)$/i.test(tokens[governor - 2]?.text ?? '');

const isActive = (view: TextView, verb: number) =>
  view.token(verb).upos === 'VERB' && !isPassive(view, verb);

/** "baseless claims of its capture" */
const isFalse = (view: TextView, governor: number) =>
  view.token(governor).upos === 'NOUN' &&
  view
    .children(governor)
    .some((child) => view.token(child).deprel === 'amod' && FALSE.test(view.lemma(child)));

/** "warned that the city could fall" looks ahead; "warned that it had fallen" does not. */
function predicted({ view }: Search, { governor, order, node }: Step, state: State) {
  const name = view.lemma(governor);
  const past = order === CLAUSE_ORDER && /^VB[DN]$/.test(view.token(node).xpos);
  if (!past) weaken(state, 'predicted', name);
  else if (name !== 'warn' && name !== 'warning') weaken(state, 'hedged', name);
}

/** "the first city to fall" has fallen, "the latest to be seized" has been seized. */
export const ordinal = (view: TextView, noun: number) =>
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

/** "did not deny that the city had fallen" leaves it open. */
function undeny(state: State) {
  state.polarity = 'positive';
  delete state.denied;
}

/** Verbs whose negation denies what follows them; "did not say" and the like leave it open. */
export const IMPLICATIVE = new Set([
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
  'force',
]);

/** Auxiliaries and negation of a governing word: "did not manage to", "would be the first to". */
export function outer(search: Search, governor: number, state: State) {
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
  // "could not confirm that it had fallen": what they could not do is to confirm it.
  const unable = inner.polarity === 'negative' && inner.modality === 'predicted';
  if (unable && BEARING_OUT.test(view.lemma(governor))) return;
  if (saysOnly(view, governor, inner)) return;
  if (inner.modality !== 'stated') weaken(state, inner.modality, inner.because.join(' '));
}

const BEARING_OUT = /^(?:verify|confirm|corroborate|establish|ascertain|say|tell)$/;
