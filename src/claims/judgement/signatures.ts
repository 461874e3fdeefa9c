import type { Search } from '../search.ts';

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

export const INFINITIVE_ORDER: readonly (readonly [string, Signature])[] = [
  ['governsUnable', 'unable'],
  ['governsNegative', 'negative'],
  ['governsAttempted', 'attempted'],
  ['governsPredicted', 'predicted'],
  ['governsPlanned', 'planned'],
  ['governsHedged', 'hedged'],
  ['governsDoubted', 'doubted'],
  ['governsHappened', 'happened'],
];

export const CLAUSE_ORDER: readonly (readonly [string, Signature])[] = [
  ['governsDenied', 'denied'],
  ['governsDoubted', 'doubted'],
  ['governsHedged', 'hedged'],
  ['governsPredicted', 'predicted'],
  ['governsNegative', 'negative'],
  ['governsHappened', 'happened'],
];

export const NOUN_ORDER: readonly (readonly [string, Signature])[] = [
  ['governsDenied', 'denied'],
  ['governsNegative', 'negative'],
  ['governsPredicted', 'predicted'],
  ['governsHedged', 'hedged'],
  ['governsDoubted', 'doubted'],
];

export function signature({ view, lexicon }: Search, governor: number, order: typeof CLAUSE_ORDER) {
  const lemma = view.lemma(governor);
  return order.find(([list]) => lexicon.has(list, lemma))?.[1];
}
