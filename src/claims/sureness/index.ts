import type { Draft, Search } from '../draft.ts';
import type { Finished } from '../finish.ts';
import { claimFeatures } from './claim-features.ts';
import { controlGroup } from './groups.ts';
import type { Sureness } from './model.ts';

/**
 * Claims about control with the share of their like that is right in annotated reports, in place of
 * what the rules themselves make of how sure they are.
 */
export function withSureness(
  search: Search,
  {
    drafts,
    finished,
  }: { readonly drafts: readonly Draft[]; readonly finished: readonly Finished[] },
  sureness: Sureness,
): readonly Finished[] {
  const inSentence = claimsBySentence(search, drafts);
  return finished.map((one) => {
    if (controlGroup(one.claim.kind) === undefined) return one;
    const beside = inSentence.get(search.view.token(one.trigger).sentence) ?? 0;
    const sure = sureness.of(claimFeatures(search, { one, beside }, sureness.senses));
    return { ...one, claim: { ...one.claim, confidence: Math.round(sure * 1000) / 1000 } };
  });
}

/** How many claims the rules find in each sentence that has any. */
export function claimsBySentence(
  { view }: Search,
  drafts: readonly Draft[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { trigger } of drafts) {
    const { sentence } = view.token(trigger);
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  return counts;
}
