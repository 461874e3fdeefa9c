import { visibleLength } from './style.ts';

const cut = (text: string, width: number) =>
  text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;

/** Columns as wide as their widest cell; the last one takes what is left of the line. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const last = header.length - 1;
  const widths = header.map((name, column) =>
    Math.max(visibleLength(name), ...rows.map((row) => visibleLength(row[column] ?? ''))),
  );
  const used = widths.slice(0, last).reduce((sum, each) => sum + each + 2, 0);
  const rest = Math.max(20, width - used);
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === last
          ? cut(cell, rest)
          : cell + ' '.repeat(Math.max(0, widths[column]! - visibleLength(cell))),
      )
      .join('  ')
      .trimEnd();
  return `${[header, ...rows].map(line).join('\n')}\n`;
}
