import { isPassive } from '../clause.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt } from '../territory/index.ts';

const PARTED = /^(divide|split|cut|partition|part)$/;
/** Words between the verb and what tells into how many. */
const REACH = 3;

/** "Kigali is cut in two", "the town is divided between the army and the rebels". */
export const divided: ClaimRule = {
  name: 'divided',
  about: 'A town that is said to be divided between those who fight over it.',
  examples: {
    yes: [
      'M23 and the army fight on. The city of Goma is divided between them.',
      'M23 rebels came at dawn. Goma is cut in two.',
    ],
    no: [
      'The party of the M23 rebels in Goma is split in two.',
      'M23 took Goma. The cake was cut in two in Bukavu.',
      'Goma is divided between rich and poor.',
    ],
  },
  find(search, { first, last }) {
    if (search.sides.length === 0) return [];
    const drafts: Draft[] = [];
    for (let i = first + 1; i < last - 1; i++) {
      const draft = PARTED.test(search.view.lemma(i)) ? at(search, i, last) : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, verb: number, last: number): Draft | undefined {
  const { view } = search;
  const { upos } = view.token(verb);
  if (!(upos === 'VERB' && isPassive(view, verb))) return undefined;
  if (!isParted(search, verb, last)) return undefined;
  const subject = surfaceSubject(view, verb);
  if (subject === undefined) return undefined;
  const territories = territoriesAt(search, subject).filter(
    ({ place, facility }) =>
      'id' in place && place.precision !== 'country' && facility === undefined,
  );
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.contested',
    rule: 'divided',
    trigger: verb,
    tokens: [verb],
    territories: territories.slice(0, 1),
    certainty: 0.8,
  };
}

/** "in two", "into two halves", "between the army and the rebels". */
function isParted({ view, lexicon }: Search, verb: number, last: number): boolean {
  for (let i = verb + 1; i < Math.min(last - 1, verb + REACH); i++) {
    const word = view.lemma(i);
    if (/^(in|into)$/.test(word)) return /^(two|half|halves|three)$/.test(view.lemma(i + 1));
    if (word !== 'between') continue;
    for (let k = i + 1; k < last; k++)
      if (view.actor(k) ?? (lexicon.has('forces', view.lemma(k)) || view.lemma(k) === 'them'))
        return true;
  }
  return false;
}
