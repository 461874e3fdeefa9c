import type { ParsedToken, Place } from '../../domain/index.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import type { PlaceContext } from '../places.ts';
import type { PeopleWord } from './peoples.ts';
import type { Resolution } from './resolve.ts';
import type { PlaceSpan } from './span.ts';

/** "The capitals of Helmand and Kandahar provinces": places described by what they are the seat of. */
export interface DescribedCapital {
  readonly first: number;
  readonly last: number;
  /** Token of the noun that means the place: "capitals", or "Kandahar" for a later member of the list. */
  readonly head: number;
  readonly capital: Place;
  readonly confidence: number;
  /** Span that only served to describe. */
  readonly of: PlaceSpan | undefined;
}

const CAPITAL = /^capitals?$/i;
/** A seat only where the text says of what: "the centre of Zabul province", "the provincial center". */
const CENTRE = /^cent(?:re|er)s?$/i;
const DIVISION = /^(?:provinces?|governorates?|oblasts?)$/i;
const BEFORE_CAPITAL =
  /^(provincial|regional|state|governorate|district|national|administrative)$/i;
const LIST =
  /^(,|and|&|the|of|province|provinces|governorate|governorates|region|regions|oblast|oblasts|state|states|northern|southern|eastern|western|central|northeastern|northwestern|southeastern|southwestern)$/i;
/** Words that may part a description from the name it describes. */
const APPOSITION = /^(,|–|—|-|\(|:|of|also|called|known|as|is|was|city|the|strategic|named)$/i;
const POSSESSIVE = /^['’]s?$/;
const REACH = 5;

/** Positions of every "capital" with the "of" list or the possessor it belongs to. */
export function describedCapitals(
  { text: { tokens } }: PlaceContext,
  resolutions: readonly Resolution[],
  {
    peoples,
    gazetteer,
  }: { readonly peoples: readonly PeopleWord[]; readonly gazetteer: Gazetteer },
): readonly DescribedCapital[] {
  const byFirst = new Map(resolutions.map((one) => [one.span.first, one]));
  const byLast = new Map(resolutions.map((one) => [one.span.last, one]));
  const peopleByLast = new Map(peoples.map((one) => [one.last, one]));
  const seat = ({ id }: Place) => gazetteer.capital(id);
  return tokens.flatMap((token, i): readonly DescribedCapital[] => {
    const isCentre = CENTRE.test(token.text);
    if (!isCentre && !CAPITAL.test(token.text)) return [];
    const start = nounStart(tokens, i);
    const members = membersAfter(tokens, i, byFirst);
    const listed = isCentre ? members.filter((one) => endsInDivision(tokens, one)) : members;
    if (isCentre && listed.length === 0 && !PROVINCIAL.test(tokens[start]!.text)) return [];
    if (listed.length > 0) return fromList(tokens, [start, i], listed, { seat, byLast, byFirst });
    const owner = ownerBefore(tokens, start, byLast);
    const people = peopleByLast.get(start);
    const area = owner?.place ?? people?.place;
    // "An Afghan provincial capital" is one of many, and never the country's.
    if (area?.level === 'country' && OF_A_PART.test(tokens[start]!.text)) return [];
    const capital = area && seat(area);
    if (!capital || namedBeside(tokens, [start, i + 1], capital, { byFirst, byLast })) return [];
    const first = owner?.span.first ?? people!.first;
    return [
      {
        first,
        last: i + 1,
        head: i,
        capital,
        confidence: owner?.confidence ?? 0.95,
        of: owner?.span,
      },
    ];
  });
}

const PROVINCIAL = /^(?:provincial|governorate)$/i;
const OF_A_PART = /^(?:provincial|governorate|regional|district|state)$/i;

const endsInDivision = (tokens: readonly ParsedToken[], { span, place }: Resolution) =>
  place.level === 'province' &&
  (DIVISION.test(tokens[span.last]?.text ?? '') || DIVISION.test(tokens[span.last - 1]!.text));

/** Start of "provincial capital". */
function nounStart(tokens: readonly ParsedToken[], i: number) {
  return BEFORE_CAPITAL.test(tokens[i - 1]?.text ?? '') ? i - 1 : i;
}

type ByToken = ReadonlyMap<number, Resolution>;

/** Places in the list after "capital(s) of". */
function membersAfter(tokens: readonly ParsedToken[], i: number, byFirst: ByToken) {
  if (tokens[i + 1]?.text.toLowerCase() !== 'of') return [];
  const members: Resolution[] = [];
  const several = /s$/i.test(tokens[i]!.text);
  for (let at = i + 2; at < tokens.length && tokens[at]!.sentence === tokens[i]!.sentence;) {
    const member = byFirst.get(at);
    if (member) {
      const owns = POSSESSIVE.test(tokens[member.span.last]?.text ?? '');
      // "The capital of Afghanistan's Nimroz province": the possessor only says where Nimroz is.
      if (!owns) members.push(member);
      at = member.span.last + (owns ? 1 : 0);
    } else if (LIST.test(tokens[at]!.text) && (several || members.length === 0)) at++;
    else break;
  }
  return members;
}

/** Whose capital: the possessor, or the name right before: "Helmand's provincial capital". */
function ownerBefore(tokens: readonly ParsedToken[], start: number, byLast: ByToken) {
  const possessive = POSSESSIVE.test(tokens[start - 1]?.text ?? '');
  const provincial = BEFORE_CAPITAL.test(tokens[start]!.text);
  let end = possessive ? start - 1 : start;
  if (!possessive && !provincial) return undefined;
  if (
    !byLast.has(end) &&
    /^(province|region|state|governorate|oblast)$/i.test(tokens[end - 1]?.text ?? '')
  )
    end--;
  return byLast.get(end);
}

interface Finder {
  readonly seat: (place: Place) => Place | undefined;
  readonly byFirst: ByToken;
  readonly byLast: ByToken;
}

function fromList(
  tokens: readonly ParsedToken[],
  [start, noun]: readonly [number, number],
  listed: readonly Resolution[],
  finder: Finder,
): readonly DescribedCapital[] {
  return listed.flatMap(({ span, place, confidence }, at): readonly DescribedCapital[] => {
    const capital = finder.seat(place);
    if (!capital) return [];
    let last = span.last;
    if (/^(provinces?|governorates?|regions?|oblasts?|states?)$/i.test(tokens[last]?.text ?? ''))
      last++;
    const range = [at === 0 ? start : span.first, last] as const;
    if (listed.length === 1 && namedBeside(tokens, range, capital, finder)) return [];
    const head = at === 0 ? noun : span.last - 1;
    return [{ first: range[0], last, head, capital, confidence, of: span }];
  });
}

/**
 * Whether a town's own name stands right beside: "Lashkar Gah, the capital of Helmand". The name
 * before it holds even where the gazetteer has another seat: the text says which town it means.
 */
function namedBeside(
  tokens: readonly ParsedToken[],
  [first, last]: readonly [number, number],
  capital: Place,
  { byFirst, byLast }: Pick<Finder, 'byFirst' | 'byLast'>,
): boolean {
  const is = (one: Resolution | undefined) => one?.place.id === capital.id;
  for (let at = last; at <= last + REACH; at++) {
    if (is(byFirst.get(at))) return true;
    if (!APPOSITION.test(tokens[at]?.text ?? '')) break;
  }
  for (let at = first; at >= first - REACH; at--) {
    const before = byLast.get(at);
    if (is(before) || (before?.place.level === 'settlement' && at < first)) return true;
    if (!APPOSITION.test(tokens[at - 1]?.text ?? '')) break;
  }
  return false;
}
