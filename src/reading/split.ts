import type { Report, SplitText } from '../domain/index.ts';

/** Paragraphs, sentences and tokens of a report's body. */
export function splitText(report: Report): SplitText {
  return { report, paragraphs: [], sentences: [], tokens: [] };
}
