import { useEffect, useState } from 'react';
import type { ErrorAnswer } from '../../src/server/wire.ts';

export type Answer<T> =
  | { readonly state: 'loading'; readonly value: T | undefined }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly value: T | undefined; readonly message: string };

const KEPT = 200;
const cache = new Map<string, Promise<unknown>>();
const listeners = new Set<() => void>();

async function ask(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: 'application/json' } }).catch(() => {
    throw new Error(UNREACHABLE);
  });
  if (response.ok) return response.json();
  throw new Error(await messageOf(response));
}

const UNREACHABLE = 'The server cannot be reached.';

export async function messageOf(response: Response): Promise<string> {
  const answer = (await response.json().catch(() => undefined)) as ErrorAnswer | undefined;
  return answer?.error.message ?? `The server answered ${response.status}.`;
}

/** Asks once per path; a failure is not kept. */
export function load<T>(path: string): Promise<T> {
  let asked = cache.get(path);
  if (!asked) {
    asked = ask(path);
    cache.set(path, asked);
    asked.catch(() => cache.delete(path));
    const oldest = cache.size > KEPT ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
  }
  return asked as Promise<T>;
}

/** After something was added: forget every answer and ask again. */
export function forgetAnswers() {
  cache.clear();
  for (const listener of listeners) listener();
}

/** Asks again for what is shown; answers that came are kept, failures never were. */
export function retry() {
  for (const listener of listeners) listener();
}

/** The answer to a path; while the next one loads, the one before stays in `value`. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading', value: undefined });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const listener = () => setTurn((before) => before + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  useEffect(() => {
    if (path === null) return;
    let live = true;
    setAnswer((before) => ({ state: 'loading', value: before.value }));
    load<T>(path).then(
      (value) => live && setAnswer({ state: 'ready', value }),
      (error: unknown) =>
        live &&
        setAnswer((before) => ({
          state: 'failed',
          value: before.value,
          message: error instanceof Error ? error.message : String(error),
        })),
    );
    return () => {
      live = false;
    };
  }, [path, turn]);
  return answer;
}
