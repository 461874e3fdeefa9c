import type { TextView } from '../../claims/text-view.ts';
import { type Candidate, textOf } from './candidates.ts';
import type { Filler } from './slots.ts';

/** A unit's best wording, and how likely it is right in the place in question. */
export interface Scored {
  readonly candidate: Candidate;
  readonly probability: number;
}

/** Those above the threshold, likeliest first, each entity once. */
export function chooseFillers(
  view: TextView,
  scored: readonly Scored[],
  threshold: number,
): readonly Filler[] {
  const chosen: Scored[] = [];
  for (const one of scored
    .filter(({ probability }) => probability >= threshold)
    .sort((a, b) => b.probability - a.probability))
    if (!chosen.some(({ candidate }) => isSame(view, candidate, one.candidate))) chosen.push(one);
  return chosen.map(({ candidate, probability }) => {
    const { first, last } = candidate.places[0]!;
    return {
      text: textOf(view, { first, last }),
      wording: { first, last },
      confidence: probability,
    };
  });
}

/** Two wordings of one entity: one beside or within the other, one actor, or linked in the text. */
function isSame(view: TextView, a: Candidate, b: Candidate): boolean {
  if (a.places.some((one) => b.places.some((other) => overlap(one, other)))) return true;
  if (holds(a.key, b.key) || holds(b.key, a.key)) return true;
  const things = thingsOf(view, a);
  return [...thingsOf(view, b)].some((thing) => things.has(thing));
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

const overlap = (a: Stretch, b: Stretch) => a.first < b.last && b.first < a.last;

const holds = (whole: string, part: string) => ` ${whole} `.includes(` ${part} `);

/** Actors of the list, and first mentions, that a wording stands for. */
function thingsOf(view: TextView, { places }: Candidate): ReadonlySet<string | number> {
  const things = new Set<string | number>();
  for (const { head } of places) {
    const actor = view.actor(head);
    if (!actor) continue;
    if (actor.actor !== undefined && actor.kind === 'armed-group') things.add(actor.actor);
    things.add(actor.same?.as ?? actor.id);
  }
  return things;
}
