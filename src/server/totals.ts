import type { ActorId, Place, StandingState } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/index.ts';
import type { Compared, Entry } from './changes.ts';
import { settled } from './settled.ts';
import type { Total, TotalRow } from './wire.ts';

interface Counted {
  /** How much one place counts; undefined where that is not known. */
  readonly size: (place: Place) => number | undefined;
  /** Places of the class that no entry stands for: nothing was said of them. */
  readonly others?: number;
}

/** Share of an average place below which a state is not worth a row. */
const TELLING = 0.05;

type Row = { -readonly [Key in keyof TotalRow]: TotalRow[Key] };

/** A row for each state: found without making a key, for it is asked for each belief of each place. */
class Rows {
  readonly all: Row[] = [];
  readonly #held = new Map<ActorId, Row>();
  readonly #others = new Map<StandingState['state'], Row>();

  of(state: StandingState): Row {
    const found = state.state === 'held' ? this.#held.get(state.by) : this.#others.get(state.state);
    if (found) return found;
    const row = { state, expected: 0, best: 0 };
    this.all.push(row);
    if (state.state === 'held') this.#held.set(state.by, row);
    else this.#others.set(state.state, row);
    return row;
  }
}

/** Adds up one class of places; a place counts in full for what is said outright of it. */
function totalOf(
  denominator: Total['denominator'],
  entries: readonly (Entry | Compared)[],
  { size, others = 0 }: Counted,
): Total {
  const rows = new Rows();
  const row = (state: StandingState) => rows.of(state);
  const unknown = row({ state: 'unknown' });
  unknown.best += others;
  unknown.expected += others;
  let [of, silent, missing] = [others, others, 0];
  for (const [place, standing] of entries) {
    const weight = size(place);
    if (weight === undefined) {
      missing += 1;
      continue;
    }
    of += weight;
    if (standing.claims === 0) silent += weight;
    for (const { state, probability } of standing.beliefs)
      row(state).expected += weight * probability;
    row(settled(standing)).best += weight;
  }
  const counted = entries.length + others - missing;
  const telling = (TELLING * of) / Math.max(1, counted);
  return {
    denominator,
    of,
    counted,
    missing,
    silent,
    rows: rows.all.filter(({ best, expected }) => best > 0 || expected >= telling),
  };
}

const isSeat = ({ capitalOf }: Place, gazetteer: Gazetteer) =>
  capitalOf !== undefined && gazetteer.place(capitalOf)?.level === 'province';

const one = () => 1;

/**
 * The same question in several denominators: a share of places is not a share of people, nor of the
 * land. Only divisions have an area, and a division is not held because its capital is.
 */
export function totalsOf(
  entries: readonly (Entry | Compared)[],
  gazetteer: Gazetteer,
  country: Place | undefined,
): readonly Total[] {
  const level = (name: Place['level']) => entries.filter(([place]) => place.level === name);
  const divisions = country ? gazetteer.children(country.id, 'province') : [];
  const districts = divisions.flatMap(({ id }) => gazetteer.children(id, 'district')).length;
  const seats = entries.filter(([place]) => isSeat(place, gazetteer));
  const named = entries.filter(([place, { claims }]) => place.level !== 'province' && claims > 0);
  const all: Total[] = [
    totalOf('capitals', seats, { size: one }),
    totalOf('provinces', level('province'), { size: one }),
    totalOf('districts', level('district'), {
      size: one,
      others: Math.max(0, districts - level('district').length),
    }),
    totalOf('places', named, { size: one }),
    totalOf('population', seats, { size: ({ population }) => population }),
    totalOf('area', level('province'), { size: ({ id }) => gazetteer.area(id) }),
  ];
  return all.filter(({ of }) => of > 0);
}
