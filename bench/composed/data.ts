import { day, type Day } from '../../src/domain/index.ts';

/** What a careful reader takes from a report of our own; side, place and speaker null where anything or nobody will do. */
export interface Expected {
  readonly kind: string;
  readonly side: string | null;
  readonly place: string | null;
  readonly modality: string;
  /** "army/Sudanese army" where either spelling will do. */
  readonly speaker: string | null;
  /** Words of the body that say it. */
  readonly words: string;
  /** Marked ">": the reader takes it in full, and a test holds it to that; "?" is not read yet. */
  readonly held: boolean;
  readonly line: string;
}

export interface Composed {
  readonly title: string;
  readonly outlet: string;
  readonly published: Day;
  readonly body: string;
  readonly expected: readonly Expected[];
}

const MARKED = /^[>?] /;
const bar = (field: string | undefined) => (field === undefined || field === '-' ? null : field);

function expectedOf(line: string): Expected {
  const [kind = '', side, place, modality = '', speaker, words = ''] = line.slice(2).split(' | ');
  return {
    kind,
    side: bar(side),
    place: bar(place),
    // What was so for years is told as plainly as what happened yesterday.
    modality: modality === 'background' ? 'stated' : modality,
    speaker: bar(speaker),
    words,
    held: line.startsWith('>'),
    line: line.slice(2),
  };
}

/** A head of "name: value" lines, an empty line, the body, and lines of "> kind | side | place | modality | speaker | words". */
export function parseComposed(text: string): Composed {
  const gap = text.indexOf('\n\n');
  const head = text.slice(0, gap);
  const lines = text.slice(gap).split('\n');
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'm').exec(head)?.[1] ?? '';
  const body = lines
    .filter((line) => !MARKED.test(line))
    .join('\n')
    .trim();
  const expected = lines.filter((line) => MARKED.test(line)).map(expectedOf);
  for (const { words, line } of expected)
    if (!body.includes(words)) throw new Error(`no such words in the report: ${line}`);
  return {
    title: header('title'),
    outlet: header('outlet'),
    published: day(header('published')),
    body,
    expected,
  };
}
