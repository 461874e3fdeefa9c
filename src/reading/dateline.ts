import type { Span } from '../domain/index.ts';

/** Characters at the head of a paragraph within which a dateline ends. */
const LONGEST = 100;
/** "KABUL, Aug. 5 (Agency) - ", "Kabul (Agency) – ", "MARAWI CITY — ". */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}'’. -]{2,40}(?:,[^\n()–—]{2,40}?)?(?:\s?\([^()\n]{2,30}\))?|\p{Lu}[\p{L}'’ -]{2,30}(?:,[^\n()–—]{2,40}?)?\s?\([^()\n]{2,30}\))\s*(?:--|—|–|-)\s+(?=\S)/u;

/**
 * Position behind the dateline that opens a paragraph, or its start. Set apart, the place of filing
 * is no subject of what follows.
 */
export function datelineEnd(body: string, { start, end }: Span): number {
  const head = body.slice(start, Math.min(end, start + LONGEST));
  return start + (DATELINE.exec(head)?.[0].length ?? 0);
}
