import type { Span } from '../domain/index.ts';

/** Characters at the head of a paragraph within which its label ends. */
const LONGEST = 48;
const SIGNS =
  /^(?:(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u25a0-\u25ff\u2794-\u27bf])[\ufe0e\ufe0f\u200d]*\s*)+(?=\S)/u;
const CLOCK =
  /^(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{4})(?:\s?h(?:rs|ours)?)?(?:\s(?:GMT|UTC|local time|[A-Z]{2,4}T))?\s*(?:[:–—-]\s)\s*(?=\S)/iu;
const FOUR_DIGITS = /^(?:[01]\d|2[0-3])[0-5]\d\b/;
/** "1998: …" is a year, not two minutes to eight. */
const YEAR = /^(?:1[5-9]|20)\d\d\b/;
/** As in `speech.colon`: "PENCE: Well, look …". */
const SPEAKER = /^(?:\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,3}|[QA]):\s+(?=\S)/u;
/** Fewer lines in this form may be datelines and headings: "KABUL: The Taliban …". */
const LEAST_TURNS = 4;

/** What the paragraphs of a body may open with. */
export interface Openings {
  /** Four digits at the head of a paragraph are a time of day. */
  readonly clock: boolean;
  /** Names in capitals at the head of a paragraph are those who speak. */
  readonly turns: boolean;
}

/** Four digits are a time where some paragraph's can be nothing else; names are speakers' where one comes again. */
export function openingsOf(body: string, paragraphs: readonly Span[]): Openings {
  const names = new Map<string, number>();
  let clock = false;
  let turns = 0;
  for (const { start, end } of paragraphs) {
    const head = body.slice(start, Math.min(end, start + LONGEST));
    clock ||= FOUR_DIGITS.test(head) && !YEAR.test(head) && CLOCK.test(head);
    const name = SPEAKER.exec(head)?.[0];
    if (name === undefined) continue;
    turns++;
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  const again = [...names.values()].some((count) => count > 1);
  return { clock, turns: turns >= LEAST_TURNS && again };
}

/**
 * Position behind the signs, the time of day or the speaker that open a paragraph ("🔹", "20:40 GMT –",
 * "2315:", "PENCE:"), or its start. Set apart, they are no subject of what follows.
 */
export function openingLabelEnd(body: string, { start, end }: Span, openings: Openings): number {
  const head = body.slice(start, Math.min(end, start + LONGEST));
  const signs = SIGNS.exec(head)?.[0].length ?? 0;
  const rest = head.slice(signs);
  const time = CLOCK.exec(rest)?.[0] ?? '';
  const isTime = !/^\d{4}/.test(time) || (openings.clock && FOUR_DIGITS.test(time));
  const speaker = openings.turns ? (SPEAKER.exec(rest)?.[0] ?? '') : '';
  return start + signs + (isTime ? time.length : 0) + speaker.length;
}
