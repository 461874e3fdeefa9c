import type { PlaceMention } from '../../domain/index.ts';
import type { Search } from '../search.ts';
import { named } from './lists.ts';
import type { Territory } from './territory.ts';

/** Tokens between a class and the word that names some of it: "capitals taken by them so far, including". */
const REACH = 9;
/** Tokens between that word and the first name: "including the provincial capital, Kunduz". */
const GAP = 4;

/** "nine capitals, including Kunduz, Taluqan and Zaranj": those of a class that are named. */
export function membersOf(
  search: Search,
  token: number,
  fits: (mention: PlaceMention) => PlaceMention | undefined,
): readonly Territory[] {
  const { view } = search;
  const { sentence, xpos } = view.token(token);
  if (!/^NNP?S$/.test(xpos)) return [];
  // "the towns that have fallen include": its verbs are the clause's.
  const relative = /^(?:that|which)$/.test(view.tokens[token + 1]?.text ?? '');
  for (let i = token + 1; i <= token + REACH; i++) {
    const next = view.tokens[i];
    if (next?.sentence !== sentence) return [];
    const names = opens(view, i);
    if (names > 0) {
      const at = Array.from({ length: GAP }, (_, k) => i + names + k).find((k) => view.place(k));
      const mention = at === undefined ? undefined : view.place(at);
      if (!mention || view.token(mention.first).sentence !== sentence || !fits(mention)) return [];
      const between = view.tokens.slice(i + names, mention.first);
      if (between.some(({ upos }) => APART.test(upos))) return [];
      // "two towns: Goma residents say": who says it is in no list.
      const said = /^(?:NOUN|VERB|AUX|PART)$/.test(view.tokens[mention.last]?.upos ?? '');
      return said ? [] : named(search, mention);
    }
    // Another noun of many is what the names are of.
    if (next.xpos === 'NNS' || (!relative && FINITE.test(next.xpos))) return [];
  }
  return [];
}

const FINITE = /^(?:MD|VBD|VBZ|VBP|VB)$/;
const APART = /^(ADP|VERB|AUX|SCONJ|PRON)$/;

/** How many words open a list of some: "including", "such as", "among them". */
function opens(view: Search['view'], index: number): number {
  const [word, next] = [view.tokens[index]?.text.toLowerCase(), view.tokens[index + 1]?.text];
  if (/^(including|includes?|included|notably|namely|especially|:)$/.test(word ?? '')) return 1;
  return `${word} ${next}` === 'such as' || `${word} ${next}` === 'among them' ? 2 : 0;
}
