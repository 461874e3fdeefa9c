import {
  isResolved,
  type PlaceMention,
  type Precision,
  type ResolvedPlace,
} from '../../domain/index.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { neighbour, related } from './lists.ts';

export const SETTLED: readonly Precision[] = ['settlement', 'exact', 'district'];

export function levelsOf({ view, lexicon }: Search, token: number): readonly Precision[] {
  const lemma = view.lemma(token);
  if (lexicon.has('settlements', lemma)) return ['settlement', 'exact'];
  if (lemma === 'district' || lemma === 'county') return ['district', 'settlement'];
  if (lemma === 'country') return ['country'];
  return ['province', 'region'];
}

/**
 * The place that a text is about at a token, among places of these levels: the one named last and
 * often. Members of a list are passed over, and places that only tell where somebody is from.
 */
export function contextPlace(
  view: TextView,
  token: number,
  levels: readonly Precision[],
): PlaceMention | undefined {
  if (levels[0] === 'country') return countryInFocus(view);
  const { sentence } = view.token(token);
  const counts = new Map<string, number>();
  const candidates: PlaceMention[] = [];
  for (const mention of view.reading.mentions) {
    // "50 km from Kabul", "the Kabul police": a bearing, not the place the text is about.
    if (mention.type !== 'place' || mention.use !== 'literal') continue;
    if (isDateline(view, mention)) continue;
    if (!isResolved(mention.place) || !levels.includes(mention.place.precision)) continue;
    const { id } = mention.place;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (mention.first <= token || mention.sentence - sentence <= 1) candidates.push(mention);
  }
  const score = (mention: PlaceMention) => {
    const away = sentence - mention.sentence;
    const near = mention.first > token ? 0.5 : 1 / (1 + Math.max(0, away));
    const often = counts.get((mention.place as ResolvedPlace).id)! * 0.25;
    const subject = view.token(mention.head).deprel.startsWith('nsubj') ? 0.3 : 0;
    const aside = (inList(view, mention) ? 0.6 : 0) + (view.actor(mention.head) ? 0.4 : 0);
    return near + often + subject - aside;
  };
  let best: PlaceMention | undefined;
  for (const mention of candidates) if (!best || score(mention) > score(best)) best = mention;
  return best;
}

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
