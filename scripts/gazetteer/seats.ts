import { countryId, divisionId, type Settlement } from './settlements.ts';

/** GeoNames feature codes of seats: of a country, a first-level and a second-level division. */
const RANK: Readonly<Record<string, number>> = { PPLC: 3, PPLA: 2, PPLA2: 1 };

const better = (a: Settlement, b: Settlement | undefined) =>
  !b ||
  (RANK[a.feature] ?? 0) > (RANK[b.feature] ?? 0) ||
  (a.feature === b.feature && (a.record.population ?? 0) > (b.record.population ?? 0));

/** Seat of every country and division that has one; a national capital is also its province's seat. */
export function seatsOf(
  list: readonly Settlement[],
  named: Readonly<Record<string, string>>,
): ReadonlyMap<string, Settlement> {
  const seats = new Map<string, Settlement>();
  const offer = (id: string, one: Settlement) => {
    if (better(one, seats.get(id))) seats.set(id, one);
  };
  for (const one of list) {
    const { country, admin1, admin2 } = one.city;
    const rank = RANK[one.feature] ?? 0;
    if (rank === 3) offer(countryId(country), one);
    if (rank >= 2) offer(divisionId(country, admin1), one);
    if (rank >= 1 && admin2 !== '') offer(divisionId(country, admin1, admin2), one);
  }
  const byId = new Map(list.map((one) => [one.record.id, one]));
  for (const [division, seat] of Object.entries(named)) {
    const one = byId.get(seat);
    if (!one) throw new Error(`extra.json: the seat ${seat} of ${division} is not known`);
    seats.set(division, one);
  }
  return seats;
}

/** Settlements by every area they lie in. */
export function settlementsByArea(list: readonly Settlement[]) {
  const areas = new Map<string, Settlement[]>();
  const add = (id: string, one: Settlement) => {
    const inside = areas.get(id);
    if (inside) inside.push(one);
    else areas.set(id, [one]);
  };
  for (const one of list) {
    const { country, admin1, admin2 } = one.city;
    add(countryId(country), one);
    add(divisionId(country, admin1), one);
    if (admin2 !== '') add(divisionId(country, admin1, admin2), one);
  }
  return areas;
}
