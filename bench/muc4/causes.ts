import { SLOTS } from '../../src/codebooks/muc4/slots.ts';
import { folded, type FoundRoles, type GoldRoles, headNoun, isEqual } from './score.ts';

export const CAUSES = [
  'missed: report taken for one without templates',
  'missed: other fillers found in the report',
  'missed: right noun, other edges',
  'missed: found in another slot',
  'too much: report has no templates',
  'too much: slot is empty in the key',
  'too much: slot has other fillers',
] as const;

export type Cause = (typeof CAUSES)[number];

/** Why each entity of the key was missed and each one found is too much; the first that applies. */
export function causesOf(gold: GoldRoles, found: FoundRoles): readonly Cause[] {
  const causes: Cause[] = [];
  const foundAny = SLOTS.some((slot) => found[slot].length > 0);
  const goldAny = SLOTS.some((slot) => gold[slot].length > 0);
  const everything = new Set(SLOTS.flatMap((slot) => found[slot].map(folded)));
  for (const slot of SLOTS) {
    const heads = new Set(found[slot].map(headNoun));
    for (const wordings of gold[slot]) {
      if (wordings.some((one) => found[slot].some((text) => isEqual(one, text)))) continue;
      if (!foundAny) causes.push('missed: report taken for one without templates');
      else if (wordings.some((one) => heads.has(headNoun(one))))
        causes.push('missed: right noun, other edges');
      else if (wordings.some((one) => everything.has(folded(one))))
        causes.push('missed: found in another slot');
      else causes.push('missed: other fillers found in the report');
    }
    const right = gold[slot].flat();
    for (const text of found[slot]) {
      if (right.some((one) => isEqual(one, text))) continue;
      if (!goldAny) causes.push('too much: report has no templates');
      else if (right.length === 0) causes.push('too much: slot is empty in the key');
      else causes.push('too much: slot has other fillers');
    }
  }
  return causes;
}
