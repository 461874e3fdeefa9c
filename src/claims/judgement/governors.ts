import { isPassive, verbGroup } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { isApart, isAside } from './aside.ts';
import { isMandative } from './mandative.ts';
import { isMeant, isPerceived, isPolite } from './put-so.ts';
import { word, conditional } from './own-words.ts';
import { INFINITIVE_ORDER, CLAUSE_ORDER, NOUN_ORDER, signature } from './signatures.ts';
import { type State, weaken, negate } from './state.ts';
import { FALSE } from './untrue.ts';

export function climb(search: Search, trigger: number, state: State) {
  const { view } = search;
  let node = trigger;
  for (let depth = 0; depth < 8; depth++) {
    const { deprel, head } = view.token(node);
    const governor = governorOf(view, node);
    if (governor === undefined || head < 0) return;
    if (deprel === 'parataxis' && (isApart(view, head, node) || isAside(view, node))) return;
    // "the army denied the loss of Sake, which it cleared": a clause on the side is the teller's own.
    if (deprel.endsWith(':relcl') && deprel !== 'acl:relcl') return;
    // "denies that it has lost the town, saying it remains there": what is said so is not denied.
    if (deprel === 'advcl' && node !== trigger && SAYING.test(view.token(node).text)) return;
    const verbal = /^(VERB|AUX)$/.test(view.token(node).upos) || node === trigger;
    const infinitive = isInfinitive(view, node);
    if (infinitive && node !== trigger && isPolite(view, node, governor)) return;
    if (deprel === 'conj') shared(search, node, head, state);
    else if (infinitive) {
      const teller = tellingGovernor(search, node, governor);
      const forced = isForced(view, teller);
      if (forced || ordinal(view, teller)) outer(search, teller, state);
      if (!forced && !apply(search, { governor: teller, order: INFINITIVE_ORDER, node }, state))
        return;
    } else if (
      deprel === 'ccomp' ||
      deprel === 'csubj' ||
      (deprel === 'acl' && hasThat(view, node)) ||
      deprel === 'parataxis'
    ) {
      if (isMandative(view, governor, node)) weaken(state, 'planned', view.lemma(governor));
      apply(search, { governor, order: CLAUSE_ORDER, node }, state);
      if (deprel === 'parataxis') return;
      outer(search, governor, state);
    } else if (deprel === 'acl' && view.token(node).xpos === 'VBN') {
      // "it would be the first capital lost since 2016"
      if (ordinal(view, governor)) outer(search, governor, state);
      return;
    } else if (deprel.startsWith('acl') && deprel !== 'acl') return;
    else if (
      deprel === 'advcl' &&
      view.children(node).some((c) => view.token(c).deprel === 'mark')
    ) {
      // "prevented the Taliban from capturing"
      if (isKeptFrom(view, node)) keptFrom(search, governor, node, state);
      // "did not succeed in seizing it"
      if (!IMPLICATIVE.has(view.lemma(governor)) || !isMarkedIn(view, node)) return;
      outer(search, governor, state);
    } else if (deprel === 'nsubj' && signature(search, governor, NOUN_ORDER) === 'denied') return;
    else if (isMeant(view, node, governor)) weaken(state, 'planned', view.lemma(governor));
    else if (!verbal || node === trigger || deprel === 'xcomp')
      apply(search, { governor: predicateOf(view, node), order: NOUN_ORDER, node }, state);
    node = head;
    // "could not verify the claim to have captured it": nobody says that it might have been.
    if (VERIFYING.test(view.lemma(node)) && view.token(node).upos === 'VERB') return;
    if (view.lemma(node) === 'confirm' && isAble(view, view.token(node).head)) return;
    // "The capture of the city would be a blow": a noun that is said of it, too.
    if (isPredicate(view, node) && deprel !== 'ccomp' && deprel !== 'conj')
      outer(search, node, state);
  }
}

const SAYING =
  /^(?:saying|adding|insisting|claiming|stressing|maintaining|asserting|declaring|telling|arguing)$/i;
/** "forced the army to withdraw", "had to leave": they did. */
const isForced = (view: TextView, teller: number) => {
  const { upos, lemma, text } = view.token(teller);
  return upos === 'VERB' && (FORCING.test(lemma) || text === 'had');
};
const FORCING = /^(force|compel|oblige|coerce|prompt)$/;

/** "It was not possible to confirm reports that" */
const isAble = (view: TextView, governor: number) =>
  governor >= 0 && /^(?:possible|impossible|able|unable)$/.test(view.lemma(governor));

const VERIFYING = /^(verify|corroborate|authenticate)$/;

/** "Its fall remains unconfirmed": what is said of it stands behind the verb. */
function predicateOf(view: TextView, node: number): number {
  const { deprel, head } = view.token(node);
  if (!deprel.startsWith('nsubj') || !/^(remain|stay|look|seem|become)$/.test(view.lemma(head)))
    return head;
  return (
    view.children(head).find((child) => {
      const { deprel: name, upos } = view.token(child);
      return name === 'xcomp' && upos === 'ADJ';
    }) ?? head
  );
}

const isKeptFrom = (view: TextView, node: number) =>
  view.children(node).some((c) => view.token(c).deprel === 'mark' && view.lemma(c) === 'from');

/** "kept them from taking it": they did not; "fought to keep them from it": that is yet to be seen. */
function keptFrom(search: Search, governor: number, node: number, state: State) {
  const { view } = search;
  const outside = isInfinitive(view, governor) ? governorOf(view, governor) : undefined;
  const aim = outside === undefined ? undefined : signature(search, outside, INFINITIVE_ORDER);
  if (aim === 'attempted' || aim === 'planned') weaken(state, 'hypothetical', 'keep from');
  else if (view.lemma(governor) === 'keep') negate(state, 'keep from');
  else apply(search, { governor, order: CLAUSE_ORDER, node }, state);
}

const isMarkedIn = (view: TextView, node: number) =>
  view.children(node).some((c) => view.token(c).deprel === 'mark' && view.lemma(c) === 'in');

const isPredicate = (view: TextView, node: number) =>
  /^(VERB|AUX|ADJ)$/.test(view.token(node).upos) ||
  view.children(node).some((child) => view.token(child).deprel === 'cop');

/** The governor in the tree, or the word before "to" when the tree hangs an infinitive elsewhere. */
function governorOf(view: TextView, node: number): number | undefined {
  const { head } = view.token(node);
  if (head < 0) return undefined;
  if (!isInfinitive(view, node)) return head;
  const group = verbGroup(view, node);
  const first = stepOverTime(view, (group.at(-1) ?? node) - 1);
  const before = view.tokens[first];
  return before &&
    /^(VERB|NOUN|ADJ)$/.test(before.upos) &&
    before.sentence === view.token(node).sentence
    ? first
    : head;
}

/** "began an offensive *on Monday* to take" */
function stepOverTime(view: TextView, token: number): number {
  const time = view.tokens[token] && view.time(token);
  if (!time) return token;
  const before = time.first - 1;
  const at = view.tokens[before]?.upos === 'ADP' ? before - 1 : before;
  return view.tokens[at]?.upos === 'NOUN' ? at : token;
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
  (view.token(node).xpos.startsWith('VB') &&
    verbGroup(view, node).some(
      (i) => view.token(i).xpos === 'TO' || view.token(i).text.toLowerCase() === 'to',
    )) ||
  isToBe(view, node);

/** "vowed to be in Kyiv": what they are to be is the predicate. */
function isToBe(view: TextView, node: number): boolean {
  if (view.token(node).deprel !== 'xcomp' || view.token(node).upos === 'VERB') return false;
  const around = view.children(node);
  return (
    around.some((c) => view.token(c).deprel === 'cop' && view.token(c).xpos === 'VB') &&
    around.some((c) => view.token(c).deprel === 'mark' && view.lemma(c) === 'to')
  );
}

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
  const found = isFalse(view, governor) ? 'denied' : signature(search, governor, order);
  // "woke to find fighters in the streets": nobody means to.
  const purpose = order === INFINITIVE_ORDER && found === undefined && view.lemma(node) !== 'find';
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

const isActive = (view: TextView, verb: number) =>
  view.token(verb).upos === 'VERB' && !isPassive(view, verb);

/** "baseless claims of its capture" */
const isFalse = (view: TextView, governor: number) =>
  view.token(governor).upos === 'NOUN' &&
  view
    .children(governor)
    .some((child) => view.token(child).deprel === 'amod' && FALSE.test(view.lemma(child)));

/** "warned that the city could fall" looks ahead; "warned that it had fallen" does not. */
export function predicted({ view }: Search, { governor, order, node }: Step, state: State) {
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

/** "did not deny that the city had fallen" leaves it open. */
function undeny(state: State) {
  state.polarity = 'positive';
  delete state.denied;
}

/** A verb joined to another shares its auxiliaries and mark, unless it has a subject of its own. */
function shared(search: Search, node: number, head: number, state: State) {
  const { view, lexicon } = search;
  // "could be cut off and be overrun"
  const be = view
    .children(node)
    .find((child) => /^be$/i.test(view.token(child).text) && view.token(child).xpos === 'VB');
  const own = view
    .children(node)
    .filter((child) => child !== be)
    .map((child) => view.token(child).deprel);
  if (own.some((name) => /^(nsubj|csubj|aux)/.test(name))) return;
  for (const child of view.children(head)) {
    const { deprel } = view.token(child);
    const text = view.token(child).text.toLowerCase();
    if (deprel === 'mark' && lexicon.has('conditionalMarks', text))
      weaken(state, 'hypothetical', text);
    if (deprel === 'aux' && (be !== undefined || sharesForm(view, node, head)))
      word(search, child, state);
    if (deprel === 'advmod' && lexicon.has('hedgeAdverbs', text)) weaken(state, 'hedged', text);
    if (/^(?:not|n['’]t|never)$/.test(text) && child < head && sharesNot(view, node, head))
      negate(state, text);
  }
}

/** "had not entered and taken the town": neither. */
const sharesNot = (view: TextView, node: number, head: number) =>
  view.token(node).xpos === 'VBN' &&
  view.token(head).xpos === 'VBN' &&
  verbGroup(view, node).length === 0 &&
  view.children(node).some((c) => /^(?:and|or|nor)$/.test(view.lemma(c)) && c > head);

/** "could be cut off and overrun": of one form with the verb that the auxiliary stands at. */
const sharesForm = (view: TextView, node: number, head: number) => {
  const { xpos } = view.token(node);
  if (xpos === 'VB') return true;
  return xpos === 'VBN' && isPassive(view, head) && verbGroup(view, node).length === 0;
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
  'force',
]);

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
  // "could not confirm that it had fallen": what they could not do is to confirm it.
  const unable = inner.polarity === 'negative' && inner.modality === 'predicted';
  if (unable && BEARING_OUT.test(view.lemma(governor))) return;
  if (isPerceived(view, governor, inner)) return;
  if (inner.modality !== 'stated') weaken(state, inner.modality, inner.because.join(' '));
}

const BEARING_OUT = /^(?:verify|confirm|corroborate|establish|ascertain|say|tell)$/;
