import { normalise } from '../encoding.ts';
import { type Found, type Limits, type RawItem, Unreadable } from '../item.ts';
import { readMail } from './mail.ts';
import { readPdf } from './pdf.ts';

/** Endings of documents that hold a report, but not as plain text. */
export const DOCUMENT_ENDINGS: readonly string[] = ['pdf', 'mhtml', 'mht', 'eml'];

type DocumentReader = (bytes: Uint8Array, limits: Limits) => Promise<Found>;

const HEAD = 4000;
const MAIL_ENDING = /\.(?:mhtml?|mht|eml)$/i;
const MAIL_TYPE = /^(?:multipart\/related|message\/rfc822)\b/i;
const HEADER = /^[A-Za-z][\w-]*:[ \t]/;
const MIME = /^mime-version:\s*1\.0/im;

function readerOf(item: RawItem): DocumentReader | undefined {
  const head = new TextDecoder('latin1').decode(item.bytes.subarray(0, HEAD));
  if (head.startsWith('%PDF-')) return readPdf;
  const isMail = MAIL_ENDING.test(item.name) || MAIL_TYPE.test(item.contentType ?? '');
  return HEADER.test(head) && (isMail || MIME.test(head.split(/\r?\n\r?\n/, 1)[0]!))
    ? readMail
    : undefined;
}

/**
 * What a document says that only a library can open: a PDF document, a page saved as one file, a
 * message. Undefined for what is text, and for what is larger than the limit.
 */
export async function openDocument(
  item: RawItem,
  limits: Limits,
): Promise<Found | Unreadable | undefined> {
  const reader = item.bytes.length > limits.maxBytes ? undefined : readerOf(item);
  try {
    const found = await reader?.(item.bytes, limits);
    return found && { ...found, body: normalise(found.body) };
  } catch (error) {
    if (error instanceof Unreadable) return error;
    return new Unreadable('unreadable', `saw a document that cannot be opened: ${String(error)}`);
  }
}
