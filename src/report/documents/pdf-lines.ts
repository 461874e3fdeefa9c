/** A run of text as it is set on a page; lengths in points, the origin at the lower left. */
export interface TextRun {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** A printed line. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Baselines of one line differ by less, in its size: footnote marks stand a third above theirs. */
const SAME_BASELINE = 0.4;
/** A wider gap between two runs is a space, in the size of the line. */
const SPACE = 0.18;

/** A run that starts further left than the line has come begins another, in the size of the line. */
const BACK = 2;

interface Open {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

const spaced = (line: Open, run: TextRun) =>
  run.x - line.right > SPACE * line.size && !/\s$/.test(line.text) && !/^\s/.test(run.str);

/** Some writers print a word twice, a hair apart, to make it bold. */
const isPrintedTwice = (line: Open, run: TextRun) =>
  line.text.endsWith(run.str) && Math.abs(line.right - run.width - run.x) < 0.1 * line.size;

/** The lines of a page, in the order in which it was set. */
export function linesOf(runs: readonly TextRun[]): readonly Line[] {
  const lines: Line[] = [];
  let open: Open | undefined;
  const close = () => {
    const text = open?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (open && text !== '') lines.push({ ...open, text });
    open = undefined;
  };
  for (const run of runs) {
    if (run.str.trim() === '') {
      if (open && run.str !== '') open.text += ' ';
      continue;
    }
    const size = run.fontSize;
    const same = open && Math.abs(open.y - run.y) < SAME_BASELINE * Math.max(open.size, size);
    if (open && same && isPrintedTwice(open, run)) continue;
    if (!same || run.x < open!.right - BACK * size) close();
    open ??= { text: '', left: run.x, right: run.x, y: run.y, size };
    open.text += `${spaced(open, run) ? ' ' : ''}${run.str}`;
    open.right = Math.max(open.right, run.x + run.width);
    open.size = Math.max(open.size, size);
  }
  close();
  return lines;
}

/** Lines at the top and at the bottom of a page among which running heads are looked for. */
const EDGE = 2;
const PAGE_NUMBER = /^(?:page\s*)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?$/i;

const keyOf = (line: Line) => line.text.replace(/\d+/g, '#').toLowerCase();

function edgesOf(lines: readonly Line[]): readonly Line[] {
  const ordered = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...ordered.slice(0, EDGE), ...ordered.slice(-EDGE)])];
}

/** Without page numbers, and without what stands at the edge of every other page alike. */
export function withoutRunningHeads(
  pages: readonly (readonly Line[])[],
): readonly (readonly Line[])[] {
  const seen = new Map<string, number>();
  const edges = pages.map(edgesOf);
  for (const lines of edges) {
    for (const key of new Set(lines.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length / 2);
  return pages.map((lines, index) => {
    const dropped = new Set(
      edges[index]!.filter(
        (line) => PAGE_NUMBER.test(line.text) || (seen.get(keyOf(line)) ?? 0) >= often,
      ),
    );
    return lines.filter((line) => !dropped.has(line));
  });
}
