import type { ParsedToken, Place, Precision } from '../../domain/index.ts';
import { plain } from '../../gazetteer/fold.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { isJoinedArticle } from '../joined-article.ts';
import type { PlaceContext } from '../places.ts';
import { abbreviated, mayBeShort } from './abbreviations.ts';
import { acceptance, signsOf, type Signs, type Stretch } from './acceptance.ts';
import { levelBeside } from './beside.ts';
import { named } from './candidates.ts';
import { declaredNames } from './declared.ts';
import { focusOf, focusSigns } from './focus.ts';
import { findPeoples, isPeopleWord, type PeopleWord } from './peoples.ts';
import { isCalledSo, textOf, type Lookup, type PlaceSpan } from './span.ts';
import { surroundingsOf, type Surroundings } from './surroundings.ts';
import { unlistedBeside } from './unlisted.ts';
import { isTakenInWar } from './war-role.ts';
import {
  FEATURES_OF_LAND,
  INSIDE,
  LOCATING,
  MARKS,
  NEVER,
  isPluralKind,
  levelOfKind,
} from './words.ts';

const LONGEST = 7;
const CAPITAL = /^\p{Lu}/u;
/** Actors whose names are no places, whatever the gazetteer has by that name. */
const SETTLED = new Set(['armed-group']);
/** "A US soldier" is not in Aus; "The Hague" is in The Hague. */
const ARTICLE = /^(?:the|an?) /i;

/** "Al" is no AL: codes of states are written in capitals. */
const CODE_IN_WORDS = /^\p{Lu}\p{Ll}$/u;
const isApt = (words: string, name: string) =>
  (!ARTICLE.test(words) || ARTICLE.test(name)) &&
  (!CODE_IN_WORDS.test(words) || plain(words) === plain(name));

const AROUND = / (?:Oblast|Governorate|Region|Province)$/;

/** "Kyiv region" is the one around the city, where both are divisions. */
function aroundCity(candidates: readonly Candidate[]): readonly Candidate[] {
  const isDivision = ({ place }: Candidate) => place.level === 'province';
  const around = candidates.filter((one) => isDivision(one) && AROUND.test(one.place.name));
  const countries = new Set(around.map(({ place }) => place.country));
  return candidates.filter(
    (one) => !isDivision(one) || !countries.has(one.place.country) || around.includes(one),
  );
}

const opensName = (tokens: readonly ParsedToken[], i: number) =>
  CAPITAL.test(tokens[i]!.text) || isJoinedArticle(tokens, i);

/** A village "Chayli" is not Chile. */
const isSmall = (level: Precision | undefined) => level === 'settlement' || level === 'district';
const isWide = ({ level }: Place) => level === 'country' || level === 'region';

/** A stretch that may be a place name, with the signs for and against. */
export interface Proposal {
  readonly stretch: Stretch;
  readonly span: PlaceSpan;
  readonly signs: Signs;
}

const isInside = (word: string) => MARKS.has(word) || INSIDE.has(word.toLowerCase());

/** Ends of names that may start at `first`, longest first. */
function ends(tokens: readonly ParsedToken[], first: number): readonly number[] {
  const found: number[] = [];
  const { sentence } = tokens[first]!;
  for (let i = first; i < tokens.length && i < first + LONGEST; i++) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) break;
    const joined =
      i > first && tokens[i - 1]!.end === token.start && /^[\p{L}\p{N}]/u.test(token.text);
    if (token.text === ',' && /^D\.?C\.?$/.test(tokens[i + 1]?.text ?? '')) continue;
    if (CAPITAL.test(token.text) || (joined && !isInside(token.text))) found.unshift(i + 1);
    else if (!isInside(token.text)) break;
  }
  return found;
}

/** End of the capitals that open a tagged name: taggers run on, "Kamenné Square in Bratislava". */
function trimmed(tokens: readonly ParsedToken[], first: number, last: number): number {
  let end = first + 1;
  for (let i = first + 1; i < last; i++) {
    const { text } = tokens[i]!;
    if (CAPITAL.test(text)) end = i + 1;
    else if (!isInside(text) || /^(in|and|on|de|s)$/i.test(text)) break;
  }
  return end;
}

/** "Nile Delta", "Third Street": a run of capitals that ends in a landform or a street. */
function landform(tokens: readonly ParsedToken[], first: number): number | undefined {
  const { sentence } = tokens[first]!;
  for (let i = first + 1; i < first + 4; i++) {
    const token = tokens[i];
    if (token?.sentence !== sentence || !CAPITAL.test(token.text)) return undefined;
    if (FEATURES_OF_LAND.has(token.text.toLowerCase())) return i + 1;
  }
  return undefined;
}

/** "Oaxaca State", "Helmand Province": a kind word with a capital belongs to the name. */
function withKind(tokens: readonly ParsedToken[], last: number): number {
  const next = tokens[last];
  if (!next || !CAPITAL.test(next.text) || next.sentence !== tokens[last - 1]!.sentence)
    return last;
  return levelOfKind(next.text) !== undefined && !isPluralKind(next.text) ? last + 1 : last;
}

/** "Suffolk County", where the gazetteer has the kind in the name. */
const kindInName = (tokens: readonly ParsedToken[], first: number, last: number) => {
  const kind = last > first + 1 ? tokens[last - 1]!.text : '';
  const level = isPluralKind(kind) ? undefined : levelOfKind(kind);
  // "Old City" is what many cities have.
  return level === 'settlement' ? undefined : level;
};

/** The longest stretch from `first` that the gazetteer knows, else the tagger's location there. */
function stretchFrom(
  { text }: PlaceContext,
  lookup: Lookup,
  { around, declared }: { readonly around: Surroundings; readonly declared: number | undefined },
  first: number,
): PlaceSpan | undefined {
  const { tokens } = text;
  const end = around.locations.get(first);
  const tagged = end === undefined ? undefined : trimmed(tokens, first, end);
  const landed = landform(tokens, first) ?? declared;
  const placed = LOCATING.has(tokens[first - 1]?.text.toLowerCase() ?? '');
  for (const last of ends(tokens, first)) {
    if (landed !== undefined && last < landed) break;
    const words = textOf(text, first, last);
    const level = levelBeside(tokens, first, last);
    const short = abbreviated(words, lookup);
    const isShort = short.length > 0 && mayBeShort(words, tokens[first - 1]?.text ?? '');
    if (short.length > 0 && !isShort && words.endsWith('.')) continue;
    const sounded = level !== undefined || tagged === last || (placed && last > first + 1);
    const candidates = isShort
      ? named(words, lookup).candidates
      : sounded
        ? lookup.close(words)
        : lookup.exact(words);
    const fit = candidates.filter(
      ({ place }) => isApt(words, place.name) && !(isSmall(level) && isWide(place)),
    );
    const apt = level === 'province' ? aroundCity(fit) : fit;
    if (apt.length === 0) continue;
    const whole = withKind(tokens, last);
    const own = level ?? kindInName(tokens, first, last);
    const rest = own === undefined ? {} : { level: own };
    return spanOf(tokens, [first, whole], textOf(text, first, whole), { candidates: apt, ...rest });
  }
  const last = landed ?? tagged ?? takenUnknown(tokens, around, first);
  if (last === undefined) return undefined;
  const words = textOf(text, first, last);
  const known =
    landed === undefined || landed === declared ? named(words, lookup) : { candidates: [] };
  const candidates = declared
    ? known.candidates.filter(({ place }) => !isWide(place))
    : known.candidates;
  return spanOf(tokens, [first, last], words, { ...known, candidates });
}

/** "withdrew from Kucheriv Yar": a name that nothing knows, where troops do what they do to places. */
function takenUnknown(
  tokens: readonly ParsedToken[],
  { actor, name, shouted, ofWar }: Surroundings,
  first: number,
): number | undefined {
  if (!ofWar) return undefined;
  const { upos, sentence } = tokens[first]!;
  const opens = tokens[first - 1]?.sentence !== sentence;
  // "al-Watiya": the second half of a name.
  if (!opens && tokens[first - 1]!.text === '-') return undefined;
  if (shouted[sentence]! || (upos !== 'PROPN' && (upos !== 'NOUN' || opens))) return undefined;
  const last = trimmed(tokens, first, Math.min(first + 4, tokens.length));
  for (let i = first; i < last; i++)
    if (
      tokens[i]!.sentence !== tokens[first]!.sentence ||
      actor[i] !== '' ||
      !/^(?:|person|other|organisation)$/.test(name[i]!)
    )
      return undefined;
  const next = tokens[last]?.text ?? '';
  if (tokens.slice(first, last).every(({ text }) => NEVER.has(text.toLowerCase())))
    return undefined;
  if (/^(?:\p{Lu}|\d)/u.test(next) || tokens[last - 1]!.text.endsWith('.')) return undefined;
  return isTakenInWar(tokens, { first, last }) ? last : undefined;
}

function spanOf(
  tokens: readonly ParsedToken[],
  [first, last]: readonly [number, number],
  text: string,
  rest: Pick<PlaceSpan, 'candidates' | 'level' | 'side'>,
): PlaceSpan {
  const { start, sentence } = tokens[first]!;
  return { first, last, start, end: tokens[last - 1]!.end, sentence, text, ...rest };
}

/** A paper called Meridian that speaks of itself is not in Mississippi. */
const isOutlet = ({ text: { report } }: PlaceContext, { text }: PlaceSpan) =>
  report.outlet.basis !== 'unknown' && plain(report.outlet.value) === plain(text);

/** "a shopkeeper who gave his name as Hassan", "who gave only one name, Farah" */
const isGivenName = (tokens: readonly ParsedToken[], first: number) =>
  /^(?:as|,)$/.test(tokens[first - 1]?.text ?? '') &&
  /^(?:name|himself|herself)$/.test(tokens[first - 2]?.text ?? '') &&
  tokens
    .slice(Math.max(0, first - GIVEN), first)
    .some(({ text }) => /^(?:gave|giving|give|gives|identified|identifying|called)$/.test(text));

/** Words from "gave" to the name. */
const GIVEN = 8;

/** All stretches that may be place names, left to right, none over another; with the document's word on each. */
export function proposals(
  context: PlaceContext,
  lookup: Lookup,
  around = surroundingsOf(context),
): readonly Proposal[] {
  const { tokens } = context.text;
  const found: Proposal[] = [];
  const declared = declaredNames(context.text, around);
  for (let first = 0; first < tokens.length; first++) {
    if (!opensName(tokens, first) || SETTLED.has(around.actor[first]!)) continue;
    if (isPeopleWord(tokens, first, lookup.gazetteer)) continue;
    if (isGivenName(tokens, first)) continue;
    const end = declared.get(first);
    const span = stretchFrom(context, lookup, { around, declared: end }, first);
    if (!span || isOutlet(context, span)) continue;
    const stretch = {
      ...span,
      kindBeside: span.level !== undefined,
      declared: span.last === end,
    };
    found.push({ stretch, span, signs: signsOf(tokens, stretch, around) });
    first = span.last - 1;
  }
  return withDocument(found, findPeoples(context.text, lookup.gazetteer), groupsIn(context));
}

/** Countries of the armed groups named. */
const groupsIn = ({ actors }: PlaceContext) => [
  ...new Set(
    actors.flatMap(({ kind, country }) =>
      kind === 'armed-group' && country !== undefined ? [country] : [],
    ),
  ),
];

/** One of a list with a place: "Izyum and Severodonetsk"; the words between are one or two. */
function besidePlace(found: readonly Proposal[], i: number): boolean {
  const own = found[i]!.span;
  return [found[i - 1], found[i + 1]].some((other) => {
    if (!other || other.span.sentence !== own.sentence) return false;
    const gap = Math.max(own.first - other.span.last, other.span.first - own.last);
    return gap >= 1 && gap <= 2 && acceptance(other.signs) > 0;
  });
}

/** Weight of a person's name from which it speaks for the same name elsewhere. */
const SURE = 0.75;

/** Adds what the rest of the text says: the same name elsewhere, and the countries it is about. */
function withDocument(
  found: readonly Proposal[],
  peoples: readonly PeopleWord[],
  groups: readonly string[],
): readonly Proposal[] {
  const clear = ({ signs }: Proposal) =>
    signs.taggedWhole === 1 && (signs.locatingBefore ?? signs.kindBeside) === 1;
  const placed = new Map<string, number>();
  const person = new Set<string>();
  for (const proposal of found) {
    const key = plain(proposal.span.text);
    if (clear(proposal)) placed.set(key, (placed.get(key) ?? 0) + 1);
    if ((proposal.signs.taggedPerson ?? 0) > SURE) person.add(key);
  }
  const focus = focusOf(found, peoples, groups);
  return found.map((proposal, i) => {
    const key = plain(proposal.span.text);
    const elsewhere = (placed.get(key) ?? 0) > (clear(proposal) ? 1 : 0);
    const named = person.has(key) && proposal.signs.taggedPerson === undefined;
    const signs = {
      ...proposal.signs,
      ...focusSigns(proposal, focus),
      ...(elsewhere ? { placedElsewhere: 1 } : {}),
      ...(named ? { personElsewhere: 1 } : {}),
      ...(besidePlace(found, i) ? { besidePlace: 1 } : {}),
    };
    return { ...proposal, signs };
  });
}

/** Spans that name places, more likely than not; and names that stand with them in lists. */
export function scanSpans(
  context: PlaceContext,
  lookup: Lookup,
  around: Surroundings,
): readonly PlaceSpan[] {
  const accepted = proposals(context, lookup, around).flatMap(({ span, stretch, signs }) => {
    const called = (isCalledSo(span) || stretch.declared) && !signs.never;
    return called || acceptance(signs) > 0 ? [span] : [];
  });
  const beside = around.ofWar ? unlistedBeside(accepted, { context, around, lookup }) : [];
  return beside.length === 0
    ? accepted
    : [...accepted, ...beside].sort((a, b) => a.first - b.first);
}
