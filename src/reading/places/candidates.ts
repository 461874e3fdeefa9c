import type { Precision } from '../../domain/index.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import type { Lookup } from './span.ts';
import { abbreviated } from './abbreviations.ts';
import { COMPASS, SIDES, levelOfKind } from './words.ts';

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
  const parts = words.split(/\s+/);
  const whole = wholeName(words, parts, lookup);
  if (whole.length > 0 || isSide(parts)) return { candidates: whole };
  if (parts.length > 1) {
    const kind = levelOfKind(parts.at(-1)!);
    const rest = parts.slice(0, -1).join(' ');
    const short = kind === undefined || OWNER.test(rest) ? [] : ofKind(kind, lookup.close(rest));
    if (kind !== undefined && short.length > 0) return { candidates: short, level: kind };
    if (COMPASS.has(parts[0]!.toLowerCase()) || parts[0]!.toLowerCase() === 'downtown') {
      const after = named(parts.slice(1).join(' '), lookup);
      if (after.candidates.length > 0) return { ...after, side: parts[0]! };
    }
    if (/^the$/i.test(parts[0]!)) return named(parts.slice(1).join(' '), lookup);
  }
  return { candidates: lookup.close(words).filter(({ similarity }) => similarity >= LEAST_ALIKE) };
}

/** "Eva's Village" is no village called Evas. */
const OWNER = /['’]s$/;

const SMALL = new Set<Precision>(['district', 'settlement']);
/** "Washington Township" is no state, whatever else it is. */
const ofKind = (kind: Precision, candidates: readonly Candidate[]) =>
  SMALL.has(kind) ? candidates.filter(({ place }) => SMALL.has(place.level)) : candidates;

/** "South Side", "West End": of which town, the words do not say. */
const isSide = ([first = '', second = '', ...more]: readonly string[]) =>
  more.length === 0 && COMPASS.has(first.toLowerCase()) && SIDES.has(second.toLowerCase());

/** Spelt with the space for a side: Southside in Alabama is not the South Side. */
const WITH_SPACES = 0.98;

function wholeName(words: string, parts: readonly string[], lookup: Lookup): readonly Candidate[] {
  const short = abbreviated(words, lookup);
  if (short.length > 0 && words.endsWith('.')) return short;
  const found = lookup.exact(words);
  const known = new Set(found.map(({ place }) => place.id));
  const all = [...found, ...short.filter(({ place }) => !known.has(place.id))];
  return isSide(parts) ? all.filter(({ similarity }) => similarity >= WITH_SPACES) : all;
}
