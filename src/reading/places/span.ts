import type { ParsedText, Place, Precision } from '../../domain/index.ts';
import { plain, similarity } from '../../gazetteer/fold.ts';
import type { Candidate, Gazetteer } from '../../gazetteer/gazetteer.ts';

/** A stretch of text that names a place, with everything the gazetteer has by that name. */
export interface PlaceSpan {
  /** Token indices [first, last). */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: number;
  /** Empty when the gazetteer knows no such name. */
  readonly candidates: readonly Candidate[];
  /** Level that a word beside it gives: "Kunduz city", "province of Kunduz". */
  readonly level?: Precision;
  /** A direction before it: "northern Afghanistan". */
  readonly side?: string;
  /** The candidates are of a name inside this one: "Arizona State University". */
  readonly partOfName?: boolean;
}

/** Names to candidates, asked once per name and document. */
export interface Lookup {
  readonly gazetteer: Gazetteer;
  /** Spellings that agree but for case, marks and spaces. */
  exact(name: string): readonly Candidate[];
  /** Spellings that sound alike, too. */
  close(name: string): readonly Candidate[];
}

export function lookupIn(gazetteer: Gazetteer): Lookup {
  const memo = (find: (name: string) => readonly Candidate[]) => {
    const known = new Map<string, readonly Candidate[]>();
    return (name: string) => {
      let found = known.get(name);
      if (!found) known.set(name, (found = find(name)));
      return found;
    };
  };
  return {
    gazetteer,
    exact: memo((name) => withSeats(gazetteer.find(name, { exact: true }), gazetteer)),
    close: memo((name) => gazetteer.find(name)),
  };
}

/** Spellings as near as this are of one name. */
const ALIKE = 0.85;

/** A district and its seat, written in two ways: who says Bara means the town of Barah as well. */
function withSeats(found: readonly Candidate[], gazetteer: Gazetteer): readonly Candidate[] {
  const known = new Set(found.map(({ place }) => place.id));
  const seats = found.flatMap(({ place: { id, name, level }, similarity: asked }) => {
    const seat = level === 'district' ? gazetteer.capital(id) : undefined;
    return seat && !known.has(seat.id) && similarity(name, seat.name) >= ALIKE
      ? [{ place: seat, similarity: asked }]
      : [];
  });
  return seats.length > 0 ? [...found, ...seats] : found;
}

export const textOf = ({ report, tokens }: ParsedText, first: number, last: number) =>
  report.body.slice(tokens[first]!.start, tokens[last - 1]!.end);

/** Mentions of one name at one level stand or fall together. */
export const groupKey = ({ text, level }: PlaceSpan) => `${plain(text)}|${level ?? ''}`;

export const isInside = (place: Place, area: Place) => place.within.includes(area.id);

/** "Nirkh district": a known district so called needs no other sign. */
export const isCalledSo = ({ level, candidates }: PlaceSpan) =>
  level !== undefined &&
  candidates.some(({ place, similarity }) => place.level === level && similarity > 0.8);
