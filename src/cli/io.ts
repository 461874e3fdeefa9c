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
  readonly now: () => Date;
}
