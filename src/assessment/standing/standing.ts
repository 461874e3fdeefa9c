import type {
  Claimed,
  ClaimId,
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
import type { Parameter, StandingParameters } from '../parameters.ts';
import { gradeOfPin, informationGrade, likelihoodWord } from '../words.ts';
import { beliefAt, subjectIn, type Chain } from './chain.ts';
import { normalise, stateAt, type Model, type States, type Vector } from './model.ts';
import { CODES } from './in-its-day.ts';
import { siegeAt, type SiegeTold } from './siege.ts';
import type { Weighed } from './weigh.ts';
import type { Day, Witness } from './witnesses.ts';

export interface Question {
  readonly place: PlaceId;
  readonly at: CalendarDay;
  readonly known: CalendarDay;
}

/** What an explanation asks for besides the numbers. */
export interface Teller {
  readonly model: Model;
  readonly parameters: StandingParameters;
  readonly origin: (unit: Weighed) => OriginId;
  readonly factors: (unit: Weighed) => Movement['factors'];
  /** What a user has fixed of the source. */
  readonly pin: (unit: Weighed) => Pin | undefined;
}

interface Heard {
  readonly days: readonly Day[];
  readonly chain: Chain;
  readonly sieges: readonly SiegeTold[];
}

/** Everything that is known of a place, for one question. */
export const standingOf = (question: Question, heard: Heard, teller: Teller): Standing => ({
  ...summaryOf(question, heard, teller),
  movements: movementsOf(heard.chain, heard.days, teller),
});

/** The same without what moved it, which costs more than all the rest. */
export function summaryOf(
  question: Question,
  { days, chain, sieges }: Heard,
  teller: Omit<Teller, 'factors'>,
): StandingSummary {
  const { model, parameters, origin } = teller;
  const at = dayNumber(question.at);
  const belief = beliefAt(model, chain, at);
  const beliefs = beliefsOf(chain.states, belief);
  const best = beliefs[0]!;
  const all = days.flatMap(({ witnesses }) => witnesses);
  const counted = all.filter(({ trust }) => trust > 0);
  const now = counted.filter(({ unit }) => unit.day <= at);
  const newest = now.reduce<number | null>(
    (latest, { unit }) => Math.max(latest ?? unit.day, unit.day),
    null,
  );
  const [support, against] = sidesOf(now, best.state);
  return {
    ...question,
    beliefs,
    best: best.state,
    probability: best.probability,
    likelihood: likelihoodWord(best.probability),
    besieged: siegeAt(sieges, at, parameters),
    origins: new Set(now.map(({ unit }) => origin(unit))).size,
    newest: newest === null ? null : dayFromNumber(newest),
    age: newest === null ? null : at - newest,
    source: bestGrade(support.length > 0 ? support : now, teller),
    information: informationGrade(
      originsOf(support, teller),
      originsOf(against, teller),
      best.probability,
    ),
    claims: [...new Set(all.map(({ unit }) => unit.claim.id))],
    claimed: claimedOf(all.map(({ unit }) => unit)),
  };
}

export function beliefsOf(states: States, belief: Vector): Standing['beliefs'] {
  return [...belief]
    .map((probability, index) => ({ state: stateAt(states, index), probability }))
    .sort((a, b) => b.probability - a.probability);
}

const originsOf = (witnesses: readonly Witness[], { origin }: Pick<Teller, 'origin'>) =>
  new Set(witnesses.map(({ unit }) => origin(unit))).size;

/** The letters of the witnesses in their order: the best comes first, and F after all. */
const bestGrade = (
  witnesses: readonly Witness[],
  { pin }: Pick<Teller, 'pin'>,
): Standing['source'] =>
  witnesses
    .map(({ unit, reliability }) => gradeOfPin(pin(unit) ?? reliability))
    .sort()
    .at(0) ?? 'F';

/** Days before a place last changed do not speak of it now: support and doubt within this many days. */
const RECENT_DAYS = 14;

function sidesOf(witnesses: readonly Witness[], best: StandingState) {
  const last = witnesses.at(-1)?.unit.day ?? 0;
  const recent = witnesses.filter(({ unit }) => unit.day > last - RECENT_DAYS);
  const support = recent.filter((witness) => speaksFor(witness, best) === true);
  const first = Math.min(...support.map(({ unit }) => unit.day));
  const against = recent.filter(
    (witness) => speaksFor(witness, best) === false && witness.unit.day >= first,
  );
  return [support, against] as const;
}

/** True for, false against, undefined when it is neither. */
function speaksFor({ pointing, unit }: Witness, best: StandingState): boolean | undefined {
  const same = best.state === 'held' && unit.subject === best.by;
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

const OF_FIGHTING = new Set(['fight', 'lastFight', 'clash', 'calm', 'partGain', 'partHold']);

/** The state a witness is told of; its log-odds are negative when it speaks against it. */
function towards({ unit, pointing }: Witness): StandingState {
  if (unit.subject === null || OF_FIGHTING.has(pointing)) return { state: 'contested' };
  return { state: 'held', by: unit.subject };
}

function movementsOf({ states, links }: Chain, days: readonly Day[], teller: Teller): Movement[] {
  const { model } = teller;
  const belief = model.initial(states);
  const newsOn = new Map(links.map(({ day, news }) => [day, news]));
  let previous: number | undefined;
  return days.flatMap(({ day, witnesses }) => {
    const news = newsOn.get(day);
    if (news && previous !== undefined) {
      model.forward(belief, { days: day - previous, news });
      normalise(belief);
    }
    if (news) previous = day;
    return witnesses.map((witness): Movement => ({
      claim: witness.unit.claim.id,
      origin: teller.origin(witness.unit),
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
  const { unit, reliability, rank, slant, repeats, surplus } = witness;
  const { source, interest } = unit;
  const { interested } = parameters.witness;
  const factors: Movement['factors'][number][] = [
    ...of(unit),
    ...(slant > 1 ? [{ name: 'interested', ...valueOf(interested) }] : []),
    {
      name: `source: ${source.class}, ${interest}`,
      value: reliability,
      reason: `${source.name} as ${INTEREST_WORDS[interest]}${pinWords(pin(unit))}`,
    },
  ];
  if (rank > 0) {
    const { value, reason } = parameters.witness.corroboration;
    factors.push({ name: `witness ${rank + 1} of the day`, value: value ** rank, reason });
  }
  if (repeats) {
    const same =
      repeats.claim.report === unit.claim.report
        ? 'Said in the same report already'
        : 'The same words or the same speaker as an earlier claim';
    const counts = surplus > 0 ? 'only what is firmer in it counts' : 'one origin counts once';
    factors.push({
      name: `repeats ${repeats.claim.id}`,
      value: surplus,
      reason: `${same}; ${counts}.`,
    });
  }
  if (witness.pointing === 'lastFight') {
    const { reason } = parameters.points.lastFight.subject;
    factors.push({ name: 'taken that day', value: 1, reason });
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

const SAYS: Partial<Record<string, Claimed['says']>> = {
  gain: 'holds',
  hold: 'holds',
  leave: 'lost',
  fight: 'contested',
  partGain: 'contested',
  partHold: 'contested',
  siege: 'besieged',
  notGained: 'denies',
};

function claimedOf(units: readonly Weighed[]): Claimed[] {
  const found = new Map<string, { says: Claimed['says']; unit: Weighed; claims: Set<ClaimId> }>();
  for (const unit of units) {
    const says = SAYS[unit.pointing];
    if (!says || isContained(unit)) continue;
    const key = `${unit.source.side ?? ''}|${says}|${unit.subject ?? ''}`;
    const entry = found.get(key);
    if (!entry) found.set(key, { says, unit, claims: new Set([unit.claim.id]) });
    else {
      entry.claims.add(unit.claim.id);
      if (unit.day >= entry.unit.day) entry.unit = unit;
    }
  }
  return [...found.values()]
    .map(({ says, unit, claims }) => ({
      by: unit.source.side,
      says,
      of: unit.subject,
      newest: dayFromNumber(unit.day),
      claims: [...claims],
    }))
    .sort((a, b) => (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0));
}

/** Said of a place around or within, not of this one. */
const isContained = ({ claim, place }: Weighed) =>
  !('id' in claim.place) || claim.place.id !== place;
