import type { WordTag } from './tagger.ts';

/** Words of a sentence, from `first` to before `last`: ", a spokesman said on Monday,". */
export interface Insertion {
  readonly first: number;
  readonly last: number;
  /** Whether its verb stands before its subject: ", said the ministry,". */
  readonly inverted: boolean;
}

const SAYS =
  /^(?:said|says|say|added|adds|told|tells|warned|warns|reported|reports|claimed|claims|noted|notes|explained|announced|confirmed|insisted|insists|argued|argues|recalled|stressed|wrote|writes|stated|believes?|thinks?)$/i;
const FINITE = /^VB[DPZN]$/;
const NOUN_PHRASE = /^(?:DT|PRP\$?|JJ[RS]?|NNP?S?|CD|IN|POS|NNPS|VBN)$/;
const OPENS_NOUN = /^(?:DT|PRP\$?|JJ[RS]?|NNP?S?|NNPS|CD)$/;
const CLOSES_NOUN = /^(?:NNP?S?|NNPS|PRP|CD|DT)$/;
const LONGEST = 12;
/** "You know, I think, …" is put into talk anywhere. */
const TALK = /^(?:I|you)$/i;
/** When and where it was said. */
const OCCASION =
  /^(?:on|in|at|late|early|later|a|an|the|his|her|its|their|statement|interview|message|press|news|conference|briefing|today|yesterday|\p{Lu}\w+day|morning|evening|night|afternoon|dawn|noon)$/u;
const TELLS = /^tell|^told/i;
/** How a predicate opens. */
const PREDICATE = /^(?:VB[DPZ]|MD)$/;
/** What goes on with the teller's words, not with what is said. */
const TELLS_ON = /^(?:who|which|whose|whom|where|as|and|but|while|when|after|before|a|an)$/i;

interface Sentence {
  readonly words: readonly string[];
  readonly tags: readonly WordTag[];
  /** Whether a quotation mark stands before the word. */
  readonly quoted: (index: number) => boolean;
}

/**
 * Attributions put into a clause between two commas: "The fighters, a witness said, entered the
 * town". The clause around them is a sentence of its own, and is read better without them.
 */
export function insertionsOf(sentence: Sentence): readonly Insertion[] {
  const found: Insertion[] = [];
  for (let i = 1; i < sentence.words.length - 3; i++) {
    if (sentence.words[i] !== ',') continue;
    const insertion = insertionAt(sentence, i);
    if (insertion === undefined || !goesOn(sentence, insertion)) continue;
    found.push(insertion);
    i = insertion.last - 1;
  }
  return found;
}

/** From one comma to and with the next. */
function insertionAt({ words, tags }: Sentence, first: number): Insertion | undefined {
  let end = first + 1;
  while (end < words.length && words[end] !== ',' && end - first <= LONGEST) end++;
  if (words[end] !== ',' || end >= words.length - 1) return undefined;
  const isVerb = (i: number) => SAYS.test(words[i]!) && FINITE.test(tags[i]!.xpos);
  const isNoun = (from: number, to: number) =>
    from < to &&
    !TALK.test(words[from]!) &&
    OPENS_NOUN.test(tags[from]!.xpos) &&
    CLOSES_NOUN.test(tags[to - 1]!.xpos) &&
    words.slice(from, to).every((_, i) => NOUN_PHRASE.test(tags[from + i]!.xpos));
  if (isVerb(first + 1)) {
    return isNoun(first + 2, end) ? { first, last: end + 1, inverted: true } : undefined;
  }
  let verb = first + 2;
  while (verb < end && !isVerb(verb)) verb++;
  if (verb >= end || !isNoun(first + 1, verb)) return undefined;
  let rest = verb + 1;
  if (TELLS.test(words[verb]!)) while (/^(?:NN|PRP)/.test(tags[rest]!.xpos)) rest++;
  while (rest < end && OCCASION.test(words[rest]!)) rest++;
  return rest === end ? { first, last: end + 1, inverted: false } : undefined;
}

/** Whether the sentence before goes on after it; what follows "said the head of the service," mostly names him. */
function goesOn({ words, tags, quoted }: Sentence, { first, last, inverted }: Insertion): boolean {
  if (quoted(last)) return quoted(first + 1);
  if (TELLS_ON.test(words[last]!) || tags[last]!.xpos === 'VBG') return false;
  return !inverted || PREDICATE.test(tags[last]!.xpos);
}
