import type { ActorId } from '../../domain/index.ts';
import type { Pointing } from '../parameters.ts';
import { Arena } from './arena.ts';
import { normalise, statesOf, type Gap, type Model, type States, type Vector } from './model.ts';
import type { Day, Witness } from './witnesses.ts';

/** The evidence of one day. */
interface Link {
  readonly day: number;
  readonly witnesses: readonly Witness[];
  /** Product of what the witnesses of the day say, up to a factor. */
  readonly likelihood: Vector;
  /** Somebody told of a holder, new or gone: hands may have changed on this day. */
  readonly announced: boolean;
  /** Belief after this day's evidence and all before. */
  readonly forward: Vector;
}

/**
 * A hidden Markov chain over the days on which something was said of one place; days between are
 * crossed in one step. Forward filter and forward–backward smoothing: Rabiner (1989), section III.
 */
export interface Chain {
  readonly states: States;
  readonly links: readonly Link[];
}

const HOLDING: ReadonlySet<Pointing> = new Set(['gain', 'opposedGain', 'hold', 'leave']);

export const tellsOfHolder = ({ pointing, trust }: Witness) => trust > 0 && HOLDING.has(pointing);

function holdersIn(days: readonly Day[]): Set<ActorId> {
  const holders = new Set<ActorId>();
  for (const { witnesses } of days) {
    for (const { unit, trust } of witnesses) {
      if (unit.subject !== null && trust > 0 && unit.pointing !== 'clash') {
        holders.add(unit.subject);
      }
    }
  }
  return holders;
}

export const subjectIn = (states: States, { unit }: Witness) =>
  unit.subject === null ? -1 : states.holders.indexOf(unit.subject);

/** @param arena where the vectors are made; its owner decides how long the chain lasts */
export function buildChain(model: Model, days: readonly Day[], arena?: Arena): Chain {
  const states = statesOf(holdersIn(days));
  const links: Link[] = [];
  const memory = arena ?? new Arena(2 * days.length * states.size);
  for (const { day, witnesses } of days) {
    const counted = witnesses.filter(({ trust }) => trust > 0);
    if (counted.length === 0) continue;
    const likelihood = memory.take(states.size).fill(1);
    for (const witness of counted) {
      model.weigh(likelihood, witness.pointing, subjectIn(states, witness), witness);
      normalise(likelihood);
    }
    const announced = counted.some(tellsOfHolder);
    const previous = links.at(-1);
    const forward = memory.take(states.size);
    forward.set(previous ? previous.forward : model.initial(states));
    if (previous) model.forward(forward, { days: day - previous.day, announced });
    multiply(forward, likelihood);
    links.push({ day, witnesses: counted, likelihood, announced, forward });
  }
  return { states, links };
}

function multiply(vector: Vector, by: Vector): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= by[i]!;
  normalise(vector);
}

const gapTo = ({ day, announced }: Link, from: number): Gap => ({ days: day - from, announced });

/** Belief about `at`, given every link of the chain, earlier and later. */
export function beliefAt(model: Model, chain: Chain, at: number): Vector {
  const { states, links } = chain;
  let before = links.length - 1;
  while (before >= 0 && links[before]!.day > at) before--;
  const belief = before < 0 ? model.initial(states) : links[before]!.forward.slice();
  if (before >= 0) model.forward(belief, { days: at - links[before]!.day, announced: false });
  if (before < links.length - 1) multiply(belief, messageTo(model, chain, before + 1, at));
  return belief;
}

/** What the links from `first` on say of the states at day `at`. */
function messageTo(model: Model, { states, links }: Chain, first: number, at: number): Vector {
  const message = new Float64Array(states.size).fill(1);
  for (let i = links.length - 1; i >= first; i--) {
    multiply(message, links[i]!.likelihood);
    model.backward(message, gapTo(links[i]!, i === first ? at : links[i - 1]!.day));
  }
  return message;
}

/** Belief on each link's day given all others too: for learning reliabilities. */
export function smoothed(model: Model, { states, links }: Chain, arena: Arena): Vector[] {
  const result: Vector[] = Array.from({ length: links.length });
  const message = arena.take(states.size).fill(1);
  for (let i = links.length - 1; i >= 0; i--) {
    const belief = arena.take(states.size);
    belief.set(links[i]!.forward);
    multiply(belief, message);
    result[i] = belief;
    if (i === 0) break;
    multiply(message, links[i]!.likelihood);
    model.backward(message, gapTo(links[i]!, links[i - 1]!.day));
  }
  return result;
}
