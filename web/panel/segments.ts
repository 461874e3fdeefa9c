import type { Span } from '../../src/domain/index.ts';

/** A stretch of text under the same spans from end to end. */
export interface Segment<T> extends Span {
  readonly over: readonly T[];
}

/** Cuts `within` wherever one of the spans starts or ends. Spans may overlap and nest. */
export function segments<T extends { readonly span: Span }>(
  within: Span,
  spans: readonly T[],
): readonly Segment<T>[] {
  const inside = spans.filter(({ span }) => span.start < within.end && within.start < span.end);
  const cuts = new Set([within.start, within.end]);
  for (const { span } of inside) {
    cuts.add(Math.max(span.start, within.start));
    cuts.add(Math.min(span.end, within.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1]!;
    return {
      start,
      end,
      over: inside.filter(({ span }) => span.start <= start && end <= span.end),
    };
  });
}

/** Paragraphs of a body as spans; blank lines are between them. */
export function paragraphs(body: string): readonly Span[] {
  return [...body.matchAll(/[^\n]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
