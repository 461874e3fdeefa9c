import { isResolved, type PlaceMention, type Precision } from '../../domain/index.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { isDateline } from './candidates.ts';
import { spokenThere } from './elsewhere.ts';
import { named } from './lists.ts';
import { label, moved, spanText } from './phrase.ts';
import { asWhole, type Territory } from './territory.ts';

/** Sentences back in which several places may have been named. */
const REACH = 3;
const COUNTED: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4, five: 5 };
/** Others than those named. */
const OTHER = /^(?:other|more|further|additional|remaining|many|several|few|some|most)$/;

const LEVELS: Readonly<Record<string, readonly Precision[]>> = {
  district: ['district', 'settlement'],
  county: ['district', 'settlement'],
  province: ['province'],
  region: ['province', 'region'],
  state: ['province'],
};
const TOWNS: readonly Precision[] = ['settlement', 'exact', 'district'];
const CLASS =
  /^(?:city|town|village|settlement|capital|centre|center|place|district|county|province|region|state|locality|hamlet)$/;

/**
 * "M23 seized Rutshuru and Kiwanja. … fled both towns", "the two districts": those named before, one
 * by one. As many as are counted, in one list or, where there is none, the only ones named.
 */
export function severalAt(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const lemma = view.lemma(token);
  const all =
    view.token(token).upos === 'NUM' && view.tokens[token - 1]?.text.toLowerCase() === 'all';
  const any = lemma === 'their' || isRetaken(view, token);
  const pronoun = lemma === 'both' || any || (all && lemma in COUNTED);
  if (!pronoun && (view.token(token).xpos !== 'NNS' || !CLASS.test(lemma))) return [];
  const count = any ? undefined : pronoun ? COUNTED[lemma] : countOf(search, token);
  if (count === undefined && !any) return [];
  const found = namedBefore(search, token, { count, levels: LEVELS[lemma] ?? TOWNS });
  const [first, last] = pronoun ? [token, token + 1] : label(search, token);
  return found.map((one) => asWhole({ ...one, ...standing(view, one, first, last) }));
}

/** "Junta forces have not retaken them" */
const isRetaken = (view: TextView, token: number) =>
  view.token(token).text === 'them' &&
  /^(?:retake|recapture|regain|reclaim|reconquer|reoccupy)$/.test(
    view.lemma(Math.max(0, view.token(token).head)),
  );

/** The same places at the words that stand for them here. */
function standing(view: TextView, { place }: Territory, first: number, last: number) {
  const here = isResolved(place)
    ? moved(view, place, first, last)
    : { ...place, ...spanText(view, first, last), text: place.text };
  return { place: here, first, last, confidence: CERTAINTY };
}

const CERTAINTY = 0.6;

/** "both towns", "the two districts", "these towns"; undefined for towns that are not named yet. */
function countOf({ view }: Search, token: number): number | 'any' | undefined {
  let count: number | 'any' | undefined;
  let definite = false;
  for (
    let i = token - 1;
    i >= token - 4 && view.tokens[i]?.sentence === view.token(token).sentence;
    i--
  ) {
    const word = view.token(i).text.toLowerCase();
    if (OTHER.test(word) || /^(?:CCONJ|VERB|PROPN)$/.test(view.token(i).upos)) return undefined;
    if (COUNTED[word] !== undefined) count = COUNTED[word];
    if (/^(?:both|the|these|those|all)$/.test(word)) {
      definite = true;
      if (word === 'these' || word === 'those') count ??= 'any';
      break;
    }
    if (view.token(i).upos === 'ADP') return undefined;
  }
  // "the two districts of Badghis", "the two towns that the army holds"
  const next = view.tokens[token + 1]?.text ?? '';
  return definite && !/^(?:of|that|which|where|whose|in|near)$/.test(next) ? count : undefined;
}

interface Wanted {
  readonly count: number | 'any' | undefined;
  readonly levels: readonly Precision[];
}

function namedBefore(search: Search, token: number, { count, levels }: Wanted) {
  const { view } = search;
  const { sentence } = view.token(token);
  const fits = ({ place }: PlaceMention | Territory) =>
    !isResolved(place) || levels.includes(place.precision);
  const isEnough = (found: readonly Territory[]) =>
    typeof count === 'number' ? found.length === count : found.length > 1;
  const isSaidThere = spokenThere(view);
  const singly = new Map<string, Territory>();
  for (let i = view.reading.mentions.length - 1; i >= 0; i--) {
    const mention = view.reading.mentions[i]!;
    if (mention.type !== 'place' || mention.use !== 'literal' || mention.last > token) continue;
    if (sentence - mention.sentence > REACH) break;
    if (mention.same || !fits(mention) || isDateline(view, mention)) continue;
    if (isSaidThere(mention) || TOLD_FROM.test(view.tokens[mention.first - 1]?.text ?? ''))
      continue;
    const list = named(search, mention).filter(fits);
    if (list.length > 1 && isEnough(list)) return list;
    for (const one of list.slice(0, 1)) singly.set(keyOf(one), one);
  }
  const found = [...singly.values()].reverse();
  return typeof count === 'number' && isEnough(found) ? found : [];
}

/** "from Herat", "outside Goma": a bearing. */
const TOLD_FROM = /^(?:from|near|towards?|outside|to)$/;

const keyOf = ({ place }: Territory) => (isResolved(place) ? place.id : place.text);
