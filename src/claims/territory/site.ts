import { isResolved, type PlaceMention } from '../../domain/index.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { behind } from '../clause.ts';
import { unreadLabel } from '../line-label.ts';
import { namedByVerb, unknownName, unreadOpening } from './by-verb.ts';
import { saidWhere } from './elsewhere.ts';
import { SETTLED, TOWN, contextPlace, focused } from './focus.ts';
import { listOf } from './listing.ts';
import { siteIn } from './lists.ts';
import { isOfTown } from './of-town.ts';
import { ownerOf } from './owner.ts';
import {
  isBearing,
  isNoun,
  placesUnder,
  label,
  words,
  moved,
  unnamed,
  placesWithin,
  isDefinite,
} from './phrase.ts';
import { type Territory } from './territory.ts';
import { SITE_NOT_LISTED } from './unresolved.ts';

export function facilityTerritory(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const mention = view.facility(token);
  const [first, last] = label(search, token);
  const facility = mention?.name ?? words(view, first, last);
  const inPhrase = placesUnder(search, token);
  const covering = mention ? placesWithin(view, mention.first, mention.last) : [];
  const nearby = [...inPhrase, covering[0], view.place(token), namedBefore(search, token)];
  // "Freedom Square in Kherson" is in Kherson; "the training ground in Tajikistan" is a place apart.
  const whose = ownerOf(search, token);
  // "the RSF base at Zurrug": the site itself, taken for a place, is in the one behind it.
  const isLacking = whose !== undefined && !isResolved(whose.place);
  const isItself = ({ first: from, last: to }: PlaceMention) => from <= token && token < to;
  const unknown = nearby.find(
    (one) => one !== undefined && !isResolved(one.place) && !(isLacking && isItself(one)),
  );
  const known = nearby.find(
    (one) => one !== undefined && isResolved(one.place) && !(unknown && isWide(one)),
  );
  const beside = known || whose ? undefined : besideClause(search, token);
  // "the Azovstal plant in Mariupol" where "in Mariupol" hangs on the verb.
  const told = known ?? (beside && !isWide(beside) ? beside : (unknown ?? beside));
  const town =
    told && isOfTown(view, told) ? focused(search, token, TOWN)[0] : told && siteIn(search, told);
  if (town) return [{ ...town, facility, site: true }];
  // "the port, Afghanistan's busiest": which one, the text has said.
  const isNamed = hasOwnName(search, first, token);
  const anyOf =
    told && isCountry(told) && (isDefinite(search, token) || isOwner(search, token, told));
  const place = anyOf && !isNamed ? undefined : told;
  if (place && isWide(place) && isNamed)
    return [
      {
        place: {
          ...unnamed(view, first, last),
          unresolved: SITE_NOT_LISTED,
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
  if (whose) return [{ ...whose, facility, site: true }];
  const called = calledApart(search, token);
  if (called.length > 0) return called.map((one) => ({ ...one, facility, site: true }));
  const unread = unreadLabel(view, view.reading.sentences[view.token(token).sentence]!);
  const labelled = unread === undefined ? undefined : namedByVerb(search, unread)[0];
  if (labelled) return [{ ...labelled, facility, site: true }];
  const opening = mention?.name === undefined ? opensWith(search, token) : [];
  if (opening.length > 0) return opening.map((one) => ({ ...one, facility, site: true }));
  const plural = view.token(token).xpos === 'NNS';
  if (isApart(search, first, token))
    return [
      { place: unnamed(view, first, last), facility, site: true, first, last, confidence: 0.3 },
    ];
  const posts = plural && isPosts(search, token) ? focused(search, token, SETTLED)[0] : undefined;
  const context =
    sameSite(search, token)?.place ??
    posts?.place ??
    (plural && (isDefinite(search, token) || isEvery(search, token))
      ? undefined
      : contextPlace(view, token, SETTLED));
  const whole = context !== undefined && isTheirs(search, token);
  return [
    {
      place: context ? moved(view, context, first, last) : unnamed(view, first, last),
      ...(whole ? {} : { facility, site: true as const }),
      first,
      last,
      confidence: context ? 0.6 : 0.3,
    },
  ];
}

/** "A second post, Torghundi", "Brega, an oil terminal", "the base at Zurrug": a name that no reading knows. */
function calledApart(search: Search, token: number): readonly Territory[] {
  const { view } = search;
  const { deprel, head } = view.token(token);
  const beside = [
    ...(deprel === 'appos' ? [head] : []),
    ...view.children(token).filter((child) => view.token(child).deprel === 'appos'),
    ...behind(view, token, 'at'),
  ];
  return beside.flatMap((name) => {
    const known = namedByVerb(search, name);
    return known.length > 0 ? known : unknownName(search, name);
  });
}

/** "In Tyotkino, marines took the railway station": of the name that the sentence opens with. */
const opensWith = (search: Search, token: number): readonly Territory[] =>
  isDefinite(search, token)
    ? unreadOpening(search, token).filter(
        ({ first }) => search.view.token(first).sentence === search.view.token(token).sentence,
      )
    : [];

/** "left their positions", "the withdrawal of the local garrison": those who hold a town, not a part of it. */
const isTheirs = ({ view }: Search, token: number) =>
  view.lemma(token) === 'garrison' ||
  (view.lemma(token) === 'position' &&
    view.children(token).some((child) => view.token(child).deprel === 'nmod:poss'));

/** "all their posts", "the checkpoints": where the town is held from. */
const isPosts = ({ view }: Search, token: number) =>
  /^(?:post|outpost|checkpoint|position)$/.test(view.lemma(token));

/** "Mocimboa da Praia, a port": what the site is said of. */
function namedBefore({ view }: Search, token: number): PlaceMention | undefined {
  const { deprel, head } = view.token(token);
  return deprel === 'appos' && head >= 0 ? view.place(head) : undefined;
}

/** "all border crossings": those of the whole country, not of the town last named. */
const isEvery = ({ view }: Search, token: number) =>
  view.children(token).some((child) => /^(all|every)$/.test(view.lemma(child)));

/** A base with a name of its own, or told to lie south of somewhere, need not be in the town last named. */
const isApart = (search: Search, first: number, token: number) =>
  APART.has(search.view.lemma(token)) &&
  (liesOff(search, token) || (hasOwnName(search, first, token) && !isUnits(search, first, token)));

const liesOff = ({ view }: Search, token: number) => {
  const [first, last] = view.extent(token);
  return placesWithin(view, first, last).some((mention) => isBearing(view, mention));
};

/** Sites that may lie by themselves. */
const APART = new Set(['base', 'airbase', 'airfield', 'camp', 'fort', 'dam', 'crossing', 'mine']);

const UNIT = /^(army|corps|division|brigade|battalion|regiment|infantry|command)$/i;

/** "Iraq's largest refinery": in whichever town the text speaks of. */
const isOwner = ({ view }: Search, token: number, { head }: PlaceMention) =>
  view.token(head).deprel === 'nmod:poss' && view.token(head).head === token;

/** "the 6th Infantry Division base" is called after who is in it. */
const isUnits = ({ view }: Search, first: number, last: number) =>
  view.tokens.slice(first, last).some(({ text }) => UNIT.test(text));

/** Words within which "the base" is the one spoken of before. */
const SAME_SITE = 400;

/** "the base", of which the text has told where it is. */
function sameSite(search: Search, token: number): Pick<Territory, 'place'> | undefined {
  const { view } = search;
  const lemma = view.lemma(token);
  const isSame = (i: number) =>
    view.lemma(i) === lemma || (lemma === 'base' && view.lemma(i) === 'airbase');
  for (let i = token - 1; i >= Math.max(0, token - SAME_SITE); i--)
    if (isSame(i) && isNoun(search, i)) {
      const [place] = placesUnder(search, i);
      const own = namedBefore(search, i) ?? place ?? view.place(i);
      if (own && !isCountry(own)) return own;
      const lacking = own ? undefined : ownerOf(search, i);
      if (lacking) return lacking;
      const [first, last] = label(search, i);
      if (!own && hasOwnName(search, first, i) && isApart(search, first, i))
        return { place: unnamed(view, first, last) };
    }
  return undefined;
}

const isWide = ({ place }: PlaceMention) =>
  isResolved(place) && (place.precision === 'country' || place.precision === 'province');

const isCountry = ({ place }: PlaceMention) => isResolved(place) && place.precision === 'country';

/** "the Kharbmaidon training ground": a proper name that is no place, force or number known to us. */
const hasOwnName = ({ view }: Search, first: number, last: number) => {
  for (let i = first; i < last; i++)
    if (view.token(i).upos === 'PROPN' && !view.place(i) && !view.actor(i)) return true;
  return false;
};

/** "seized the prison in Kunduz" where "in Kunduz" hangs on the verb. */
function besideClause({ view }: Search, token: number): PlaceMention | undefined {
  const { head, sentence } = view.token(token);
  const held = view.children(token).find((child) => view.token(child).deprel === 'acl');
  // "gaining control of buildings around Herat": on the noun's verb, or on the verb above that.
  // "the last houses held by them in Sirte": on what is said of the houses.
  for (const carrier of [held ?? -1, head, head < 0 ? -1 : view.token(head).head]) {
    if (carrier < 0 || view.token(carrier).sentence !== sentence) continue;
    for (const child of view.children(carrier)) {
      if (child === token || !view.token(child).deprel.startsWith('obl')) continue;
      const mention = view.place(child) ?? firstUnder(view, child);
      if (!mention || view.time(child) || isBearing(view, mention)) continue;
      // "said in Mogadishu that its troops had regained the base"
      if (!saidWhere(view)(mention)) return mention;
    }
  }
  return undefined;
}

const firstUnder = (view: TextView, token: number) =>
  view
    .children(token)
    .filter((child) => view.token(child).deprel === 'compound')
    .map((child) => view.place(child))
    .find((mention) => mention !== undefined);
