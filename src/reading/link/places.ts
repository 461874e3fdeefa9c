import type { Place, PlaceMention, Precision, ResolvedPlace } from '../../domain/index.ts';
import { isResolved } from '../../domain/index.ts';
import type { PlaceDraft } from '../drafts.ts';
import type { Link, LinkContext } from './context.ts';

/** Nouns that stand for a place named before, and what they may stand for. */
const LEVELS: Readonly<Record<string, readonly Precision[]>> = {
  city: ['settlement'],
  town: ['settlement'],
  village: ['settlement'],
  district: ['district'],
  province: ['province'],
  region: ['province', 'region'],
  state: ['province'],
  it: ['settlement', 'district', 'province'],
};

export interface PlacePhrase {
  readonly first: number;
  readonly last: number;
  /** The noun, or "capital". */
  readonly noun: string;
  readonly capital: 'provincial' | 'possessed' | undefined;
}

const DEFINITE = new Set(['the', 'this', 'that']);
const FREE = new Set([
  'strategic',
  'embattled',
  'besieged',
  'northern',
  'southern',
  'eastern',
  'western',
  'central',
  'port',
  'border',
  'entire',
  'whole',
  'same',
  'key',
  'historic',
  'ancient',
  'whole',
]);

const TAKING =
  /^(capture|recapture|seize|take|retake|hold|control|enter|leave|lose|liberate|storm|abandon|surround|besiege|encircle|overrun|surrender|reach|defend|evacuate|shell|bomb)$/;

/** "They had captured it": what is taken is a place, as a rule. */
function isTaken({ text, words }: Pick<LinkContext, 'text' | 'words'>, at: number): boolean {
  const { deprel, head } = text.tokens[at]!;
  if (deprel === 'obj' && head >= 0) return TAKING.test(text.tokens[head]!.lemma);
  return /^(in|inside|around|outside|into)$/.test(words[at - 1] ?? '');
}

/** "The city", "the provincial capital", "its capital", at this token; nothing named after it. */
export function placePhraseAt({ text, words }: LinkContext, at: number): PlacePhrase | undefined {
  const noun = words[at]!;
  if (noun === 'it')
    return isTaken({ text, words }, at)
      ? { first: at, last: at + 1, noun, capital: undefined }
      : undefined;
  const capital = noun === 'capital';
  if (!capital && !(noun in LEVELS)) return undefined;
  const next = words[at + 1];
  const counted = /^\d/.test(words[at + 2] ?? '');
  if (
    (next === 'of' && !counted) ||
    text.tokens[at + 1]?.upos === 'PROPN' ||
    text.tokens[at + 1]?.upos === 'NOUN'
  )
    return undefined;
  const determiner = words[at - 1]!;
  if (capital && determiner === 'its')
    return { first: at - 1, last: at + 1, noun, capital: 'possessed' };
  if (capital && /^(provincial|regional)$/.test(determiner) && DEFINITE.has(words[at - 2] ?? ''))
    return { first: at - 1, last: at + 1, noun, capital: 'provincial' };
  if (capital) return undefined;
  const start = FREE.has(determiner) ? at - 1 : at;
  return DEFINITE.has(words[start - 1] ?? '')
    ? { first: start, last: at + 1, noun, capital: undefined }
    : undefined;
}

const resolvedOf = (mention: PlaceMention): ResolvedPlace | undefined =>
  isResolved(mention.place) ? mention.place : undefined;

/** Place that the phrase stands for, and the mention that says so. */
export function placeLink(
  context: LinkContext,
  phrase: PlacePhrase,
): { readonly link: Link; readonly draft: PlaceDraft } | undefined {
  const found = phrase.capital ? capitalFor(context, phrase) : nearest(context, phrase);
  if (!found) return undefined;
  return {
    link: { as: found.mention.id, reason: found.reason },
    draft: draftOf(context, phrase, found.place),
  };
}

interface Found {
  readonly mention: PlaceMention;
  readonly place: ResolvedPlace;
  readonly reason: string;
}

function* placesBefore({ mentions }: LinkContext): Generator<PlaceMention> {
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i]!;
    if (mention.type === 'place') yield mention;
  }
}

/** A dateline says where a report was filed, not what it is about. */
const isDateline = ({ text }: LinkContext, { first, last, sentence }: PlaceMention) =>
  text.sentences[sentence]!.first === first &&
  /^\p{Lu}[\p{Lu} -]+$/u.test(text.tokens[first]!.text) &&
  /^[,(-]/.test(text.tokens[last]?.text ?? '');

function nearest(context: LinkContext, { noun, first }: PlacePhrase): Found | undefined {
  const levels = LEVELS[noun]!;
  const { sentence } = context.text.tokens[first]!;
  const counts = new Map<string, number>();
  const costs = new Map<PlaceMention, number>();
  for (const mention of placesBefore(context)) {
    const place = resolvedOf(mention);
    const away = sentence - mention.sentence;
    if (away > REACH) break;
    if (!place || !levels.includes(place.precision) || mention.last > first) continue;
    counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
    costs.set(mention, away * 2 + roleCost(context, mention) + (first - mention.last) * 0.02);
  }
  let best: Found | undefined;
  let least = Infinity;
  for (const [mention, cost] of costs) {
    const place = resolvedOf(mention)!;
    const total = cost - Math.min(counts.get(place.id)!, 4);
    if (total >= least) continue;
    least = total;
    const words = noun === 'it' ? noun : `the ${noun}`;
    best = { mention, place, reason: `"${words}": the ${place.precision} last in focus` };
  }
  return best;
}

/** How far back "the city" looks, in sentences. */
const REACH = 12;
const DIRECTIONS =
  /^(north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west|outside|away|road|highway|route|km|kilometres|kilometers|miles)$/;
const TOWARDS = new Set(['from', 'to', 'towards', 'toward', 'near', 'between', 'with']);

/** What is said about a place weighs for it; a place only used to tell the way, or whose, does not. */
function roleCost(context: LinkContext, mention: PlaceMention): number {
  const { text, words } = context;
  if (isDateline(context, mention)) return 14;
  const { deprel, head } = text.tokens[mention.head]!;
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
  if (TOWARDS.has(preposition)) return 6;
  // "officials in Kabul", "a ministry in Kabul": where somebody sits.
  if (preposition === 'in' && deprel === 'nmod') return 5;
  if (preposition === 'in' || preposition === 'at') return 2;
  return 0;
}

function capitalFor(context: LinkContext, phrase: PlacePhrase): Found | undefined {
  const { gazetteer } = context.resources;
  for (const mention of placesBefore(context)) {
    const place = resolvedOf(mention);
    if (!place || isDateline(context, mention)) continue;
    if (phrase.capital === 'provincial' && place.precision === 'settlement') {
      if (gazetteer.place(place.id)?.capitalOf)
        return { mention, place, reason: '"the provincial capital": the capital last named' };
      continue;
    }
    if (
      place.precision !== 'province' &&
      !(place.precision === 'country' && phrase.capital === 'possessed')
    )
      continue;
    const capital = gazetteer.capital(place.id);
    if (capital)
      return {
        mention,
        place: referenceTo(capital, place),
        reason: `the capital of ${place.name}`,
      };
  }
  return undefined;
}

const referenceTo = (place: Place, of: ResolvedPlace): ResolvedPlace => ({
  name: place.name,
  id: place.id,
  path: place.path,
  lat: place.lat,
  lon: place.lon,
  precision: place.level,
  text: of.text,
  start: of.start,
  end: of.end,
  described: `the capital of ${of.name}`,
  confidence: of.confidence,
});

function draftOf(
  { text }: LinkContext,
  { first, last }: PlacePhrase,
  place: ResolvedPlace,
): PlaceDraft {
  const { start, sentence } = text.tokens[first]!;
  const { end } = text.tokens[last - 1]!;
  const words = text.report.body.slice(start, end);
  return {
    type: 'place',
    use: 'literal',
    first,
    last,
    start,
    end,
    sentence,
    text: words,
    head: last - 1,
    rule: 'link.place',
    place: { ...place, text: words, start, end, described: place.described ?? words },
  };
}
