import type { Sentence, SplitText, Token } from '../../domain/index.ts';
import type { ActorList, NameEntry } from '../actor-list.ts';
import { ASCII_WORD, pieces, writtenPieces } from './pieces.ts';

/** A name of the list in the text. Token indices [first, last). */
export interface ListedName {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly NameEntry[];
  /** Whether it is a local name of another country too, and so tells nothing of what a report is about. */
  readonly shared: boolean;
}

/** Pieces of a sentence, each with the token it comes from. */
interface Row {
  readonly words: string[];
  readonly written: string[];
  readonly token: number[];
}

const MAX_ACRONYM = 6;
const CAPITAL = /^\p{Lu}/u;
const ARTICLE = /^(?:Al|Ash|As|An)$/;
const MIXED = /\p{Ll}\p{Lu}/u;

function row(tokens: readonly Token[], sentence: Sentence): Row {
  const result: Row = { words: [], written: [], token: [] };
  for (let i = sentence.first; i < sentence.last; i++) {
    const { text } = tokens[i]!;
    if (ASCII_WORD.test(text)) {
      result.words.push(text.toLowerCase());
      result.written.push(text);
      result.token.push(i);
      continue;
    }
    result.words.push(...pieces(text));
    for (const piece of writtenPieces(text)) {
      result.written.push(piece);
      result.token.push(i);
    }
  }
  return result;
}

const isShouted = (word: string) => word.length > 1 && word === word.toUpperCase();

/** In a text in capitals a name of several words has lost its own, and is told by its words alone. */
const lostCapitals = ({ tokens, report }: SplitText, { first, last }: Sentence) => {
  for (let i = first; i < last; i++)
    if (!report.body.startsWith(tokens[i]!.text, tokens[i]!.start)) return true;
  return false;
};

interface Written {
  readonly pieces: readonly string[];
  readonly from: number;
  readonly shouted: boolean;
}

/** "US" is not "us", "IS" is not "is": capitals of the list are asked of the text. */
function caseFits(entry: NameEntry, { pieces: written, from, shouted }: Written): boolean {
  if (shouted && entry.written.length > 1) return true;
  return entry.written.every((piece, i) => {
    const seen = written[from + i]!;
    // "LeT" is not "Let".
    if (MIXED.test(piece) && piece.length <= MAX_ACRONYM) return seen === piece;
    const acronym = isShouted(piece) && piece.length <= MAX_ACRONYM;
    if (acronym) return seen === piece || (piece.length > 3 && CAPITAL.test(seen));
    if (!CAPITAL.test(piece) || CAPITAL.test(seen) || i > 0) return true;
    // "al Qaeda", "al Shabaab"
    return ARTICLE.test(piece) && CAPITAL.test(written[from + 1] ?? '');
  });
}

const isShared = (entries: readonly NameEntry[]) =>
  entries.some(({ local }) => local) &&
  entries.some(({ actor }) => actor.country !== entries[0]!.actor.country);

/** Names of the list that may be meant, longest first from the left, none overlapping. */
export function scanNames(
  text: SplitText,
  list: ActorList,
  mayBe: (entry: NameEntry) => boolean,
): readonly ListedName[] {
  const found: ListedName[] = [];
  for (const sentence of text.sentences) {
    const { words, written, token } = row(text.tokens, sentence);
    const shouted = lostCapitals(text, sentence);
    for (let at = 0; at < words.length; at++) {
      if (at > 0 && token[at] === token[at - 1]) continue;
      for (const { entries, length } of list.namesAt(words, at)) {
        const end = at + length;
        if (end < words.length && token[end] === token[end - 1]) continue;
        const fitting = entries.filter(
          (entry) => mayBe(entry) && caseFits(entry, { pieces: written, from: at, shouted }),
        );
        if (fitting.length === 0) continue;
        found.push({
          first: token[at]!,
          last: token[end - 1]! + 1,
          entries: fitting,
          shared: isShared(entries),
        });
        at = end - 1;
        break;
      }
    }
  }
  return found;
}
