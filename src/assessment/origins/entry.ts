import { countWhile, type Fingerprint, type ReportId } from '../../domain/index.ts';

/** A report among the others that share words with it. */
export interface Entry {
  readonly id: ReportId;
  /** Day of publication, else of capture; Infinity until its report is added. */
  day: number;
  fingerprint: Fingerprint | undefined;
  /** Undefined while it shares words with none. */
  edges: Edges | undefined;
  /** Its own number in a list: the answer for most reports, made once. */
  readonly self: readonly [number];
  /** Entry it was found to copy, from day `since` on; -1 for the first of an origin. */
  parent: number;
  since: number;
  /** Further origins it draws on: two stories merged into one report. Never altered, but replaced. */
  also: readonly Further[];
  /** Earlier entries that were found by this one to draw on a further origin. */
  foundOf: readonly number[];
}

/** A further origin, from a day on, and the entry by which that was found: itself, or a later one. */
interface Further {
  readonly entry: number;
  readonly since: number;
  readonly by: number;
}

export const newEntry = (id: ReportId, number: number): Entry => ({
  id,
  day: Infinity,
  fingerprint: undefined,
  edges: undefined,
  self: [number],
  parent: -1,
  since: 0,
  also: [],
  foundOf: [],
});

/** What was decided of an entry. */
export type Decision = Pick<Entry, 'parent' | 'since' | 'also'>;

export const isSameDecision = (a: Decision, b: Decision): boolean =>
  a.parent === b.parent &&
  a.since === b.since &&
  a.also.length === b.also.length &&
  a.also.every(({ entry, since }, i) => entry === b.also[i]!.entry && since === b.also[i]!.since);

/** Which of two was published first: the same whatever came in first. */
export const compareEntries = (a: Entry, b: Entry): number =>
  a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The entries that one shares enough words with, those with the largest share first. */
export class Edges {
  /** Side by side: of texts that many print there are millions. */
  readonly #to: number[] = [];
  readonly #containments: number[] = [];

  /** @param isBefore whether another, by number, with as large a share, stands before it */
  add(to: number, containment: number, isBefore: (other: number) => boolean): void {
    const at = countWhile(this.#to.length, (index) => {
      const more = this.#containments[index]! - containment;
      return more === 0 ? isBefore(this.#to[index]!) : more > 0;
    });
    this.#to.splice(at, 0, to);
    this.#containments.splice(at, 0, containment);
  }

  get to(): readonly number[] {
    return this.#to;
  }
}
