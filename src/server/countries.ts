import type { ActorId, Claim, Day } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import type { CountryHead, Holder } from './wire.ts';

interface Tally {
  claims: number;
  from: Day;
  to: Day;
  readonly sides: Map<ActorId, number>;
}

const bears = (kind: string) => kind.startsWith('control.') || kind === 'clash';

/** Kinds of actor that can hold a place: a person or an agency cannot. */
const CAN_HOLD = new Set(['state', 'force', 'armed-group']);

function tallySides(live: LiveAssessment, claim: Claim, sides: Tally['sides']) {
  const { actors } = live.assessor.context;
  for (const reference of [claim.actor, claim.target]) {
    if (reference?.id === undefined) continue;
    const side = actors.side(reference.id);
    const kind = actors.actor(side)?.kind;
    if (kind !== undefined && CAN_HOLD.has(kind)) sides.set(side, (sides.get(side) ?? 0) + 1);
  }
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
  for (const [id, claims] of live.placesNamed()) {
    const place = gazetteer.place(id);
    // A claim about a country as a whole says of no place in it who holds it.
    if (!place || place.level === 'country' || place.level === 'region') continue;
    const code = place.country;
    for (const recorded of claims) {
      if (!bears(recorded.claim.kind)) continue;
      const day = live.saidDay(recorded);
      const tally = found.get(code) ?? { claims: 0, from: day, to: day, sides: new Map() };
      tally.claims += 1;
      if (day < tally.from) tally.from = day;
      if (day > tally.to) tally.to = day;
      tallySides(live, recorded.claim, tally.sides);
      found.set(code, tally);
    }
  }
  return [...found]
    .flatMap(([code, { sides, ...tally }]) => {
      const country = gazetteer.country(code);
      if (!country) return [];
      const { id, name } = country;
      return [{ id, code, name, ...tally, holders: holdersOf(live, sides) }];
    })
    .sort((a, b) => b.claims - a.claims || a.name.localeCompare(b.name));
}
