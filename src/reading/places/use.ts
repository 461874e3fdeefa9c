import type { ParsedToken, PlaceMention } from '../../domain/index.ts';
import type { PlaceContext } from '../places.ts';
import { SITES, isCompassPoint, levelOfKind } from './words.ts';

const UNITS = /^(km|kms|kilomet(er|re)s?|miles?|met(er|re)s?|hours?)$/i;
const BORDER = /^(border|borders|bordering|frontier|boundary)$/i;
const FILED = /^(\(|—|–|--|-)$/;

/** Where in the sentence a name stands. */
export interface Standpoint {
  readonly first: number;
  readonly last: number;
  /** Kind of the actor over it, or ''. */
  readonly actor: string;
  readonly settlement: boolean;
}

/**
 * Literal unless the words use the name for something else: a government or body (metonym), another
 * thing beside or named after it (associative).
 */
export function useOf(
  { text: { tokens, sentences } }: PlaceContext,
  { first, last, actor, settlement }: Standpoint,
): PlaceMention['use'] {
  if (actor !== '') return 'metonym';
  const sentence = sentences[tokens[first]!.sentence]!;
  const word = (i: number) => (i >= sentence.first && i < sentence.last ? tokens[i]!.text : '');
  if (isDateline(tokens, first, last)) return 'associative';
  if (isBorder(word, first, last)) return 'associative';
  if (isMeasured(word, first, settlement)) return 'associative';
  return modifiesAnother(tokens, first, last) ? 'associative' : 'literal';
}

/** "KABUL, Afghanistan (AP) —": where the report was filed, at the start of the text. */
function isDateline(tokens: readonly ParsedToken[], first: number, last: number): boolean {
  if (first > 3 || tokens[first]!.sentence > 1) return false;
  return (
    tokens.slice(last, last + 6).some(({ text }) => FILED.test(text)) &&
    /^\p{Lu}{3,}/u.test(tokens[0]!.text)
  );
}

/** "20 kilometres from the border with Afghanistan", "the Afghanistan border". */
function isBorder(word: (i: number) => string, first: number, last: number): boolean {
  if (BORDER.test(word(last))) return true;
  for (let i = first - 1; i >= first - 3; i--) {
    if (BORDER.test(word(i))) return true;
    if (!/^(with|the|to|of|and|on)$/i.test(word(i))) return false;
  }
  return false;
}

/** "30 km from Kabul", "50 miles north of Kabul", "north of the city of Kabul". */
function isMeasured(word: (i: number) => string, first: number, settlement: boolean): boolean {
  let i = first - 1;
  while (/^(the|city|town|capital|of|away|outside|from|village)$/i.test(word(i)) && i > first - 6)
    i--;
  if (i === first - 1) return false;
  if (UNITS.test(word(i))) return true;
  if (!isCompassPoint(word(i))) return false;
  if (word(i + 1).toLowerCase() !== 'of') return false;
  // "The south of Goma" is a part of it.
  if (/^(the|whole|entire|far)$/i.test(word(i - 1))) return false;
  return settlement || UNITS.test(word(i - 1));
}

/** "Kabul university": the name stands before the noun that is meant. */
function modifiesAnother(tokens: readonly ParsedToken[], first: number, last: number): boolean {
  const own = tokens.slice(first, last);
  const top = own.find(({ head }) => head < first || head >= last);
  if (!top || top.deprel !== 'compound' || top.head < last) return false;
  const head = tokens[top.head]!;
  return levelOfKind(head.text) === undefined && !SITES.has(head.text.toLowerCase());
}
