import type { ActorId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import type { Hearing } from './hearing.ts';
import { CODES } from './in-its-day.ts';
import type { SiegePast } from './past.ts';

export interface Siege {
  readonly by: ActorId | null;
  readonly probability: number;
}

const canEnd = (code: number) => code === CODES.calm || code === CODES.gain || code === CODES.leave;

/**
 * Whether a place is surrounded, filtered up to `at`: a chain of two states beside the standing,
 * since a besieged place keeps its holder. Null when nobody ever said so.
 */
export function siegeAt(hearing: Hearing, at: number, p: StandingParameters): Siege | null {
  const last = siegeSaid(hearing, at, p);
  if (!last) return null;
  const { by, probability, day } = last;
  return { by, probability: drift(probability, at - day, p.siege) };
}

/** The same on the last day up to `at` that somebody spoke of it; undefined while nobody had said that there is one. */
export function siegeSaid(
  hearing: Hearing,
  at: number,
  { siege }: StandingParameters,
): SiegePast | undefined {
  const { count, codes, trust, about, past } = hearing;
  let { probability, by }: Siege = past?.siege ?? { probability: 0, by: null };
  let previous = past?.siege?.day;
  for (let i = 0; i < count; i++) {
    const code = codes[i]!;
    const begins = code === CODES.siege;
    if (trust[i] === 0 || !(begins || (previous !== undefined && canEnd(code)))) continue;
    const day = hearing.day(i);
    if (day > at) break;
    if (previous !== undefined) probability = drift(probability, day - previous, siege);
    previous = day;
    const weight = trust[i]! * about[i]!;
    const subject = hearing.subject(i);
    if (begins) {
      by = subject ?? by;
      probability = update(probability || restOf(siege), weight, siege.positive.value);
      // A besieger who takes the place or leaves it besieges it no more; a calm ends any siege.
    } else if (code === CODES.calm || subject === by) {
      probability = update(probability, weight, siege.negative.value);
    }
  }
  return previous === undefined ? undefined : { by, probability, day: previous };
}

/** Where the chain rests without news: how likely a siege is of a place that somebody first says it of. */
const restOf = ({ begin, end }: StandingParameters['siege']) =>
  begin.value / (begin.value + end.value);

function drift(probability: number, days: number, siege: StandingParameters['siege']): number {
  const { begin, end } = siege;
  const rest = restOf(siege);
  const kept = (1 - begin.value - end.value) ** days;
  return rest + (probability - rest) * kept;
}

function update(probability: number, trust: number, ratio: number): number {
  const factor = trust * ratio + (1 - trust);
  return (probability * factor) / (probability * factor + (1 - probability));
}
