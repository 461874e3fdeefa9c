import {
  actorSides,
  Assessor,
  type AssessmentContext,
  type AssessmentParameters,
} from '../assessment/index.ts';
import {
  day,
  originId,
  supplied,
  unlistedName,
  type ClaimId,
  type Day,
  type Instant,
  type OriginId,
  type PlaceId,
  type RecordedClaim,
  type ReportHead,
  type ReportId,
} from '../domain/index.ts';
import {
  isReadReport,
  pinsOf,
  withPrints,
  type Ledger,
  type LedgerCounts,
  type RecordedPin,
} from '../ledger/index.ts';
import type { ReaderResources } from '../reader.ts';
import { HeldClaims } from './held-claims.ts';
import { Idle } from './idle.ts';
import { RememberedStandings } from './remembered.ts';
import type { PlaceTally } from './tallies.ts';
import type { ClaimView, ReportBrief } from './wire.ts';

/** Other processes may write to the same database: look for news at most this often. */
const LOOK_AGAIN_MS = 2000;

/** A day after every other: all that is in the ledger is known by it. */
const END = day('9999-12-31');

/** Told while claims are read: how many were, of how many. */
export type Progress = (done: number, of: number) => void;

/** Who writes at the same time may be slower than who reads: so long before the newest is read again. */
const OVERLAP_MS = 600_000;

const before = (instant: Instant) =>
  new Date(Date.parse(instant) - OVERLAP_MS).toISOString() as Instant;

/** The ledger's claims in memory with their assessment, kept up with what is appended. */
export class LiveAssessment {
  readonly #ledger: Ledger;
  readonly #context: AssessmentContext;
  readonly #now: () => number;
  #assessor: Assessor;
  #seen: LedgerCounts | undefined;
  #looked = 0;
  #version = 0;
  #refreshing: Promise<void> | undefined;
  /** Files of which reports are still to be taken in. */
  #taking = 0;
  /** What is done while nothing is asked. */
  readonly idle = new Idle();
  #pins: readonly RecordedPin[] = [];
  #held: HeldClaims;
  #standings: RememberedStandings;
  readonly #remembered = new Map<string, unknown>();
  readonly #progress: Progress | undefined;
  /** When the newest claim taken was recorded. */
  #newest: Instant | undefined;
  /** Claims in the ledger that do not stand. */
  #retracted = 0;

  constructor(
    ledger: Ledger,
    resources: ReaderResources,
    parameters: AssessmentParameters,
    { now, progress }: { readonly now: () => number; readonly progress?: Progress | undefined },
  ) {
    this.#ledger = ledger;
    this.#now = now;
    this.#progress = progress;
    this.#context = {
      places: resources.gazetteer,
      actors: actorSides(resources.actors.actors),
      parameters,
    };
    this.#assessor = new Assessor(this.#context);
    this.#held = new HeldClaims(this.#assessor, this.#context.actors);
    this.#standings = new RememberedStandings(this.#assessor);
  }

  /** What was worked out from the whole record, kept until the record changes. */
  remember<T>(key: string, work: () => T): T {
    if (!this.#remembered.has(key)) this.#remembered.set(key, work());
    return this.#remembered.get(key) as T;
  }

  get assessor() {
    return this.#assessor;
  }

  /** Of many places at once, for one question and the next. */
  get standings() {
    return this.#standings;
  }

  /** Changes whenever an answer may. */
  get revision() {
    return String(this.#version);
  }

  get claims(): ReadonlyMap<ClaimId, RecordedClaim> {
    return this.#assessor.claims;
  }

  get heads(): ReadonlyMap<ReportId, ReportHead> {
    return this.#assessor.reports;
  }

  /** Catches up with the ledger when it has grown. */
  async refresh(): Promise<void> {
    if (this.#seen && (this.#taking > 0 || this.#now() - this.#looked < LOOK_AGAIN_MS)) return;
    this.#refreshing ??= this.#catchUp().finally(() => {
      this.#refreshing = undefined;
    });
    await this.#refreshing;
  }

  #changed(): void {
    this.#version += 1;
    this.#remembered.clear();
    // How far sources were borne out, week by week, before somebody has to wait for it.
    this.idle.begin(this.#assessor.workAhead());
  }

  /**
   * Takes in reports just appended here, without reading the record again, one a turn of others. Till all
   * are in, nobody looks for what is new: he would find these, and read all that was written of late.
   */
  async takeAppended(ids: Iterable<ReportId>, turn: () => Promise<void>): Promise<void> {
    this.#taking += 1;
    try {
      for (const id of ids) {
        await this.#takeReport(id);
        await turn();
      }
    } finally {
      this.#taking -= 1;
    }
  }

  async #takeReport(id: ReportId): Promise<void> {
    const seen = this.#seen;
    const stored = await this.#ledger.report(id);
    if (!seen || !stored || this.heads.has(id)) return;
    const claims = await this.#ledger.claims({ report: id });
    const isRead = isReadReport(stored.report);
    if (isReadReport(stored.report)) {
      const { body: _, ...head } = stored.report;
      const { origins } = this.#context.parameters;
      this.#held.take(await withPrints(this.#ledger, [head], origins), claims);
    }
    this.#changed();
    // What others wrote meanwhile is in the ledger's counts and not in these: it is read next time.
    this.#seen = {
      ...seen,
      reports: seen.reports + (isRead ? 1 : 0),
      unread: seen.unread + (isRead ? 0 : 1),
      claims: seen.claims + claims.length,
      problems: seen.problems + stored.problems.length,
    };
  }

  async #catchUp() {
    const counts = await this.#ledger.counts();
    this.#looked = this.#now();
    const seen = this.#seen;
    if (seen && JSON.stringify(seen) === JSON.stringify(counts)) return;
    // A review can take claims away: what was computed from them is thrown away and rebuilt.
    if (seen && seen.reviews !== counts.reviews) this.#forget();
    if (counts.pins !== this.#pins.length) this.#takePins(await this.#ledger.pins());
    await this.#read(counts, this.#newest && before(this.#newest));
    // What was written late, with an earlier time than what was read before it.
    const missing = counts.claims - this.claims.size - this.#retracted;
    if (this.#newest && seen && seen.reviews === counts.reviews && missing > 0) {
      await this.#read(counts, undefined);
    }
    this.#retracted = Math.max(0, counts.claims - this.claims.size);
    this.#changed();
    this.#seen = counts;
  }

  /** Page by page: a large ledger is never in memory twice. */
  async #read(counts: LedgerCounts, since: Instant | undefined) {
    const { origins } = this.#context.parameters;
    for await (const page of this.#ledger.reportPages({ since })) {
      const heads = page.map(({ head }) => head).filter(({ id }) => !this.heads.has(id));
      this.#held.take(await withPrints(this.#ledger, heads, origins), []);
    }
    for await (const page of this.#ledger.claimPages({ since })) {
      this.#newest = page.at(-1)!.recorded;
      await this.#takeHeadsOf(page);
      this.#held.take([], page);
      this.#progress?.(this.claims.size, counts.claims);
    }
  }

  /** Reports that came in after their page had been read: a claim is weighed with its report. */
  async #takeHeadsOf(claims: readonly RecordedClaim[]) {
    const absent = new Set(claims.map(({ claim }) => claim.report));
    for (const id of absent) {
      const stored = this.heads.has(id) ? undefined : await this.#ledger.report(id);
      if (!stored || !isReadReport(stored.report)) continue;
      const { body: _, ...head } = stored.report;
      const { origins } = this.#context.parameters;
      this.#held.take(await withPrints(this.#ledger, [head], origins), []);
    }
  }

  /** Takes in a review just written here: what was computed without it is computed anew. */
  async takeReviewed(): Promise<void> {
    await this.#refreshing;
    this.#looked = 0;
    await this.refresh();
  }

  /** Entries about sources, oldest first. */
  get pins(): readonly RecordedPin[] {
    return this.#pins;
  }

  /** Takes in an entry just written here. */
  async takePinned(): Promise<void> {
    this.#takePins(await this.#ledger.pins());
    if (this.#seen) this.#seen = { ...this.#seen, pins: this.#pins.length };
  }

  #takePins(entries: readonly RecordedPin[]) {
    this.#pins = entries;
    this.#assessor.pin(pinsOf(entries));
    this.#changed();
  }

  #forget() {
    this.#assessor = new Assessor({ ...this.#context, pins: pinsOf(this.#pins) });
    this.#held = new HeldClaims(this.#assessor, this.#context.actors);
    this.#standings = new RememberedStandings(this.#assessor);
    this.#newest = undefined;
    this.#retracted = 0;
  }

  claimsAt(place: PlaceId): readonly RecordedClaim[] {
    return this.#held.at(place);
  }

  /** Of each place that some claim bears on. */
  get tallies(): ReadonlyMap<PlaceId, PlaceTally> {
    return this.#held.tallies;
  }

  /** The main origin of a report, as known by a day; as known at the end of the record by default. */
  originOf(report: ReportId, known: Day = END): OriginId {
    return this.#assessor.originsOf(report, known)[0] ?? originId(`o${report.slice(1)}`);
  }

  /** Reports by their origin, as known at the end of the record. */
  get reportsByOrigin(): ReadonlyMap<OriginId, readonly ReportId[]> {
    return this.remember('reports by origin', () => {
      const found = new Map<OriginId, ReportId[]>();
      for (const id of this.heads.keys()) {
        const origin = this.originOf(id);
        const list = found.get(origin);
        if (list) list.push(id);
        else found.set(origin, [id]);
      }
      return found;
    });
  }

  brief(id: ReportId): ReportBrief {
    const head = this.heads.get(id);
    return {
      id,
      title: head?.title ?? null,
      outlet: (head && supplied(head.outlet)) ?? 'Outlet unknown',
      published: (head && supplied(head.published)) ?? null,
      origin: this.originOf(id),
    };
  }

  view({ claim, recorded }: RecordedClaim): ClaimView {
    return { claim, recorded, report: this.brief(claim.report) };
  }

  /** The day the record learned of a claim: its publication, else when its source spoke. */
  saidDay(recorded: RecordedClaim): Day {
    return this.#held.saidDay(recorded);
  }

  holderName(id: string): string {
    return this.#context.actors.actor(id as never)?.name ?? unlistedName(id);
  }
}
