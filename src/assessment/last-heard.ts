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
  #last: (Asked & { readonly evidence: Evidence }) | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  note(asked: Asked, evidence: Evidence): Evidence {
    this.#last = { ...asked, evidence };
    return evidence;
  }

  /** Something else is heard, or more has come in. */
  forget(): void {
    this.#last = undefined;
  }

  isOf(place: PlaceId): boolean {
    return this.#last?.place === place;
  }

  /** Asked about another day, but known by the same: the evidence has not changed. */
  of({ place, limit, clock, without, pins }: Asked): Evidence | undefined {
    const last = this.#last;
    const same = last?.place === place && last.limit === limit && last.clock === clock;
    return same && last.without === without && last.pins === pins ? last.evidence : undefined;
  }

  /** The same by an earlier day of its week, when nothing was told of the place since: so it is mostly overnight. */
  knownBy(asked: Asked): Evidence | undefined {
    const last = this.#last;
    if (!last || last.limit <= asked.limit) return undefined;
    const { limit, clock, pins } = asked;
    const { settlements, origins } = this.#sources;
    const evidence = this.of({ ...asked, limit: last.limit });
    const isSameWeek =
      settlements.of(limit, clock, pins) === settlements.of(last.limit, clock, pins);
    const isChanged = (text: number) => origins.changesIn(text, limit, last.limit);
    if (!evidence || !isSameWeek || !wasAllBy(evidence.hearing, asked, isChanged)) return undefined;
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
