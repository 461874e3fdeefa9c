import type { ActorId, Day } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import type { CountryHead, Holder } from './wire.ts';

interface Tally {
  claims: number;
  from: Day;
  to: Day;
  latest: Day | null;
  readonly sides: Map<ActorId, number>;
}

/** Most spoken of first, in a fixed order for their colours. */
const holdersOf = (live: LiveAssessment, sides: Tally['sides']): readonly Holder[] =>
  [...sides]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([id], index) => ({ id, name: live.holderName(id), index }));

/** Countries in which some claim bears on who holds a place, most spoken of first. */
export const countriesOf = (live: LiveAssessment, gazetteer: Gazetteer) =>
  live.remember('countries', () => countCountries(live, gazetteer));

function countCountries(live: LiveAssessment, gazetteer: Gazetteer): readonly CountryHead[] {
  const found = new Map<string, Tally>();
  for (const [id, { bearing, from, to, latest, sides }] of live.tallies) {
    const place = gazetteer.place(id);
    // A claim about a country as a whole says of no place in it who holds it.
    if (!place || place.level === 'country' || place.level === 'region') continue;
    const code = place.country;
    const tally = found.get(code) ?? {
      claims: 0,
      from,
      to,
      latest,
      sides: new Map<ActorId, number>(),
    };
    tally.claims += bearing;
    if (from < tally.from) tally.from = from;
    if (to > tally.to) tally.to = to;
    if (latest !== null && latest > (tally.latest ?? '')) tally.latest = latest;
    for (const [side, times] of sides) tally.sides.set(side, (tally.sides.get(side) ?? 0) + times);
    found.set(code, tally);
  }
  return [...found]
    .flatMap(([code, { sides, latest, ...tally }]) => {
      const country = gazetteer.country(code);
      if (!country) return [];
      const { id, name } = country;
      return [
        { id, code, name, ...tally, latest: latest ?? tally.to, holders: holdersOf(live, sides) },
      ];
    })
    .sort((a, b) => b.claims - a.claims || a.name.localeCompare(b.name));
}
