export type Row = Readonly<Record<string, unknown>>;

/** Text with `$1…` and its values. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export type Run = (statement: Statement) => Promise<readonly Row[]>;

/** The one thing that differs between an embedded PostgreSQL and a server. */
export interface Engine {
  readonly kind: 'pglite' | 'postgresql';
  /** Nobody else can write: what was counted once changes with what is written here. */
  readonly alone?: boolean;
  readonly run: Run;
  /** All or nothing; acknowledged means that it survives the end of the process. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Several statements without values: migrations. */
  script(sql: string): Promise<void>;
  /** What a server's autovacuum does by itself; an embedded engine has none. */
  upkeep(): Promise<void>;
  close(): Promise<void>;
}

/** Names of schemas come from settings and tests, never from reports. */
export function quoteName(name: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(name)) {
    throw new RangeError(`expected a schema name of a–z, 0–9 and _, saw "${name}"`);
  }
  return `"${name}"`;
}
