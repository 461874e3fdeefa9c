/**
 * Names under which the parts of a report stand in a JSON line or at the head of a column, folded.
 * "notes", "source" and "event date" are what exports of ACLED call them.
 */
const NAMES = {
  text: ['text', 'body', 'content', 'article', 'full text', 'report', 'notes', 'description'],
  title: ['title', 'headline'],
  outlet: ['outlet', 'source', 'publisher', 'publication', 'media', 'newspaper', 'channel'],
  published: ['published', 'date', 'date published', 'publication date', 'event date', 'day'],
  url: ['url', 'link', 'source url'],
  byline: ['byline', 'author', 'by'],
  dateline: ['dateline'],
  language: ['language', 'lang'],
} as const;

export type Part = keyof typeof NAMES;

const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** Which field holds which part; of several, the one whose name stands first above. */
export function partsOf(fields: readonly string[]): ReadonlyMap<Part, string> {
  const byName = new Map(fields.map((field) => [fold(field), field]));
  const parts = new Map<Part, string>();
  for (const [part, names] of Object.entries(NAMES)) {
    const name = names.find((each) => byName.has(each));
    if (name !== undefined) parts.set(part as Part, byName.get(name)!);
  }
  return parts;
}
