import type { ActorId, Day } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { LiveAssessment } from './live-assessment.ts';
import type { CountryHead, Holder } from './wire.ts';

const bears = (kind: string) => kind.startsWith('control.') || kind === 'clash';

/** Countries in which some claim bears on who holds a place, most spoken of first. */
export function countriesOf(live: LiveAssessment, gazetteer: Gazetteer): readonly CountryHead[] {
  const found = new Map<string, { claims: number; from: Day; to: Day }>();
  for (const [id, claims] of live.placesNamed()) {
    const code = gazetteer.place(id)?.country;
    if (!code) continue;
    for (const recorded of claims) {
      if (!bears(recorded.claim.kind)) continue;
      const day = live.saidDay(recorded);
      const entry = found.get(code) ?? { claims: 0, from: day, to: day };
      entry.claims += 1;
      if (day < entry.from) entry.from = day;
      if (day > entry.to) entry.to = day;
      found.set(code, entry);
    }
  }
  return [...found]
    .flatMap(([code, entry]) => {
      const place = gazetteer.country(code);
      return place ? [{ id: place.id, code, name: place.name, ...entry }] : [];
    })
    .sort((a, b) => b.claims - a.claims || a.name.localeCompare(b.name));
}

/** Sides that some claim gives a place to or takes one from, in a fixed order for their colours. */
export function holdersOf(live: LiveAssessment): readonly Holder[] {
  const counts = new Map<ActorId, number>();
  for (const { claim } of live.claims.values()) {
    if (!claim.kind.startsWith('control.')) continue;
    for (const reference of [claim.actor, claim.target]) {
      if (reference?.id === undefined) continue;
      const side = live.assessor.context.actors.side(reference.id);
      counts.set(side, (counts.get(side) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([id], index) => ({ id, name: live.holderName(id), index }));
}
