import { normalise } from './encoding.ts';
import { openingOf } from './dateline.ts';
import { type Part, partsOf } from './fields.ts';
import { type Found, type RawItem, Unreadable } from './item.ts';

/** Each line that is not blank as an item of its own: its bytes, and a name with its number. */
export function lineItems(item: RawItem, text: string): readonly RawItem[] {
  const encoder = new TextEncoder();
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const number = index + 1;
    const part = `line ${number}`;
    return [{ ...item, bytes: encoder.encode(line), name: `${item.name}:${number}`, part }];
  });
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unreadable('bad-line', `expected a JSON object on one line; ${reason}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Unreadable(
      'bad-line',
      `saw ${JSON.stringify(value).slice(0, 40)}; expected an object`,
    );
  }
  return value as Readonly<Record<string, unknown>>;
}

/** One report a line; the names of its parts are those of `fields.ts`. */
export function readJsonLine(line: string): Found {
  const fields = parseObject(line);
  const parts = partsOf(Object.keys(fields));
  const part = (name: Part) => {
    const field = parts.get(name);
    const value = field === undefined ? undefined : fields[field];
    return typeof value === 'string' ? normalise(value) : undefined;
  };
  const body = part('text');
  if (body === undefined) {
    const keys = Object.keys(fields).slice(0, 8).join(', ');
    throw new Unreadable('bad-line', `saw fields ${keys || 'none'}; expected "text" or "body"`);
  }
  const opening = openingOf(body);
  const source = part('outlet');
  // Who keeps a sheet of reports may give the address as the source.
  const isAddress = /^https?:\/\//i.test(source ?? '');
  return {
    body,
    title: part('title'),
    outlet: isAddress ? undefined : source,
    url: part('url') ?? (isAddress ? source : undefined),
    byline: part('byline') ?? opening.byline,
    dateline: part('dateline') ?? opening.dateline,
    published: part('published') ?? opening.published,
    language: part('language'),
    problems: [],
  };
}
