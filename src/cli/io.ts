/** What a command may touch: tests pass their own. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly colour: boolean;
  /** Columns of the terminal; undefined when it is not one. */
  readonly columns: number | undefined;
  /** Whether a progress bar may be drawn on the error stream. */
  readonly progress: boolean;
  readonly now: () => Date;
  /** Resolves when the user asks a long-running command to end. */
  readonly stopped: () => Promise<void>;
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return new Uint8Array(Buffer.concat(chunks));
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

/** https://no-color.org: set to anything but the empty string turns colour off. */
const wantsColour = () =>
  process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';

/** A reader that has seen enough (`dateline claims | head`) closes the pipe: then we are done too. */
function endWithPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

export function processIo(): CommandIo {
  endWithPipe();
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: readStdin,
    env: process.env,
    cwd: process.cwd(),
    colour: wantsColour(),
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    progress: process.stderr.isTTY,
    now: () => new Date(),
    stopped: untilStopped,
  };
}
