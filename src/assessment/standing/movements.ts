import {
  type ActorId,
  dayFromNumber,
  type Movement,
  type OriginId,
  type Pin,
  type StandingState,
} from '../../domain/index.ts';
import type { Parameter, Pointing, StandingParameters } from '../parameters.ts';
import { subjectIn, type Chain } from './chain.ts';
import type { Hearing } from './hearing.ts';
import { CODES, isFormer } from './in-its-day.ts';
import { normalise, type Model, type Vector } from './model.ts';
import type { States } from './states.ts';
import { daysOf, witnessAt, type Witness } from './witnesses.ts';

/** What the gains told of other places make of the next into the same hands; undefined for nothing. */
export type PaceOf = (
  subject: ActorId,
  day: number,
) => { readonly places: number; readonly rate: number } | undefined;

/** What an explanation asks for besides the numbers. */
export interface Explainer {
  readonly model: Model;
  readonly parameters: StandingParameters;
  /** Name of the main origin of a report by number. */
  readonly origin: (text: number) => OriginId;
  readonly factors: (witness: Witness) => Movement['factors'];
  readonly pace: PaceOf;
  /** What a user has fixed of a source, by its key. */
  readonly pin: (source: string) => Pin | undefined;
}

const OF_FIGHTING = new Set<Pointing>([
  'fight',
  'lastFight',
  'clash',
  'calm',
  'partGain',
  'partHold',
]);

/** What is said of a place that has come, or may come, into somebody's hands. */
const TAKING = new Set<Pointing>(['gain', 'opposedGain', 'fight', 'lastFight', 'afterLeave']);

/** The state a witness is told of; its log-odds are negative when it speaks against it. */
function towards({ subject, pointing }: Witness): StandingState {
  if (subject === null || OF_FIGHTING.has(pointing)) return { state: 'contested' };
  return { state: 'held', by: subject };
}

/** All that moved belief about a place, in order, with its reasons. */
export function movementsOf(chain: Chain, hearing: Hearing, explainer: Explainer): Movement[] {
  const linkOn = new Map(chain.links.map(({ day }, i) => [day, i]));
  return daysOf(hearing).flatMap(({ day, witnesses }) => {
    const link = linkOn.get(day);
    const belief = link === undefined ? undefined : beliefBefore(chain, link, explainer.model);
    return witnesses.map((witness): Movement => ({
      claim: witness.claim,
      origin: explainer.origin(witness.text),
      day: dayFromNumber(day),
      towards: towards(witness),
      logOdds:
        belief && witness.trust > 0 ? move(belief, chain.states, witness, explainer.model) : 0,
      factors: factorsOf(witness, explainer),
    }));
  });
}

/** By how much a claim moved belief, without its reasons: those cost more than all the rest. */
export type Push = Pick<Movement, 'claim' | 'towards' | 'logOdds'>;

/** What the claims that `isNew`, by number, moved on days up to `at`. */
export function pushesOf(
  model: Model,
  chain: Chain,
  hearing: Hearing,
  { at, isNew }: { readonly at: number; readonly isNew: (claim: number) => boolean },
): Push[] {
  const { units, rows } = hearing;
  const pushes: Push[] = [];
  for (const [link, { day, from, to }] of chain.links.entries()) {
    if (day > at) break;
    const fresh = Array.from({ length: to - from }, (_, i) => isNew(units.claim(rows[from + i]!)));
    if (!fresh.includes(true)) continue;
    const belief = beliefBefore(chain, link, model);
    for (let i = from; i < to; i++) {
      if (hearing.trust[i] === 0) continue;
      const witness = witnessAt(hearing, i);
      const logOdds = move(belief, chain.states, witness, model);
      const { claim } = witness;
      if (fresh[i - from]) pushes.push({ claim, towards: towards(witness), logOdds });
    }
  }
  return pushes;
}

/** Belief as a day's evidence finds it: what became of that of the day before. */
function beliefBefore(chain: Chain, link: number, model: Model): Vector {
  const { states, links, pace } = chain;
  const previous = chain.before(link);
  const belief = (previous?.forward ?? model.initial(states)).slice();
  const { day, news } = links[link]!;
  model.forward(belief, { from: previous?.day ?? day - 1, to: day, news, pace });
  return normalise(belief);
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
  { parameters, factors: of, pin, pace }: Explainer,
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
  const paced =
    TAKING.has(witness.pointing) && witness.subject && pace(witness.subject, witness.day);
  if (paced) {
    const places = paced.places === 1 ? '1 other place' : `${paced.places} other places`;
    const fell = `${places} in the country ${paced.places === 1 ? 'was' : 'were'} told to have fallen to the same side`;
    const reason = `In the ${parameters.pace.days.value} days before, ${fell}: what falls makes more fall.`;
    factors.push({ name: 'pace', value: paced.rate, reason });
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
