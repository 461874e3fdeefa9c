import type { Precision } from '../../domain/index.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import type { Lookup } from './span.ts';
import { COMPASS, fullName, levelOfKind } from './words.ts';

export interface Named {
  readonly candidates: readonly Candidate[];
  readonly level?: Precision;
  readonly side?: string;
}

/** Below this, names that sound alike are chance. */
const LEAST_ALIKE = 0.8;

/**
 * Places by a name that may carry more than the name: an abbreviation ("Calif."), a people, an
 * article, a direction ("Northern Virginia"), a kind ("Kunduz Province").
 */
export function named(words: string, lookup: Lookup): Named {
  const place = lookup.gazetteer.people(words);
  if (place) return { candidates: [{ place, similarity: 1 }] };
  const full = fullName(words);
  const whole = lookup.exact(full ?? words);
  const states = full === undefined ? [] : whole.filter((one) => one.place.level === 'province');
  if (whole.length > 0) return { candidates: states.length > 0 ? states : whole };
  const parts = words.split(/\s+/);
  if (parts.length > 1) {
    const kind = levelOfKind(parts.at(-1)!);
    const rest = parts.slice(0, -1).join(' ');
    const short = kind === undefined ? [] : lookup.close(rest);
    if (kind !== undefined && short.length > 0) return { candidates: short, level: kind };
    if (COMPASS.has(parts[0]!.toLowerCase()) || parts[0]!.toLowerCase() === 'downtown') {
      const after = named(parts.slice(1).join(' '), lookup);
      if (after.candidates.length > 0) return { ...after, side: parts[0]! };
    }
    if (/^the$/i.test(parts[0]!)) return named(parts.slice(1).join(' '), lookup);
  }
  return { candidates: lookup.close(words).filter(({ similarity }) => similarity >= LEAST_ALIKE) };
}
