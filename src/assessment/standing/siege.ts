import type { ActorId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import type { Day } from './witnesses.ts';

export interface Siege {
  readonly by: ActorId | null;
  readonly probability: number;
}

/**
 * Whether a place is surrounded, filtered up to `at`: a chain of two states beside the standing,
 * since a besieged place keeps its holder. Null when nobody ever said so.
 */
export function siegeAt(days: readonly Day[], at: number, p: StandingParameters): Siege | null {
  let probability = 0;
  let by: ActorId | null = null;
  let previous: number | undefined;
  let said = false;
  for (const { day, witnesses } of days) {
    if (day > at) break;
    if (said && previous !== undefined) probability = drift(probability, day - previous, p);
    previous = day;
    for (const { unit, pointing, trust, about } of witnesses) {
      if (trust === 0) continue;
      if (pointing === 'siege') {
        said = true;
        by = unit.subject ?? by;
        probability = update(
          probability || p.siege.begin.value,
          trust * about,
          p.siege.positive.value,
        );
      } else if (said && ends(pointing, unit.subject, by)) {
        probability = update(probability, trust * about, p.siege.negative.value);
      }
    }
  }
  if (!said || previous === undefined) return null;
  return { by, probability: drift(probability, at - previous, p) };
}

/** A besieger who takes the place or leaves it besieges it no more. */
const ends = (pointing: string, subject: ActorId | null, besieger: ActorId | null) =>
  pointing === 'calm' || ((pointing === 'gain' || pointing === 'leave') && subject === besieger);

function drift(probability: number, days: number, { siege }: StandingParameters): number {
  const rest = siege.begin.value / (siege.begin.value + siege.end.value);
  const kept = (1 - siege.begin.value - siege.end.value) ** days;
  return rest + (probability - rest) * kept;
}

function update(probability: number, trust: number, ratio: number): number {
  const factor = trust * ratio + (1 - trust);
  return (probability * factor) / (probability * factor + (1 - probability));
}
