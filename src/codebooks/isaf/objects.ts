import type { TextView } from '../../claims/text-view.ts';

const LONGEST = 9;
const PARTICIPLES =
  /^(?:suspected|wanted|targeted|armed|known|alleged|associated|linked|unidentified)$/i;
const INSIDE = /^(?:DET|NUM|ADJ|NOUN|PROPN|PRON)$/;
const ADVERBS = /^(?:also|at|least|more|than|about|approximately|another)$/i;

/**
 * Heads of the noun phrases right behind a verb, read off the words: "detained one suspected
 * insurgent and seized …", "captured a leader and two associates". Trees lose the second of such a
 * pair, and take "suspected" for a verb. `isPerson` says which nouns may head one.
 */
export function objectsBehind(
  view: TextView,
  verb: number,
  isPerson: (lemma: string) => boolean,
): readonly number[] {
  const { sentence } = view.token(verb);
  const heads: number[] = [];
  let head: number | undefined;
  for (let i = verb + 1, last = verb + 1 + LONGEST; i < last; i++) {
    const token = view.tokens[i];
    if (token?.sentence !== sentence) break;
    if (INSIDE.test(token.upos) || PARTICIPLES.test(token.text) || ADVERBS.test(token.text)) {
      if (isPerson(view.lemma(i))) head = i;
      else if (token.upos === 'NOUN' && head === i - 1) head = undefined;
      continue;
    }
    const joins = head !== undefined && (token.text === ',' || /^and$/i.test(token.text));
    if (head !== undefined) heads.push(head);
    head = undefined;
    if (!joins) return heads;
    last = i + 1 + LONGEST;
  }
  return head === undefined ? heads : [...heads, head];
}

/** First token of the phrase that a head closes. */
export function phraseStart(view: TextView, head: number): number {
  let first = head;
  while (first > 0) {
    const before = view.token(first - 1);
    if (before.sentence !== view.token(head).sentence) break;
    if (!INSIDE.test(before.upos) && !PARTICIPLES.test(before.text)) break;
    first--;
  }
  return first;
}
