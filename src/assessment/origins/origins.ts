import type { Origin, OriginId, ReportHead, ReportId } from '../../domain/index.ts';
import { dayOf, originId, supplied } from '../../domain/index.ts';
import type { OriginParameters } from '../parameters.ts';
import { DayNumbers } from '../standing/numbers.ts';
import { CopyIndex, isCopy, overlapOf } from './copies.ts';
import { Decider, rootOf } from './decider.ts';
import { compareEntries, Edges, isSameDecision, newEntry, type Entry } from './entry.ts';
import { Families } from './families.ts';

/** Reports by number that from a day on have another origin. */
export interface Changed {
  readonly day: number;
  readonly texts: ReadonlySet<number>;
}

/** Days between two reports of one agency for a lower share of words to be enough. */
const CREDIT_DAYS = 2;

/**
 * Which reports share words that somebody else wrote. A report is judged against those published
 * before it, so that what was an origin on a day stays so; the order of arrival does not matter.
 */
export class Origins {
  readonly #parameters: OriginParameters;
  readonly #index: CopyIndex;
  readonly #entries: Entry[] = [];
  readonly #families: Families;
  readonly #decider: Decider;
  readonly #days = new DayNumbers();
  readonly #byId = new Map<ReportId, number>();
  /** Asked for last: most claims are of the report of the one before. */
  #last: { readonly id: ReportId | undefined; readonly number: number } = {
    id: undefined,
    number: -1,
  };
  /** By number: 1 when it draws on another. Bytes, for it is asked of each of a million claims. */
  #draws = new Uint8Array(1024);

  readonly #order = (a: number, b: number): number =>
    compareEntries(this.#entries[a]!, this.#entries[b]!);

  constructor(parameters: OriginParameters) {
    this.#parameters = parameters;
    this.#index = new CopyIndex(parameters);
    this.#families = new Families(this.#order);
    this.#decider = new Decider(this.#entries, this.#order, parameters);
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Number of a report, which may come later than what speaks of it. */
  numberOf(report: ReportId): number {
    if (report === this.#last.id) return this.#last.number;
    const number = this.#byId.get(report) ?? this.#newNumber(report);
    this.#last = { id: report, number };
    return number;
  }

  #newNumber(report: ReportId): number {
    const number = this.#entries.length;
    this.#entries.push(newEntry(report, number));
    this.#byId.set(report, number);
    if (number === this.#draws.length) this.#draws = twice(this.#draws);
    return number;
  }

  /** Which reports that were there before have another origin now, if some have. */
  add(report: ReportHead): Changed | undefined {
    const number = this.numberOf(report.id);
    const entry = this.#entries[number]!;
    if (entry.day !== Infinity) return undefined;
    entry.day = this.#days.of(supplied(report.published) ?? dayOf(report.captured));
    if (!report.fingerprint) return undefined;
    entry.fingerprint = report.fingerprint;
    const candidates = this.#index.add(number, report.fingerprint);
    const others = candidates.filter((other) => this.#linkIfCopy(number, other));
    if (others.length === 0) return undefined;
    const texts = this.#settle(number, others);
    return texts.size > 0 ? { day: entry.day, texts } : undefined;
  }

  /** Whether a report, by number, draws on no other: so do most, and it is asked for each claim. */
  isOwn(number: number): boolean {
    return this.#draws[number] === 0;
  }

  /** Origins a report draws on by number, as known on a day; the main one first. */
  roots(number: number, known: number): readonly number[] {
    const entry = this.#entries[number]!;
    if (entry.parent < 0 && entry.also.length === 0) return entry.self;
    const roots = [rootOf(this.#entries, number, known)];
    for (const { entry: origin, since } of entry.also) {
      const root = since <= known ? rootOf(this.#entries, origin, known) : roots[0]!;
      if (!roots.includes(root)) roots.push(root);
    }
    return roots;
  }

  /** Whether a report, by number, draws on others from some day after `from` and up to `until`. */
  changesIn(number: number, from: number, until: number): boolean {
    if (this.isOwn(number)) return false;
    const { parent, since, also } = this.#entries[number]!;
    const isWithin = (day: number) => day > from && day <= until;
    return (parent >= 0 && isWithin(since)) || also.some((one) => isWithin(one.since));
  }

  /** The report of a number. */
  idOf(number: number): ReportId {
    return this.#entries[number]!.id;
  }

  /** Number of the main origin of a report by number, as known on a day. */
  root(number: number, known: number): number {
    return this.isOwn(number) ? number : rootOf(this.#entries, number, known);
  }

  /** Main origin of a report by number, as known on a day. */
  main(number: number, known: number): OriginId {
    return this.#name(rootOf(this.#entries, number, known));
  }

  /** Origins a report draws on, as known on a day; the main one first. */
  of(report: ReportId, known = Infinity): OriginId[] {
    const number = this.#byId.get(report);
    if (number === undefined) return [originId(`o${report.slice(1)}`)];
    return this.roots(number, known).map((root) => this.#name(root));
  }

  #name(number: number): OriginId {
    return originId(`o${this.#entries[number]!.id.slice(1)}`);
  }

  /** Every origin with its reports, as known on a day. */
  list(known = Infinity): Origin[] {
    const reports = new Map<OriginId, ReportId[]>();
    const inOrder = this.#entries
      .filter(({ day }) => day <= known && day !== Infinity)
      .sort(compareEntries);
    for (const { id } of inOrder) {
      for (const origin of this.of(id, known)) {
        const list = reports.get(origin);
        if (list) list.push(id);
        else reports.set(origin, [id]);
      }
    }
    return [...reports].map(([id, list]) => {
      const credits = list.flatMap(
        (report) => this.#entries[this.#byId.get(report)!]!.fingerprint?.credits ?? [],
      );
      return { id, first: list[0]!, reports: list, credits: [...new Set(credits)] };
    });
  }

  /** Whether two share enough words to hang together. */
  #linkIfCopy(number: number, other: number): boolean {
    const entry = this.#entries[number]!;
    const earlier = this.#entries[other]!;
    const a = entry.fingerprint!;
    const b = earlier.fingerprint!;
    const overlap = overlapOf(a, b);
    const sameCredit =
      Math.abs(entry.day - earlier.day) <= CREDIT_DAYS &&
      a.credits.some((credit) => b.credits.includes(credit));
    if (!isCopy(overlap, sameCredit, this.#parameters)) return false;
    const containment = Math.max(overlap.ofFirst, overlap.ofSecond);
    this.#link(number, other, containment);
    this.#link(other, number, containment);
    return true;
  }

  #link(from: number, to: number, containment: number): void {
    const edges = (this.#entries[from]!.edges ??= new Edges());
    edges.add(to, containment, (other) => this.#order(other, to) < 0);
  }

  /**
   * Decides for an entry and anew for all that hang together with it and were published later, in
   * order: what was decided of those before rests on none of these. Returns the others that changed.
   */
  #settle(number: number, others: readonly number[]): ReadonlySet<number> {
    const later = this.#families.join(number, others);
    const before = this.#decider.decide([number, ...later]);
    const changed = new Set<number>();
    for (const [index, decision] of before) {
      const entry = this.#entries[index]!;
      this.#draws[index] = entry.parent >= 0 || entry.also.length > 0 ? 1 : 0;
      // A decision names the roots themselves: who draws on one that changed has changed as well.
      if (index !== number && !isSameDecision(decision, entry)) changed.add(index);
    }
    return changed;
  }
}

function twice(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length);
  larger.set(bytes);
  return larger;
}
