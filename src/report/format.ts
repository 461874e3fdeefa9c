import { DOCUMENT_ENDINGS } from './documents/open.ts';
import { Unreadable } from './item.ts';

export type Format = 'text' | 'markdown' | 'html' | 'jsonl' | 'table';

/** First bytes of formats that are not text, as Latin-1. Signatures: each format's own specification. */
const SIGNATURES: readonly (readonly [prefix: string, name: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['\x89PNG\r\n', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a RIFF file (WebP, WAV or AVI)'],
  ['BM', 'a bitmap image'],
  ['II*\0', 'a TIFF image'],
  ['MM\0*', 'a TIFF image'],
  ['PK\x03\x04', 'a ZIP archive (or a Word, Excel or EPUB file)'],
  ['PK\x05\x06', 'an empty ZIP archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ\0', 'an xz archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['\x28\xb5\x2f\xfd', 'a Zstandard archive'],
  ['\xd0\xcf\x11\xe0', 'an old Word, Excel or PowerPoint file'],
  ['{\\rtf', 'an RTF document'],
  ['ID3', 'an MP3 recording'],
  ['OggS', 'an Ogg recording'],
  ['\x1aE\xdf\xa3', 'a Matroska or WebM video'],
  ['\x7fELF', 'a program'],
  ['SQLite format 3', 'an SQLite database'],
];

/** Two letters only: they start English sentences too, so a control byte must follow soon. */
const SHORT = new Set(['BM']);

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);

/** The name of a format that holds no plain text, or undefined. */
export function binaryFormat(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes.subarray(0, 64));
  for (const [prefix, name] of SIGNATURES) {
    if (!head.startsWith(prefix)) continue;
    if (!SHORT.has(prefix) || head.includes('\0')) return name;
  }
  if (head.slice(4, 8) === 'ftyp') return 'an MP4 or HEIC file';
  if (head.slice(257, 262) === 'ustar') return 'a tar archive';
  return undefined;
}

const BY_ENDING: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'table',
  tsv: 'table',
};

/** Endings that `add` looks for in a folder. */
export const KNOWN_ENDINGS: readonly string[] = [...Object.keys(BY_ENDING), ...DOCUMENT_ENDINGS];

const BY_MEDIA_TYPE: Readonly<Record<string, Format>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/markdown': 'markdown',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'text/csv': 'table',
  'text/tab-separated-values': 'table',
};

/** The format of decoded text: what was declared, else the ending, else what it looks like. */
export function formatOf(name: string, contentType: string | undefined, text: string): Format {
  const media = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const declared = BY_MEDIA_TYPE[media] ?? BY_ENDING[ending];
  if (declared !== undefined && declared !== 'text') return declared;
  const head = text.slice(0, 2000).trimStart();
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(head)) return 'html';
  if (declared === 'text') return 'text';
  if (/^---\r?\n[\w-]+\s*:/.test(head)) return 'markdown';
  if (/^\{\s*"[^"\n]+"\s*:/.test(head)) return 'jsonl';
  if (/<(?:body|article|head|div|p)[\s>]/i.test(head)) return 'html';
  return 'text';
}

/** @throws Unreadable for formats that hold no plain text. */
export function refuseBinary(bytes: Uint8Array): void {
  const name = binaryFormat(bytes);
  if (name !== undefined) {
    throw new Unreadable(
      'binary',
      `saw ${name}; expected text, Markdown, HTML, JSONL, CSV, PDF, MHTML or EML. Save its text as .txt, a table as .csv, and add that.`,
    );
  }
}
