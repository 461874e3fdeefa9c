import type { Cell, Codebook, Row } from './codebook.ts';

/** Put before a table, it tells Excel that the letters are UTF-8; other programs may take it for a letter. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, one header line; `hxl` adds the HXL hashtag row below it. */
export function toCsv(
  codebook: Pick<Codebook, 'columns'>,
  rows: readonly Row[],
  hxl = false,
): string {
  const names = codebook.columns.map(({ name }) => name);
  const lines: Cell[][] = [names];
  if (hxl) lines.push(codebook.columns.map((column) => column.hxl ?? ''));
  for (const row of rows) lines.push(names.map((name) => row[name] ?? null));
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  // A spreadsheet takes a leading = + - @ for a formula; text from a report must not become one.
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
