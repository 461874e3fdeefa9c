import { isHead } from '../dateline.ts';
import type { Line } from './pdf-lines.ts';

const BULLET = /^[•▪◦‣●■○·∙]\s*|^[–-]\s+/;
const ENDED = /[.!?:;]["”’'»)\]]*$/;
/** Sizes of one paragraph differ by less. */
const SAME_SIZE = 0.1;
/** A gap to the next line that is so many times the usual one begins a paragraph. */
const WIDE_GAP = 1.25;
/** A first line is set in by more, in its size. */
const INDENT = 0.7;
/** A last line ends before its column by more, in its size. */
const SHORT = 6;
/** The usual distance of two baselines where a text has none, in the size of the letters. */
const USUAL_PITCH = 1.2;

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Distance of two baselines, in the size of the letters. */
function pitchOf(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, index) => {
    const gap = index === 0 ? 0 : (lines[index - 1]!.y - line.y) / line.size;
    return gap > 0.5 && gap < 2.5 ? [gap] : [];
  });
  return median(gaps) ?? USUAL_PITCH;
}

/** Where the lines that begin at the same place end at most: the edge of their column. */
function columnEdges(lines: readonly Line[]): (line: Line) => number {
  const edges = new Map<number, number>();
  const columnOf = (line: Line) => Math.round(line.left / 36);
  for (const line of lines) {
    edges.set(columnOf(line), Math.max(edges.get(columnOf(line)) ?? 0, line.right));
  }
  return (line) => edges.get(columnOf(line))!;
}

function begins(before: Line, line: Line, pitch: number, edgeOf: (line: Line) => number): boolean {
  if (Math.abs(before.size - line.size) > SAME_SIZE * line.size) return true;
  if (BULLET.test(line.text)) return true;
  if (isHead(before.text) || isHead(line.text)) return true;
  const gap = before.y - line.y;
  const ended = ENDED.test(before.text);
  // Another column or page: a sentence that has not ended goes on there.
  if (gap <= 0) return ended;
  if (gap > WIDE_GAP * pitch * line.size) return true;
  if (!ended) return false;
  return (
    line.left > before.left + INDENT * line.size ||
    before.right < edgeOf(before) - SHORT * before.size
  );
}

/** Words cut at the end of a line are whole again; names with a hyphen keep it. */
function join(text: string, next: string): string {
  if (/\p{L}-$/u.test(text)) return /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : text + next;
  return text.endsWith('\u00ad') ? text.slice(0, -1) + next : `${text} ${next}`;
}

/** The paragraphs of a document, told by gaps, indents, sizes and bullets. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): readonly string[] {
  const lines = pages.flat();
  const pitch = pitchOf(lines);
  const edgeOf = columnEdges(lines);
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.text.replace(BULLET, '- ');
    if (index === 0 || begins(lines[index - 1]!, line, pitch, edgeOf)) paragraphs.push(text);
    else paragraphs.push(join(paragraphs.pop()!, text));
  }
  return paragraphs;
}

/** A headline is set larger than the text by at least so much. */
const HEADLINE = 1.25;
const HEADLINE_LENGTH = 200;

/** What is set largest on the first page, if it is set larger than most of the text. */
export function headlineOf(pages: readonly (readonly Line[])[]): string | undefined {
  const usual = median(
    pages.flat().flatMap(({ text, size }) => Array<number>(text.length).fill(size)),
  );
  const first = pages[0] ?? [];
  const largest = Math.max(0, ...first.map(({ size }) => size));
  if (usual === undefined || largest < HEADLINE * usual) return undefined;
  const start = first.findIndex(({ size }) => size === largest);
  const rest = first.slice(start);
  const end = rest.findIndex(({ size }) => size !== largest);
  const title = rest
    .slice(0, end < 0 ? rest.length : end)
    .reduce((text, line) => join(text, line.text), '')
    .trim();
  return title.length <= HEADLINE_LENGTH ? title : undefined;
}
