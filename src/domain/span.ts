/** Half-open range [start, end) of UTF-16 positions in a report's untouched body. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** W3C text-position and text-quote selectors in one; `prefix` and `suffix` are up to 32 characters. */
export interface Evidence extends Span {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

const CONTEXT = 32;

/** Whether a cut here would halve a surrogate pair: half a pair cannot be stored as text. */
const halves = (body: string, cut: number) => (body.charCodeAt(cut) & 0xfc00) === 0xdc00;

export function evidenceAt(body: string, { start, end }: Span): Evidence {
  const first = Math.max(0, start - CONTEXT);
  const last = end + CONTEXT;
  return {
    start,
    end,
    exact: body.slice(start, end),
    prefix: body.slice(halves(body, first) ? first + 1 : first, start),
    suffix: body.slice(end, halves(body, last) ? last - 1 : last),
  };
}

export const contains = (outer: Span, inner: Span) =>
  outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
