import type {
  ActorId,
  Day as CalendarDay,
  Movement,
  OriginId,
  Pin,
  PlaceId,
  Standing,
  StandingState,
  StandingSummary,
} from '../../domain/index.ts';
import { dayFromNumber, dayNumber } from '../../domain/index.ts';
import {
  POINTINGS,
  type Parameter,
  type Pointing,
  type StandingParameters,
} from '../parameters.ts';
import { gradeOfPin, informationGrade, likelihoodWord } from '../words.ts';
import { beliefAt, subjectIn, type Chain } from './chain.ts';
import { claimsCounted, claimsIn } from './claimed.ts';
import type { Hearing } from './hearing.ts';
import { CODES, isFormer } from './in-its-day.ts';
import { normalise, stateAt, type Model, type States, type Vector } from './model.ts';
import { siegeAt, type SiegeTold } from './siege.ts';
import { daysOf, type Day, type Witness } from './witnesses.ts';

export interface Question {
  readonly place: PlaceId;
  readonly at: CalendarDay;
  readonly known: CalendarDay;
}

/** What an explanation asks for besides the numbers. */
export interface Teller {
  readonly model: Model;
  readonly parameters: StandingParameters;
  /** Number of the main origin of a report by number, and its name. */
  readonly root: (text: number) => number;
  readonly origin: (text: number) => OriginId;
  readonly factors: (witness: Witness) => Movement['factors'];
  /** What a user has fixed of a source, by its key. */
  readonly pin: (source: string) => Pin | undefined;
}

interface Heard {
  readonly hearing: Hearing;
  readonly chain: Chain;
  readonly sieges: readonly SiegeTold[];
}

/** Everything that is known of a place, for one question. */
export const standingOf = (question: Question, heard: Heard, teller: Teller): Standing => ({
  ...summaryOf(question, heard, teller),
  ...claimsIn(heard.hearing),
  movements: movementsOf(heard.chain, daysOf(heard.hearing), teller),
});

/** The same without what moved it, which costs more than all the rest. */
export function summaryOf(
  question: Question,
  { hearing, chain, sieges }: Heard,
  teller: Omit<Teller, 'factors'>,
): StandingSummary {
  const { model, parameters } = teller;
  const at = dayNumber(question.at);
  const beliefs = beliefsOf(chain.states, beliefAt(model, chain, at));
  const best = beliefs[0]!;
  const counted = countedBy(hearing, at);
  const newest = counted.length === 0 ? null : hearing.day(counted.at(-1)!);
  const [support, against] = sidesOf(hearing, counted, best.state);
  return {
    ...question,
    beliefs,
    best: best.state,
    probability: best.probability,
    likelihood: likelihoodWord(best.probability),
    besieged: siegeAt(sieges, at, parameters),
    origins: rootsOf(hearing, counted, teller),
    newest: newest === null ? null : dayFromNumber(newest),
    age: newest === null ? null : at - newest,
    source: bestGrade(hearing, support.length > 0 ? support : counted, teller),
    information: informationGrade(
      rootsOf(hearing, support, teller),
      rootsOf(hearing, against, teller),
      best.probability,
    ),
    ...claimsCounted(hearing),
  };
}

/** Witnesses who count, of days up to `at`: positions in the order of the days. */
function countedBy(hearing: Hearing, at: number): number[] {
  const counted: number[] = [];
  for (let i = 0; i < hearing.count && hearing.day(i) <= at; i++) {
    if (hearing.trust[i]! > 0) counted.push(i);
  }
  return counted;
}

/** How many origins some witnesses have. */
function rootsOf(
  { units, rows }: Hearing,
  witnesses: readonly number[],
  { root }: Pick<Teller, 'root'>,
): number {
  const roots = new Set<number>();
  for (const at of witnesses) roots.add(root(units.text(rows[at]!)));
  return roots.size;
}

export function beliefsOf(states: States, belief: Vector): Standing['beliefs'] {
  return [...belief]
    .map((probability, index) => ({ state: stateAt(states, index), probability }))
    .sort((a, b) => b.probability - a.probability);
}

/** The best letter of the witnesses; F when there are none. */
function bestGrade(
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

/** Days before a place last changed do not speak of it now: support and doubt within this many days. */
const RECENT_DAYS = 14;

/** Witnesses for the best state and against it, of those who count. */
function sidesOf(hearing: Hearing, counted: readonly number[], best: StandingState) {
  const last = counted.length === 0 ? 0 : hearing.day(counted.at(-1)!);
  const support: number[] = [];
  const against: number[] = [];
  for (const at of counted.slice(counted.findIndex((i) => hearing.day(i) > last - RECENT_DAYS))) {
    const speaks = speaksFor(POINTINGS[hearing.codes[at]!]!, hearing.subject(at), best);
    if (speaks === true) support.push(at);
    // Who spoke before anybody spoke for it was not speaking against it.
    else if (speaks === false) against.push(at);
  }
  const first = support.length === 0 ? Infinity : hearing.day(support[0]!);
  return [support, against.filter((at) => hearing.day(at) >= first)] as const;
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

const OF_FIGHTING = new Set<Pointing>([
  'fight',
  'lastFight',
  'clash',
  'calm',
  'partGain',
  'partHold',
]);

/** The state a witness is told of; its log-odds are negative when it speaks against it. */
function towards({ subject, pointing }: Witness): StandingState {
  if (subject === null || OF_FIGHTING.has(pointing)) return { state: 'contested' };
  return { state: 'held', by: subject };
}

function movementsOf({ states, links }: Chain, days: readonly Day[], teller: Teller): Movement[] {
  const { model } = teller;
  const belief = model.initial(states);
  const newsOn = new Map(links.map(({ day, news }) => [day, news]));
  let previous: number | undefined;
  return days.flatMap(({ day, witnesses }) => {
    const news = newsOn.get(day);
    if (news) {
      model.forward(belief, { days: previous === undefined ? 1 : day - previous, news });
      normalise(belief);
    }
    if (news) previous = day;
    return witnesses.map((witness): Movement => ({
      claim: witness.claim,
      origin: teller.origin(witness.text),
      day: dayFromNumber(day),
      towards: towards(witness),
      logOdds: witness.trust > 0 ? move(belief, states, witness, model) : 0,
      factors: factorsOf(witness, teller),
    }));
  });
}

/** Takes in what one witness says; returns by how much that moved the state it is told of. */
function move(belief: Vector, states: States, witness: Witness, model: Model): number {
  const state = towards(witness);
  const index = state.state === 'held' ? states.holders.indexOf(state.by) : states.contested;
  const subject = subjectIn(states, witness);
  const before = belief.slice();
  model.weigh(belief, CODES[witness.pointing], subject, witness);
  normalise(belief);
  if (index < 0) return 0;
  const logit = (vector: Vector) => Math.log(vector[index]!) - Math.log(rest(vector, index));
  return logit(belief) - logit(before);
}

/** Sum of all but one; summed so, it keeps its digits when the one is nearly all. */
function rest(vector: Vector, index: number): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) if (i !== index) sum += vector[i]!;
  return sum;
}

function factorsOf(
  witness: Witness,
  { parameters, factors: of, pin }: Teller,
): Movement['factors'] {
  const { source, interest, reliability, rank, slant, repeats, surplus } = witness;
  const { interested } = parameters.witness;
  const factors: Movement['factors'][number][] = [
    ...of(witness),
    ...(slant > 1 ? [{ name: 'interested', ...valueOf(interested) }] : []),
    {
      name: `source: ${source.class}, ${interest}`,
      value: reliability,
      reason: `${source.name} as ${INTEREST_WORDS[interest]}${pinWords(pin(source.key))}`,
    },
  ];
  if (rank > 0) {
    const { value, reason } = parameters.witness.corroboration;
    factors.push({ name: `witness ${rank + 1} of the day`, value: value ** rank, reason });
  }
  if (repeats) {
    const same =
      repeats.report === witness.report
        ? 'Said in the same report already'
        : 'The same words or the same speaker as an earlier claim';
    const counts = surplus > 0 ? 'only what is firmer in it counts' : 'one origin counts once';
    factors.push({
      name: `repeats ${repeats.claim}`,
      value: surplus,
      reason: `${same}; ${counts}.`,
    });
  }
  if (isFormer(witness)) {
    const reason = 'The same text says that they left: the capture was before that.';
    factors.push({ name: 'left again', value: 0, reason });
  }
  if (witness.pointing === 'lastFight') {
    const { reason } = parameters.points.lastFight.subject;
    factors.push({ name: 'taken that day', value: 1, reason });
  }
  if (witness.pointing === 'afterLeave') {
    const { reason } = parameters.points.afterLeave.subject;
    factors.push({ name: 'left that day', value: 1, reason });
  }
  if (witness.pointing === 'opposedGain') {
    const { reason } = parameters.points.opposedGain.contested;
    factors.push({ name: 'opposed', value: 1, reason });
  }
  return factors;
}

const valueOf = ({ value, reason }: Parameter) => ({ value, reason });

const pinWords = (pin: Pin | undefined) =>
  pin === undefined
    ? ''
    : `; a user has fixed it at ${typeof pin === 'number' ? pin : `grade ${pin}`}`;

const INTEREST_WORDS = {
  gain: 'the side that gains by it',
  admission: 'the side that loses by it',
  denial: 'the side that denies its loss',
  neutral: 'no side of it',
} as const;
