import type { AddAnswer, AddedReport } from '../../src/server/wire.ts';
import { forgetAnswers, messageOf } from '../state/answers.ts';

export interface Supplement {
  readonly outlet?: string;
  readonly published?: string;
}

export type Sent =
  | { readonly ok: true; readonly report: AddedReport }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** Hands a file or typed text to the server, which reads it and adds what it finds to the ledger. */
export async function send(item: File, given: Supplement = {}): Promise<readonly Sent[]> {
  const query = new URLSearchParams({ name: item.name });
  for (const [key, value] of Object.entries(given)) if (value) query.set(key, value);
  try {
    const response = await fetch(`api/reports?${query.toString()}`, { method: 'POST', body: item });
    if (!response.ok) return [{ ok: false, name: item.name, message: await messageOf(response) }];
    const { added } = (await response.json()) as AddAnswer;
    forgetAnswers();
    return added.map((report) => ({ ok: true, report }));
  } catch {
    return [{ ok: false, name: item.name, message: 'The server cannot be reached.' }];
  }
}
