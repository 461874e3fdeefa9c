import { behind } from '../clause.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { surfaceSubject } from '../subject.ts';
import type { TextView } from '../text-view.ts';
import { territoriesAt } from '../territory/index.ts';

const BASE = new Set(['base', 'stronghold', 'bastion', 'headquarters', 'capital', 'hideout']);
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
    ],
    no: [
      'Ramstein is a base in Germany.',
      'Goma served as the base for aid workers.',
      'Soldiers still held the airport of Gao, which was the French army’s biggest base.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      if (!BASE.has(search.view.lemma(i))) continue;
      const draft = at(search, i);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, noun: number): Draft | undefined {
  const { view } = search;
  const { deprel, head } = view.token(noun);
  const where = seatedWhere(search, noun);
  if (where) return where;
  const copula = view.children(noun).find((child) => view.token(child).deprel === 'cop');
  // ", which was the army's biggest base": a clause on the side in the past tense is history.
  if (copula !== undefined && isPastAside(view, copula)) return undefined;
  const serves = head >= 0 && /^(obl|xcomp)/.test(deprel) && SERVES.test(view.lemma(head));
  if (copula === undefined && !serves) return undefined;
  const subject = surfaceSubject(view, copula === undefined ? head : noun);
  const owners = view
    .children(noun)
    .filter((child) => /^(nmod:poss|compound)$/.test(view.token(child).deprel))
    .concat(behind(view, noun, 'of'));
  const actor = owners
    .filter((token) => !view.place(token) || view.actor(token))
    .flatMap((token) => participantsAt(search, token))
    .find(({ armed, mention }) => armed && mention?.kind !== 'state');
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
