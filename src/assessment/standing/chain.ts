import { POINTINGS } from '../parameters.ts';
import type { Arena } from './arena.ts';
import type { Hearing } from './hearing.ts';
import { CODES } from './in-its-day.ts';
import { news, normalise, scale, type Model, type News, type Vector } from './model.ts';
import type { Pace } from './pace.ts';
import type { Rates } from './paced-step.ts';
import { beliefBeforeLink, holdersBefore, type Past } from './past.ts';
import type { KnownStates, States } from './states.ts';
import type { Witness } from './witnesses.ts';

/** The evidence of one day. */
interface Link {
  readonly day: number;
  /** Its witnesses: the first, and one past the last. */
  readonly from: number;
  readonly to: number;
  /** Product of what the witnesses of the day say, up to a factor. */
  readonly likelihood: Vector;
  readonly news: News;
  /** Belief after this day's evidence and all before. */
  readonly forward: Vector;
}

/**
 * A hidden Markov chain over the days on which something was said of one place; days between are
 * crossed in one step. Forward filter and forward–backward smoothing: Rabiner (1989), section III.
 */
export interface Chain {
  readonly states: KnownStates;
  readonly links: readonly Link[];
  /** What the links go on from. */
  readonly past: Past | undefined;
  /** Last day whose news counts. */
  readonly known: number;
  readonly pace: Rates | undefined;
  /** Where its vectors are made: they last as long as it does. */
  readonly arena: Arena;
}

/** Who only says that X holds a place tells of no change. */
const isOfHands = (code: number) =>
  code === CODES.gain || code === CODES.opposedGain || code === CODES.leave;

const FIGHTING: readonly boolean[] = POINTINGS.map((name) =>
  ['fight', 'lastFight', 'afterLeave', 'clash', 'partGain', 'partHold'].includes(name),
);

/** What the witnesses of one day tell of. */
export function newsOf(
  { codes, trust }: Pick<Hearing, 'codes' | 'trust'>,
  { from, to, last }: { readonly from: number; readonly to: number; readonly last: boolean },
): News {
  let fighting = false;
  for (let i = from; i < to; i++) {
    if (trust[i] === 0) continue;
    if (isOfHands(codes[i]!)) return news('hands', last);
    fighting ||= FIGHTING[codes[i]!]!;
  }
  return news(fighting ? 'fighting' : 'nothing', last);
}

/** States of a place: who is said to hold it. Notes for each witness which of them it speaks of. */
function statesIn(hearing: Hearing): KnownStates {
  const { count, actors, registry, met, subjects, positions, past } = hearing;
  const holders = holdersBefore(hearing, count);
  const states = past && isOf(past.states, holders) ? past.states : registry.states.of(holders);
  states.actors.forEach((actor, position) => (positions[actor] = position));
  for (let i = 0; i < count; i++) {
    const actor = actors[i]!;
    subjects[i] = actor >= 0 && met.has(actor) ? positions[actor]! : -1;
  }
  return states;
}

/** Whether what was heard has the states that its past has, so that a chain can go on from it. */
export const hasStatesOfPast = (hearing: Hearing): boolean =>
  hearing.past !== undefined && isOf(hearing.past.states, holdersBefore(hearing, hearing.count));

const isOf = ({ actors }: KnownStates, holders: readonly number[]) =>
  actors.length === holders.length && holders.every((actor) => actors.includes(actor));

export const subjectIn = (states: States, { subject }: Witness) =>
  subject === null ? -1 : states.holders.indexOf(subject);

/** Witnesses after which a product is scaled back: it must neither vanish nor grow beyond numbers. */
const SCALED = 32;

export interface Setting {
  /** Last day whose news counts. */
  readonly known: number;
  /** Where the vectors are made; its owner decides how long the chain lasts. */
  readonly arena: Arena;
  /** Of the place: absent where every day is as any other. */
  readonly pace?: Pick<Pace, 'among'> | undefined;
}

export function buildChain(
  model: Model,
  hearing: Hearing,
  { known, arena, pace: told }: Setting,
): Chain {
  const states = statesIn(hearing);
  const first = hearing.past?.belief.day ?? (hearing.count > 0 ? hearing.day(0) : undefined);
  const pace =
    first === undefined ? undefined : told?.among(states.actors, { from: first, to: known });
  const links: Link[] = [];
  const { starts, subjects, codes, trust, count, past } = hearing;
  const weight = { trust: 0, about: 0, slant: 1 };
  for (let d = 0; d < starts.length; d++) {
    const from = starts[d]!;
    const to = d + 1 < starts.length ? starts[d + 1]! : count;
    let likelihood: Vector | undefined;
    for (let i = from; i < to; i++) {
      if (trust[i] === 0) continue;
      likelihood ??= arena.ones(states.size);
      weight.trust = trust[i]!;
      weight.about = hearing.about[i]!;
      weight.slant = hearing.slant[i]!;
      model.weigh(likelihood, codes[i]!, subjects[i]!, weight);
      if ((i - from) % SCALED === SCALED - 1) normalise(likelihood);
    }
    if (!likelihood) continue;
    const day = hearing.day(from);
    const told = newsOf(hearing, { from, to, last: day >= known });
    const previous = beliefBeforeLink({ links, past }, links.length);
    const forward = arena.copy(previous ? previous.forward : model.initial(states));
    // The first day told of brings its news as any later one does.
    model.forward(forward, { from: previous?.day ?? day - 1, to: day, news: told, pace });
    multiply(forward, likelihood);
    links.push({ day, from, to, likelihood, news: told, forward });
  }
  return { states, links, past, known, pace, arena };
}

/** Element by element, then normalised. */
function multiply(vector: Vector, by: Vector): void {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]! *= by[i]!;
  scale(vector, 1 / sum);
}

/** Belief about `at`, given every link of the chain, earlier and later; good as long as the chain. */
export function beliefAt(model: Model, chain: Chain, at: number): Vector {
  const { states, links, known, pace, arena } = chain;
  let next = links.length;
  while (next > 0 && links[next - 1]!.day > at) next--;
  const before = beliefBeforeLink(chain, next);
  const belief = before ? arena.copy(before.forward) : model.initial(states);
  if (before) model.ahead(belief, { from: before.day, at, known, pace });
  if (next < links.length) multiply(belief, messageTo(model, chain, next, at));
  return belief;
}

/** What the links from `first` on say of the states at day `at`. */
function messageTo(
  model: Model,
  { states, links, pace, arena }: Chain,
  first: number,
  at: number,
): Vector {
  const message = arena.ones(states.size);
  for (let i = links.length - 1; i >= first; i--) {
    multiply(message, links[i]!.likelihood);
    const { day, news } = links[i]!;
    model.backward(message, { from: i === first ? at : links[i - 1]!.day, to: day, news, pace });
  }
  return message;
}

/** Belief on each link's day given all others too: for learning reliabilities. */
export function smoothed(model: Model, { states, links, pace }: Chain, arena: Arena): Vector[] {
  const result: Vector[] = Array.from({ length: links.length });
  const message = arena.ones(states.size);
  for (let i = links.length - 1; i >= 0; i--) {
    const belief = arena.copy(links[i]!.forward);
    multiply(belief, message);
    result[i] = belief;
    if (i === 0) break;
    multiply(message, links[i]!.likelihood);
    const { day, news } = links[i]!;
    model.backward(message, { from: links[i - 1]!.day, to: day, news, pace });
  }
  return result;
}
