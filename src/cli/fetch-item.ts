import type { Instant } from '../domain/index.ts';
import type { RawItem } from '../report/index.ts';
import { Failure } from './failure.ts';
import type { CommandIo } from './io.ts';

const TIMEOUT_MS = 20_000;

export const isWebAddress = (text: string) => /^https?:\/\//i.test(text);

const unreachable = (url: string, reason: string, cause?: unknown) =>
  new Failure('unavailable', `${url}: ${reason}`, 'Save the page and read the file instead.', {
    cause,
  });

/** Reads at most `maxBytes` + 1; the rest of the answer is left where it is. */
async function readLimited(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body) {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
    }
  }
  return new Uint8Array(Buffer.concat(chunks)).subarray(0, maxBytes + 1);
}

/** Fetches the one address that the user gave; follows redirects, runs nothing. */
export async function fetchItem(url: string, io: CommandIo, maxBytes: number): Promise<RawItem> {
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetch(url, {
      redirect: 'follow',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'text/html, text/plain, text/markdown;q=0.9, */*;q=0.1' },
    });
    if (!response.ok) {
      throw unreachable(url, `saw HTTP status ${response.status}; expected 200`);
    }
    bytes = await readLimited(response, maxBytes);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const late = error instanceof Error && error.name === 'TimeoutError';
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw unreachable(
      url,
      late ? `no answer within ${TIMEOUT_MS / 1000} seconds` : `cannot be fetched (${reason})`,
      error,
    );
  }
  const contentType = response.headers.get('content-type');
  return {
    bytes,
    name: new URL(response.url || url).pathname,
    captured: io.now().toISOString() as Instant,
    url: response.url || url,
    ...(contentType === null ? {} : { contentType }),
  };
}
