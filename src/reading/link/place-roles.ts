import type { ParsedToken, PlaceMention, ResolvedPlace } from '../../domain/index.ts';
import { SPEAKS_FROM, STATIONED } from '../places/words.ts';
import type { LinkContext } from './context.ts';
import { SAYING } from './pronouns.ts';

/** A dateline says where a report was filed, not what it is about. */
export const isDateline = ({ text }: LinkContext, { first, last, sentence }: PlaceMention) =>
  text.sentences[sentence]!.first === first &&
  /^\p{Lu}[\p{Lu} -]+$/u.test(text.tokens[first]!.text) &&
  /^[,(-]/.test(text.tokens[last]?.text ?? '');

const DIRECTIONS =
  /^(north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|outside|away|road|highway|route|km|kilometres|kilometers|miles)$/;
/** The last few compare: "the second city to fall, after Raqqa". */
const ASIDE = new Set(
  'from to towards toward near outside beyond between with after like unlike'.split(' '),
);

/** What is said about a place weighs for it; a place only used to tell the way, or whose, does not. */
export function roleCost(context: LinkContext, mention: PlaceMention): number {
  const { text, words } = context;
  if (isDateline(context, mention)) return 14;
  // "Kyiv denied it": no place is spoken of.
  if (mention.use === 'metonym') return 10;
  const { deprel, head } = text.tokens[mention.head]!;
  // "Bara town", "Ghazni city"
  if (deprel === 'compound' && SETTLED.test(words[head] ?? '')) return 0;
  if (deprel === 'compound' || deprel === 'amod')
    return text.tokens[head]!.upos === 'PROPN' ? 3 : 8;
  const preposition = words[mention.first - 1] ?? '';
  if (preposition === 'of' && DIRECTIONS.test(words[mention.first - 2] ?? '')) return 10;
  if (preposition === 'of')
    return /^(city|town|capital|district|province|village|centre|center)$/.test(
      words[mention.first - 2] ?? '',
    )
      ? 0
      : 2;
  if (isRoadTo(context, mention)) return 12;
  if (ASIDE.has(preposition)) return 6;
  if (preposition === 'in' && words[mention.first - 2] === 'back') return 0;
  // "officials in Kabul", "a ministry in Kabul": where somebody sits.
  if (preposition === 'in' && SPEAKS_FROM.test(words[mention.first - 2] ?? '')) return 9;
  if (preposition === 'in' && deprel === 'nmod') return SPEAKS_FROM.test(words[head] ?? '') ? 9 : 5;
  // "an official stationed in Chaman"
  if (preposition === 'in' && STATIONED.test(words[head] ?? '')) return 9;
  if (preposition === 'in' || preposition === 'at')
    // "said in Port Sudan that the city would be taken back"
    return deprel === 'obl' && head < mention.first && SAYING.test(text.tokens[head]!.lemma)
      ? 7
      : 2;
  return 0;
}

/** "the road to the capital": where it leads. */
function isRoadTo({ words }: LinkContext, { first }: PlaceMention): boolean {
  const at = words[first - 1] === 'the' ? first - 2 : first - 1;
  return (
    /^(?:to|from|with)$/.test(words[at] ?? '') &&
    /^(?:roads?|highways?|routes?|motorways?|links?|lines?)$/.test(words[at - 1] ?? '')
  );
}

const SETTLED = /^(city|town|village)$/;

const SEATED =
  /^(?:ministr(?:y|ies)|governments?|embass(?:y|ies)|officials?|spokes(?:man|woman|men|people|person)|diplomats?|parliament|presidency)$/;

/**
 * "In Washington, a spokesman said …", "the ministries of Kabul": the seat of a state where somebody
 * only speaks or sits. What is told is told of another place.
 */
export function isSpokenFrom(
  { text, words, resources: { gazetteer } }: LinkContext,
  { head, first, sentence }: PlaceMention,
  { id }: ResolvedPlace,
): boolean {
  const country = gazetteer.place(id)?.within[0];
  if (country === undefined || gazetteer.capital(country)?.id !== id) return false;
  if (!/^(?:in|at|from|of)$/.test(words[first - 1] ?? '')) return false;
  const before = words[first - 2] ?? '';
  if (SEATED.test(before)) return true;
  const { deprel, head: over } = text.tokens[head]!;
  if (over < 0) return false;
  if (deprel === 'nmod' && (SEATED.test(words[over]!) || isInSaying(text.tokens, over)))
    return true;
  // "In Kabul, residents said": they tell of where they are.
  const own = text.sentences[sentence]!;
  const subject = text.tokens
    .slice(own.first, own.last)
    .find((token) => token.head === over && token.deprel === 'nsubj');
  return (
    deprel.startsWith('obl') &&
    SAYING.test(text.tokens[over]!.lemma) &&
    subject !== undefined &&
    SPEAKS_FROM.test(words[subject.index]!)
  );
}

/** They speak of where they are. */
export const LOCALS =
  /^(?:residents?|witness(?:es)?|inhabitants?|people|locals?|shopkeepers?|traders?|doctors?|nurses?|teachers?|students?|m[ae]n|wom[ae]n|famil(?:y|ies))$/;

/** "Colonels in Bamako deny it", "told a congress in Colombo": who says it, or hears it. */
function isInSaying(tokens: readonly ParsedToken[], noun: number): boolean {
  const { deprel, head, text } = tokens[noun]!;
  if (head < 0 || LOCALS.test(text.toLowerCase()) || !SAYING.test(tokens[head]!.lemma))
    return false;
  return deprel === 'nsubj' || (/^i?obj$/.test(deprel) && tokens[head]!.lemma === 'tell');
}
