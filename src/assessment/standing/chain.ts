import type { ActorId } from '../../domain/index.ts';
import type { Pointing } from '../parameters.ts';
import { normalise, statesOf, times, type Model, type States, type Vector } from './model.ts';
import type { Day, Witness } from './witnesses.ts';

/** Evidence of one day as one likelihood. */
interface Link {
  readonly day: number;
  readonly likelihood: Vector;
  /** Somebody told of a holder, new or gone: hands may have changed on this day. */
  readonly announced: boolean;
}

/**
 * A hidden Markov chain over the days on which something was said of one place; days between are
 * crossed in one step. Forward filter and forward–backward smoothing: Rabiner (1989), section III.
 */
export interface Chain {
  readonly states: States;
  readonly links: readonly Link[];
  /** Belief after the evidence of each link, given it and all before. */
  readonly forward: readonly Vector[];
}

export function holdersIn(days: readonly Day[]): ActorId[] {
  const holders = new Set<ActorId>();
  for (const { witnesses } of days) {
    for (const { unit, trust } of witnesses) {
      if (unit.subject !== null && trust > 0 && unit.pointing !== 'clash')
        holders.add(unit.subject);
    }
  }
  return [...holders];
}

export const likelihoodOf = (
  model: Model,
  states: States,
  { unit, pointing, trust, about }: Witness,
) =>
  model.likelihood(
    states,
    pointing,
    unit.subject === null ? -1 : states.holders.indexOf(unit.subject),
    { trust, about },
  );

const HOLDING: ReadonlySet<Pointing> = new Set(['gain', 'opposedGain', 'hold', 'leave']);

export const tellsOfHolder = ({ pointing, trust }: Witness) => trust > 0 && HOLDING.has(pointing);

export function buildChain(model: Model, days: readonly Day[]): Chain {
  const states = statesOf(holdersIn(days));
  const links = days
    .map(({ day, witnesses }) => {
      const counted = witnesses.filter(({ trust }) => trust > 0);
      if (counted.length === 0) return undefined;
      const likelihood = counted
        .map((witness) => likelihoodOf(model, states, witness))
        .reduce((a, b) => times(a, b));
      return { day, likelihood, announced: counted.some(tellsOfHolder) };
    })
    .filter((link) => link !== undefined);
  const forward: Vector[] = [];
  let previous: number | undefined;
  let belief = model.initial(states);
  for (const { day, likelihood, announced } of links) {
    if (previous !== undefined) {
      belief = model.forward(states, belief, { days: day - previous, announced });
    }
    belief = times(belief, likelihood);
    forward.push(belief);
    previous = day;
  }
  return { states, links, forward };
}

/** Belief about `at`, given every link of the chain, earlier and later. */
export function beliefAt(model: Model, chain: Chain, at: number): Vector {
  const { states, links, forward } = chain;
  let before = links.length - 1;
  while (before >= 0 && links[before]!.day > at) before--;
  const predicted =
    before < 0
      ? model.initial(states)
      : model.forward(states, forward[before]!, {
          days: at - links[before]!.day,
          announced: false,
        });
  if (before === links.length - 1) return predicted;
  return times(predicted, messageTo(model, chain, before + 1, at));
}

/** What the links from `first` on say of the states at day `at`. */
function messageTo(model: Model, { states, links }: Chain, first: number, at: number): Vector {
  let message: Vector = new Float64Array(states.size).fill(1);
  for (let i = links.length - 1; i >= first; i--) {
    message = times(message, links[i]!.likelihood);
    const previous = i === first ? at : links[i - 1]!.day;
    const { day, announced } = links[i]!;
    message = normalise(model.backward(states, message, { days: day - previous, announced }));
  }
  return message;
}

/** Belief on each link's day given all others too: for learning reliabilities. */
export function smoothed(model: Model, chain: Chain): Vector[] {
  const { states, links, forward } = chain;
  const result: Vector[] = Array.from({ length: links.length });
  let message: Vector = new Float64Array(states.size).fill(1);
  for (let i = links.length - 1; i >= 0; i--) {
    result[i] = times(forward[i]!, message);
    if (i === 0) break;
    message = times(message, links[i]!.likelihood);
    const { day, announced } = links[i]!;
    const days = day - links[i - 1]!.day;
    message = normalise(model.backward(states, message, { days, announced }));
  }
  return result;
}
