import { behind } from '../clause.ts';
import { surfaceSubject } from '../subject.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { territoriesAt } from '../territory/index.ts';

const INSIDE = new Set(['in', 'inside', 'at', 'within', 'into']);
const EDGE = new Set([
  'outskirt',
  'outskirts',
  'edge',
  'gate',
  'suburb',
  'entrance',
  'perimeter',
  'doorstep',
  'approach',
  'approaches',
  'threshold',
]);

/** "special units are already in the city", "fighters were on the outskirts of Kabul". */
export const presence: ClaimRule = {
  name: 'presence',
  about: 'An armed side that is said to be inside a place, at its edge, or no longer there.',
  examples: {
    yes: [
      'The army said that its troops were no longer in the city of Goma.',
      'No Congolese soldiers remain in the city of Goma.',
      'Rebel fighters are already inside the city of Goma.',
      'Taliban fighters were on the outskirts of Kabul on Sunday.',
    ],
    no: ['The minister is in Kabul.', 'Hospitals in Goma are full.'],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const copula = search.view.token(i).deprel === 'cop';
      const draft = copula
        ? at(search, search.view.token(i).head)
        : STAYING.has(search.view.lemma(i))
          ? nobodyLeft(search, i)
          : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, predicate: number): Draft | undefined {
  const { view } = search;
  if (predicate < 0 || view.time(predicate)) return undefined;
  const lemma = view.lemma(predicate);
  const preposition = view
    .children(predicate)
    .find((child) => child < predicate && view.token(child).deprel === 'case');
  if (preposition === undefined) return undefined;
  const edge = EDGE.has(lemma);
  if (!edge && !INSIDE.has(view.lemma(preposition))) return undefined;
  const subject = surfaceSubject(view, predicate);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || actor.mention?.kind === 'person' || actor.mention?.kind === 'state')
    return undefined;
  const territories = territoriesAt(search, predicate).filter(
    ({ place }) => 'id' in place && place.precision !== 'country',
  );
  if (territories.length === 0) return undefined;
  if (!edge && isOver(search, predicate))
    return {
      kind: 'control.withdrawn',
      rule: 'presence',
      trigger: predicate,
      tokens: [predicate, preposition],
      actor,
      territories,
      polarity: 'positive',
      certainty: 0.8,
    };
  return {
    // Whoever stands in the middle of a town has come through it.
    kind: edge
      ? 'control.threatened'
      : CENTRE.test(lemma)
        ? 'control.captured'
        : 'control.contested',
    rule: 'presence',
    trigger: predicate,
    tokens: [predicate, preposition],
    actor,
    territories,
    certainty: 0.8,
  };
}

const STAYING = new Set(['remain', 'stay', 'leave']);

/** "No Iraqi army remains in Kirkuk", "no soldiers are left in the town": they have gone. */
function nobodyLeft(search: Search, verb: number): Draft | undefined {
  const { view } = search;
  const subject = view.children(verb).find((c) => view.token(c).deprel.startsWith('nsubj'));
  if (subject === undefined) return undefined;
  const no = view.children(subject).find((c) => view.lemma(c) === 'no');
  const actor = no !== undefined ? participantsAt(search, subject)[0] : undefined;
  if (no === undefined || !actor?.armed) return undefined;
  const territories = ['in', 'inside', 'at']
    .flatMap((word) => behind(view, verb, word))
    .flatMap((token) => territoriesAt(search, token))
    .filter(({ place }) => !('id' in place) || place.precision !== 'country');
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.withdrawn',
    rule: 'presence',
    trigger: verb,
    tokens: [no, subject, verb],
    actor,
    territories: territories.slice(0, 1),
    polarity: 'positive',
    certainty: 0.8,
  };
}

const CENTRE = /^(centre|center|heart|middle|downtown)$/;

/** "is no longer in the town", "was not in the city any more". */
function isOver({ view }: Search, predicate: number): boolean {
  const words = view.children(predicate).flatMap((child) => [child, ...view.children(child)]);
  return words.some((word) => /^(longer|anymore)$/i.test(view.token(word).text));
}
