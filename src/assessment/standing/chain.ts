import { POINTINGS } from '../parameters.ts';
import type { Arena } from './arena.ts';
import type { Hearing } from './hearing.ts';
import { CODES } from './in-its-day.ts';
import { news, normalise, scale, type Model, type News, type Vector } from './model.ts';
import type { Pace } from './pace.ts';
import type { Rates } from './paced-step.ts';
import { holdersBefore, type BeliefOn, type Past } from './past.ts';
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
  const { count, actors, registry, subjects, past } = hearing;
  const states = past?.states ?? registry.states.of(holdersBefore(hearing, count));
  const { positions } = states;
  for (let i = 0; i < count; i++) {
    const actor = actors[i]!;
    subjects[i] = actor < 0 ? -1 : (positions[actor] ?? -1);
  }
  return states;
}

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

/**
 * A hidden Markov chain over the days on which something was said of one place; days between are
 * crossed in one step. Forward filter and forward–backward smoothing: Rabiner (1989), section III.
 * It is filtered as far as it is asked about, and what later days say is added up from the end only.
 */
export class Chain {
  readonly states: KnownStates;
  readonly links: readonly Link[];
  /** What the links go on from. */
  readonly past: Past | undefined;
  readonly pace: Rates | undefined;
  #known: number;
  readonly #model: Model;
  /** Where its vectors are made: they last as long as it does. */
  readonly #arena: Arena;
  /** Belief after each link's evidence and all before, as far as it was asked for. */
  readonly #forwards: Vector[] = [];
  /** What each link and all after it say of its day, the last link first. */
  readonly #messages: Vector[] = [];

  constructor(model: Model, hearing: Hearing, { known, arena, pace }: Setting) {
    const { past } = hearing;
    this.#model = model;
    this.#arena = arena;
    this.past = past;
    this.#known = known;
    this.states = statesIn(hearing);
    const from = past?.belief.day ?? (hearing.count > 0 ? hearing.day(0) : undefined);
    this.pace =
      from === undefined ? undefined : pace?.among(this.states.actors, { from, to: known });
    this.links = linksOf(model, hearing, { known, arena, size: this.states.size });
  }

  /** Last day whose news counts. */
  get known(): number {
    return this.#known;
  }

  /** From now on as known by another day, after the last link's, by which no more was told and no less. */
  knowBy(known: number): void {
    this.#known = known;
  }

  /** Belief after the last evidence before a link, and its day; undefined before all evidence. */
  before(link: number): BeliefOn | undefined {
    if (link === 0) return this.past?.belief;
    return { day: this.links[link - 1]!.day, forward: this.#filtered(link - 1) };
  }

  /** Belief about a day, given every link of the chain, earlier and later; good as long as the chain. */
  beliefAt(at: number): Vector {
    let next = this.links.length;
    while (next > 0 && this.links[next - 1]!.day > at) next--;
    return this.#between(next, at);
  }

  /** Belief about a link's day. */
  smoothed(link: number): Vector {
    return this.#between(link + 1, this.links[link]!.day);
  }

  /** Belief about a day before a link and not before those before it. */
  #between(next: number, at: number): Vector {
    const { links, past, known, pace } = this;
    const from = next > 0 ? links[next - 1]!.day : past?.belief.day;
    const belief = this.#arena.copy(next > 0 ? this.#filtered(next - 1) : this.#first());
    if (from !== undefined) this.#model.ahead(belief, { from, at, known, pace });
    if (next < links.length) multiply(belief, this.#messageTo(next, at));
    return belief;
  }

  #first(): Vector {
    return this.past?.belief.forward ?? this.#model.initial(this.states);
  }

  #filtered(link: number): Vector {
    const { links, past, pace } = this;
    const forwards = this.#forwards;
    for (let i = forwards.length; i <= link; i++) {
      const { day, news, likelihood } = links[i]!;
      const forward = this.#arena.copy(i > 0 ? forwards[i - 1]! : this.#first());
      // The first day told of brings its news as any later one does.
      const from = i > 0 ? links[i - 1]!.day : (past?.belief.day ?? day - 1);
      this.#model.forward(forward, { from, to: day, news, pace });
      multiply(forward, likelihood);
      forwards.push(forward);
    }
    return forwards[link]!;
  }

  /** What a link and those after it say of the states on a day before it. */
  #messageTo(link: number, at: number): Vector {
    const { links, pace } = this;
    const messages = this.#messages;
    const last = links.length - 1;
    for (let i = last - messages.length; i >= link; i--) {
      const { day, likelihood } = links[i]!;
      const message = i < last ? this.#messageTo(i + 1, day) : this.#arena.ones(this.states.size);
      multiply(message, likelihood);
      messages.push(message);
    }
    const message = this.#arena.copy(messages[last - link]!);
    const { day, news } = links[link]!;
    this.#model.backward(message, { from: at, to: day, news, pace });
    return message;
  }
}

interface Weighed extends Pick<Setting, 'known' | 'arena'> {
  /** How many states there are. */
  readonly size: number;
}

/** The days on which some witness counts, with what all of them say. */
function linksOf(model: Model, hearing: Hearing, { known, arena, size }: Weighed): readonly Link[] {
  const links: Link[] = [];
  const { starts, subjects, codes, trust, about, slant, count } = hearing;
  const weight = { trust: 0, about: 0, slant: 1 };
  for (let d = 0; d < starts.length; d++) {
    const from = starts[d]!;
    const to = d + 1 < starts.length ? starts[d + 1]! : count;
    let likelihood: Vector | undefined;
    for (let i = from; i < to; i++) {
      if (trust[i] === 0) continue;
      likelihood ??= arena.ones(size);
      weight.trust = trust[i]!;
      weight.about = about[i]!;
      weight.slant = slant[i]!;
      model.weigh(likelihood, codes[i]!, subjects[i]!, weight);
      if ((i - from) % SCALED === SCALED - 1) normalise(likelihood);
    }
    if (!likelihood) continue;
    const day = hearing.day(from);
    const news = newsOf(hearing, { from, to, last: day >= known });
    links.push({ day, from, to, likelihood, news });
  }
  return links;
}

/** Element by element, then normalised. */
function multiply(vector: Vector, by: Vector): void {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]! *= by[i]!;
  scale(vector, 1 / sum);
}
