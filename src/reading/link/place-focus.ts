import type { Mention, Place, PlaceMention, ResolvedPlace } from '../../domain/index.ts';
import { isResolved } from '../../domain/index.ts';
import type { LinkContext } from './context.ts';
import { openingName } from '../opening-name.ts';
import { LEVELS, type PlacePhrase } from './place-phrase.ts';
import { isDateline, isSeatSpokenFrom, roleCost } from './place-roles.ts';

const resolvedOf = (mention: PlaceMention): ResolvedPlace | undefined =>
  isResolved(mention.place) ? mention.place : undefined;

export interface Found {
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

export function nearest(
  context: LinkContext,
  { noun, first, largest = false }: PlacePhrase,
): Found | undefined {
  const levels = LEVELS.get(noun)!;
  const { sentence } = context.text.tokens[first]!;
  const counts = new Map<string, number>();
  const costs = new Map<PlaceMention, number>();
  const countries = new Map<string, number>();
  let unknown = unreadBefore(context, sentence);
  for (const mention of placesBefore(context)) {
    const place = resolvedOf(mention);
    const away = sentence - mention.sentence;
    if (away > REACH) break;
    if (!place && mention.last <= first && unknown === undefined)
      unknown = away * 2 + roleCost(context, mention) + (first - mention.last) * 0.02 - 1;
    if (!place || !levels.includes(place.precision) || mention.last > first) continue;
    if (isSeatSpokenFrom(context, mention, place)) continue;
    // "Kyiv's troops are in the town": whoever has them is no town.
    const where = /^(?:in|at|near|around)$/.test(context.words[mention.first - 1] ?? '');
    if (mention.use === 'metonym' && !where && GENERAL.test(noun)) continue;
    counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
    const listed = noun !== 'it' && isListed(context, mention) ? LISTED : 0;
    const governed = noun === 'province' && isGoverned(context, mention);
    const role = governed ? 1 : roleCost(context, mention) - labelGain(context, mention, first);
    const apt = isTooLarge(context, place, noun) ? TOO_LARGE : 0;
    const country = place.path[0]!;
    countries.set(country, (countries.get(country) ?? 0) + 1);
    costs.set(mention, away * 2 + role + listed + apt + (first - mention.last) * 0.02);
  }
  const most = Math.max(0, ...countries.values());
  let best: Found | undefined;
  let least = Infinity;
  for (const [mention, cost] of costs) {
    const place = resolvedOf(mention)!;
    const size = largest ? people(context, place) : 0;
    const abroad = countries.get(place.path[0]!)! * 2 <= most ? ABROAD : 0;
    const total = cost - Math.min(counts.get(place.id)!, 4) - size + abroad;
    if (total >= least) continue;
    least = total;
    const words = noun === 'it' ? noun : `the ${noun}`;
    best = { mention, place, reason: `"${words}": the ${place.precision} last in focus` };
  }
  if (!best && noun === 'province') return provinceAround(context, sentence);
  // "It", "the town" after a town that the gazetteer lacks is that town, and none named before it.
  return GENERAL.test(noun) && unknown !== undefined && unknown < least ? undefined : best;
}

/** "entered Jalalabad, and the province was handed over": the one that the town last named lies in. */
function provinceAround(context: LinkContext, sentence: number): Found | undefined {
  const { gazetteer } = context.resources;
  for (const mention of placesBefore(context)) {
    if (sentence - mention.sentence > NEAR_TOWN) return undefined;
    const place = resolvedOf(mention);
    if (place?.precision !== 'settlement' || isDateline(context, mention)) continue;
    const around = (gazetteer.place(place.id)?.within ?? [])
      .map((id) => gazetteer.place(id))
      .find((one) => one?.level === 'province');
    if (around)
      return {
        mention,
        place: { ...referenceTo(around, place), described: `the province of ${place.name}` },
        reason: '"the province": that of the town last named',
      };
  }
  return undefined;
}

const NEAR_TOWN = 1;

const GENERAL = /^(it|town|city|village)$/;

/** "In Robotino nothing new. The army holds the village.": the weight of a name that no mention has. */
function unreadBefore({ text, mentions }: LinkContext, sentence: number): number | undefined {
  const { paragraph } = text.sentences[sentence]!;
  for (const away of [0, 1]) {
    if (text.sentences[sentence - away]?.paragraph !== paragraph) return undefined;
    const at = openingName(text, sentence - away);
    if (at !== undefined && !mentions.some(({ first, last }) => first <= at && at < last))
      return away * 2 - 1;
  }
  return undefined;
}

/** Cost of a town in another country than twice as many of those named. */
const ABROAD = 4;

/** What a list names is less likely what the text goes on about. */
const LISTED = 3;

/** "in Herat, Lashkar Gah and Kandahar": one of several of its kind. */
function isListed({ mentions, words }: LinkContext, mention: PlaceMention): boolean {
  const joins = (a: Mention | undefined, b: Mention | undefined) =>
    a?.type === 'place' &&
    b?.type === 'place' &&
    isResolved(a.place) &&
    isResolved(b.place) &&
    a.place.precision === b.place.precision &&
    /^(,|and|, and|or)$/.test(words.slice(a.last, b.first).join(' '));
  return joins(mentions[mention.id - 1], mention) || joins(mention, mentions[mention.id + 1]);
}

const LABEL = 6;

/** "Muse: no fighting. The town …": what a line is headed by is what it goes on about. */
function labelGain({ text, words }: LinkContext, mention: PlaceMention, at: number): number {
  const own = text.sentences[mention.sentence]!;
  const here = text.sentences[text.tokens[at]!.sentence]!;
  const heads = mention.first - own.first <= 1 && /^[:–—]$/.test(words[mention.last] ?? '');
  return heads && own.form === 'item' && own.paragraph === here.paragraph ? LABEL : 0;
}

/** "the governor of Ghazni", "Ghazni governor": whose province it is. */
function isGoverned({ text, words }: LinkContext, { first, last, head }: PlaceMention): boolean {
  const over = words[text.tokens[head]!.head] ?? '';
  return [words[first - 2], words[last], over].some((word) => /^governors?$/.test(word ?? ''));
}

/** "The biggest city in the north" is the biggest of those named, however far back. */
const people = ({ resources: { gazetteer } }: LinkContext, { id }: ResolvedPlace) =>
  4 * Math.log10(1 + (gazetteer.place(id)?.population ?? 0));

/** Nobody calls a city of a million "the town". */
const isTooLarge = (
  { resources: { gazetteer } }: LinkContext,
  { id }: ResolvedPlace,
  noun: string,
) => (gazetteer.place(id)?.population ?? 0) > (LARGEST.get(noun) ?? Infinity);

const LARGEST: ReadonlyMap<string, number> = new Map([
  ['town', 1_000_000],
  ['village', 100_000],
]);
const TOO_LARGE = 10;

/** How far back "the city" looks, in sentences. */
const REACH = 12;

export function capitalFor(context: LinkContext, phrase: PlacePhrase): Found | undefined {
  if (phrase.capital === 'bare') return calledCapital(context) ?? nationalCapital(context);
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

/** "Zaranj, the capital of Nimruz, … entered the capital": the town that the text calls so. */
function calledCapital(context: LinkContext): Found | undefined {
  const { words } = context;
  for (const mention of placesBefore(context)) {
    const place = resolvedOf(mention);
    if (place?.precision !== 'settlement' || isDateline(context, mention)) continue;
    // "The Washington Post says the capital …"
    if (mention.use === 'metonym') continue;
    const beside = words.slice(Math.max(0, mention.first - 3), mention.last + 6);
    if (mention.text.toLowerCase().includes('capital') || beside.includes('capital'))
      return { mention, place, reason: '"the capital": the town called so' };
  }
  return undefined;
}

/** Else the capital of the country that most places so far lie in. */
function nationalCapital(context: LinkContext): Found | undefined {
  const { gazetteer } = context.resources;
  const counts = new Map<string, number>();
  const mentions = new Map<string, PlaceMention>();
  for (const mention of placesBefore(context)) {
    const place = resolvedOf(mention);
    const known = place && gazetteer.place(place.id);
    const country = known?.within[0] ?? (known?.level === 'country' ? known.id : undefined);
    if (country === undefined) continue;
    // "Paris denied it" is about somewhere else.
    const weight = mention.use === 'metonym' ? 0.5 : 1;
    counts.set(country, (counts.get(country) ?? 0) + weight);
    if (!mentions.has(country)) mentions.set(country, mention);
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  const capital = top && gazetteer.capital(top[0] as Place['id']);
  const mention = top && mentions.get(top[0]);
  if (!capital || !mention) return undefined;
  const place = referenceTo(capital, resolvedOf(mention)!);
  return { mention, place, reason: `"the capital": that of ${capital.path[0]}` };
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
