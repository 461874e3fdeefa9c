import { isResolved, type Claim, type Place } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';

/**
 * Of a country: what lies in it, and what its reports tell of places that were not found. What a report
 * tells that speaks of no place that was found may be of any country.
 */
export function inCountry<Told extends { readonly claim: Claim }>(
  told: readonly Told[],
  country: Place | undefined,
  gazetteer: Gazetteer,
): readonly Told[] {
  if (!country) return told;
  const countryOf = ({ place }: Claim) =>
    isResolved(place) ? gazetteer.place(place.id)?.country : undefined;
  const countries = new Map<string, Set<string>>();
  for (const { claim } of told) {
    const code = countryOf(claim);
    const found = countries.get(claim.report) ?? new Set();
    countries.set(claim.report, code === undefined ? found : found.add(code));
  }
  return told.filter(({ claim }) => {
    if (isResolved(claim.place)) return countryOf(claim) === country.country;
    const among = countries.get(claim.report);
    return !among || among.size === 0 || among.has(country.country);
  });
}
