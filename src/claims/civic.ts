import { armedKind } from './search.ts';
import type { Lexicon } from './lexicon.ts';
import type { TextView } from './text-view.ts';

/** Different words of sport, elections, trade or the arts that make a text one of them. */
const LEAST = 4;
/** How many of them one word of war outweighs. */
const WEIGHT = 2;

/**
 * Whether a text is about sport, elections, trade or the arts: there towns are captured, lost and
 * held that no army is near. One soldier, and it takes twice as many words of the other kind.
 */
export function isCivicText(view: TextView, lexicon: Lexicon): boolean {
  const { reading, tokens } = view;
  const civic = new Set<string>();
  const war = new Set<string>();
  for (const { index } of tokens) {
    const word = view.lemma(index);
    if (lexicon.has('civicText', word)) civic.add(word);
    else if (lexicon.has('warText', word)) war.add(word);
  }
  if (civic.size < LEAST) return false;
  for (const mention of reading.mentions)
    if (mention.type === 'actor' && mention.actor !== undefined && armedKind(mention))
      if (mention.kind !== 'state') war.add(mention.actor);
  return civic.size >= LEAST + WEIGHT * war.size;
}
