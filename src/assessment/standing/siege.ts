import type { ActorId } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import type { Hearing } from './hearing.ts';
import { CODES } from './in-its-day.ts';
import type { SiegePast } from './past.ts';

export interface Siege {
  readonly by: ActorId | null;
  readonly probability: number;
}

/** What one witness says of a siege. */
export interface SiegeTold {
  readonly day: number;
  readonly by: ActorId | null;
  /** How readily it is said when the place is besieged, by how readily when not. */
  readonly ratio: 'positive' | 'negative';
  readonly weight: number;
  /** No besieger is named: a calm ends any siege. */
  readonly any: boolean;
}

const ENDS: ReadonlySet<number> = new Set([CODES.calm, CODES.gain, CODES.leave]);

/** What was heard of sieges; empty when nobody ever said that there is one. */
export function siegesIn(hearing: Hearing): SiegeTold[] {
  const { count, codes, trust, about, past } = hearing;
  const isTold = past?.siege !== undefined;
  const told: SiegeTold[] = [];
  for (let i = 0; i < count; i++) {
    const code = codes[i]!;
    const begins = code === CODES.siege;
    if (trust[i] === 0 || !(begins || ((isTold || told.length > 0) && ENDS.has(code)))) continue;
    const [day, by] = [hearing.day(i), hearing.subject(i)];
    const weight = trust[i]! * about[i]!;
    const ratio = begins ? 'positive' : 'negative';
    told.push({ day, by, ratio, weight, any: code === CODES.calm });
  }
  return told;
}

/**
 * Whether a place is surrounded, filtered up to `at`: a chain of two states beside the standing,
 * since a besieged place keeps its holder. Null when nobody ever said so.
 */
export function siegeAt(
  told: readonly SiegeTold[],
  at: number,
  p: StandingParameters,
  past: SiegePast | undefined,
): Siege | null {
  const last = siegeSaid(told, at, p, past);
  if (!last) return null;
  const { by, probability, day } = last;
  return { by, probability: drift(probability, at - day, p) };
}

/** The same on the last day up to `at` that somebody spoke of it. */
export function siegeSaid(
  told: readonly SiegeTold[],
  at: number,
  p: StandingParameters,
  past: SiegePast | undefined,
): SiegePast | undefined {
  let { probability, by }: Siege = past ?? { probability: 0, by: null };
  let previous = past?.day;
  for (const { day, by: subject, ratio, weight, any } of told) {
    if (day > at) break;
    if (previous !== undefined) probability = drift(probability, day - previous, p);
    previous = day;
    if (ratio === 'positive') {
      by = subject ?? by;
      probability = update(probability || p.siege.begin.value, weight, p.siege.positive.value);
      // A besieger who takes the place or leaves it besieges it no more.
    } else if (any || subject === by) {
      probability = update(probability, weight, p.siege.negative.value);
    }
  }
  return previous === undefined ? undefined : { by, probability, day: previous };
}

function drift(probability: number, days: number, { siege }: StandingParameters): number {
  const rest = siege.begin.value / (siege.begin.value + siege.end.value);
  const kept = (1 - siege.begin.value - siege.end.value) ** days;
  return rest + (probability - rest) * kept;
}

function update(probability: number, trust: number, ratio: number): number {
  const factor = trust * ratio + (1 - trust);
  return (probability * factor) / (probability * factor + (1 - probability));
}
