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

interface Settled<T> {
  /** What was asked, and at which turn: an answer to another question is one from before. */
  readonly asked: string;
  readonly value: T | undefined;
  readonly message?: string;
}

/** The answer to a path; while the next one loads, the one before stays in `value`. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const [turn, setTurn] = useState(0);
  const asked = `${turn} ${path}`;
  const [settled, setSettled] = useState<Settled<T>>({ asked: '', value: undefined });
  useEffect(() => {
    const listener = () => setTurn((before) => before + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  useEffect(() => {
    if (path === null) return;
    let live = true;
    load<T>(path).then(
      (value) => live && setSettled({ asked, value }),
      (error: unknown) =>
        live &&
        setSettled(({ value }) => ({
          asked,
          value,
          message: error instanceof Error ? error.message : String(error),
        })),
    );
    return () => {
      live = false;
    };
  }, [path, asked]);
  const { value, message } = settled;
  if (settled.asked !== asked) return { state: 'loading', value };
  return message === undefined
    ? { state: 'ready', value: value as T }
    : { state: 'failed', value, message };
}
