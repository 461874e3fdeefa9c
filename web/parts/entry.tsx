import { useState } from 'react';
import { forgetAnswers, messageOf } from '../state/answers.ts';

/** What a reader writes into the ledger: each entry has a reason and a name. */

export const field = (data: FormData, name: string) => {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const NAME = 'dateline.name';

/** The name under which this reader signs entries, as given last time. */
const signature = () => window.localStorage.getItem(NAME) ?? '';
export const remember = (name: string) => window.localStorage.setItem(NAME, name);

/** Sends an entry; every answer that was kept is asked for again. @throws Error in words. */
export async function sendEntry<T>(path: string, entry: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(entry),
    });
  } catch {
    throw new Error('The server cannot be reached.');
  }
  if (!response.ok) throw new Error(await messageOf(response));
  forgetAnswers();
  return (await response.json()) as T;
}

/** Writes an entry; keeps the dialog, with what went wrong, until the ledger has it. */
export function useWriting<T>(send: (entry: T) => Promise<unknown>, onDone: () => void) {
  const [state, setState] = useState<'idle' | 'writing' | { readonly failed: string }>('idle');
  const write = async (entry: T) => {
    setState('writing');
    try {
      await send(entry);
      onDone();
    } catch (error) {
      setState({ failed: error instanceof Error ? error.message : String(error) });
    }
  };
  return [state, write] as const;
}

export function Signed() {
  return (
    <div className="row">
      <label className="why">
        Why
        <input name="reason" required maxLength={500} />
      </label>
      <label>
        Your name
        <input name="by" required maxLength={100} defaultValue={signature()} autoComplete="name" />
      </label>
    </div>
  );
}

export const NotWritten = ({ state }: { readonly state: string | { readonly failed: string } }) =>
  typeof state === 'object' && (
    <p role="alert" className="failure">
      It was not written. {state.failed}
    </p>
  );
