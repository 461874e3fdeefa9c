import type { Problem, Report, Supplied, UnreadReport } from '../domain/index.ts';
import { openDocument } from './documents/open.ts';
import { decode, normalise, twiceEncoded } from './encoding.ts';
import { formatOf, refuseBinary } from './format.ts';
import { readHtml } from './html.ts';
import { identify, sha256Hex } from './identity.ts';
import {
  type Captured,
  type CapturedUnread,
  DEFAULT_LIMITS,
  type Found,
  type Limits,
  type RawItem,
  Unreadable,
} from './item.ts';
import { lineItems, readJsonLine } from './jsonl.ts';
import { languageOf } from './language.ts';
import { readMarkdown } from './markdown.ts';
import { publishedDay } from './published.ts';
import { rowItems } from './table.ts';
import { readText } from './text.ts';

/**
 * Takes in one item: a report, or what could not be read and why. JSON Lines and tables give
 * one entry a line or row. Never throws for what an item holds.
 */
export async function takeIn(
  item: RawItem,
  limits: Limits = DEFAULT_LIMITS,
): Promise<readonly Captured[]> {
  const opened = await openDocument(item, limits);
  if (opened === undefined) return takeInText(item, limits);
  return [opened instanceof Unreadable ? unread(item, opened) : toCaptured(item, opened, limits)];
}

/** {@link takeIn} for items of plain text, Markdown, HTML, JSONL or CSV, at once. */
export function takeInText(item: RawItem, limits: Limits = DEFAULT_LIMITS): readonly Captured[] {
  try {
    const { text, problems } = openItem(item, limits);
    const format = formatOf(item.name, item.contentType, text);
    if (format === 'jsonl') return lineItems(item, text).map((line) => takeLine(line, limits));
    if (format === 'table') return takeTable(item, text, limits);
    const found =
      format === 'html'
        ? readHtml(text, limits)
        : format === 'markdown'
          ? readMarkdown(text)
          : readText(text);
    return [toCaptured(item, { ...found, problems: [...problems, ...found.problems] }, limits)];
  } catch (error) {
    return [unread(item, error)];
  }
}

function openItem(item: RawItem, limits: Limits): { text: string; problems: readonly Problem[] } {
  const size = item.bytes.length;
  if (size === 0) throw new Unreadable('empty', 'saw no bytes; expected the text of a report');
  if (size > limits.maxBytes) {
    throw new Unreadable(
      'too-large',
      `saw ${megabytes(size)} MB; expected at most ${megabytes(limits.maxBytes)} MB. Split it, or raise the limit with --max-size.`,
    );
  }
  refuseBinary(item.bytes);
  const { text, problems } = decode(item.bytes, item.contentType);
  return { text: normalise(text), problems: [...problems, ...twiceEncoded(text)] };
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

function takeTable(item: RawItem, text: string, limits: Limits): readonly Captured[] {
  const { items, rest } = rowItems(item, text);
  const rows = items.map((row) => takeLine(row, limits));
  return rest ? [...rows, unread(rest.item, rest.error)] : rows;
}

function takeLine(item: RawItem, limits: Limits): Captured {
  try {
    return toCaptured(item, readJsonLine(new TextDecoder().decode(item.bytes)), limits);
  } catch (error) {
    return unread(item, error);
  }
}

function unread(item: RawItem, error: unknown): CapturedUnread {
  const sha256 = sha256Hex(item.bytes);
  const code = error instanceof Unreadable ? error.code : 'unreadable';
  const reason = error instanceof Error ? error.message : String(error);
  const message = item.part === undefined ? reason : `${item.part}: ${reason}`;
  const report: UnreadReport = {
    id: identify(sha256, item.outlet ?? null, item.url ?? null),
    sha256,
    captured: item.captured,
    unread: message,
  };
  const raw = code === 'too-large' ? null : item.bytes;
  return { report, raw, problems: [{ code, message }] };
}

/** What the bringer says goes before what the item says: a person knows which outlet they saved. */
function choose<T>(given: T | undefined, stated: T | undefined, missing: string): Supplied<T> {
  if (given !== undefined) return { basis: 'given', value: given };
  if (stated !== undefined) return { basis: 'stated', value: stated };
  return { basis: 'unknown', reason: missing };
}

const tidy = (text: string | undefined): string | undefined => {
  const trimmed = text?.replace(/\s+/g, ' ').trim().slice(0, 500);
  return trimmed === '' ? undefined : trimmed;
};

const hostOf = (url: string | undefined): string | undefined => {
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  return host === '' ? undefined : host.replace(/^www\./, '');
};

function toReport(item: RawItem, found: Found): Report {
  const sha256 = sha256Hex(item.bytes);
  const url = item.url ?? tidy(found.url);
  const outlet = choose(item.outlet, tidy(found.outlet) ?? hostOf(url), 'the item names no outlet');
  const outletName = outlet.basis === 'unknown' ? null : outlet.value;
  const published = publishedDay(found.published, item.captured);
  const stated = found.language?.split(/[-_]/)[0]?.toLowerCase();
  const detected = languageOf(found.body);
  const report: Report = {
    id: identify(sha256, outletName, url ?? null),
    sha256,
    outlet,
    url: url ?? null,
    title: tidy(found.title) ?? null,
    byline: tidy(found.byline) ?? null,
    dateline: tidy(found.dateline) ?? null,
    published: item.published === undefined ? published : { basis: 'given', value: item.published },
    captured: item.captured,
    // The words count before the label: many pages carry the language of their template.
    language: detected === 'und' ? (stated ?? 'und') : detected,
    body: found.body,
  };
  return Object.freeze(report);
}

function toCaptured(item: RawItem, found: Found, limits: Limits): Captured {
  if (found.body.trim() === '') {
    return unread(item, new Unreadable('empty', 'saw no words; expected the text of a report'));
  }
  if (found.body.length > limits.maxCharacters) {
    const message = `saw a text of ${found.body.length} characters; expected one report of at most ${limits.maxCharacters}. Cut it into its reports, or raise the limit with --max-size.`;
    return unread(item, new Unreadable('too-long', message));
  }
  const report = toReport(item, found);
  const problems = [...found.problems, ...missing(report)];
  if (report.language === 'en' || report.language === 'und') {
    return { report, raw: item.bytes, problems };
  }
  const where = item.part === undefined ? '' : `${item.part}: `;
  const message = `${where}saw a text in "${report.language}"; this reader reads English. It is kept, and can be read when a reader for it exists.`;
  const { body: _, dateline: __, byline: ___, ...head } = report;
  return {
    report: { ...head, unread: message },
    raw: item.bytes,
    problems: [...problems, { code: 'language', message }],
  };
}

function missing(report: Report): readonly Problem[] {
  const problems: Problem[] = [];
  if (report.published.basis === 'unknown') {
    problems.push({ code: 'no-date', message: `published: ${report.published.reason}` });
  }
  if (report.outlet.basis === 'unknown') {
    problems.push({ code: 'no-outlet', message: `outlet: ${report.outlet.reason}` });
  }
  if (report.language === 'und') {
    problems.push({ code: 'language', message: 'language cannot be told; read as English' });
  }
  return problems;
}
