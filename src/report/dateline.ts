export interface Opening {
  readonly outlet?: string;
  readonly url?: string;
  readonly dateline?: string;
  readonly byline?: string;
  readonly title?: string;
  /** Publication date as printed in the first lines. */
  readonly published?: string;
}

/** "KABUL, Aug. 5 (Agency) —", "LASHKAR GAH, Afghanistan (Agency) -", "Kabul, 5 August 2021 –". */
const DATELINE =
  /^(\p{Lu}[\p{L}'’. -]{1,40}(?:,\s*\p{Lu}[\p{L}'’. -]{1,40}){0,2}(?:,?\s+(?:\d{1,2}\s+)?\p{Lu}[a-z]{2,8}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?\s*(?:\([^()\n]{2,40}\))?)\s*(?:--|—|–|-)\s/u;
/** Every word of it is a name: "By then the city had fallen" is none. */
const BYLINE =
  /^(?:[Bb]y|BY)\s+(\p{Lu}[\p{L}'’.-]*(?:(?:,|\s+(?:and|&))?\s+(?:(?:al|bin|de|la|van|von)[\s-])?\p{Lu}[\p{L}'’.-]*){0,8})$/u;
const PUBLISHED =
  /^(?:(?:first )?published|updated|posted|date|dated)\s*(?:on|at)?\s*:?\s+(.{4,40})$/i;
const ONLY_DATE =
  /^\(?(?:as of\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}+,?\s+\d{4}|\p{L}+\.?\s+\d{1,2},?\s+\d{4})\)?\.?$/iu;
/** "Outlet: The Example", as people and databases write above a text they saved. */
const LABELLED =
  /^(outlet|source|publisher|publication|newspaper|title|headline|url|link)\s*:\s+(\S.{1,200})$/i;
const FIELD: Readonly<Record<string, 'outlet' | 'title' | 'url'>> = {
  outlet: 'outlet',
  source: 'outlet',
  publisher: 'outlet',
  publication: 'outlet',
  newspaper: 'outlet',
  title: 'title',
  headline: 'title',
  url: 'url',
  link: 'url',
};
const LINES_LOOKED_AT = 8;

/** A dateline has its place in capitals, or an agency in brackets, or a date. */
function looksFiled(text: string): boolean {
  const place = text.split(/[,(]/)[0]!.trim();
  return (
    /\(.+\)/.test(text) || /\d/.test(text) || (place === place.toUpperCase() && place.length > 2)
  );
}

const isBlank = (line: string) => line.trim() === '';
/** A line that says only when, where or by whom a text was printed: "Published: …", "Outlet: …". */
export const isHead = (line: string) => LABELLED.test(line.trim()) || PUBLISHED.test(line.trim());

/** A first line without a full stop, set off by a blank line, is a headline; labelled lines may stand above it. */
function headline(lines: readonly string[]): string | undefined {
  let start = 0;
  while (start < lines.length && isHead(lines[start]!)) start++;
  while (start > 0 && start < lines.length && isBlank(lines[start]!)) start++;
  const [first, second] = lines.slice(start);
  if (first === undefined || second === undefined || !isBlank(second)) return undefined;
  if (lines.length < start + 3) return undefined;
  const line = first.trim();
  return line.length > 3 && line.length <= 160 && !/[.,:;”"]$/.test(line) ? line : undefined;
}

/** What the first lines of a plain text say about it. The lines stay in the body. */
export function openingOf(body: string): Opening {
  const lines = body.split('\n', 60);
  const opening: { -readonly [K in keyof Opening]: Opening[K] } = {};
  for (const raw of lines.filter((line) => !isBlank(line)).slice(0, LINES_LOOKED_AT)) {
    const line = raw.trim();
    const byline = line.length < 120 ? BYLINE.exec(line)?.[1] : undefined;
    const dateline = DATELINE.exec(line.slice(0, 160))?.[1]?.trim();
    const [, label, value] = LABELLED.exec(line) ?? [];
    const field = FIELD[label?.toLowerCase() ?? ''];
    if (field && (field !== 'url' || /^https?:/.test(value!))) opening[field] ??= value!;
    const published = PUBLISHED.exec(line)?.[1] ?? (ONLY_DATE.test(line) ? line : undefined);
    if (byline !== undefined) opening.byline ??= byline;
    if (published !== undefined) opening.published ??= published;
    if (dateline !== undefined && looksFiled(dateline)) {
      opening.dateline ??= dateline;
      if (/\b\d{4}\b/.test(dateline)) opening.published ??= dateline;
    }
  }
  const title = opening.title ?? headline(lines);
  return title === undefined ? opening : { ...opening, title };
}
