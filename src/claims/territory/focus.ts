import {
  countWhile,
  isResolved,
  type PlaceMention,
  type PlaceReference,
  type Precision,
  type ResolvedPlace,
} from '../../domain/index.ts';
import { SPEAKS_FROM } from '../../reading/places/words.ts';
import type { Search } from '../search.ts';
import { labelPlace } from '../line-label.ts';
import type { TextView } from '../text-view.ts';
import { bareName } from './bare-name.ts';
import { isRefuge, saidWhere } from './elsewhere.ts';
import { neighbour, related } from './lists.ts';

export const SETTLED: readonly Precision[] = ['settlement', 'exact', 'district'];

export function levelsOf({ view, lexicon }: Search, token: number): readonly Precision[] {
  const lemma = view.lemma(token);
  if (lexicon.has('settlements', lemma)) return ['settlement', 'exact'];
  if (lemma === 'district' || lemma === 'county') return ['district', 'settlement'];
  if (lemma === 'country') return ['country'];
  return ['province', 'region'];
}

/** A place that the text may be about, with what does not depend on where the question is asked. */
interface Candidate {
  readonly mention: PlaceMention;
  readonly place: ResolvedPlace;
  readonly weight: number;
}

interface Focus {
  /** In order of position. */
  readonly candidates: readonly Candidate[];
  /** Names that the gazetteer does not have, in order of position. */
  readonly unknown: readonly PlaceMention[];
  readonly country: PlaceMention | undefined;
}

/** A long report asks thousands of times, so that mentions are weighed once. */
const focusOf = new WeakMap<TextView, Focus>();

function focus(view: TextView): Focus {
  const known = focusOf.get(view);
  if (known) return known;
  const made = {
    candidates: candidatesIn(view),
    unknown: unknownIn(view),
    country: countryInFocus(view),
  };
  focusOf.set(view, made);
  return made;
}

/** How many candidates a look-up goes back: what was named before them is no longer spoken of. */
const REACH = 40;
/** What is named everywhere does not for that outweigh what was named a moment ago. */
const OFTEN = 8;

/**
 * The place that a text is about at a token, among places of these levels: the one named last and
 * often. Members of a list are passed over, and places that only tell where somebody is from.
 */
export function contextPlace(
  view: TextView,
  token: number,
  levels: readonly Precision[],
): PlaceReference | undefined {
  const { candidates, unknown, country } = focus(view);
  if (levels[0] === 'country') return country?.place;
  const { sentence } = view.token(token);
  const label = lineLabel(view, sentence);
  if (label && isResolved(label.place) && levels.includes(label.place.precision))
    return label.place;
  let best: Candidate | undefined;
  let most = -Infinity;
  const { sentences } = view.reading;
  const ahead = sentences[sentence + 1]?.paragraph === sentences[sentence]!.paragraph ? 2 : 1;
  const told = paragraphsWith(view, sentence);
  const before = ({ mention }: Candidate) => mention.sentence < sentence + ahead;
  for (let i = lastWhere(candidates, before), left = REACH; i >= 0 && left > 0; i--) {
    const candidate = candidates[i]!;
    if (!levels.includes(candidate.place.precision)) continue;
    left--;
    const { mention, weight } = candidate;
    const same = told.includes(sentences[mention.sentence]!.paragraph);
    const near =
      mention.first > token
        ? 0.5
        : 1 / (1 + Math.max(0, sentence - mention.sentence)) + (same ? SAME_PARAGRAPH : 0);
    // Of equals, the one named first.
    if (near + weight < most) continue;
    best = candidate;
    most = near + weight;
  }
  if (!levels.includes('settlement')) return best?.place;
  const nearer = unknownBefore(unknown, view, token);
  if (nearer && nearer.first > (best?.mention.first ?? -1)) return nearer.place;
  return best?.mention.sentence === sentence ? best.place : (bareName(view, token) ?? best?.place);
}

/** Its own paragraph and, where that answers one, the paragraph that asks. */
export function paragraphsWith(view: TextView, sentence: number): readonly number[] {
  const { sentences } = view.reading;
  const { paragraph } = sentences[sentence]!;
  let opening = sentence;
  while (sentences[opening - 1]?.paragraph === paragraph) opening--;
  const asks = view.tokens[sentences[opening]!.first - 1]?.text === '?';
  return asks ? [paragraph, sentences[opening - 1]!.paragraph] : [paragraph];
}

/** What the paragraph has named is nearer than what was named before it. */
const SAME_PARAGRAPH = 1;

/** "Dhuluiyah has been taken, too. … entered the town": a town that the gazetteer lacks is meant, and none before it. */
function unknownBefore(
  unknown: readonly PlaceMention[],
  view: TextView,
  token: number,
): PlaceMention | undefined {
  const { sentences } = view.reading;
  const { paragraph } = sentences[view.token(token).sentence]!;
  const last = unknown[lastWhere(unknown, ({ last }) => last <= token)];
  return last && sentences[last.sentence]!.paragraph === paragraph ? last : undefined;
}

const unknownIn = (view: TextView): readonly PlaceMention[] =>
  view.reading.mentions.filter(
    (mention): mention is PlaceMention =>
      mention.type === 'place' &&
      mention.use === 'literal' &&
      !isResolved(mention.place) &&
      !isDateline(view, mention),
  );

/** "Homs: …": the place that a line of a list is about, in whichever of its sentences. */
function lineLabel(view: TextView, sentence: number): PlaceMention | undefined {
  const { sentences } = view.reading;
  const { form, paragraph } = sentences[sentence]!;
  if (form === 'headline') return undefined;
  for (let i = sentence; i >= 0 && sentences[i]!.paragraph === paragraph; i--) {
    const label = labelPlace(view, sentences[i]!);
    if (label) return label;
    if (form !== 'item' && (i < sentence - 2 || namesPlace(view, i))) return undefined;
  }
  return undefined;
}

const namesPlace = (view: TextView, sentence: number) => {
  const { first, last } = view.reading.sentences[sentence]!;
  for (let i = first; i < last; i++) {
    const mention = view.place(i);
    if (mention?.use === 'literal' && isResolved(mention.place)) return true;
  }
  return false;
};

/** Index of the last of those that come first and hold. */
const lastWhere = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  countWhile(all.length, (index) => holds(all[index]!)) - 1;

function candidatesIn(view: TextView): readonly Candidate[] {
  const counts = new Map<string, number>();
  const found: { readonly mention: PlaceMention; readonly place: ResolvedPlace }[] = [];
  for (const mention of view.reading.mentions) {
    // "50 km from Kabul", "the Kabul police": a bearing, not the place the text is about.
    if (mention.type !== 'place' || mention.use !== 'literal') continue;
    if (isDateline(view, mention) || !isResolved(mention.place) || isWay(view, mention)) continue;
    // "The Washington Post" is nowhere.
    if (view.actor(mention.head)?.kind === 'outlet') continue;
    const { place } = mention;
    counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
    found.push({ mention, place });
  }
  const speakers = speakersIn(view);
  const isSaidThere = saidWhere(view);
  const isAbroad = outsideMost(found.map(({ place }) => place));
  return found.map(({ mention, place }) => {
    const often = Math.min(OFTEN, counts.get(place.id)!) * 0.25;
    const off = OFF.test(view.tokens[mention.first - 1]?.text ?? '');
    const subject = view.token(mention.head).deprel.startsWith('nsubj') && !off ? 0.3 : 0;
    const aside =
      (inList(view, mention) ? 0.6 : 0) +
      (view.actor(mention.head) ? 0.4 : 0) +
      (isWhereFrom(view, mention, speakers) || isSaidThere(mention) ? SPEAKER : 0) +
      (isRefuge(view, mention) ? REFUGE : 0) +
      (off ? NEARBY : 0) +
      (isAbroad(place) ? ABROAD : 0);
    return { mention, place, weight: often + subject - aside };
  });
}

/** "A UN spokesman in New York said the airport had been seized": not that of New York. */
const SPEAKER = 0.8;
/** "Panjwai, outside Kandahar" is about Panjwai. */
const OFF = /^(outside|near|beyond|from|towards?)$/;
const NEARBY = 0.6;
/** "Police fled to Kunduz and said the town was lost": the town is another. */
const REFUGE = 0.9;
/** A town of another country than most that are named. */
const ABROAD = 1;

function outsideMost(places: readonly ResolvedPlace[]): (place: ResolvedPlace) => boolean {
  const counts = new Map<string, number>();
  for (const { path } of places) counts.set(path[0]!, (counts.get(path[0]!) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return ({ path }) => counts.get(path[0]!)! * 2 <= most;
}

/** Tokens that name who speaks of what happens elsewhere; residents and councillors speak of where they are. */
function speakersIn({ reading, tokens }: TextView): ReadonlySet<number> {
  const sources = reading.speech.flatMap(({ source }) => (source ? [source] : []));
  return new Set(
    tokens
      .filter(({ text }) => SPEAKS_FROM.test(text.toLowerCase()))
      .filter(({ start }) => sources.some((source) => source.start <= start && start < source.end))
      .map(({ index }) => index),
  );
}

/** "officials in Kandahar", "a spokesman stationed in Chaman". */
function isWhereFrom(
  view: TextView,
  { head, first }: PlaceMention,
  speakers: ReadonlySet<number>,
): boolean {
  if (!/^(in|at|from)$/.test(view.tokens[first - 1]?.text ?? '')) return false;
  let at = head;
  for (let step = 0; step < 3 && at >= 0; step++) {
    if (speakers.has(at)) return true;
    at = view.token(at).head;
  }
  return false;
}

/** "The airport and the road to Sake": where a way leads, and nothing else is. */
const isWay = ({ tokens }: TextView, { first }: PlaceMention) =>
  /^(?:to|towards?)$/.test(tokens[first - 1]?.text ?? '') &&
  /^(?:roads?|highways?|routes?|ways?|corridors?|railways?|lines?)$/.test(
    tokens[first - 2]?.text ?? '',
  );

/** "KABUL, Aug. 6 (Agency) -" says where the report was written. */
const isDateline = (view: TextView, { first, sentence, text }: PlaceMention) =>
  view.reading.sentences[sentence]!.first === first &&
  text.length > 2 &&
  text === text.toUpperCase();

/** The country named in which most places of the text lie: "half of the country". */
function countryInFocus(view: TextView): PlaceMention | undefined {
  const counts = new Map<string, number>();
  const named = new Map<string, PlaceMention>();
  for (const mention of view.reading.mentions) {
    if (mention.type !== 'place' || !isResolved(mention.place)) continue;
    const country = mention.place.path[0] ?? '';
    counts.set(country, (counts.get(country) ?? 0) + 1);
    if (mention.place.precision === 'country') named.set(country, mention);
  }
  const [top] = [...counts].sort((a, b) => b[1] - a[1]);
  return top && named.get(top[0]);
}

/** Second and later members of a list; the first may be what the text goes on about. */
function inList(view: TextView, mention: PlaceMention): boolean {
  const before = neighbour(view, mention, -1);
  return before !== undefined && !related(before, mention);
}
