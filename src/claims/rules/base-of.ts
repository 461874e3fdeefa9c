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
    .filter((token) => !view.place(token))
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

const isPastAside = (view: TextView, copula: number) =>
  view.token(copula).xpos === 'VBD' &&
  /^(which|that|who)$/i.test(view.tokens[copula - 1]?.text ?? '');
