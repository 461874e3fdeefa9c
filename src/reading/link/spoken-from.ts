import type { ParsedText, ParsedToken, PlaceMention } from '../../domain/index.ts';
import { SPEAKS_FROM, STATIONED } from '../places/words.ts';
import { SAYING } from './pronouns.ts';

const SEATED =
  /^(?:ministr(?:y|ies)|governments?|embass(?:y|ies)|officials?|spokes(?:man|woman|men|people|person)|diplomats?|parliament|cabinet|regime|leadership|presidency)$/;

/** They speak of where they are. */
const LOCALS =
  /^(?:residents?|witness(?:es)?|inhabitants?|people|locals?|shopkeepers?|traders?|doctors?|nurses?|teachers?|students?|m[ae]n|wom[ae]n|famil(?:y|ies))$/;

/**
 * "In Washington, a spokesman said …", "the ministries of Kabul", "an officer in Kabul said", "said in
 * Juba": where somebody only speaks or sits. What is told is told of another place.
 */
export function isSpokenFrom(
  { tokens, sentences }: Pick<ParsedText, 'tokens' | 'sentences'>,
  { head, first, last, sentence }: PlaceMention,
): boolean {
  const preposition = tokens[first - 1]?.text.toLowerCase() ?? '';
  if (!/^(?:in|at|from|of)$/.test(preposition)) return false;
  const before = tokens[first - 2];
  const word = before?.text.toLowerCase() ?? '';
  if (SEATED.test(word)) return true;
  // "seized the governor's office in Kunduz": a house, and nobody who speaks.
  const sits =
    (SPEAKS_FROM.test(word) && !/^(?:office|command)s?$/.test(word)) || STATIONED.test(word);
  if (preposition !== 'of' && sits) return true;
  const { deprel, head: over } = tokens[head]!;
  if (deprel === 'nmod' && over >= 0 && isInSaying(tokens, over)) return true;
  if (/^(?:in|from)$/.test(preposition) && before && isSaid(tokens, before, last)) return true;
  // "In Kabul, residents said": they tell of where they are.
  const own = sentences[sentence]!;
  const subject = tokens
    .slice(own.first, own.last)
    .find((token) => token.head === over && token.deprel === 'nsubj');
  return (
    over >= 0 &&
    deprel.startsWith('obl') &&
    SAYING.test(tokens[over]!.lemma) &&
    subject !== undefined &&
    SPEAKS_FROM.test(subject.text.toLowerCase())
  );
}

/** "said in Kabul that", "an officer in Kabul said"; residents speak of where they are. */
function isSaid(tokens: readonly ParsedToken[], before: ParsedToken, last: number): boolean {
  if (before.upos === 'VERB') return SAYING.test(before.lemma);
  const next = tokens[last];
  const says = next?.upos === 'VERB' && SAYING.test(next.lemma);
  return says && before.upos === 'NOUN' && !LOCALS.test(before.text.toLowerCase());
}

/** "Colonels in Bamako deny it", "told a congress in Colombo": who says it, or hears it. */
function isInSaying(tokens: readonly ParsedToken[], noun: number): boolean {
  const { deprel, head, text } = tokens[noun]!;
  if (head < 0 || LOCALS.test(text.toLowerCase()) || !SAYING.test(tokens[head]!.lemma))
    return false;
  return deprel === 'nsubj' || (/^i?obj$/.test(deprel) && tokens[head]!.lemma === 'tell');
}
