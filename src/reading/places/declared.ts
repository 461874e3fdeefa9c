import type { ParsedText, ParsedToken } from '../../domain/index.ts';
import { runEnd, runStart } from './capital-run.ts';
import type { Surroundings } from './surroundings.ts';
import { isCompassPoint } from './words.ts';

const KIND = /^(towns?|villages?|cit(?:y|ies)|hamlets?|settlements?|districts?|port)$/;

/** What only a place is called, where it is said of a name. */
const SAID =
  /^(?:towns?|villages?|cit(?:y|ies)|hamlets?|settlements?|districts?|port|enclave|stronghold|bastion|junction|hub|locality|capital|oasis|suburb)$/;

/** "The town of X", in small letters, for the "City of London Corporation" is a body. */
export const isOfKind = (tokens: readonly ParsedToken[], first: number): boolean =>
  tokens[first - 1]?.sentence === tokens[first]!.sentence &&
  tokens[first - 1]!.text === 'of' &&
  KIND.test(tokens[first - 2]?.text ?? '');

const UNITS = /^(?:km|kms|kilomet(?:re|er)s?|miles?)$/i;
const AWAY = /^(?:from|away|outside|inland|upriver|downriver)$/i;
const DESCRIBED =
  /^(?:in|on|near|of|,|some|about|around|outside|just|with|where|which|that|close|by|along|between)$/i;

/** "X, 400 km north of", "X, a small town on": what only a place is said to be. Comma to look behind. */
function isSaidOfPlace(tokens: readonly ParsedToken[], comma: number): boolean {
  const word = (i: number) => tokens[i]?.text ?? '';
  let i = comma + 1;
  if (/^(?:some|about|around|just)$/i.test(word(i))) i++;
  if (/^[\d.]+$/.test(word(i))) {
    // "40 km north of", "40 km from", "40 km to the north".
    const to = word(i + 2) === 'to' && word(i + 3) === 'the' ? 2 : 0;
    const direction = word(i + 2 + to);
    return UNITS.test(word(i + 1)) && (isCompassPoint(direction) || AWAY.test(direction));
  }
  if (!/^(?:an?|the)$/i.test(word(i))) return false;
  i++;
  while (/^(?:ADJ|NOUN)$/.test(tokens[i]?.upos ?? '') && !SAID.test(word(i)) && i < comma + 5) i++;
  const next = word(i + 1);
  return (
    SAID.test(word(i)) && (isCompassPoint(next) || DESCRIBED.test(next) || /^[.;)]$/.test(next))
  );
}

const key = (tokens: readonly ParsedToken[], first: number, last: number) =>
  tokens
    .slice(first, last)
    .map(({ text }) => text)
    .join(' ');

const PLURAL =
  /^(?:towns|villages|cities|hamlets|settlements|districts|quarters|neighbou?rhoods|suburbs|townships|localities)$/;

/** How many words open a list of places behind their kind: "villages *of* A and B", "towns, *among them* A and B". */
function opensList(tokens: readonly ParsedToken[], i: number): number {
  const [word, next, third] = [0, 1, 2].map((k) => tokens[i + k]?.text ?? '');
  if (/^(?:of|including|:)$/.test(word!)) return 1;
  if (word !== ',') return `${word} ${next}` === 'such as' ? 2 : 0;
  return /^(?:including|namely|notably)$/.test(next!)
    ? 2
    : `${next} ${third}` === 'among them'
      ? 3
      : 0;
}

type Run = readonly [first: number, last: number];

/** "eight villages, among them Chayli, Yukhari Guzlak and Sur", "the Sheikh Saeed and Fardous districts". */
function listedAt(tokens: readonly ParsedToken[], kind: number): readonly Run[] {
  const { sentence } = tokens[kind]!;
  const isHere = (i: number) => tokens[i]?.sentence === sentence;
  const before: Run[] = [];
  for (let last = kind; isHere(last - 1);) {
    const first = runStart(tokens, last);
    if (first === last || !tokens.slice(first, last).some(({ upos }) => upos === 'PROPN')) break;
    before.push([first, last]);
    last = first - separators(tokens, first - 1, -1);
    if (last === first) break;
  }
  if (before.length > 1) return before;
  const opens = opensList(tokens, kind + 1);
  const behind: Run[] = [];
  for (let first = kind + 1 + opens; isHere(first);) {
    const last = opens > 0 ? runEnd(tokens, first) : first;
    if (last === first) break;
    behind.push([first, last]);
    first = last + separators(tokens, last, 1);
    if (first === last) break;
  }
  return behind;
}

/** How many of comma and "and" stand here, read forwards or backwards. */
function separators(tokens: readonly ParsedToken[], at: number, step: 1 | -1): number {
  let count = 0;
  while (count < 2 && /^(?:,|and)$/.test(tokens[at + count * step]?.text ?? '')) count++;
  return count;
}

/**
 * Names that the text itself says are towns: "the town of Kasba Bonli" names Kasba Bonli wherever
 * else it stands, whatever the gazetteer has by its first word; "Diabaly, 400 km north of" is a place
 * though no list has it. First token to end.
 */
export function declaredNames(
  { tokens }: ParsedText,
  { name, actor }: Surroundings,
): ReadonlyMap<number, number> {
  const known = new Map<string, string>();
  const put = (first: number, last: number) =>
    known.set(tokens[first]!.text, key(tokens, first, last));
  const add = (first: number, last: number) => {
    // "The town of Gori Mayor Vladimir" ends where the person begins.
    const person =
      name[first] !== 'person' && name.slice(first + 1, last).some((type) => type === 'person');
    if (last > first && !person) put(first, last);
  };
  tokens.forEach((token, i) => {
    if (PLURAL.test(token.text))
      for (const [first, last] of listedAt(tokens, i))
        if (/^(?:|person|organisation)$/.test(actor[first]!)) put(first, last);
    if (isOfKind(tokens, i)) add(i, runEnd(tokens, i));
    else if (token.text === ',' && isSaidOfPlace(tokens, i)) add(runStart(tokens, i), i);
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
