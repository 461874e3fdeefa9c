import type { ParsedToken, Place, Precision } from '../../domain/index.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { isOfKind } from './declared.ts';
import type { Surroundings } from './surroundings.ts';
import { ACCEPTANCE } from './weights.ts';
import { isTakenInWar } from './war-role.ts';
import { COMPASS, FEATURES_OF_LAND, LOCATING, NEVER, SITES_OF_WAR } from './words.ts';

/** What speaks for a capitalised stretch being a place name at all; weights in {@link ./weights.ts}. */
export const SIGNS = [
  'always',
  'taggedWhole',
  'taggedPart',
  'taggedPerson',
  'taggedOrganisation',
  'taggedOther',
  'untagged',
  'stateActor',
  'bodyActor',
  'outletActor',
  'personActor',
  'groupActor',
  'country',
  'region',
  'province',
  'seat',
  'people',
  'onlyDistrict',
  'noCandidate',
  'locatingBefore',
  'commaNameAfter',
  'commaBefore',
  'kindBeside',
  'siteAfter',
  'lineLabel',
  'possessive',
  'firstInSentence',
  'allCapitals',
  'severalWords',
  'listedCity',
  'properNoun',
  'commonTag',
  'capitalAfter',
  'capitalBefore',
  'lowerElsewhere',
  'short',
  'never',
  'placedElsewhere',
  'personElsewhere',
  'levelNamed',
  'kindOf',
  'taken',
  'falls',
  'inWar',
  'inFocus',
  'inEnglish',
  'inProvince',
  'besidePlace',
  'landform',
] as const;

export type Sign = (typeof SIGNS)[number];

export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly kindBeside: boolean;
  /** The text calls it a town somewhere: "the town of X". */
  readonly declared?: boolean;
  readonly level?: Precision;
}

/** What troops do to places, and seldom to people; "captured" and "freed" they do to both. */
const TAKING =
  /^(recaptur|retak|retook|reconquer|overr[ua]n|besieg|encircl|storm|shell|bombard|blockad|occup(y|ied))/i;
/** What is done to both; a name of several words that a list has for a town is seldom a person's. */
const TAKING_ALL =
  /^(captur|seiz|liberat|took|take|taking|lost|lose|losing|enter|reach|left$|leav)/i;
/** What places do and people seldom: "X fell", "X is under the control of". */
const FALLING = /^(fell|falls)$/i;

const CAPITAL = /^\p{Lu}/u;
const ALL_CAPITALS = /^[\p{Lu}\p{N}\s.'’-]+$/u;
const BODIES = new Set(['force', 'agency', 'organisation']);

const actorSign: Readonly<Record<string, Sign>> = {
  state: 'stateActor',
  outlet: 'outletActor',
  person: 'personActor',
  people: 'groupActor',
  'armed-group': 'groupActor',
};

/** GeoNames' extract holds settlements of a thousand and more; many come without a figure. */
const UNCOUNTED = 1500;

/** Largest population among the candidates, as a share of ten million on a log scale. */
const people = (candidates: readonly Candidate[]) =>
  Math.max(
    0,
    ...candidates.map(
      ({ place: { population, level } }) =>
        Math.log10((population ?? (level === 'settlement' ? UNCOUNTED : 0)) + 1) / 7,
    ),
  );

/** A name that so large a town bears is hardly anything else: one of several words, one of a single word. */
const CITY = 20_000;
const METROPOLIS = 1_000_000;
/** "Old City" is a town's name somewhere, and a part of many. */
const KIND = /^(?:City|Town|Village)$/;
const isCity =
  (people: number) =>
  ({ similarity, place }: Candidate) =>
    similarity === 1 && place.level === 'settlement' && (place.population ?? 0) >= people;

/** "- Bara: …": what a line of a list is about. */
function isLineLabel(
  tokens: readonly ParsedToken[],
  { first, last }: Pick<Stretch, 'first' | 'last'>,
): boolean {
  const { sentence } = tokens[first]!;
  const opens = (i: number) => tokens[i]?.sentence !== sentence;
  return (
    tokens[last]?.text === ':' && BULLET.test(tokens[first - 1]?.text ?? '') && opens(first - 2)
  );
}
const BULLET = /^[-•*–·]$/;

/** What troops do to a name speaks the louder where a list has it. */
const LISTED_IN_WAR = 1.3;

/** Values of {@link SIGNS}; one that is absent is 0. */
export type Signs = Readonly<Partial<Record<Sign, number>>>;

/** What speaks for and against one stretch. */
export function signsOf(
  tokens: readonly ParsedToken[],
  stretch: Stretch,
  around: Surroundings,
): Signs {
  const { first, last, text, candidates } = stretch;
  const { sentence, upos } = tokens[first]!;
  const at = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i].text : '');
  const has = (level: Place['level']) => candidates.some(({ place }) => place.level === level);
  const end = around.locations.get(first);
  const name = around.name[first]!;
  const actor = around.actor[first]!;
  const actorKind = actorSign[actor] ?? (BODIES.has(actor) ? 'bodyActor' : undefined);
  const shouted = around.shouted[sentence]!;
  const oneWord = last === first + 1;
  const lower = text.toLowerCase();
  const lastWord = tokens[last - 1]!.text;
  const wellKnown = candidates.some(isCity(oneWord ? METROPOLIS : CITY));
  const listed = !oneWord && candidates.some(({ similarity }) => similarity === 1);
  const siteAfter = !shouted && SITES_OF_WAR.has(at(last));
  const inPerson = around.name[first - 1] === 'person' || around.name[last] === 'person';
  const signs: Partial<Record<Sign, number>> = { always: 1, people: people(candidates) };
  const when = (sign: Sign, holds: boolean) => {
    if (holds) signs[sign] = 1;
  };
  if (name === 'person' && !siteAfter && (inPerson || !wellKnown))
    signs.taggedPerson = (1 + around.certainty[first]!) / 2;
  if (actorKind !== undefined) signs[actorKind] = 1;
  when('taggedWhole', end === last);
  when('taggedPart', name === 'location' && end !== last);
  when('taggedOrganisation', name === 'organisation');
  when('taggedOther', name === 'other' || name === 'weapon' || name === 'nationality');
  when('untagged', name === '');
  when('country', has('country'));
  when('region', has('region') || has('exact'));
  when('province', has('province'));
  when(
    'seat',
    candidates.some(({ place }) => place.capitalOf !== undefined),
  );
  when(
    'onlyDistrict',
    candidates.length > 0 && !candidates.some((one) => one.place.level !== 'district'),
  );
  when('noCandidate', candidates.length === 0);
  when('locatingBefore', LOCATING.has(at(first - 1).toLowerCase()));
  when('commaNameAfter', at(last) === ',' && CAPITAL.test(at(last + 1)));
  when('commaBefore', at(first - 1) === ',' && CAPITAL.test(at(first - 2)));
  when('kindBeside', stretch.kindBeside);
  when('siteAfter', siteAfter);
  when('lineLabel', candidates.length > 0 && isLineLabel(tokens, stretch));
  when('kindOf', isOfKind(tokens, first) || stretch.declared === true);
  when('taken', TAKING.test(at(first - 1)) || (listed && TAKING_ALL.test(at(first - 1))));
  when('falls', FALLING.test(at(last)) && (oneWord || name !== 'person'));
  if (around.ofWar && isTakenInWar(tokens, stretch))
    signs.inWar = candidates.some(({ similarity }) => similarity === 1) ? LISTED_IN_WAR : 1;
  when('levelNamed', stretch.level !== undefined && has(stretch.level));
  when('landform', !oneWord && FEATURES_OF_LAND.has(lastWord.toLowerCase()));
  when('possessive', /^['’]s?$/.test(at(last)));
  when('firstInSentence', at(first - 1) === '' || /^["“‘(]$/.test(at(first - 1)));
  when('allCapitals', ALL_CAPITALS.test(text));
  when('severalWords', !oneWord);
  when('listedCity', !oneWord && wellKnown && !KIND.test(lastWord));
  when('properNoun', upos === 'PROPN');
  when('commonTag', !shouted && upos !== 'PROPN' && upos !== 'X');
  when('capitalAfter', !shouted && CAPITAL.test(at(last)) && !stretch.kindBeside);
  when('capitalBefore', !shouted && CAPITAL.test(at(first - 1)) && at(first - 2) !== '');
  when('lowerElsewhere', oneWord && text !== lower && around.written.has(lower));
  when('short', text.length <= 3);
  when('never', oneWord && (NEVER.has(lower) || COMPASS.has(lower)));
  return signs;
}

/** Log-odds that the stretch names a place. */
export function acceptance(
  signs: Signs,
  weights: Readonly<Record<Sign, number>> = ACCEPTANCE,
): number {
  let sum = 0;
  for (const sign of Object.keys(signs) as Sign[]) sum += signs[sign]! * weights[sign];
  return sum;
}
