import type { Context } from 'hono';
import { badField } from './errors.ts';

/** Longest name or reason kept: an entry is a line, not a document. */
const MOST_LETTERS = 2000;

/** What a request writes down about the record: a JSON object whose fields are words. */
export interface EntryBody {
  readonly given: Readonly<Record<string, unknown>>;
  /** The words of a field. @throws RequestError that names the field when there are none. */
  readonly words: (field: string, what: string) => string;
}

export async function entryBody(request: Context): Promise<EntryBody> {
  const given = (await request.req.json().catch(() => null)) as Record<string, unknown> | null;
  if (typeof given !== 'object' || given === null) throw badField('body', 'Expected JSON.');
  return {
    given,
    words: (field, what) => {
      const value = given[field];
      const text = typeof value === 'string' ? value.trim() : '';
      if (text !== '' && text.length <= MOST_LETTERS) return text;
      throw badField(field, `Expected ${what} in ${field}, of at most ${MOST_LETTERS} letters.`);
    },
  };
}
