import {
  countWhile,
  isResolved,
  type PlaceMention,
  type PlaceReference,
  type Precision,
} from '../../domain/index.ts';
import type { Search } from '../search.ts';
import { labelPlace } from '../line-label.ts';
import type { TextView } from '../text-view.ts';
import { bareName, isName } from './bare-name.ts';
import { moved } from './phrase.ts';
import type { Territory } from './territory.ts';
import { candidatesIn, titled, unknownIn, type Candidate } from './candidates.ts';

export const SETTLED: readonly Precision[] = ['settlement', 'exact', 'district'];
export const TOWN: readonly Precision[] = ['settlement'];

export function levelsOf({ view, lexicon }: Search, token: number): readonly Precision[] {
  const lemma = view.lemma(token);
  if (lexicon.has('settlements', lemma)) return ['settlement', 'exact'];
  if (lemma === 'district' || lemma === 'county') return ['district', 'settlement'];
  if (lemma === 'country') return ['country'];
  return ['province', 'region'];
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
  const where = beforeWhere(view, token);
  if (where && isResolved(where.place) && levels.includes(where.place.precision))
    return where.place;
  let best: Candidate | undefined;
  let most = -Infinity;
  let inSentence = false;
  let elsewhere = true;
  const { sentences } = view.reading;
  const ahead = sentences[sentence + 1]?.paragraph === sentences[sentence]!.paragraph ? 2 : 1;
  const told = paragraphsWith(view, sentence);
  const before = ({ mention }: Candidate) => mention.sentence < sentence + ahead;
  for (let i = lastWhere(candidates, before), left = REACH; i >= 0 && left > 0; i--) {
    const candidate = candidates[i]!;
    if (!levels.includes(candidate.place.precision)) continue;
    left--;
    const { mention } = candidate;
    elsewhere &&= candidate.spoken;
    inSentence ||= mention.sentence === sentence && mention.first < token;
    const weight = candidate.weight + (candidate.titled && !inSentence ? TITLED : 0);
    const same = told.includes(sentences[mention.sentence]!.paragraph);
    const near =
      mention.first > token
        ? mention.sentence > sentence
          ? LATER
          : AHEAD
        : 1 / (1 + Math.max(0, sentence - mention.sentence)) + (same ? SAME_PARAGRAPH : 0);
    // Of equals, the one named first.
    if (near + weight < most) continue;
    best = candidate;
    most = near + weight;
  }
  if (!best && unknown.length === 0) return bareName(view, token) ?? titleOnly(view, token, levels);
  if (!levels.includes('settlement')) return best?.place;
  const nearer = unknownBefore(unknown, view, token);
  if (nearer && nearer.first > (best?.mention.first ?? -1)) return nearer.place;
  const inOwn = best?.mention.sentence === sentence && !best.refuge;
  const bare = inOwn ? undefined : bareName(view, token);
  // "The soldiers fled towards Goma": from a place that is not named.
  if (!bare && best?.refuge && best.mention.sentence === sentence)
    return titleOnly(view, token, levels);
  if (bare || !best || !elsewhere) return bare ?? best?.place;
  return titleOnly(view, token, levels) ?? best.place;
}

/** "Kunduz city, where they have been fighting on the edge of two quarters": of Kunduz, and no place named between. */
function beforeWhere(view: TextView, token: number): PlaceMention | undefined {
  const { sentence } = view.token(token);
  for (let i = token - 1; i > token - WHERE && view.tokens[i]?.sentence === sentence; i--) {
    if (view.place(i) || /^[;:.]$/.test(view.token(i).text)) return undefined;
    if (view.token(i).text !== 'where') continue;
    const before = view.tokens[i - 1]?.text === ',' ? i - 2 : i - 1;
    const isCity = /^(?:city|town)$/.test(view.tokens[before]?.text ?? '');
    return view.tokens[before] && view.place(isCity && before > 0 ? before - 1 : before);
  }
  return undefined;
}

const WHERE = 14;

/** Sentences back in which a place is still "the place". */
const JUST = 2;

/** The place in focus, where the text has named it a moment ago. */
export function focused(
  { view }: Search,
  token: number,
  levels: readonly Precision[],
): readonly Territory[] {
  const place = contextPlace(view, token, levels);
  if (!place) return [];
  const { sentence } = view.token(token);
  const near = view.reading.mentions.some(
    (one) =>
      one.type === 'place' &&
      one.last <= token &&
      sentence - one.sentence <= JUST &&
      (isResolved(place) && isResolved(one.place)
        ? one.place.id === place.id
        : one.place.text === place.text),
  );
  if (!near) return [];
  const last = token + 1;
  return [{ place: moved(view, place, token, last), first: token, last, confidence: FOCUSED }];
}

const FOCUSED = 0.55;

/** The one place of these levels that the title names, where the text has named none before the token. */
function titleOnly(
  view: TextView,
  token: number,
  levels: readonly Precision[],
): PlaceReference | undefined {
  const named = titled(view).filter(({ precision }) => levels.includes(precision));
  const [only] = named;
  if (!only || named.some(({ id }) => id !== only.id)) return undefined;
  // "Merowe: both sides claim airbase": a name that no list has may be the place.
  const { first, last } = view.reading.sentences[view.token(token).sentence]!;
  for (let i = first; i < last; i++) if (isName(view, i)) return undefined;
  const { start, end, text } = view.token(token);
  return { ...only, start, end, text };
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

/** What the title names is what the text is about, where the sentence has named no other. */
const TITLED = 0.25;
/** What is named behind it may be meant; in the next sentence, hardly where anything was before. */
const AHEAD = 0.5;
const LATER = 0.25;
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
