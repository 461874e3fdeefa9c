import type { Place } from '../../domain/index.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { openingName } from '../../reading/opening-name.ts';
import { NOT_LISTED } from '../../reading/places/draft.ts';
import { unreadLabel } from '../line-label.ts';
import type { Search } from '../search.ts';
import { isGuess, isName } from './bare-name.ts';
import { siteIn } from './lists.ts';
import { label, words } from './phrase.ts';
import type { Territory } from './territory.ts';

/** People below which a name that nothing but the verb takes for a place is left alone. */
const PROMINENT = 50_000;
/** The same for a name that one country alone has. */
const A_TOWN = 10_000;
const CERTAINTY = 0.6;
const ALIKE = 0.85;

/**
 * "Goma was seized": a name that no reading before took for a place, where a verb of taking or
 * holding has it for its object. Towns and divisions of the country in focus; where there is none, or
 * the name is of another, only large ones.
 */
export function namedByVerb(search: Search, token: number): readonly Territory[] {
  const { view, find, government, homes } = search;
  const { upos, text } = view.token(token);
  // A town at the head of a sentence is an adjective to some taggers.
  if (
    !/^(PROPN|ADJ|X)$/.test(upos) ||
    !/^\p{Lu}/u.test(text) ||
    view.actor(token) ||
    view.time(token)
  )
    return [];
  const [first, last] = nameAround(search, token);
  const name = words(view, first, last);
  const country = government?.country;
  const known = (from: string | undefined) => {
    const alike = find(name, from).filter(
      ({ place, similarity }) => similarity >= ALIKE && place.level !== 'country',
    );
    if (from !== undefined || isDistinct(name, alike)) return alike;
    return alike.filter(({ place }) => isLarge(place));
  };
  const near = (country === undefined ? [...homes] : [country]).flatMap((one) => known(one));
  // "Most of them were recovered": a common word is no town far away, and a group fights at home.
  const far = country === undefined || upos === 'PROPN' ? known(undefined) : [];
  const found = near.length > 0 ? near : far.filter(({ place }) => isFoughtIn(search, place));
  const best = found.find(({ place }) => place.level === 'settlement') ?? found[0];
  if (!best) return [];
  const { place, similarity } = best;
  const { start, end } = view.span(first, last);
  return [
    {
      place: {
        name: place.name,
        id: place.id,
        path: place.path,
        lat: place.lat,
        lon: place.lon,
        precision: place.level,
        text: name,
        start,
        end,
        confidence: similarity * CERTAINTY,
      },
      first,
      last,
      confidence: similarity * CERTAINTY,
    },
  ];
}

/** Where the text names armed groups, and what country it is about is not known. */
const isFoughtIn = ({ government, homes }: Search, { country }: Place) =>
  government !== undefined || homes.size === 0 || homes.has(country);

const isLarge = ({ population = 0, capitalOf }: Place) =>
  capitalOf !== undefined || population >= PROMINENT;

/** "Chasiv Yar", "Avdiivka": of one country only, and of several words or a town of some size. */
function isDistinct(name: string, alike: readonly Candidate[]): boolean {
  if (!alike.every(({ place }) => place.country === alike[0]!.place.country)) return false;
  return name.includes(' ')
    ? alike.every(({ similarity }) => similarity === 1)
    : alike.some(
        ({ place: { population = 0 }, similarity }) => similarity === 1 && population >= A_TOWN,
      );
}

/** "Dhuluiyah has been taken": a name that the gazetteer does not have; better unknown than another's. */
export function unknownName(search: Search, token: number): readonly Territory[] {
  return isName(search.view, token) ? lackingAt(search, nameAround(search, token)) : [];
}

/** "drove them out of Tel Gobnik": a name behind a preposition of place, though it be tagged a person's. */
export function unknownBehind(search: Search, token: number): readonly Territory[] {
  const mention = search.view.actor(token);
  if (!mention || !isGuess(mention)) return unknownName(search, token);
  const { first, last, text } = mention;
  return /^\p{Lu}\p{Ll}/u.test(text) ? lackingAt(search, [first, last]) : [];
}

function lackingAt(search: Search, [first, last]: readonly [number, number]): readonly Territory[] {
  const { view } = search;
  const { start, end } = view.span(first, last);
  const text = words(view, first, last);
  const place = { unresolved: NOT_LISTED, text, start, end };
  const opens = view.reading.sentences[view.token(first).sentence]!.first === first;
  const within = opens ? undefined : siteIn(search, { place, text, first, last });
  return [within ?? { place, first, last, confidence: CERTAINTY }];
}

/** "In Robotino nothing new. The army holds the village": the name that opened what is being told. */
export function unreadOpening(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const { sentences } = view.reading;
  const { sentence } = view.token(token);
  const { paragraph } = sentences[sentence]!;
  for (let i = sentence; i >= 0 && i > sentence - REACH; i--) {
    if (sentences[i]!.paragraph !== paragraph) return [];
    const at = openingName(view.reading, i) ?? unreadLabel(view, sentences[i]!);
    if (at !== undefined && at < token) {
      // "In Baghdad, a spokesman said": what the reading knows is weighed with the others.
      if (view.place(at)) return [];
      const known = namedByVerb(search, at);
      return known.length > 0 ? known : unknownName(search, at);
    }
    const { first, last } = sentences[i]!;
    for (let k = first; k < Math.min(last, token); k++) if (view.place(k)) return [];
  }
  return [];
}

/** Sentences in which "the village" looks back for a name. */
const REACH = 2;

/** The proper nouns around a token: "Lashkar Gah". */
function nameAround(search: Search, token: number): readonly [number, number] {
  const { view } = search;
  let [first] = label(search, token);
  let last = token + 1;
  const joins = (i: number) => {
    const other = view.tokens[i];
    return (
      other?.sentence === view.token(token).sentence &&
      (other.upos === 'PROPN' || other.text === '-')
    );
  };
  while (joins(last) && !view.actor(last)) last++;
  while (first > 0 && joins(first - 1) && !view.actor(first - 1)) first--;
  // "had retaken Kopay": a verb that the tagger took for a name.
  while (first < token && /^\p{Ll}{4,}$/u.test(view.token(first).text)) first++;
  return [first, last];
}
