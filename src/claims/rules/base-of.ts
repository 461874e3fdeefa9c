import { apposedTo } from '../apposed.ts';
import { behind } from '../clause.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { sideOf } from '../side.ts';
import { surfaceSubject } from '../subject.ts';
import type { TextView } from '../text-view.ts';
import { territoriesAt } from '../territory/index.ts';

const BASE = new Set([
  'base',
  'stronghold',
  'bastion',
  'headquarters',
  'capital',
  'hideout',
  'redoubt',
  'pocket',
  'fief',
  'fiefdom',
  'heartland',
  'possession',
  'territory',
  'turf',
  'domain',
]);
/** "is a rebel town": whose it is, where a side stands before the word. */
const TOWN = new Set(
  'town city village district province area ground country land quarter neighbourhood'.split(' '),
);
/** Words that alone tell who holds a place, where they stand beside its name. */
const STRONG = new Set(['stronghold', 'bastion', 'redoubt', 'fief', 'fiefdom', 'possession']);
const SERVES = /^(serve|act|function|remain|become)$/;

/** "The town had served as the terrorists' main base", "Raqqa was Islamic State's stronghold". */
export const baseOf: ClaimRule = {
  name: 'base-of',
  about: 'A place that is, or served as, the base or stronghold of an armed side.',
  examples: {
    yes: [
      'The army entered Kidal. The town had served as the rebels’ main base for ten years.',
      'Raqqa was the stronghold of Islamic State.',
      'Food reaches Goma, where M23 has its headquarters, by road only.',
      'Shells hit the Taliban stronghold of Herat.',
      'Shells hit Herat, a bastion of the Taliban.',
      'Shells hit Jilib, the de facto capital of al Shabaab.',
      'M23 attacked Bukavu. Goma has been a rebel town since January.',
    ],
    no: [
      'Ramstein is a base in Germany.',
      'Kherson is a Ukrainian city.',
      'Goma is a trading town. M23 attacked Bukavu.',
      'Goma served as the base for aid workers.',
      'Shells hit Herat, a former bastion of the Taliban.',
      'The army captured the Taliban stronghold of Herat.',
      'The party lost votes in Herat, a stronghold of the mayor.',
      'Soldiers still held the airport of Gao, which was the French army’s biggest base.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      if (!BASE.has(search.view.lemma(i)) && !TOWN.has(search.view.lemma(i))) continue;
      const draft = at(search, i);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, noun: number): Draft | undefined {
  const { view } = search;
  const { deprel, head } = view.token(noun);
  const town = TOWN.has(view.lemma(noun));
  const where = town ? undefined : (seatedWhere(search, noun) ?? strongAt(search, noun));
  if (where) return where;
  const copula = view.children(noun).find((child) => view.token(child).deprel === 'cop');
  // ", which was the army's biggest base": a clause on the side in the past tense is history.
  if (copula !== undefined && isPastAside(view, copula)) return undefined;
  const serves = head >= 0 && /^(obl|xcomp)/.test(deprel) && SERVES.test(view.lemma(head));
  if (copula === undefined && !serves) return undefined;
  const subject = surfaceSubject(view, copula === undefined ? head : noun);
  const actor = town ? sideBefore(search, noun) : ownerOf(search, noun);
  const territories = subject === undefined ? [] : territoriesAt(search, subject);
  if (!actor || territories.length === 0) return undefined;
  return {
    kind: 'control.held',
    rule: 'base-of',
    trigger: copula === undefined ? head : noun,
    tokens: [noun],
    actor,
    territories,
    certainty: 0.8,
  };
}

function ownerOf(search: Search, noun: number) {
  const { view } = search;
  const owners = view
    .children(noun)
    .filter((child) => /^(nmod:poss|compound)$/.test(view.token(child).deprel))
    .concat(behind(view, noun, 'of'));
  return owners
    .filter((token) => !view.place(token) || view.actor(token))
    .flatMap((token) => participantsAt(search, token))
    .find(
      ({ armed, mention }) =>
        armed && (mention?.kind !== 'state' || /\bgovernment$/i.test(mention.text)),
    );
}

/** "the M23 stronghold of Rutshuru", "Herat, a bastion of the Taliban, …": the noun stands beside the name. */
function strongAt(search: Search, noun: number): Draft | undefined {
  const { view, lexicon } = search;
  const { deprel, head } = view.token(noun);
  const seat = deprel === 'appos' && /^(?:capital|headquarters|seat)$/.test(view.lemma(noun));
  if (!STRONG.has(view.lemma(noun)) && !seat) return undefined;
  const children = view.children(noun);
  const spent = children.some((child) => lexicon.has('formerMarks', view.lemma(child)));
  const copula = children.some((child) => view.token(child).deprel === 'cop');
  const own = spent || copula ? undefined : ownerOf(search, noun);
  const beside = deprel === 'appos' && head >= 0 ? [head] : behind(view, noun, 'of');
  const mention =
    beside.map((token) => view.place(token)).find((one) => one !== undefined) ??
    (own ? apposedTo(view, noun) : undefined);
  const actor = own ?? (mention && !spent && !copula ? holderBefore(search, noun) : undefined);
  if (!actor || !mention || actor.mention?.kind === 'person') return undefined;
  // "Kampala, the capital of the army's ally": a state has its capital anyhow.
  if (seat && !search.isGroup(actor.side)) return undefined;
  return {
    kind: 'control.held',
    rule: 'base-of',
    trigger: noun,
    tokens: [noun],
    actor,
    territories: territoriesAt(search, mention.head).slice(0, 1),
    polarity: 'positive',
    modality: 'stated',
    certainty: 0.7,
  };
}

/** "a rebel town", "government territory": the side's word stands right before. */
function sideBefore(search: Search, noun: number) {
  const { view } = search;
  if (noun < 1 || !/^(?:compound|amod)$/.test(view.token(noun - 1).deprel)) return undefined;
  if (view.token(noun - 1).head !== noun || view.place(noun)) return undefined;
  const one = participantsAt(search, noun - 1).find(({ armed }) => armed);
  return one && (search.isGroup(one.side) || search.sides.some((side) => sideOf(side) !== one.side))
    ? one
    : undefined;
}

/** "the rebel stronghold of Goma" */
const holderBefore = (search: Search, noun: number) =>
  noun > 0 ? participantsAt(search, noun - 1).find(({ armed }) => armed) : undefined;

/** "Akobo, where the rebels have their headquarters". */
function seatedWhere(search: Search, noun: number): Draft | undefined {
  const { view } = search;
  const { deprel, head } = view.token(noun);
  if (deprel !== 'obj' || view.lemma(head) !== 'have' || view.token(head).xpos === 'VBD')
    return undefined;
  const own = view.children(noun).some((child) => /^(its|their|his)$/.test(view.lemma(child)));
  const subject = surfaceSubject(view, head);
  const [actor] = subject === undefined ? [] : participantsAt(search, subject);
  if (!own || !actor?.armed || actor.mention?.kind === 'state') return undefined;
  const where = view.tokens.findLastIndex(
    ({ index, text }) => index < head && /^where$/i.test(text),
  );
  if (where < 1 || head - where > CLAUSE) return undefined;
  const at = view.tokens[where - 1]!.text === ',' ? where - 2 : where - 1;
  const mention = view.place(at);
  const territories = mention ? territoriesAt(search, mention.head) : [];
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.held',
    rule: 'base-of',
    trigger: head,
    tokens: [noun, head],
    actor,
    territories: territories.slice(0, 1),
    certainty: 0.8,
  };
}

/** Words from "where" to its verb. */
const CLAUSE = 10;

const isPastAside = (view: TextView, copula: number) =>
  view.token(copula).xpos === 'VBD' &&
  /^(which|that|who)$/i.test(view.tokens[copula - 1]?.text ?? '');
