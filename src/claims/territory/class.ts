import {
  isResolved,
  type Amount,
  type PlaceMention,
  type PlaceReference,
} from '../../domain/index.ts';
import type { Search } from '../search.ts';
import { namedByVerb, unknownName, unreadOpening } from './by-verb.ts';
import { SETTLED, levelsOf, contextPlace } from './focus.ts';
import { named } from './lists.ts';
import { membersOf } from './members.ts';
import { placesUnder, label, words, spanText, moved, isDefinite } from './phrase.ts';
import { type Territory } from './territory.ts';
import { COUNTED, DESCRIBED } from './unresolved.ts';

/** "some districts", "another city in the north", "the city". */
export function classTerritory(search: Search, token: number): readonly Territory[] {
  const { view, lexicon } = search;
  const listed = afterColon(search, token);
  if (listed.length > 0) return listed;
  const beside = besideNoun(search, token);
  if (beside) return named(search, beside);
  const called = calledSo(search, token);
  if (called.length > 0) return called;
  const amount = amountOf(search, token);
  const definite = isDefinite(search, token);
  const members = membersOf(search, token, fits);
  const isMember = (mention: PlaceMention) => members.some(({ first }) => first === mention.first);
  const within = placesUnder(search, token).find((mention) => !isMember(mention));
  const [first, whole] = label(search, token);
  const last = members.length > 0 ? token + 1 : whole;
  const seat = amount ? undefined : seatOf(search, token, within);
  if (seat)
    return [
      {
        place: { ...seat, ...spanText(view, first, within!.last) },
        first,
        last: within!.last,
        confidence: 0.8,
      },
    ];
  if (within && isResolved(within.place) && isWhole(search, token))
    return [
      {
        place: within.place,
        facility: words(view, first, last),
        ...(amount ? { amount } : {}),
        first,
        last: Math.max(last, within.last),
        confidence: 0.8,
      },
    ];
  if (!amount && definite && !within) {
    const unread = lexicon.has('settlements', view.lemma(token))
      ? unreadOpening(search, token)
      : [];
    if (unread.length > 0) return unread;
    const context = contextPlace(view, token, levelsOf(search, token));
    if (context)
      return [{ place: moved(view, context, first, last), first, last, confidence: 0.65 }];
  }
  const spoken = definite && within && within.first < token ? spokenOf(search, token, within) : [];
  if (!amount && spoken.length > 0) return spoken;
  if (!amount && !lexicon.has('settlements', view.lemma(token)) && view.lemma(token) !== 'district')
    return members;
  return [
    ...members,
    {
      place: {
        unresolved: amount ? COUNTED : DESCRIBED,
        text: words(view, first, within ? Math.max(last, within.last) : last),
        ...view.span(first, last),
        ...(within && isResolved(within.place) ? { within: within.place.id } : {}),
      },
      ...(amount ? { amount } : {}),
      first,
      last: within ? Math.max(last, within.last) : last,
      confidence: 0.7,
    },
  ];
}

/** "the West Kordofan town": the one that the text has spoken of, where it lies there. */
function spokenOf(search: Search, token: number, within: PlaceMention): readonly Territory[] {
  const { view, lexicon } = search;
  if (!lexicon.has('settlements', view.lemma(token)) || !isResolved(within.place)) return [];
  const context = contextPlace(view, token, levelsOf(search, token));
  if (!context || !isResolved(context) || !context.path.includes(within.place.name)) return [];
  const [first, last] = label(search, token);
  return [{ place: moved(view, context, first, last), first, last, confidence: 0.65 }];
}

/** "all five state capitals in Darfur": every place of the class, so that it is told of the region. */
const isWhole = ({ view }: Search, token: number) =>
  view.token(token).xpos === 'NNS' &&
  view.children(token).some((child) => /^(all|every|both)$/.test(view.lemma(child)));

/** "the town of Adan Yabaal": a name that the reading took for no place. */
function calledSo(search: Search, token: number): readonly Territory[] {
  const { view, lexicon } = search;
  const name = token + 2;
  if (view.token(token).xpos === 'NNS') return [];
  // "all of Chipwi township"
  const { upos, deprel } = view.token(Math.max(0, token - 1));
  if (DIVISION.test(view.lemma(token)) && upos === 'PROPN' && deprel === 'compound') {
    const known = namedByVerb(search, token - 1);
    return known.length > 0 ? known : unknownName(search, token - 1);
  }
  if (!lexicon.has('settlements', view.lemma(token))) return [];
  if (view.tokens[token + 1]?.text !== 'of' || view.tokens[name]?.upos !== 'PROPN') return [];
  return view.place(name) ? [] : namedByVerb(search, name);
}

const DIVISION = /^(township|district|county|locality|subdistrict|commune|municipality)$/;

/** "two more provincial capitals: Kunduz, with its airport, and Sar-e-Pul": the settlements that follow. */
function afterColon(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const { sentence, xpos } = view.token(token);
  if (xpos !== 'NNS') return [];
  const at = opening(search, token);
  if (at === undefined) return [];
  const found = new Map<PlaceMention, Territory>();
  for (let i = at + 1; view.tokens[i]?.sentence === sentence; i++) {
    if (view.token(i).upos === 'VERB') break;
    const mention = view.place(i);
    if (mention && fits(mention))
      for (const territory of named(search, mention).slice(0, 1))
        found.set(mention, { ...territory, place: mention.place });
  }
  const [known] = found.keys();
  const others = known ? named(search, known).filter(({ place }) => !('id' in place)) : [];
  return [...found.values(), ...others];
}

/** The token before the list: right behind the noun, at the end of its clause, or the verb that names its members. */
function opening({ view }: Search, token: number): number | undefined {
  const { sentence, deprel, head } = view.token(token);
  let at = token + 1;
  while (/^["“”'’]+$/.test(view.tokens[at]?.text ?? '')) at++;
  // "several towns in North Kivu: …"
  if (view.tokens[at]?.text === 'in')
    at = view.tokens[at + 1] ? (view.place(at + 1)?.last ?? at) : at;
  if (/^[:–—]$/.test(view.tokens[at]?.text ?? '')) return at;
  const { last } = view.reading.sentences[sentence]!;
  // "Three cities have fallen to the rebels: Goma, Bukavu and Uvira."
  const counted = view.children(token).some((child) => view.token(child).deprel === 'nummod');
  if (counted && deprel.startsWith('nsubj')) {
    const colon = view.tokens.findIndex(({ index, text }) => index > token && text === ':');
    if (colon > 0 && colon < last && view.place(colon + 1)) return colon;
  }
  // "The towns that the rebels captured are Goma and Bukavu", "Among the cities lost are Goma and Bukavu".
  const among = [1, 2, 3].some((back) => view.tokens[token - back]?.text === 'Among');
  const named = deprel === 'nsubj' && head > token && view.place(head) !== undefined;
  if (!among && !named) return undefined;
  for (let i = token + 1; i < last - 1; i++)
    if (/^(is|are|was|were)$/.test(view.token(i).text) && view.place(i + 1)) return i;
  return undefined;
}

/** "the city of Aleppo", "another provincial capital, Kunduz". */
export function besideNoun({ view }: Search, token: number): PlaceMention | undefined {
  const { deprel: own, head } = view.token(token);
  const noun = view.token(token).xpos === 'NNS' ? 'city' : view.lemma(token);
  const named = own === 'appos' && head >= 0 ? view.place(head) : undefined;
  // "Ghazni, 150 km from Kabul, the tenth capital they took": nothing is said of Kabul.
  if (named?.use === 'literal') return fits(named, noun);
  for (const child of view.children(token)) {
    const { deprel } = view.token(child);
    const mention = view.place(child);
    if (!mention) continue;
    const joined = deprel === 'appos' || deprel === 'flat' || deprel === 'compound';
    const of = deprel === 'nmod' && view.children(child).some((c) => view.lemma(c) === 'of');
    const fitting =
      joined || of ? fits(mention, isListed(view, child) ? 'county' : noun) : undefined;
    if (fitting) return fitting;
  }
  for (let i = token + 1; i <= token + 4; i++) {
    const next = view.tokens[i];
    if (!next || next.sentence !== view.token(token).sentence) return undefined;
    const mention = view.place(i);
    if (mention) return fits(mention, noun);
    if (!/^([:,–—("“”-]|of)$/.test(next.text)) return undefined;
  }
  return undefined;
}

/** "the Agdam and Lachin districts": names, of whatever level. */
const isListed = (view: Search['view'], name: number) =>
  view.token(name).deprel === 'compound' &&
  view.children(name).some((child) => view.token(child).deprel === 'conj');

const WIDE = new Set([
  'province',
  'state',
  'region',
  'governorate',
  'oblast',
  'country',
  'county',
  'zone',
]);

/** "districts of Helmand" are not Helmand; "the city of Aleppo" is Aleppo, "Logar province" is Logar. */
const fits = (mention: PlaceMention, noun = 'city') => {
  if (!isResolved(mention.place)) return WIDE.has(noun) && noun !== 'county' ? undefined : mention;
  const settled = (SETTLED as readonly string[]).includes(mention.place.precision);
  return settled || WIDE.has(noun) ? mention : undefined;
};

const SEAT = /^(capital|seat|centre|center|hub)$/;

/** "the capital" of a province, where the text breaks the phrase with a quotation mark. */
function seatOf(
  { view, capitalOf }: Search,
  token: number,
  within: PlaceMention | undefined,
): PlaceReference | undefined {
  if (!within || !isResolved(within.place) || !SEAT.test(view.lemma(token))) return undefined;
  if (within.place.precision !== 'province' && within.place.precision !== 'country')
    return undefined;
  const seat = capitalOf(within.place.id);
  return (
    seat && {
      name: seat.name,
      id: seat.id,
      path: seat.path,
      lat: seat.lat,
      lon: seat.lon,
      precision: seat.level,
      text: '',
      start: 0,
      end: 0,
      described: `${view.token(token).text} of ${within.place.name}`,
      confidence: within.place.confidence,
    }
  );
}

function amountOf(search: Search, token: number): Amount | undefined {
  const { view, lexicon } = search;
  const quantity = view.quantity(token);
  if (quantity) return quantity.amount;
  const counted = view
    .children(token)
    .find(
      (child) => view.quantity(child) ?? lexicon.has('indefiniteQuantifiers', view.lemma(child)),
    );
  const plural = /^NNP?S$/.test(view.token(token).xpos);
  if (!plural) return undefined;
  const known = counted === undefined ? undefined : view.quantity(counted)?.amount;
  const [first, last] = label(search, token);
  const unit = view.lemma(token);
  const from = counted === undefined ? first : Math.min(first, counted);
  return known
    ? { ...known, unit, text: words(view, from, last) }
    : { min: 2, max: null, unit, text: words(view, from, last) };
}
