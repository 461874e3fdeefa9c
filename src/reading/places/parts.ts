import type { ParsedToken } from '../../domain/index.ts';
import { SITES } from './words.ts';

const SHARE =
  /^(half|most|part|parts|much|outskirts|suburbs|edge|edges|centre|center|swathes|swaths|areas|neighbourhoods|neighborhoods)$/i;
const BETWEEN = /^(of|in|the|city|town|province)$/i;
const LONGEST_SITE = 3;

/** A part of the place that the words mean, with the tokens it reaches to. */
export interface Part {
  readonly part: string;
  readonly first: number;
  readonly last: number;
  readonly kind: 'site' | 'share';
}

/** "Kandahar airport", "Herat's central prison", "half of the city of Herat". */
export function partOf(
  tokens: readonly ParsedToken[],
  [first, last]: readonly [number, number],
): Part | undefined {
  return siteAfter(tokens, first, last) ?? shareBefore(tokens, first, last);
}

function siteAfter(tokens: readonly ParsedToken[], first: number, last: number): Part | undefined {
  const { sentence } = tokens[first]!;
  let at = last;
  while (
    /^(['’]s?|city|international|provincial|central|main|military|air)$/i.test(
      tokens[at]?.text ?? '',
    )
  )
    at++;
  const limit = Math.min(tokens.length, at + LONGEST_SITE);
  for (let i = at; i < limit; i++) {
    const token = tokens[i]!;
    if (token.sentence !== sentence || !/^(NOUN|PROPN|X|ADJ)$/.test(token.upos)) return undefined;
    if (!SITES.has(token.text.toLowerCase())) continue;
    const from = /^['’]s?$/.test(tokens[last]!.text) ? last + 1 : last;
    const part = tokens
      .slice(from, i + 1)
      .map(({ text }) => text)
      .join(' ');
    return { part, first, last: i + 1, kind: 'site' };
  }
  return undefined;
}

function shareBefore(
  tokens: readonly ParsedToken[],
  first: number,
  last: number,
): Part | undefined {
  // "Half of Afghanistan's districts" is no half of Afghanistan.
  if (/^['’]s?$/.test(tokens[last]?.text ?? '')) return undefined;
  let at = first - 1;
  while (at >= 0 && at > first - 5 && BETWEEN.test(tokens[at]!.text)) at--;
  const share = tokens[at];
  if (!share || at === first - 1 || share.sentence !== tokens[first]!.sentence) return undefined;
  if (!SHARE.test(share.text) || !/^(of|in)$/i.test(tokens[at + 1]!.text)) return undefined;
  return { part: share.text, first: at, last, kind: 'share' };
}
