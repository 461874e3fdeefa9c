import chardet from 'chardet';
import type { Problem } from '../domain/index.ts';
import { Unreadable } from './item.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function byteOrderMark(bytes: Uint8Array): string | undefined {
  return MARKS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1];
}

/** UTF-16 without a mark: Latin text has a zero in every other byte. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 8) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2]!++;
  const half = sample.length / 2;
  if (zeros[1]! > half * 0.7 && zeros[0]! < half * 0.1) return 'utf-16le';
  if (zeros[0]! > half * 0.7 && zeros[1]! < half * 0.1) return 'utf-16be';
  return undefined;
}

function declared(bytes: Uint8Array, contentType: string | undefined): string | undefined {
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  if (header !== undefined) return header;
  const head = String.fromCharCode(...bytes.subarray(0, 2048));
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  );
}

/** Bytes 0x80–0x9F of Windows-1252 (WHATWG Encoding Standard); those that are unassigned stay. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node 20 decodes windows-1252 as ISO 8859-1, which turns quotation marks into controls. */
const withPunctuation = (text: string) =>
  text.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!);

function decodeAs(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withPunctuation(text) : text;
  } catch {
    // Not text in this encoding, or an encoding nobody knows: the next candidate is tried.
    return undefined;
  }
}

/** A few escape codes of a terminal do not make a text binary, unless it has little else. */
const isStray = (controls: number, length: number) => controls <= Math.min(8, length / 10);

/** Share of characters no text has: controls other than tab, line feed, carriage return, form feed. */
function controlShare(text: string): number {
  const sample = text.slice(0, 20_000);
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if ((code < 32 && ![9, 10, 12, 13].includes(code)) || code === 0xfffd) controls++;
  }
  return isStray(controls, sample.length) ? 0 : controls / sample.length;
}

function candidates(bytes: Uint8Array, contentType: string | undefined): readonly string[] {
  const named = declared(bytes, contentType);
  const guessed = chardet.detect(bytes.subarray(0, 100_000));
  return [byteOrderMark(bytes), zeroPattern(bytes), named, 'utf-8', guessed, 'windows-1252'].filter(
    (encoding): encoding is string => encoding !== undefined && encoding !== null,
  );
}

/**
 * Bytes to text: the byte order mark, then what is declared, then UTF-8, then a guess by letter
 * statistics; the first that decodes without a fault.
 * @throws Unreadable when no encoding gives text.
 */
export function decode(bytes: Uint8Array, contentType?: string): Decoded {
  const tried = candidates(bytes, contentType);
  for (const [index, encoding] of tried.entries()) {
    const text = decodeAs(bytes, encoding, true);
    if (text === undefined || controlShare(text) > 0.02) continue;
    const problems =
      index > 0 && encoding.toLowerCase() !== 'utf-8'
        ? [{ code: 'encoding', message: `no encoding is declared that fits; read as ${encoding}` }]
        : [];
    return { text, encoding, problems };
  }
  const damaged = decodeAs(bytes, tried[0]!, false) ?? '';
  if (damaged !== '' && controlShare(damaged) < 0.01) {
    const message = `some bytes are not valid ${tried[0]}; they are shown as \uFFFD`;
    return { text: damaged, encoding: tried[0]!, problems: [{ code: 'encoding', message }] };
  }
  throw new Unreadable(
    'binary',
    `saw bytes that are text in no encoding (tried ${[...new Set(tried)].join(', ')}); expected text, Markdown, HTML, PDF, mail, a table (CSV) or JSONL`,
  );
}

/** "â€™" for "’", "Ã©" for "é": UTF-8 that somebody before us read as Windows-1252. */
const TWICE_ENCODED = /â€[\u0080-\u024F\u2018-\u2122]|Ã[\u0080-\u00BF]/g;

/** Said, not repaired: the body is what was captured. */
export function twiceEncoded(text: string): readonly Problem[] {
  const count = text.slice(0, 1_000_000).match(TWICE_ENCODED)?.length ?? 0;
  if (count < 2) return [];
  const message = `${count} characters look encoded twice ("â€™" for "’"); the text is kept as it came`;
  return [{ code: 'encoding', message }];
}

/** Two characters PostgreSQL cannot store: NUL, and half of a surrogate pair. */
const UNSTORABLE =
  // eslint-disable-next-line no-control-regex
  /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Line endings become LF and what no text has becomes U+FFFD, once, before offsets exist. */
export const normalise = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(UNSTORABLE, '\uFFFD');
