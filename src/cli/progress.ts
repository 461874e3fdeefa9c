import type { CommandIo } from './io.ts';

/** A bar on the error stream, redrawn at most ten times a second; silent when that is no terminal. */
export class Progress {
  readonly #started: number;
  #drawn = 0;

  constructor(
    readonly total: number,
    readonly io: CommandIo,
  ) {
    this.#started = io.now().getTime();
  }

  show(done: number, note: string): void {
    if (!this.io.progress) return;
    const now = this.io.now().getTime();
    if (done < this.total && now - this.#drawn < 100) return;
    this.#drawn = now;
    const share = this.total === 0 ? 1 : done / this.total;
    const filled = Math.round(share * 24);
    const bar = '█'.repeat(filled) + '░'.repeat(24 - filled);
    const left = share > 0 ? ((now - this.#started) / share) * (1 - share) : 0;
    const line = `${bar} ${Math.round(share * 100)} % ${duration(left)} left  ${note}`;
    this.io.err(`\r\u001B[2K${line.slice(0, (this.io.columns ?? 80) - 1)}`);
  }

  clear(): void {
    if (this.io.progress) this.io.err('\r\u001B[2K');
  }
}

export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
