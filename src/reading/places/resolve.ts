import type { ParsedText, Place } from '../../domain/index.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import { FEATURES, featuresOf, featuresOfNowhere, type Belief, type Evidence } from './features.ts';
import { companiesOf, type Companies } from './coherence.ts';
import { containments } from './links.ts';
import type { PeopleWord } from './peoples.ts';
import { withFullForms } from './short-forms.ts';
import { groupKey, isCalledSo, type PlaceSpan } from './span.ts';
import { WEIGHTS } from './weights.ts';

export interface Resolution {
  readonly span: PlaceSpan;
  readonly place: Place;
  /** Share of belief that this candidate holds, times what folding left of certainty. */
  readonly confidence: number;
}

/** All mentions of one name, which mean one place. */
export interface NameGroup {
  readonly span: PlaceSpan;
  readonly members: readonly number[];
  /** Groups that the text puts around this one somewhere, and inside it. */
  readonly outer: readonly number[];
  readonly inner: readonly number[];
  readonly companies: Companies;
}

/** Rounds in which names lend each other what they found; more change nothing in practice. */
const ROUNDS = 3;
/** Others beyond this many say nothing new, and the work grows with the square. */
const MOST_OTHERS = 60;
const CONSIDERED = 24;

export function groupsOf(text: ParsedText, spans: readonly PlaceSpan[]): readonly NameGroup[] {
  const numbers = new Map<string, number>();
  const members: number[][] = [];
  const groupOf = spans.map((span, i) => {
    const key = groupKey(span);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    (members[number] ??= []).push(i);
    return number;
  });
  const links = containments(text, spans).map(({ inner, outer }) => ({
    inner: groupOf[inner]!,
    outer: groupOf[outer]!,
  }));
  const companies = companiesOf(members.map((list) => spans[list[0]!]!.candidates));
  return members.map((list, number) => ({
    companies: companies[number]!,
    span: spans[list[0]!]!,
    members: list,
    outer: links.filter(({ inner }) => inner === number).map(({ outer }) => outer),
    inner: links.filter(({ outer }) => outer === number).map(({ inner }) => inner),
  }));
}

export function peopleShares(peoples: readonly PeopleWord[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { place } of peoples) {
    shares.set(place.country, (shares.get(place.country) ?? 0) + 1 / peoples.length);
  }
  return shares;
}

const NO_HOMES: ReadonlySet<string> = new Set();

/** Odds, as a logarithm, that a name means a place in a country where an armed group of the text fights; set by hand. */
const AT_HOME = 3;
/** A name that is only like one of theirs may well be none. */
const EXACT = 0.98;

const NOTHING: Pick<Evidence, 'others' | 'outer' | 'inner'> = { others: [], outer: [], inner: [] };

/** What the others say to group `number`, given what each believed in the round before. */
export function evidenceFor(
  number: number,
  groups: readonly NameGroup[],
  beliefs: readonly (readonly Belief[])[],
  peoples: ReadonlyMap<string, number>,
): Evidence {
  const group = groups[number]!;
  const own = { peoples, companies: group.companies };
  if (beliefs.length === 0) return { ...NOTHING, ...own };
  const others = beliefs
    .flatMap((list, i) => {
      const top = i === number ? undefined : list[0];
      return top ? [{ ...top, mentions: groups[i]!.members.length }] : [];
    })
    .slice(0, MOST_OTHERS);
  const of = (numbers: readonly number[]) => numbers.flatMap((one) => beliefs[one]!);
  return { others, ...own, outer: of(group.outer), inner: of(group.inner) };
}

function dot(values: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * weights[i]!;
  return sum;
}

/** Whether a candidate lies where the text fights, and goes by the name: its own, or that of the division it is the seat of. */
function homeAmong(candidates: readonly Candidate[], homes: ReadonlySet<string>) {
  if (homes.size === 0) return () => false;
  const exact = new Set<string>();
  for (const { place, similarity } of candidates) if (similarity >= EXACT) exact.add(place.id);
  return ({ place: { id, country, capitalOf } }: Candidate) =>
    homes.has(country) && (exact.has(id) || (capitalOf !== undefined && exact.has(capitalOf)));
}

/**
 * Candidates of a group with their probabilities, likeliest first; what they leave of 1 is the
 * probability that the name means none of them.
 */
export function believe(
  { span }: NameGroup,
  evidence: Evidence,
  weights: readonly number[],
  homes: ReadonlySet<string> = NO_HOMES,
): readonly Belief[] {
  const nowhere = isCalledSo(span) ? -Infinity : dot(featuresOfNowhere(evidence, span), weights);
  const isHome = homeAmong(span.candidates, homes);
  const scored = span.candidates.slice(0, CONSIDERED).map((candidate) => ({
    place: candidate.place,
    score: dot(featuresOf(candidate, span, evidence), weights) + (isHome(candidate) ? AT_HOME : 0),
  }));
  const best = Math.max(nowhere, ...scored.map(({ score }) => score));
  const total = scored.reduce(
    (sum, { score }) => sum + Math.exp(score - best),
    Math.exp(nowhere - best),
  );
  return scored
    .map(({ place, score }) => ({ place, probability: Math.exp(score - best) / total }))
    .sort((a, b) => b.probability - a.probability);
}

export const fittedWeights = (): readonly number[] => FEATURES.map((name) => WEIGHTS[name]);

/** Beliefs of every group after all rounds. */
export function settle(
  groups: readonly NameGroup[],
  peoples: ReadonlyMap<string, number>,
  weights: readonly number[],
  homes: ReadonlySet<string> = NO_HOMES,
): readonly (readonly Belief[])[] {
  let beliefs: readonly (readonly Belief[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = beliefs;
    beliefs = groups.map((group, i) =>
      believe(group, evidenceFor(i, groups, before, peoples), weights, homes),
    );
  }
  return beliefs;
}

const nowhereOf = (beliefs: readonly Belief[]) =>
  1 - beliefs.reduce((sum, { probability }) => sum + probability, 0);

export interface Weighing {
  readonly weights?: readonly number[];
  /** Codes of the countries that the armed groups of the text fight in. */
  readonly homes?: ReadonlySet<string>;
}

/** Below this a name is another's, unless it lies where the armed groups of the text fight. */
const FAR_ALIKE = 0.9;

/** Every span that has candidates with the place it most likely names, all weighed together. */
export function resolveSpans(
  text: ParsedText,
  named: readonly PlaceSpan[],
  peoples: readonly PeopleWord[],
  { weights = fittedWeights(), homes = NO_HOMES }: Weighing = {},
): readonly (Resolution | undefined)[] {
  const spans = withFullForms(named);
  const groups = groupsOf(text, spans);
  const beliefs = settle(groups, peopleShares(peoples), weights, homes);
  const resolutions: (Resolution | undefined)[] = spans.map(() => undefined);
  groups.forEach(({ members }, number) => {
    const top = beliefs[number]![0];
    if (!top || top.probability < nowhereOf(beliefs[number]!)) return;
    for (const i of members) {
      const span = spans[i]!;
      const { similarity = 1 } =
        span.candidates.find(({ place }) => place.id === top.place.id) ?? {};
      // "Numbi" in a text on M23 is some village there, and not Mumbai.
      if (similarity < FAR_ALIKE && homes.size > 0 && !homes.has(top.place.country)) continue;
      resolutions[i] = { span, place: top.place, confidence: top.probability * similarity };
    }
  });
  return resolutions;
}
