import Papa from 'papaparse';
import { partsOf } from './fields.ts';
import { type RawItem, Unreadable } from './item.ts';

type Row = Readonly<Record<string, string>>;

export interface Rows {
  readonly items: readonly RawItem[];
  /** What stands from a quotation mark out of place on: where its rows end cannot be told. */
  readonly rest?: { readonly item: RawItem; readonly error: Unreadable };
}

/**
 * Each row of a table as an item of its own, a JSON line with the row's columns. The first row names the
 * columns; commas, semicolons and tabs are told apart. A headline without a text is read as one.
 *
 * @throws Unreadable for a table without a column of texts or headlines.
 */
export function rowItems(item: RawItem, text: string): Rows {
  const { data, meta, errors } = Papa.parse<Row>(text, {
    header: true,
    delimitersToGuess: [',', ';', '\t'],
  });
  const columns = meta.fields ?? [];
  const toLine = lineOf(columns, data);
  const broken = errors.find(({ type }) => type === 'Quotes');
  const encoder = new TextEncoder();
  const items = data.slice(0, broken?.row && broken.row - 1).flatMap((row, index) => {
    if (columns.every((column) => !row[column]?.trim())) return [];
    const number = index + 2;
    const part = `row ${number}`;
    return [{ ...item, bytes: encoder.encode(toLine(row)), name: `${item.name}:${number}`, part }];
  });
  if (!broken) return { items };
  const row = (broken.row ?? 0) + 1;
  const left = text.slice(text.lastIndexOf('\n', broken.index) + 1);
  const message = `saw a quotation mark out of place in row ${row}; expected marks within a cell to be doubled. Rows from there on are not read.`;
  const rest = { ...item, bytes: encoder.encode(left), name: `${item.name}:${row}` };
  return { items, rest: { item: rest, error: new Unreadable('bad-line', message) } };
}

/** Writes a row as a JSON object: its cells, and what the table as a whole tells of them. */
function lineOf(columns: readonly string[], rows: readonly Row[]): (row: Row) => string {
  const parts = partsOf(columns);
  const [texts, titles, dates] = [parts.get('text'), parts.get('title'), parts.get('published')];
  if (texts === undefined && titles === undefined) {
    const seen = columns.slice(0, 12).map((name) => JSON.stringify(name));
    throw new Unreadable(
      'bad-line',
      `saw a table with columns ${seen.join(', ') || 'without names'}; expected one named "text" (or body, article, notes), and if known "title", "outlet", "published", "url"`,
    );
  }
  const order = dates === undefined ? undefined : orderOf(rows.map((row) => row[dates] ?? ''));
  return (row) => {
    const cell = (column: string | undefined) => (column === undefined ? '' : (row[column] ?? ''));
    const day = order && isoDay(cell(dates), order);
    const headline = cell(texts).trim() === '' ? cell(titles) : '';
    return JSON.stringify({
      ...Object.fromEntries(columns.map((column) => [column, cell(column)])),
      ...(day && { published: day }),
      ...(headline && { text: headline }),
    });
  };
}

const NUMERIC = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;

/** "5/8/2021" is either; a "13/8/2021" in the same column tells which, unless another contradicts it. */
function orderOf(cells: readonly string[]): 'day first' | 'month first' | undefined {
  const pairs = cells.flatMap((cell) => {
    const found = NUMERIC.exec(cell);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  const dayFirst = pairs.some(([first]) => first > 12);
  const monthFirst = pairs.some(([, second]) => second > 12);
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'day first' : 'month first';
}

function isoDay(cell: string, order: 'day first' | 'month first'): string | undefined {
  const found = NUMERIC.exec(cell);
  if (!found) return undefined;
  const [first, second] = [found[1]!.padStart(2, '0'), found[2]!.padStart(2, '0')];
  return order === 'day first'
    ? `${found[3]}-${second}-${first}`
    : `${found[3]}-${first}-${second}`;
}
