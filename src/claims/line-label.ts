import { isResolved, type PlaceMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';

const REACH = 8;

/** "Lashio: …", "- ZARANJ – …", "Aug. 6: Gao. …": the place a line is about, set off at its head. */
export function labelPlace(
  view: TextView,
  { first, last }: { readonly first: number; readonly last: number },
): PlaceMention | undefined {
  for (let i = first; i < Math.min(last, first + REACH); i++) {
    const mention = view.place(i);
    if (!mention) {
      if (view.token(i).upos === 'VERB' || view.token(i).upos === 'ADP') return undefined;
      continue;
    }
    const next = view.tokens[mention.last]?.text ?? '';
    return isResolved(mention.place) && /^[:–—-]$/.test(next) ? mention : undefined;
  }
  return undefined;
}
