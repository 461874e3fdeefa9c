import type {
  ActorId,
  Day as CalendarDay,
  Pin,
  PlaceId,
  Standing,
  StandingState,
  StandingSummary,
} from '../../domain/index.ts';
import { POINTINGS, type Pointing, type StandingParameters } from '../parameters.ts';
import { gradeOfPin, informationGrade, likelihoodWord } from '../words.ts';
import type { Chain } from './chain.ts';
import { claimsCounted, claimsIn, type ClaimsSaid } from './claimed.ts';
import type { Hearing } from './hearing.ts';
import type { Model, Vector } from './model.ts';
import { movementsOf, type Explainer } from './movements.ts';
import { siegeAt } from './siege.ts';
import type { States } from './states.ts';

export interface Question {
  readonly place: PlaceId;
  readonly at: CalendarDay;
  readonly known: CalendarDay;
}

/** What a summary asks for besides the numbers. */
export interface Teller {
  readonly model: Model;
  readonly parameters: StandingParameters;
  /** Number of the main origin of a report by number. */
  readonly root: (text: number) => number;
  /** What a user has fixed of a source, by its key. */
  readonly pin: (source: string) => Pin | undefined;
}

/** What was known of a place, read for one question; good until the next. */
export interface Heard {
  readonly hearing: Hearing;
  readonly chain: Chain;
  /** Made when it is asked for; absent where some of it is left out. */
  readonly said: (() => ClaimsSaid) | undefined;
}

/** Everything that is known of a place, for one question. */
export const standingOf = (
  question: Question,
  heard: Heard,
  teller: Teller & Explainer,
): Standing => ({
  ...summaryOf(question, heard, teller),
  ...claimsIn(heard.hearing),
  movements: movementsOf(heard.chain, heard.hearing, teller),
});

/** The same without what moved it, which costs more than all the rest. */
export function summaryOf(question: Question, heard: Heard, teller: Teller): StandingSummary {
  const { hearing, chain, said } = heard;
  const { parameters } = teller;
  const { days } = hearing.registry;
  const at = days.of(question.at);
  const beliefs = beliefsOf(chain.states, chain.beliefAt(at));
  const best = beliefs[0]!;
  const counted = countedBy(hearing, at);
  const newest = newestOf(hearing, counted);
  const [support, against] = sidesOf(hearing, counted, best.state);
  const { claims, claimed } = said ? said().until(chain.known) : claimsCounted(hearing);
  // Field by field: a spread costs more than all the sums.
  return {
    place: question.place,
    at: question.at,
    known: question.known,
    beliefs,
    best: best.state,
    probability: best.probability,
    likelihood: likelihoodWord(best.probability),
    besieged: siegeAt(hearing, at, parameters),
    origins: originsOf(hearing, counted, teller),
    newest: newest === null ? null : days.at(newest),
    age: newest === null ? null : at - newest,
    source:
      support.length > 0 ? bestGrade(hearing, support, teller) : gradeOfAll(heard, counted, teller),
    information: informationGrade(
      rootsOf(hearing, support, teller),
      rootsOf(hearing, against, teller),
      best.probability,
    ),
    claims,
    claimed,
  };
}

const newestOf = (hearing: Hearing, counted: readonly number[]) =>
  counted.length > 0 ? hearing.day(counted.at(-1)!) : (hearing.past?.newest ?? null);

/** Whether what was heard after its past is all that a summary of a day looks at. */
export function isEnoughFor(hearing: Hearing, at: number): boolean {
  const { past, trust } = hearing;
  if (!past) return true;
  const enough = past.day + RECENT_DAYS - 1;
  for (let i = hearing.count - 1; i >= 0 && hearing.day(i) >= enough; i--) {
    if (trust[i]! > 0 && hearing.day(i) <= at) return true;
  }
  return false;
}

/** Witnesses who count, of days up to `at`: positions in the order of the days. */
export function countedBy(hearing: Hearing, at: number): number[] {
  const { starts, trust, count } = hearing;
  const counted: number[] = [];
  for (let d = 0; d < starts.length && hearing.day(starts[d]!) <= at; d++) {
    const end = starts[d + 1] ?? count;
    for (let i = starts[d]!; i < end; i++) if (trust[i]! > 0) counted.push(i);
  }
  return counted;
}

/** How many origins some witnesses have. */
function rootsOf(
  { units, rows, met }: Hearing,
  witnesses: readonly number[],
  { root }: Pick<Teller, 'root'>,
): number {
  met.reset();
  for (const at of witnesses) met.meet(root(units.text(rows[at]!)));
  return met.count;
}

/** The same of all who count, with those of the past. */
function originsOf(
  { units, rows, met, past }: Hearing,
  counted: readonly number[],
  { root }: Pick<Teller, 'root'>,
): number {
  met.reset();
  for (const again of past?.roots ?? []) met.meet(again);
  const before = met.count;
  for (const at of counted) met.meet(root(units.text(rows[at]!)));
  return (past?.origins ?? 0) + met.count - before;
}

type Belief = Standing['beliefs'][number];

export function beliefsOf(states: States, belief: Vector): Standing['beliefs'] {
  const beliefs: Belief[] = [];
  // By insertion: for a dozen states it takes a fifth of the time of a sort.
  for (let index = 0; index < states.size; index++) {
    const probability = belief[index]!;
    let at = index;
    for (; at > 0 && beliefs[at - 1]!.probability < probability; at--) {
      beliefs[at] = beliefs[at - 1]!;
    }
    beliefs[at] = { state: states.all[index]!, probability };
  }
  return beliefs;
}

/** The best letter of the witnesses; F when there are none. */
export function bestGrade(
  hearing: Hearing,
  witnesses: readonly number[],
  { pin }: Pick<Teller, 'pin'>,
): Standing['source'] {
  const { units, rows, registry, reliability } = hearing;
  let best: Standing['source'] = 'F';
  for (const at of witnesses) {
    const { source } = registry.voices[units.voice(rows[at]!)]!;
    const grade = gradeOfPin(pin(source.key) ?? reliability[at]!);
    if (grade < best) best = grade;
    if (best === 'A') break;
  }
  return best;
}

/** The same of all who count, with those of the past. */
function gradeOfAll(
  { hearing }: Pick<Heard, 'hearing'>,
  counted: readonly number[],
  teller: Pick<Teller, 'pin'>,
): Standing['source'] {
  const grade = bestGrade(hearing, counted, teller);
  const before = hearing.past?.grade ?? 'F';
  return before < grade ? before : grade;
}

/** Days before a place last changed do not speak of it now: support and doubt within this many days. */
export const RECENT_DAYS = 14;

/** Witnesses for the best state and against it, of those who count. */
function sidesOf(hearing: Hearing, counted: readonly number[], best: StandingState) {
  const last = counted.length === 0 ? 0 : hearing.day(counted.at(-1)!);
  const support: number[] = [];
  const against: number[] = [];
  for (const at of counted.slice(firstAfter(hearing, counted, last - RECENT_DAYS))) {
    const speaks = speaksFor(POINTINGS[hearing.codes[at]!]!, hearing.subject(at), best);
    if (speaks === true) support.push(at);
    // Who spoke before anybody spoke for it was not speaking against it.
    else if (speaks === false) against.push(at);
  }
  const first = support.length === 0 ? Infinity : hearing.day(support[0]!);
  return [support, against.filter((at) => hearing.day(at) >= first)] as const;
}

/** Where those of days after `day` begin: few, at the end. */
function firstAfter(hearing: Hearing, counted: readonly number[], day: number): number {
  let first = counted.length;
  while (first > 0 && hearing.day(counted[first - 1]!) > day) first--;
  return first;
}

/** True for, false against, undefined when it is neither. */
function speaksFor(
  pointing: Pointing,
  subject: ActorId | null,
  best: StandingState,
): boolean | undefined {
  const same = best.state === 'held' && subject === best.by;
  switch (pointing) {
    case 'gain':
    case 'opposedGain':
    case 'hold':
      return best.state === 'held' ? same : best.state === 'contested' ? undefined : false;
    case 'leave':
    case 'notGained':
      return best.state === 'held' ? !same : undefined;
    case 'fight':
    case 'lastFight':
    case 'afterLeave':
    case 'partGain':
    case 'partHold':
      return best.state === 'contested' ? true : undefined;
    case 'calm':
      return best.state === 'contested' ? false : undefined;
    case 'siege':
    case 'clash':
    case 'before':
      break;
  }
  return undefined;
}
