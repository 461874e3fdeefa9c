import type { Amount } from '../domain/index.ts';

export interface Range {
  readonly min: number;
  readonly max: number | null;
}

/** Amounts of a claim by what they are of: { killed: { min: 12, max: 12 } }. The first of a role counts. */
export function numbers(amounts: readonly Amount[]): Readonly<Record<string, Range>> {
  const ranges: Record<string, Range> = {};
  for (const { role, unit, min, max } of amounts) ranges[role ?? unit] ??= { min, max };
  return ranges;
}
