/** What `npm run bench -- TASK …` hands a task. */
export interface BenchOptions {
  /** Values of `--data`, in order. */
  readonly data: readonly string[];
  /** Any other `--name value` (or bare `--name`, as "true"). */
  readonly flags: Readonly<Record<string, string>>;
  readonly print: (line: string) => void;
}

/** The last line of a bench run, as JSON. Shares are 0–1. */
export interface BenchResult {
  readonly task: string;
  readonly n: number;
  readonly metrics: Readonly<Record<string, unknown>>;
}

export interface BenchTask {
  readonly name: string;
  /** One line: what is measured, and the format of `--data`. */
  readonly about: string;
  run(options: BenchOptions): Promise<BenchResult>;
}
