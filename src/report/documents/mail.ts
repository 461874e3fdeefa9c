import { readHtml } from '../html.ts';
import { type Found, type Limits, Unreadable } from '../item.ts';
import { readText } from '../text.ts';

/** Shorter plain texts of a message say that it is better seen as a page. */
const ENOUGH = 200;

/** Frames of a saved page follow it, each a page of its own: advertisements, mostly. */
function firstPage(html: string): string {
  const end = html.toLowerCase().indexOf('</html>');
  return end < 0 ? html : html.slice(0, end + '</html>'.length);
}

const domainOf = (address: string | undefined) => address?.split('@')[1];

/**
 * A page saved as one file (MHTML, RFC 2557) or a message (RFC 5322). A message was published when it
 * was sent, by who sent it; when a page was saved says nothing of that, and its own metadata counts.
 * @throws Unreadable
 */
export async function readMail(bytes: Uint8Array, limits: Limits): Promise<Found> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes).catch((error: unknown) => {
    throw new Unreadable(
      'mail',
      `saw a message or saved page that cannot be opened: ${String(error)}`,
    );
  });
  const headerOf = (key: string) => mail.headers.find((header) => header.key === key)?.value;
  const savedFrom = headerOf('snapshot-content-location');
  const isPage =
    savedFrom !== undefined || /^<?saved by/i.test(mail.from?.name ?? headerOf('from') ?? '');
  const plain = mail.text?.trim() ?? '';
  const html = mail.html === undefined ? '' : firstPage(mail.html);
  if (plain === '' && html === '') {
    throw new Unreadable('empty', 'saw a message without text; expected the text of a report');
  }
  const asText = html === '' || (!isPage && plain.length >= ENOUGH);
  const found = asText ? readText(plain) : readHtml(html, limits);
  if (isPage) return { ...found, url: found.url ?? savedFrom, title: found.title ?? mail.subject };
  return {
    ...found,
    title: mail.subject ?? found.title,
    outlet: found.outlet ?? (mail.from?.name || domainOf(mail.from?.address)),
    published: headerOf('date') ?? found.published,
  };
}
