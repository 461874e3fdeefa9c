import { verbGroup } from './clause.ts';
import type { TextView } from './text-view.ts';

const LOYAL = /^(?:loyal|faithful)$/i;
const BACKED =
  /^(?:backed|supported|led|commanded|headed|armed|trained|funded|aided|assisted|joined|accompanied)$/i;
/** Words from "loyal to" to the verb: "loyal to the former rulers of Ethiopia's Tigray region entered". */
const REACH = 12;
const PHRASE = /^(?:NOUN|PROPN|ADJ|ADV|DET|PART|NUM)$/;

/** "forces loyal to the ousted president": whose they are is said behind them. */
export const areFollowers = (view: TextView, token: number) =>
  LOYAL.test(view.tokens[token + 1]?.text ?? '') && view.tokens[token + 2]?.text === 'to';

const opens = (preposition: string, word: string) =>
  (preposition === 'to' && LOYAL.test(word)) || (preposition === 'by' && BACKED.test(word));

/** "widely believed to be backed by": where what is said of them begins. */
function beforeReport(view: TextView, word: number): number {
  let at = word;
  while (/^(?:AUX|PART|ADV)$/.test(view.token(at - 1).upos)) at--;
  if (at === word) return word;
  if (!BELIEVED.test(view.token(at - 1).text)) return /^ADV$/.test(view.token(at).upos) ? at : word;
  at--;
  while (view.token(at - 1).upos === 'ADV') at--;
  return at;
}

const BELIEVED = /^(?:believed|thought|said|known|alleged|reported|suspected|considered|accused)$/;

/**
 * "Fighters loyal to the ousted president entered the town": those who are loyal act, whatever the tree
 * makes of the verb; so do "rebels backed by Rwanda". The token that heads them, where "loyal to" or
 * "backed by" and one noun phrase stand before the verb.
 */
export function followersBefore(view: TextView, verb: number): number | undefined {
  const { sentence } = view.token(verb);
  if (
    !/^(?:VB[DPZN]|NNS?)$/.test(view.token(verb).xpos) ||
    /^(?:by|in)$/i.test(view.tokens[verb + 1]?.text ?? '')
  )
    return undefined;
  // "were driven out": by others.
  if (verbGroup(view, verb).some((i) => view.lemma(i) === 'be')) return undefined;
  let at = verb - 1;
  while (view.tokens[at]?.sentence === sentence && /^(?:AUX|ADV)$/.test(view.token(at).upos)) at--;
  for (; at > Math.max(1, verb - REACH) && view.token(at).sentence === sentence; at--) {
    const { upos, xpos, text } = view.token(at);
    if (opens(text, view.token(at - 1).text)) {
      const whom = view.actor(beforeReport(view, at - 1) - 1);
      return whom && whom.last === beforeReport(view, at - 1) ? whom.head : undefined;
    }
    // "warlord" is a verb to some taggers, and "recognised" stands before its noun.
    const titled = upos === 'VERB' && (xpos === 'VBN' || view.token(at - 1).text === 'to');
    const timed = text === 'on' && view.time(at + 1) !== undefined;
    const within = titled || timed || PHRASE.test(upos) || /^(?:of|in|-)$/.test(text);
    if (!within) return undefined;
  }
  return undefined;
}
