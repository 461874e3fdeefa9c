import {
  isResolved,
  type Amount,
  type PlaceMention,
  type PlaceReference,
  type Precision,
  type ResolvedPlace,
} from '../domain/index.ts';
import type { Search } from './search.ts';
import type { TextView } from './text-view.ts';

/** What somebody can hold: a place, a part of one or a site in one, or a counted class of places. */
export interface Territory {
  readonly place: PlaceReference;
  /** A site or part, in the words of the text; a claim about it is not a claim about the whole. */
  readonly facility?: string;
  /** A building or site, which whoever enters holds; not a share of a town. */
  readonly site?: true;
  readonly amount?: Amount;
  /** Tokens [first, last). */
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
}

const MODIFIER = /^(compound|nmod|amod|appos|flat|obl|nummod|det|case|conj|dep)/;

/** Territories that the phrase headed by `token` names; empty when it names none. */
export function territoriesAt(search: Search, argument: number): readonly Territory[] {
  const { view, lexicon } = search;
  const token = countedHead(view, argument);
  const lemma = view.lemma(token);
  if (view.token(token).upos === 'VERB' && !view.place(token)) return [];
  const told = predicated(search, token);
  if (told !== undefined) return territoriesAt(search, told);
  const facility = view.facility(token);
  if (facility || (isNoun(search, token) && lexicon.has('facilities', lemma)))
    return facilityTerritory(search, token);
  const mention = view.place(token);
  if (mention && !isModifierOf(search, token, mention)) return named(search, mention);
  if (view.actor(token)) return [];
  // "the district of Kang" is Kang; "the centre of Kang" is a part of it.
  const apart = lexicon.has('placeClasses', lemma) ? besideNoun(search, token) : undefined;
  if (apart && !/^(area|centre|center|neighbou?rhood)$/.test(lemma)) return named(search, apart);
  const plural = view.token(token).xpos === 'NNS' && lexicon.has('placeClasses', lemma);
  if (lexicon.has('parts', lemma) && !(plural && lemma !== 'area')) {
    const part = partTerritory(search, token);
    if (part.length > 0) return part;
  }
  if (lexicon.has('placeClasses', lemma) && isNoun(search, token))
    return classTerritory(search, token);
  if (lemma === 'all' || lemma === 'whole') return nested(search, token);
  return [];
}

/** "some radio and TV stations": what is counted is the last noun, wherever the tree put the head. */
function countedHead(view: TextView, token: number): number {
  const quantity = view.quantity(token);
  if (!quantity || view.place(token)) return token;
  const last = quantity.last - 1;
  return last > token && view.token(last).upos === 'NOUN' ? last : token;
}

/** "Kunduz is the latest to fall": what falls is Kunduz. */
function predicated({ view }: Search, token: number): number | undefined {
  const children = view.children(token);
  if (!children.some((child) => view.token(child).deprel === 'cop')) return undefined;
  return children.find(
    (child) => view.token(child).deprel === 'nsubj' && child < token && view.place(child),
  );
}

const isNoun = ({ view }: Search, token: number) =>
  /^(NOUN|PROPN|ADJ)$/.test(view.token(token).upos);

/** "Kabul" in "Kabul police": the mention stands before a noun that is the real head. */
const isModifierOf = ({ view }: Search, token: number, mention: PlaceMention) =>
  mention.use === 'associative' && view.actor(token) !== undefined;

/** A named place with the others of its list: "Herat, Lashkar Gah and Kandahar". */
function named(search: Search, mention: PlaceMention): readonly Territory[] {
  return listOf(search, mention).map((member) => {
    // A part belongs to the words that named it, not to "the city" said later.
    const part = isResolved(member.place) && !member.same ? member.place.part : undefined;
    return {
      place: member.place,
      ...(part === undefined ? {} : { facility: part }),
      first: member.first,
      last: member.last,
      confidence: isResolved(member.place) ? member.place.confidence : 0.5,
    };
  });
}

const LIST_GAP =
  /^([,;&]|and|or|as|well|both|the|city|town|of|"|“|”|'|‘|’|including|in|also|cities|towns|neighbouring|neighboring|nearby)$/i;

function listOf({ view }: Search, start: PlaceMention): readonly PlaceMention[] {
  const members = [start];
  const step = (direction: 1 | -1) => {
    let edge = start;
    for (;;) {
      const next = neighbour(view, edge, direction);
      if (!next || members.includes(next)) return;
      if (!related(start, next)) members.push(next);
      edge = next;
    }
  };
  step(1);
  step(-1);
  return members.sort((a, b) => a.first - b.first);
}

/** The place mention next to this one with only list words between, and a comma or "and" among them. */
function neighbour(
  view: TextView,
  mention: PlaceMention,
  direction: 1 | -1,
): PlaceMention | undefined {
  const { sentence } = view.token(mention.first);
  let joined = false;
  let i = direction === 1 ? mention.last : mention.first - 1;
  for (let steps = 0; steps < 7; steps++, i += direction) {
    const token = view.tokens[i];
    if (!token || token.sentence !== sentence) return undefined;
    const next = view.place(i);
    if (next) return joined && !startsClause(view, mention, next) ? next : undefined;
    // A name that no place was found for may stand between two that are.
    if (!LIST_GAP.test(token.text) && token.upos !== 'PROPN' && token.text !== '-')
      return undefined;
    if (/^([,;&]|and|or)$/i.test(token.text)) joined = true;
  }
  return undefined;
}

/** "… captured Zaranj, and Herat is besieged": the second place belongs to a clause of its own. */
function startsClause(view: TextView, before: PlaceMention, mention: PlaceMention): boolean {
  const { deprel, head } = view.token(mention.head);
  if (!deprel.startsWith('nsubj') || head < mention.last) return false;
  return view.token(before.head).head < before.first;
}

/** The second lies in the first, holds it or is it: "Goma, North Kivu". */
function related(a: PlaceMention, b: PlaceMention): boolean {
  if (!isResolved(a.place) || !isResolved(b.place)) return a.text === b.text;
  return a.place.id === b.place.id || inside(a.place, b.place) || inside(b.place, a.place);
}

const inside = (inner: ResolvedPlace, outer: ResolvedPlace) =>
  inner.path.length > outer.path.length && outer.path.every((name, i) => inner.path[i] === name);

/** Places within the phrase: "of Herat city" under "parts", "Kandahar" under "airport". */
function placesUnder(search: Search, token: number, depth = 0): readonly PlaceMention[] {
  const { view } = search;
  const found: PlaceMention[] = [];
  for (const child of view.children(token)) {
    if (!MODIFIER.test(view.token(child).deprel)) continue;
    const mention = view.place(child);
    if (mention) found.push(mention);
    else if (depth < 3) found.push(...placesUnder(search, child, depth + 1));
  }
  if (found.length > 0 || depth > 0 || view.tokens[token + 1]?.text !== 'of') return found;
  // "parts of Ramadi" where the tree hung "of Ramadi" on the verb.
  for (let i = token + 2; i < token + 6; i++) {
    const mention = view.tokens[i] && view.place(i);
    if (mention) return [mention];
    if (!/^(DET|ADJ|NOUN|PROPN|ADP)$/.test(view.tokens[i]?.upos ?? '')) break;
  }
  return found;
}

function nested(search: Search, token: number): readonly Territory[] {
  const [mention] = placesUnder(search, token);
  return mention ? named(search, mention) : [];
}

/** Left edge of the noun phrase without articles: what the part or site is called. */
function label({ view, lexicon }: Search, token: number): readonly [number, number] {
  let first = token;
  for (const child of view.children(token))
    if (child < first && /^(compound|amod|nummod|det|flat|nmod)/.test(view.token(child).deprel))
      first = Math.min(first, view.extent(child)[0]);
  const quantity = view.quantity(token);
  if (quantity) first = Math.min(first, quantity.first);
  if (token - first > 8) first = token;
  while (
    first < token &&
    (/^(DET|PUNCT|ADP)$/.test(view.token(first).upos) ||
      lexicon.has('indefiniteQuantifiers', view.lemma(first)))
  )
    first++;
  return [first, token + 1];
}

const words = (view: TextView, first: number, last: number) => {
  const { start, end } = view.span(first, last);
  return view.reading.report.body.slice(start, end);
};

function facilityTerritory(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const mention = view.facility(token);
  const [first, last] = label(search, token);
  const facility = mention?.name ?? words(view, first, last);
  const inPhrase = placesUnder(search, token);
  const covering = mention ? placesWithin(view, mention.first, mention.last) : [];
  const place = inPhrase[0] ?? covering[0] ?? view.place(token) ?? besideClause(search, token);
  if (place && isWide(place) && hasOwnName(search, first, token))
    return [
      {
        place: {
          ...unnamed(view, first, last),
          unresolved: 'a named site that the gazetteer does not have',
          ...(isResolved(place.place) ? { within: place.place.id } : {}),
        },
        facility,
        first,
        last,
        confidence: 0.8,
      },
    ];
  if (place)
    return listOf(search, place).map((member) => ({
      place: member.place,
      facility,
      site: true as const,
      first: Math.min(first, member.first),
      last: Math.max(last, member.last),
      confidence: 0.85,
    }));
  const plural = view.token(token).xpos === 'NNS';
  const context =
    sameSite(search, token) ??
    (plural && isDefinite(search, token) ? undefined : contextPlace(view, token, SETTLED));
  return [
    {
      place: context ? moved(view, context.place, first, last) : unnamed(view, first, last),
      facility,
      site: true,
      first,
      last,
      confidence: context ? 0.6 : 0.3,
    },
  ];
}

/** "the base", of which the text has told where it is. */
function sameSite(search: Search, token: number): PlaceMention | undefined {
  const { view } = search;
  const lemma = view.lemma(token);
  for (let i = token - 1; i >= 0; i--)
    if (view.lemma(i) === lemma && isNoun(search, i)) {
      const [place] = placesUnder(search, i);
      const own = place ?? view.place(i);
      if (own) return own;
    }
  return undefined;
}

const isWide = ({ place }: PlaceMention) =>
  isResolved(place) && (place.precision === 'country' || place.precision === 'province');

/** "the Kharbmaidon training ground": a proper name that is no place, force or number known to us. */
const hasOwnName = ({ view }: Search, first: number, last: number) => {
  for (let i = first; i < last; i++)
    if (view.token(i).upos === 'PROPN' && !view.place(i) && !view.actor(i)) return true;
  return false;
};

const placesWithin = (view: TextView, first: number, last: number) => {
  const found = new Set<PlaceMention>();
  for (let i = first; i < last; i++) {
    const mention = view.place(i);
    if (mention) found.add(mention);
  }
  return [...found];
};

/** "seized the prison in Kunduz" where "in Kunduz" hangs on the verb. */
function besideClause({ view }: Search, token: number): PlaceMention | undefined {
  const { head, sentence } = view.token(token);
  if (head < 0) return undefined;
  for (const child of view.children(head)) {
    if (child === token || view.token(child).sentence !== sentence) continue;
    if (!/^obl/.test(view.token(child).deprel)) continue;
    const mention = view.place(child);
    if (mention && !view.time(child)) return mention;
  }
  return undefined;
}

function partTerritory(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const [mention] = placesUnder(search, token);
  const every = view.children(token).some((child) => ['all', 'every'].includes(view.lemma(child)));
  const other = view.children(token).some((child) => view.lemma(child) === 'other');
  const [first, last] = label(search, token);
  if (mention) {
    if (every && !other) return named(search, mention).map(({ facility: _, ...whole }) => whole);
    return [
      {
        place: mention.place,
        facility: words(view, first, last),
        first: Math.min(first, mention.first),
        last: Math.max(last, mention.last),
        confidence: 0.8,
      },
    ];
  }
  const whole = view
    .children(token)
    .find(
      (child) =>
        /^(nmod|obl)/.test(view.token(child).deprel) &&
        search.lexicon.has('placeClasses', view.lemma(child)),
    );
  const context = contextPlace(
    view,
    token,
    whole === undefined ? SETTLED : levelsOf(search, whole),
  );
  if (!context) return [];
  return [
    {
      place: moved(view, context.place, first, last),
      facility: words(view, first, last),
      first,
      last,
      confidence: 0.5,
    },
  ];
}

const SETTLED: readonly Precision[] = ['settlement', 'exact', 'district'];

function levelsOf({ view, lexicon }: Search, token: number): readonly Precision[] {
  const lemma = view.lemma(token);
  if (lexicon.has('settlements', lemma)) return ['settlement', 'exact'];
  if (lemma === 'district' || lemma === 'county') return ['district', 'settlement'];
  if (lemma === 'country') return ['country'];
  return ['province', 'region'];
}

/** "some districts", "another city in the north", "the city". */
function classTerritory(search: Search, token: number): readonly Territory[] {
  const { view, lexicon } = search;
  const listed = afterColon(search, token);
  if (listed.length > 0) return listed;
  const beside = besideNoun(search, token);
  if (beside) return named(search, beside);
  const [first, last] = label(search, token);
  const amount = amountOf(search, token);
  const definite = isDefinite(search, token);
  const [within] = placesUnder(search, token);
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
  if (!amount && definite && !within) {
    const context = contextPlace(view, token, levelsOf(search, token));
    if (context)
      return [{ place: moved(view, context.place, first, last), first, last, confidence: 0.65 }];
  }
  if (!amount && !lexicon.has('settlements', view.lemma(token)) && view.lemma(token) !== 'district')
    return [];
  return [
    {
      place: {
        unresolved: amount ? 'places counted, not named' : 'place described, not named',
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

/** "two more provincial capitals: Kunduz, with its airport, and Sar-e-Pul": the settlements that follow. */
function afterColon(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const { sentence, xpos } = view.token(token);
  if (xpos !== 'NNS') return [];
  let at = token + 1;
  while (/^["“”'’]+$/.test(view.tokens[at]?.text ?? '')) at++;
  if (!/^[:–—]$/.test(view.tokens[at]?.text ?? '')) return [];
  const found = new Map<PlaceMention, Territory>();
  for (let i = at + 1; view.tokens[i]?.sentence === sentence; i++) {
    if (view.token(i).upos === 'VERB') break;
    const mention = view.place(i);
    if (mention && fits(mention))
      for (const territory of named(search, mention).slice(0, 1))
        found.set(mention, { ...territory, place: mention.place });
  }
  return [...found.values()];
}

/** "the city of Aleppo", "another provincial capital, Kunduz". */
function besideNoun({ view }: Search, token: number): PlaceMention | undefined {
  const { deprel: own, head } = view.token(token);
  const noun = view.token(token).xpos === 'NNS' ? 'city' : view.lemma(token);
  const named = own === 'appos' && head >= 0 ? view.place(head) : undefined;
  if (named) return fits(named, noun);
  for (const child of view.children(token)) {
    const { deprel } = view.token(child);
    const mention = view.place(child);
    if (!mention || !isResolved(mention.place)) continue;
    const joined = deprel === 'appos' || deprel === 'flat' || deprel === 'compound';
    const of = deprel === 'nmod' && view.children(child).some((c) => view.lemma(c) === 'of');
    const fitting = joined || of ? fits(mention, noun) : undefined;
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
  if (!isResolved(mention.place)) return undefined;
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

const spanText = (view: TextView, first: number, last: number) => ({
  text: words(view, first, last),
  ...view.span(first, last),
});

function isDefinite({ view }: Search, token: number): boolean {
  if (view.token(token).xpos === 'NNS') return false;
  return view
    .children(token)
    .some((child) => /^(the|this|that|its|their|entire|whole)$/i.test(view.token(child).text));
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
    if (mention.type !== 'place' || mention.use === 'metonym') continue;
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

/** The same place, at the words that stand for it here. */
function moved(view: TextView, place: PlaceReference, first: number, last: number): PlaceReference {
  return { ...place, text: words(view, first, last), ...view.span(first, last) };
}

const unnamed = (view: TextView, first: number, last: number): PlaceReference => ({
  unresolved: 'a site whose place is not named',
  text: words(view, first, last),
  ...view.span(first, last),
});
