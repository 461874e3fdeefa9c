import {
  type Day,
  type Instant,
  type Problem,
  type Report,
  unplacedName,
} from '../domain/index.ts';
import type { Ledger, LedgerEntry } from '../ledger/index.ts';
import type { ReadReport } from '../reader.ts';
import { type Captured, isRead, type Limits, type RawItem, takeIn } from '../report/index.ts';
import { readFileItem, type SourceFile } from './sources.ts';

/** What became of one item; printed only after the ledger acknowledged it. */
export interface Added {
  readonly path: string;
  readonly report: string | null;
  readonly outcome: 'added' | 'known' | 'unread' | 'failed' | 'passed-over';
  readonly claims: number;
  readonly reason?: string;
  readonly problems: readonly Problem[];
  /** Names of places in its claims that the gazetteer lacks. */
  readonly unplaced?: readonly string[];
}

export interface AddingOptions {
  readonly limits: Limits;
  readonly outlet?: string | undefined;
  readonly published?: Day | undefined;
  readonly captured: () => Instant;
}

/** Takes files one after the other and says what became of each report in them, as soon as it is known. */
export interface FileSink {
  /** `onShare` hears how much of the file is done, 0–1. */
  addFile(file: SourceFile, onShare?: (share: number) => void): AsyncIterable<Added>;
  finish(): AsyncIterable<Added>;
}

/** Reports in one transaction: enough to share its cost, few enough to lose nothing worth keeping. */
const BATCH = 16;

interface Waiting {
  readonly path: string;
  readonly entry: LedgerEntry;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Reads files one after the other and appends what they hold, batch by batch. */
export class Adding implements FileSink {
  #waiting: Waiting[] = [];

  constructor(
    readonly ledger: Ledger,
    readonly read: (report: Report) => ReadReport,
    readonly options: AddingOptions,
  ) {}

  /** What is settled by now; what waits for its batch comes with a later call or with `finish`. */
  async *addFile(file: SourceFile, onShare?: (share: number) => void): AsyncGenerator<Added> {
    const { limits, captured, outlet, published } = this.options;
    let item: RawItem;
    try {
      item = await readFileItem(file, limits.maxBytes, captured());
    } catch (error) {
      yield this.#failed(file.name, null, error);
      return;
    }
    const given = {
      ...item,
      ...(outlet === undefined ? {} : { outlet }),
      ...(published === undefined ? {} : { published }),
    };
    const items = await takeIn(given, limits);
    for (const [index, each] of items.entries()) {
      onShare?.(index / items.length);
      const done = await this.#prepare(each, file.name);
      if (done) yield done;
      if (this.#waiting.length >= BATCH) yield* this.finish();
    }
  }

  /** Appends what waits. */
  async *finish(): AsyncGenerator<Added> {
    const batch = this.#waiting;
    this.#waiting = [];
    const outcomes = await this.ledger.appendMany(batch.map(({ entry }) => entry));
    for (const [i, { path, entry }] of batch.entries()) {
      const { report, claims, problems } = entry;
      const known = outcomes[i]!.outcome === 'known';
      const names = known ? [] : claims.flatMap(({ place }) => unplacedName(place) ?? []);
      const unread = 'unread' in report ? { reason: report.unread } : {};
      yield {
        path,
        report: report.id,
        outcome: 'unread' in report ? 'unread' : known ? 'known' : 'added',
        claims: known ? 0 : claims.length,
        ...unread,
        problems,
        ...(names.length > 0 && { unplaced: names }),
      };
    }
  }

  async #prepare(captured: Captured, path: string): Promise<Added | undefined> {
    const { report, problems, raw } = captured;
    // Reading costs far more than asking; a second `add` of a folder should cost little.
    if (isRead(captured) && (await this.ledger.has(report.id))) {
      return { path, report: report.id, outcome: 'known', claims: 0, problems: [] };
    }
    if (!isRead(captured)) {
      this.#waiting.push({ path, entry: { report, raw, claims: [], problems } });
      return undefined;
    }
    try {
      const result = this.read(captured.report);
      const entry = {
        report,
        raw,
        claims: result.claims,
        problems: [...problems, ...result.problems],
      };
      this.#waiting.push({ path, entry });
      return undefined;
    } catch (error) {
      return this.#failed(path, report.id, error);
    }
  }

  #failed(path: string, report: string | null, error: unknown): Added {
    return { path, report, outcome: 'failed', claims: 0, reason: reasonOf(error), problems: [] };
  }
}
