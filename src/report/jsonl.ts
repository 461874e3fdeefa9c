import { normalise } from './encoding.ts';
import { openingOf } from './dateline.ts';
import { type Found, type RawItem, Unreadable } from './item.ts';

/** Each line that is not blank as an item of its own: its bytes, and a name with its number. */
export function lineItems(item: RawItem, text: string): readonly RawItem[] {
  const encoder = new TextEncoder();
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    return [{ ...item, bytes: encoder.encode(line), name: `${item.name}:${index + 1}` }];
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

/** One report a line: `text` or `body`; `title`, `outlet`, `published`, `url`, `byline`, `language` as far as known. */
export function readJsonLine(line: string): Found {
  const fields = parseObject(line);
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? normalise(value) : undefined;
  };
  const body = text('text') ?? text('body');
  if (body === undefined) {
    const keys = Object.keys(fields).slice(0, 8).join(', ');
    throw new Unreadable('bad-line', `saw fields ${keys || 'none'}; expected "text" or "body"`);
  }
  const opening = openingOf(body);
  return {
    body,
    title: text('title'),
    outlet: text('outlet'),
    url: text('url'),
    byline: text('byline') ?? opening.byline,
    dateline: text('dateline') ?? opening.dateline,
    published: text('published') ?? text('date') ?? opening.published,
    language: text('language'),
    problems: [],
  };
}
