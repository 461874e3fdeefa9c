import type { ParsedText, ParsedToken } from '../../domain/index.ts';
import type { Surroundings } from './surroundings.ts';
import { NEVER } from './words.ts';

const KIND = /^(towns?|villages?|cit(?:y|ies)|hamlets?|settlements?|districts?|port)$/;
const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Small parts inside names: "Deir al-Zor", "Umm Dukhun". */
const JOINT = /^(al|el|as|ash|ad|ar|an|az|e|i|-)$/i;
const LONGEST = 5;

/** "The town of X", in small letters, for the "City of London Corporation" is a body. */
export const isOfKind = (tokens: readonly ParsedToken[], first: number): boolean =>
  tokens[first - 1]?.sentence === tokens[first]!.sentence &&
  tokens[first - 1]!.text === 'of' &&
  KIND.test(tokens[first - 2]?.text ?? '');

function runEnd(tokens: readonly ParsedToken[], first: number): number {
  let end = first;
  for (let i = first; i < first + LONGEST; i++) {
    const token = tokens[i];
    if (token?.sentence !== tokens[first]!.sentence) break;
    if (CAPITAL.test(token.text) && !NEVER.has(token.text.toLowerCase())) end = i + 1;
    else if (!JOINT.test(token.text) || i === first) break;
  }
  return end;
}

const key = (tokens: readonly ParsedToken[], first: number, last: number) =>
  tokens
    .slice(first, last)
    .map(({ text }) => text)
    .join(' ');

/**
 * Names of several words that the text itself says are towns: "the town of Kasba Bonli" names Kasba
 * Bonli wherever else it stands, whatever the gazetteer has by its first word. First token to end.
 */
export function declaredNames(
  { tokens }: ParsedText,
  { name }: Surroundings,
): ReadonlyMap<number, number> {
  const known = new Map<string, string>();
  tokens.forEach((token, first) => {
    if (!CAPITAL.test(token.text) || !isOfKind(tokens, first)) return;
    const last = runEnd(tokens, first);
    // "The town of Gori Mayor Vladimir" ends where the person begins.
    const person =
      name[first] !== 'person' && name.slice(first + 1, last).some((type) => type === 'person');
    if (last > first + 1 && !person) known.set(token.text, key(tokens, first, last));
  });
  const ends = new Map<number, number>();
  if (known.size === 0) return ends;
  tokens.forEach(({ text }, first) => {
    const words = known.get(text);
    if (words === undefined) return;
    const last = first + words.split(' ').length;
    if (key(tokens, first, last) === words) ends.set(first, last);
  });
  return ends;
}
