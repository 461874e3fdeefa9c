import { main } from '../../src/cli/main.ts';
import type { CommandIo } from '../../src/cli/io.ts';

export interface CliOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly colour?: boolean;
  readonly columns?: number;
  readonly progress?: boolean;
  /** What ends a long-running command; default: at once. */
  readonly stopped?: (soFar: () => string) => Promise<void>;
}

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, with its own input, output, clock and settings. */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<CliResult> {
  const out: string[] = [];
  const err: string[] = [];
  const { stdin = '', env = {}, colour = false, progress = false } = options;
  const io: CommandIo = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    stdin: () =>
      Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    env,
    cwd: options.cwd,
    colour,
    columns: options.columns,
    progress,
    now: () => new Date(),
    stopped: async () => options.stopped?.(() => out.join('')),
  };
  const code = await main(argv, io);
  return { code, out: out.join(''), err: err.join('') };
}
