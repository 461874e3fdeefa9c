import type { Instant, Report, UnreadReport } from '../../src/domain/index.ts';
import {
  type Captured,
  isRead,
  type Limits,
  type RawItem,
  takeInText,
} from '../../src/report/index.ts';

export const CAPTURED = '2021-08-10T12:00:00.000Z' as Instant;

export const bytesOf = (text: string) => new TextEncoder().encode(text);

export function take(content: string | Uint8Array, given: Partial<RawItem> = {}, limits?: Limits) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  return takeInText({ bytes, name: 'report.txt', captured: CAPTURED, ...given }, limits);
}

export function takeOne(
  content: string | Uint8Array,
  given: Partial<RawItem> = {},
  limits?: Limits,
): Captured {
  const all = take(content, given, limits);
  if (all.length !== 1) throw new Error(`expected one item, saw ${all.length}`);
  return all[0]!;
}

export function reportOf(content: string | Uint8Array, given: Partial<RawItem> = {}): Report {
  const captured = takeOne(content, given);
  if (!isRead(captured)) throw new Error(`not read: ${captured.report.unread}`);
  return captured.report;
}

export function unreadOf(
  content: string | Uint8Array,
  given: Partial<RawItem> = {},
  limits?: Limits,
): UnreadReport {
  const captured = takeOne(content, given, limits);
  if (isRead(captured)) throw new Error(`read as: ${captured.report.body.slice(0, 80)}`);
  return captured.report;
}

export const PROSE =
  'The Taliban captured the city of Zaranj on Friday, officials said. It was the first of the provincial capitals to fall.';
