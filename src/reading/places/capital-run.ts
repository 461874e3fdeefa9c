import type { ParsedToken } from '../../domain/index.ts';
import { isJoinedArticle, withArticle } from '../joined-article.ts';
import { NEVER } from './words.ts';

const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Small parts inside names: "Deir al-Zor", "Pul-e-Hesar". */
const JOINT = /^(?:al|el|as|ash|ad|ar|an|az|e|i|-)$/i;
const LONGEST = 5;

/** Whether a token may be a word of a name. */
export type IsWord = (token: ParsedToken) => boolean;

export const isCapital: IsWord = ({ text }) => CAPITAL.test(text) && !NEVER.has(text.toLowerCase());

/** Where the run of capitals that begins at `first` ends; `first` itself where none does. */
export function runEnd(tokens: readonly ParsedToken[], first: number, isWord = isCapital): number {
  let end = first;
  for (let i = first; i < first + LONGEST; i++) {
    const token = tokens[i];
    if (!token || token.sentence !== tokens[first]!.sentence) break;
    if (isWord(token)) end = i + 1;
    else if (!JOINT.test(token.text) || (i === first && !isJoinedArticle(tokens, i))) break;
  }
  return end;
}

/** Where the run of capitals that ends before `last` begins; `last` itself where none does. */
export function runStart(tokens: readonly ParsedToken[], last: number, isWord = isCapital): number {
  let start = last;
  for (let i = last - 1; i >= last - LONGEST; i--) {
    const token = tokens[i];
    if (!token || token.sentence !== tokens[last - 1]!.sentence) break;
    if (isWord(token)) start = i;
    else if (!JOINT.test(token.text) || i === last - 1) break;
  }
  return withArticle(tokens, start);
}
