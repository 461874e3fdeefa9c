import type { PlaceMention, ResolvedPlace } from '../../domain/index.ts';
import { SPEAKS_FROM, STATIONED } from '../places/words.ts';
import type { LinkContext } from './context.ts';
import { SAYING } from './pronouns.ts';
import { isSpokenFrom } from './spoken-from.ts';

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

/** The seat of a state where somebody only speaks or sits. */
export function isSeatSpokenFrom(
  { text, resources: { gazetteer } }: LinkContext,
  mention: PlaceMention,
  { id }: ResolvedPlace,
): boolean {
  const country = gazetteer.place(id)?.within[0];
  if (country === undefined || gazetteer.capital(country)?.id !== id) return false;
  return isSpokenFrom(text, mention);
}
