import type { Fingerprint, Origin, OriginId, ReportHead, ReportId } from '../../domain/index.ts';
import { dayOf, originId, supplied } from '../../domain/index.ts';
import type { OriginParameters } from '../parameters.ts';
import { DayNumbers } from '../standing/numbers.ts';
import { CopyIndex, isCopy, overlapOf } from './copies.ts';

interface Edge {
  readonly to: number;
  readonly containment: number;
}

interface Entry {
  readonly id: ReportId;
  /** Day of publication, else of capture; Infinity until its report is added. */
  day: number;
  fingerprint: Fingerprint | undefined;
  readonly edges: Edge[];
  /** Its own number in a list: the answer for most reports, made once. */
  readonly self: readonly [number];
  /** Entry it was found to copy, from day `since` on; -1 for the first of an origin. */
  parent: number;
  since: number;
  /** Further origins it draws on: two stories merged into one report. */
  also: Further[];
}

/** A further origin, from a day on, and the entry by which that was found: itself, or a later one. */
interface Further {
  readonly entry: number;
  readonly since: number;
  readonly by: number;
}

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
  readonly #days = new DayNumbers();
  readonly #byId = new Map<ReportId, number>();
  /** Asked for last: most claims are of the report of the one before. */
  #last: { readonly id: ReportId | undefined; readonly number: number } = {
    id: undefined,
    number: -1,
  };
  /** By number: 1 when it draws on another. Bytes, for it is asked of each of a million claims. */
  #draws = new Uint8Array(1024);

  constructor(parameters: OriginParameters) {
    this.#parameters = parameters;
    this.#index = new CopyIndex(parameters);
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
    const undecided = { parent: -1, since: 0, edges: [], also: [], self: [number] as const };
    this.#entries.push({ id: report, day: Infinity, fingerprint: undefined, ...undecided });
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
    for (const other of this.#index.add(number, report.fingerprint)) this.#compare(number, other);
    const texts = entry.edges.length > 0 ? this.#settle(number) : new Set<number>();
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
    const roots = [this.#root(number, known)];
    for (const { entry: origin, since } of entry.also) {
      const root = since <= known ? this.#root(origin, known) : roots[0]!;
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
    return this.isOwn(number) ? number : this.#root(number, known);
  }

  /** Main origin of a report by number, as known on a day. */
  main(number: number, known: number): OriginId {
    return this.#name(this.#root(number, known));
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

  #compare(number: number, other: number): void {
    const entry = this.#entries[number]!;
    const earlier = this.#entries[other]!;
    const a = entry.fingerprint!;
    const b = earlier.fingerprint!;
    const overlap = overlapOf(a, b);
    const sameCredit =
      Math.abs(entry.day - earlier.day) <= CREDIT_DAYS &&
      a.credits.some((credit) => b.credits.includes(credit));
    if (!isCopy(overlap, sameCredit, this.#parameters)) return;
    const containment = Math.max(overlap.ofFirst, overlap.ofSecond);
    entry.edges.push({ to: other, containment });
    earlier.edges.push({ to: number, containment });
  }

  /**
   * Decides for an entry and anew for all that hang together with it and were published later, in
   * order: what was decided of those before rests on none of these. Returns the others that changed.
   */
  #settle(number: number): Set<number> {
    const together = this.#connected(number);
    const order = (a: number, b: number) => compareEntries(this.#entries[a]!, this.#entries[b]!);
    const before = together.map((index) => this.#decision(index));
    const isEarlier = (index: number) => order(index, number) < 0;
    for (const index of together) {
      const entry = this.#entries[index]!;
      if (isEarlier(index)) entry.also = entry.also.filter(({ by }) => isEarlier(by));
      else [entry.parent, entry.also] = [-1, []];
    }
    const later = together.filter((index) => !isEarlier(index)).sort(order);
    for (const index of later) this.#decide(index, order);
    for (const index of together) this.#note(index);
    // A decision names the roots themselves: who draws on one that changed has changed as well.
    return new Set(
      together.filter((index, i) => index !== number && before[i] !== this.#decision(index)),
    );
  }

  #note(number: number): void {
    const { parent, also } = this.#entries[number]!;
    this.#draws[number] = parent >= 0 || also.length > 0 ? 1 : 0;
  }

  #decision(number: number): string {
    const { parent, since, also } = this.#entries[number]!;
    return JSON.stringify([parent, since, also.map(({ entry, since }) => [entry, since])]);
  }

  #connected(number: number): number[] {
    const seen = new Set([number]);
    for (const index of seen) for (const { to } of this.#entries[index]!.edges) seen.add(to);
    return [...seen];
  }

  #decide(index: number, order: (a: number, b: number) => number): void {
    const entry = this.#entries[index]!;
    const since = entry.day;
    const earlier = entry.edges
      .filter(({ to }) => order(to, index) < 0)
      .sort((a, b) => b.containment - a.containment || order(a.to, b.to));
    const stories: number[] = [];
    const wholes: number[] = [];
    // A text that draws on several origins speaks for none of them while one that draws on one can.
    const single = earlier.filter(({ to }) => this.#entries[to]!.also.length === 0);
    const several = earlier.filter(({ to }) => this.#entries[to]!.also.length > 0);
    for (const { to } of [...single, ...several]) {
      if (this.#rootsOf(to).some((root) => stories.includes(root))) continue;
      if (this.#isOtherPart(index, to, order)) wholes.push(to);
      else stories.push(this.#root(to, Infinity));
    }
    const [first, ...others] = stories;
    if (first !== undefined) {
      entry.parent = first;
      entry.since = since;
      entry.also.push(...others.map((root) => ({ entry: root, since, by: index })));
    }
    for (const whole of wholes) this.#drawTogether(index, whole, stories);
  }

  #rootsOf(number: number): number[] {
    const { also } = this.#entries[number]!;
    return [number, ...also.map(({ entry }) => entry)].map((origin) =>
      this.#root(origin, Infinity),
    );
  }

  /** Of a text and a longer one that holds part of it, says which draws on the other's origin. */
  #drawTogether(index: number, whole: number, stories: readonly number[]): void {
    if (this.#rootsOf(whole).some((root) => stories.includes(root))) return;
    const entry = this.#entries[index]!;
    const longer = this.#entries[whole]!;
    const { ofFirst } = overlapOf(entry.fingerprint!, longer.fingerprint!);
    const merged = stories.length > 0 && ofFirst < this.#parameters.within.value;
    const found = { since: entry.day, by: index };
    if (merged) entry.also.push({ entry: this.#root(whole, Infinity), ...found });
    else longer.also.push({ entry: index, ...found });
  }

  /**
   * Whether a longer earlier text holds this one beside another story: this one is then no copy of
   * that story's origin, though the longer text draws on both.
   */
  #isOtherPart(index: number, longer: number, order: (a: number, b: number) => number): boolean {
    const whole = this.#entries[longer]!;
    const text = this.#entries[index]!.fingerprint!;
    if (overlapOf(whole.fingerprint!, text).ofFirst > this.#parameters.part.value) return false;
    const adjacent = new Set(this.#entries[index]!.edges.map(({ to }) => to));
    const parts = whole.edges.filter(({ to }) => to !== index && order(to, index) < 0);
    return parts.length > 0 && parts.every(({ to }) => !adjacent.has(to));
  }

  #root(number: number, known: number): number {
    let at = number;
    for (;;) {
      const { parent, since } = this.#entries[at]!;
      if (parent < 0 || since > known) return at;
      at = parent;
    }
  }
}

function twice(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length);
  larger.set(bytes);
  return larger;
}

const compareEntries = (a: Entry, b: Entry) =>
  a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
