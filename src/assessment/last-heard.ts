import type { PlaceId } from '../domain/index.ts';
import type { Origins } from './origins/origins.ts';
import type { Asked } from './remembering/remembering.ts';
import type { Settlements } from './settlements.ts';
import type { Hearing } from './standing/hearing.ts';
import type { Heard } from './standing/standing.ts';

interface Sources {
  readonly settlements: Pick<Settlements, 'of'>;
  readonly origins: Pick<Origins, 'changesIn'>;
}

/** What was heard for the last question, for the next that asks for no more than that. */
export class LastHeard<Evidence extends Heard> {
  readonly #sources: Sources;
  // Side by side: an object with the fields of both would cost more than the looking up.
  #asked: Asked | undefined;
  #evidence: Evidence | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  note(asked: Asked, evidence: Evidence): Evidence {
    this.#asked = asked;
    this.#evidence = evidence;
    return evidence;
  }

  /** Something else is heard, or more has come in. */
  forget(): void {
    this.#asked = undefined;
    this.#evidence = undefined;
  }

  isOf(place: PlaceId): boolean {
    return this.#asked?.place === place;
  }

  /** Asked about another day, but known by the same: the evidence has not changed. */
  of(asked: Asked): Evidence | undefined {
    return this.#asked?.limit === asked.limit ? this.#ofAnyDay(asked) : undefined;
  }

  #ofAnyDay({ place, clock, without, pins }: Asked): Evidence | undefined {
    const last = this.#asked;
    const isSame = last?.place === place && last.clock === clock;
    return isSame && last.without === without && last.pins === pins ? this.#evidence : undefined;
  }

  /** The same by an earlier day of its week, when nothing was told of the place since: so it is mostly overnight. */
  knownBy(asked: Asked): Evidence | undefined {
    const last = this.#asked;
    if (!last || last.limit <= asked.limit) return undefined;
    const { limit, clock, pins } = asked;
    const { settlements, origins } = this.#sources;
    const evidence = this.#ofAnyDay(asked);
    if (!evidence) return undefined;
    const isSameWeek =
      settlements.of(limit, clock, pins) === settlements.of(last.limit, clock, pins);
    const isChanged = (text: number) => origins.changesIn(text, limit, last.limit);
    if (!isSameWeek || !wasAllBy(evidence.hearing, asked, isChanged)) return undefined;
    evidence.chain.knowBy(limit);
    return this.note(asked, evidence);
  }
}

/** Whether all that was heard was told by a day of a clock, of days before it, and none of it has other origins since. */
function wasAllBy(
  { units, rows, count }: Hearing,
  { limit, clock }: Pick<Asked, 'limit' | 'clock'>,
  isChanged: (text: number) => boolean,
): boolean {
  for (let at = count - 1; at >= 0; at--) {
    const row = rows[at]!;
    if (units.day(row) >= limit || units[clock](row) > limit) return false;
    if (isChanged(units.text(row))) return false;
  }
  return true;
}
