import type { Place } from '../../domain/index.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import type { PlaceSpan } from './span.ts';

/** What the document as a whole speaks of: shares of its place mentions by country and division. */
export interface Focus {
  readonly countries: ReadonlyMap<string, number>;
}

export interface Resolution {
  readonly span: PlaceSpan;
  readonly place: Place;
  readonly confidence: number;
}

const LEVEL_PRIOR: Readonly<Record<Place['level'], number>> = {
  country: 6,
  region: 5,
  province: 3,
  settlement: 2,
  district: 0.5,
  exact: 0,
};

function score({ place, similarity }: Candidate, span: PlaceSpan, focus: Focus): number {
  const fits = span.level === undefined || span.level === place.level;
  const share = focus.countries.get(place.country) ?? 0;
  return (
    LEVEL_PRIOR[place.level] +
    0.6 * Math.log10((place.population ?? 0) + 1) +
    (fits ? 0 : -6) +
    (place.capitalOf === undefined || span.level !== undefined ? 0 : 2.5) +
    20 * Math.log(similarity) +
    6 * share
  );
}

function best(span: PlaceSpan, focus: Focus): Resolution {
  const scored = span.candidates
    .map((candidate) => ({ candidate, value: score(candidate, span, focus) }))
    .sort((a, b) => b.value - a.value);
  const total = scored.reduce((sum, { value }) => sum + Math.exp(value - scored[0]!.value), 0);
  const { candidate } = scored[0]!;
  return { span, place: candidate.place, confidence: candidate.similarity / total };
}

function focusOf(resolutions: readonly Resolution[], peoples: readonly string[]): Focus {
  const countries = new Map<string, number>();
  const all = [...resolutions.map(({ place }) => place.country), ...peoples];
  for (const code of all) countries.set(code, (countries.get(code) ?? 0) + 1 / all.length);
  return { countries };
}

/** Every span with the place it most likely names, all of them weighed together. */
export function resolveSpans(
  spans: readonly PlaceSpan[],
  peoples: readonly string[],
): readonly Resolution[] {
  let resolutions: readonly Resolution[] = [];
  for (let round = 0; round < 3; round++) {
    const focus = focusOf(resolutions, peoples);
    resolutions = spans.map((span) => best(span, focus));
  }
  return resolutions;
}
