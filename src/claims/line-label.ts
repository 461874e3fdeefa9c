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
    const { last: end } = mention;
    const bracket = view.tokens[end]?.text === '(' ? closing(view, end, last) : undefined;
    if (bracket !== undefined) {
      if (isResolved(mention.place) && view.tokens[bracket + 1]?.text === ':') return mention;
      return undefined;
    }
    const after = /^(city|town|province|district|village)$/i.test(view.tokens[end]?.text ?? '');
    const next = view.tokens[after ? end + 1 : end]?.text ?? '';
    // "Taiz. Street fighting in …": a name that is a sentence is what the others are about.
    const isAlone = next === '.' && mention.first === first && end + 1 === last;
    return isResolved(mention.place) && (isAlone || /^[:–—]$/.test(next)) ? mention : undefined;
  }
  return undefined;
}

/** "Falam (Chin): …" */
function closing(view: TextView, open: number, last: number): number | undefined {
  for (let i = open + 1; i < Math.min(last, open + REACH); i++)
    if (view.token(i).text === ')') return i;
  return undefined;
}

/** "Ras al-Ayn: …": a name before a colon that the reading took for nothing; its first token. */
export function unreadLabel(
  view: TextView,
  { first, last }: { readonly first: number; readonly last: number },
): number | undefined {
  const start = /^[-•*–]$/.test(view.token(first).text) ? first + 1 : first;
  let end = start;
  while (end < last && /^(PROPN|PUNCT|NOUN)$/.test(view.token(end).upos)) {
    if (view.token(end).text === ':') break;
    end++;
  }
  const named = end > start && end - start <= LONGEST && view.tokens[end]?.text === ':';
  return named && view.token(start).upos === 'PROPN' && !view.place(start) ? start : undefined;
}

const LONGEST = 5;
