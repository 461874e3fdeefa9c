import type { Claim, Reading } from '../domain/index.ts';
import type { Draft } from './draft.ts';
import { finish } from './finish.ts';
import { merge } from './merge.ts';
import { CLAIM_RULES } from './rules/index.ts';
import { searchOf, type ClaimResources } from './search.ts';
import { viewOf } from './text-view.ts';

/** Claims of one reading, in order of their evidence; the title, read apart, tells of whom it speaks. */
export function extractClaims(
  reading: Reading,
  resources: ClaimResources,
  title?: Reading,
): readonly Claim[] {
  const search = searchOf(viewOf(reading), resources, title);
  const drafts: Draft[] = [];
  for (const sentence of reading.sentences)
    for (const rule of CLAIM_RULES) drafts.push(...rule.find(search, sentence));
  return merge(finish(search, withoutCounted(drafts)));
}

/** Where places are counted at a trigger, other claims there about places without a name say less. */
function withoutCounted(drafts: readonly Draft[]): readonly Draft[] {
  const counted = new Set(
    drafts.filter(({ kind }) => kind === 'control.count').map(({ trigger }) => trigger),
  );
  return drafts.filter(
    ({ kind, trigger, territories }) =>
      kind === 'control.count' ||
      !counted.has(trigger) ||
      territories.some(({ place, facility }) => 'id' in place && facility === undefined),
  );
}
