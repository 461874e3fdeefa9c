import { Failure } from './failure.ts';

/** The HTTP API of a running `dateline serve`. */
export interface Remote {
  get<T>(path: string, query?: Readonly<Record<string, RemoteValue>>): Promise<T>;
  post<T>(path: string, query: Readonly<Record<string, RemoteValue>>, body: Uint8Array): Promise<T>;
}

type RemoteValue = string | number | readonly string[] | undefined;

const TIMEOUT_MS = 60_000;

function address(base: string, path: string, query: Readonly<Record<string, RemoteValue>>): URL {
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base)) {
    throw new Failure(
      'usage',
      `--server "${base}" is no web address`,
      'Expected for example http://127.0.0.1:8421.',
    );
  }
  const url = new URL(path.replace(/^\//, ''), base.endsWith('/') ? base : `${base}/`);
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? []].flat()) url.searchParams.append(name, String(each));
  }
  return url;
}

interface ErrorAnswer {
  readonly error?: { readonly code?: string; readonly message?: string };
}

async function ask<T>(url: URL, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(
      'unavailable',
      `no answer from ${url.origin} (${reason})`,
      'Check the address, and that `dateline serve` runs there.',
      { cause: error },
    );
  }
  const answer = (await response.json().catch(() => ({}))) as T & ErrorAnswer;
  if (response.ok) return answer;
  const message = answer.error?.message ?? `HTTP status ${response.status}`;
  throw new Failure(
    response.status === 404 ? 'nothing' : 'unavailable',
    `${url.origin}: ${message}`,
    '',
  );
}

export const remoteAt = (base: string): Remote => ({
  get: (path, query = {}) => ask(address(base, path, query), {}),
  post: (path, query, body) =>
    ask(address(base, path, query), {
      method: 'POST',
      body: body as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': 'application/octet-stream' },
    }),
});
