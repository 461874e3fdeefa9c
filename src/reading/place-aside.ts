import type { Insertion } from './insertion.ts';
import type { WordTag } from './tagger.ts';

/** How the words open that tell where a place lies, or what it is. */
const OPENS =
  /^(?:in|on|near|at|outside|inside|around|along|across|beside|close|just|further|some|about|roughly|halfway|between|north|south|east|west|north-?east|north-?west|south-?east|south-?west|a|an|the|both|two|three|four|also|once|home|capital|\d[\d.,]*)$/i;
const VERBAL = /^(?:VB[DPZ]?|MD|W\w+|CC|EX)$/;
/** How a predicate opens, maybe behind an adverb. */
const PREDICATE = /^(?:VB[DPZ]|MD)$/;
const LONGEST = 14;

interface Sentence {
  readonly words: readonly string[];
  readonly tags: readonly WordTag[];
}

/**
 * "Gwoza, in the south of Borno, has been retaken", "Brega, a port on the gulf, fell": what is said between a name and
 * its predicate of where it lies or what it is. The parser finds the subject better without it.
 */
export function asidesOf({ words, tags }: Sentence): readonly Insertion[] {
  const found: Insertion[] = [];
  for (let first = 1; first < words.length - 3; first++) {
    if (words[first] !== ',' || tags[first - 1]!.upos !== 'PROPN') continue;
    if (!OPENS.test(words[first + 1]!)) continue;
    const end = closingComma({ words, tags }, first);
    if (end === undefined || !isPredicate(tags, end + 1)) continue;
    found.push({ first, last: end + 1, inverted: false });
    first = end;
  }
  return found;
}

function closingComma({ words, tags }: Sentence, first: number): number | undefined {
  for (let i = first + 1; i < words.length - 1 && i - first <= LONGEST + 1; i++) {
    if (words[i] === ',') return i > first + 2 ? i : undefined;
    if (VERBAL.test(tags[i]!.xpos) && words[i] !== 'and') return undefined;
    if (/^[;:()–—"“”]$/.test(words[i]!)) return undefined;
  }
  return undefined;
}

const isPredicate = (tags: readonly WordTag[], from: number) =>
  PREDICATE.test(tags[tags[from]?.upos === 'ADV' ? from + 1 : from]?.xpos ?? '');
