import { isPassive, verbGroup } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { isApart, isAside } from './aside.ts';
import { isMandative } from './mandative.ts';
import { isMeant, isPolite } from './put-so.ts';
import { word } from './own-words.ts';
import { INFINITIVE_ORDER, CLAUSE_ORDER, NOUN_ORDER, signature } from './signatures.ts';
import { type State, weaken, negate } from './state.ts';
import { predicateOf, governorOf, tellingGovernor, isInfinitive, hasThat } from './governor-of.ts';
import { apply, ordinal, IMPLICATIVE, outer } from './governor-says.ts';

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
