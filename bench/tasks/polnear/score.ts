export type Spans = readonly (readonly [number, number])[];

export interface Roles {
  readonly source: Spans;
  readonly cue: Spans;
  readonly content: Spans;
  /** How likely the reader thinks this is an attribution, 0–1. */
  readonly confidence?: number;
}

type Count = { gold: number; found: number; exact: number; overlap: number };
const ROLES = ['cue', 'content', 'source'] as const;
const BINS = 10;

const touch = (a: Spans, b: Spans) =>
  a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));

/** Equal up to spaces, quotation marks and punctuation at the edges: annotators differ in those. */
function same(a: Spans, b: Spans, text: string) {
  const clean = (spans: Spans) =>
    spans
      .map(([start, end]) => {
        let [from, to] = [start, end];
        while (from < to && /[^\p{L}\p{N}$]/u.test(text[from]!)) from++;
        while (to > from && /[^\p{L}\p{N}%]/u.test(text[to - 1]!)) to--;
        return [from, to] as const;
      })
      .filter(([from, to]) => from < to)
      .sort((x, y) => x[0] - y[0])
      .join(';');
  return clean(a) === clean(b);
}

/** Spans in order; those with only white space between them are one, as the corpus cuts at line ends. */
function joined(spans: Spans, text: string): Spans {
  const result: [number, number][] = [];
  for (const [start, end] of [...spans].sort((x, y) => x[0] - y[0])) {
    const previous = result.at(-1);
    if (previous !== undefined && text.slice(previous[1], start).trim() === '') previous[1] = end;
    else result.push([start, end]);
  }
  return result;
}

const identical = (a: Spans, b: Spans, text: string) =>
  joined(a, text).join(';') === joined(b, text).join(';');

/** Micro F1 per role; an attribution of the data is matched by one whose cue overlaps its cue. */
export class Tally {
  documents = 0;
  private readonly counts = Object.fromEntries(
    ROLES.map((role) => [role, { gold: 0, found: 0, exact: 0, overlap: 0 }]),
  ) as Record<(typeof ROLES)[number], Count>;
  private lenient = 0;
  private readonly bins = Array.from({ length: BINS }, () => ({ count: 0, sum: 0, right: 0 }));

  add(
    gold: readonly Roles[],
    found: readonly Roles[],
    text: string,
    print?: (line: string) => void,
  ): void {
    this.documents++;
    for (const role of ROLES) {
      this.counts[role].gold += gold.filter((roles) => roles[role].length > 0).length;
      this.counts[role].found += found.filter((roles) => roles[role].length > 0).length;
    }
    const matched = pairs(gold, found, text, print);
    for (const [expected, actual] of matched) this.match(expected, actual, text);
    const right = new Set(matched.map(([, actual]) => actual));
    for (const actual of found) this.judge(actual.confidence, right.has(actual));
  }

  private judge(confidence: number | undefined, right: boolean) {
    if (confidence === undefined) return;
    const bin = this.bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.count++;
    bin.sum += confidence;
    if (right) bin.right++;
  }

  /** Expected calibration error of the cues found: mean gap between confidence and share right. */
  private calibrationError() {
    const all = this.bins.reduce((sum, { count }) => sum + count, 0);
    const gap = this.bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0);
    return all === 0 ? null : round(gap / all);
  }

  private match(expected: Roles, actual: Roles, text: string) {
    for (const role of ROLES) {
      const count = this.counts[role];
      if (expected[role].length === 0 || actual[role].length === 0) continue;
      if (identical(expected[role], actual[role], text)) count.exact++;
      if (touch(expected[role], actual[role])) count.overlap++;
    }
    if (expected.content.length > 0 && same(expected.content, actual.content, text)) this.lenient++;
  }

  metrics() {
    const f1 = ({ gold, found }: Count, right: number) =>
      gold + found === 0 ? 0 : round((2 * right) / (gold + found));
    const { cue, content, source } = this.counts;
    return {
      cueF1: f1(cue, cue.overlap),
      contentExactF1: f1(content, content.exact),
      contentOverlapF1: f1(content, content.overlap),
      sourceExactF1: f1(source, source.exact),
      sourceOverlapF1: f1(source, source.overlap),
      cueCalibrationError: this.calibrationError(),
      contentExactButForPunctuationF1: f1(content, this.lenient),
    };
  }

  table() {
    const row = (role: (typeof ROLES)[number]) => {
      const { gold, found, exact, overlap } = this.counts[role];
      return `${role.padEnd(8)} gold ${gold}  found ${found}  exact ${exact}  overlap ${overlap}`;
    };
    return ROLES.map(row).join('\n');
  }
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** One to one, in order; among several overlapping cues the one whose content overlaps too. */
function pairs(
  gold: readonly Roles[],
  found: readonly Roles[],
  text: string,
  print?: (line: string) => void,
): readonly (readonly [Roles, Roles])[] {
  const used = new Set<Roles>();
  const matched: (readonly [Roles, Roles])[] = [];
  for (const expected of gold) {
    const candidates = found.filter(
      (actual) => !used.has(actual) && touch(expected.cue, actual.cue),
    );
    const best =
      candidates.find((actual) => touch(expected.content, actual.content)) ?? candidates[0];
    if (best === undefined) print?.(`missed  ${show(expected, text)}`);
    else {
      used.add(best);
      matched.push([expected, best]);
      if (!identical(expected.content, best.content, text))
        print?.(`content ${show(expected, text)}\n     => ${show(best, text)}`);
      else if (
        !touch(expected.source, best.source) &&
        expected.source.length + best.source.length > 0
      )
        print?.(`source  ${show(expected, text)}\n     => ${show(best, text)}`);
    }
  }
  if (print !== undefined)
    for (const actual of found) if (!used.has(actual)) print(`extra   ${show(actual, text)}`);
  return matched;
}

const show = ({ source, cue, content }: Roles, text: string) => {
  const words = (spans: Spans) => spans.map(([start, end]) => text.slice(start, end)).join(' … ');
  return `[${words(source)}] <${words(cue)}> ${JSON.stringify(words(content))}`;
};
