import type { ClaimKind } from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';

/** Kinds that a text takes up again: "The drills involve 2,500 troops." */
const TAKEN_UP: readonly ReadonlySet<ClaimKind>[] = [
  new Set<ClaimKind>(['force.exercise']),
  new Set<ClaimKind>(['talks.held', 'talks.stalled']),
];

const CERTAINTY = 0.8;
const SENTENCES = 1;

/** Fills parties, place and amounts of a claim from the sentence that speaks of the same thing beside it. */
export function shared({ view }: Search, drafts: readonly Draft[]): readonly Draft[] {
  const sentence = ({ trigger }: Draft) => view.token(trigger).sentence;
  const beside = (a: Draft, b: Draft) =>
    a !== b &&
    TAKEN_UP.some((kinds) => kinds.has(a.kind) && kinds.has(b.kind)) &&
    Math.abs(sentence(a) - sentence(b)) <= SENTENCES &&
    (sentence(a) === sentence(b) || sameWords(view.lemma(a.trigger), view.lemma(b.trigger)));
  const taken = drafts.filter(({ kind }) => TAKEN_UP.some((kinds) => kinds.has(kind)));
  return drafts.map((draft) => {
    const other = taken.find((one) => beside(draft, one));
    if (!other) return draft;
    const parties =
      (draft.parties?.length ?? 0) > 1 ? draft.parties : (other.parties ?? draft.parties);
    const territories = draft.territories.length > 0 ? draft.territories : other.territories;
    const filled = parties !== draft.parties || territories !== draft.territories;
    return {
      ...draft,
      ...(parties ? { parties } : {}),
      territories,
      related: [...(draft.related ?? []), other.trigger],
      ...(filled ? { certainty: (draft.certainty ?? 1) * CERTAINTY } : {}),
    };
  });
}

const sameWords = (a: string, b: string) => a === b;
