export interface Opening {
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
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}+,?\s+\d{4}|\p{L}+\.?\s+\d{1,2},?\s+\d{4})\.?$/iu;
const LINES_LOOKED_AT = 8;

/** A dateline has its place in capitals, or an agency in brackets, or a date. */
function looksFiled(text: string): boolean {
  const place = text.split(/[,(]/)[0]!.trim();
  return (
    /\(.+\)/.test(text) || /\d/.test(text) || (place === place.toUpperCase() && place.length > 2)
  );
}

/** A first line without a full stop, set off by a blank line, is a headline. */
function headline(lines: readonly string[]): string | undefined {
  const [first, second] = lines;
  if (first === undefined || second?.trim() !== '' || lines.length < 3) return undefined;
  const line = first.trim();
  return line.length > 3 && line.length <= 160 && !/[.,:;”"]$/.test(line) ? line : undefined;
}

/** What the first lines of a plain text say about it. The lines stay in the body. */
export function openingOf(body: string): Opening {
  const lines = body.split('\n', 60);
  const title = headline(lines);
  const opening: { -readonly [K in keyof Opening]: Opening[K] } = title ? { title } : {};
  for (const raw of lines.filter((line) => line.trim() !== '').slice(0, LINES_LOOKED_AT)) {
    const line = raw.trim();
    const byline = line.length < 120 ? BYLINE.exec(line)?.[1] : undefined;
    const dateline = DATELINE.exec(line.slice(0, 160))?.[1]?.trim();
    const published = PUBLISHED.exec(line)?.[1] ?? (ONLY_DATE.test(line) ? line : undefined);
    if (byline !== undefined) opening.byline ??= byline;
    if (published !== undefined) opening.published ??= published;
    if (dateline !== undefined && looksFiled(dateline)) {
      opening.dateline ??= dateline;
      if (/\b\d{4}\b/.test(dateline)) opening.published ??= dateline;
    }
  }
  return opening;
}
