import type { Pin } from '../../src/domain/index.ts';
import type { PinAnswer } from '../../src/server/wire.ts';
import { forgetAnswers, messageOf } from '../state/answers.ts';

export interface PinRequest {
  readonly source: string;
  /** Null takes back what was fixed. */
  readonly pin: Pin | null;
  readonly reason: string;
  readonly by: string;
}

/** The part of a request that says what is fixed. */
export const pinFields = (pin: Pin | null) =>
  pin === null ? {} : typeof pin === 'number' ? { reliability: pin } : { grade: pin };

/** Writes the entry; every answer that was kept is asked for again. @throws Error in words. */
export async function writePin({ pin, ...rest }: PinRequest): Promise<PinAnswer> {
  let response: Response;
  try {
    response = await fetch('api/pins', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...rest, ...pinFields(pin) }),
    });
  } catch {
    throw new Error('The server cannot be reached.');
  }
  if (!response.ok) throw new Error(await messageOf(response));
  forgetAnswers();
  return (await response.json()) as PinAnswer;
}

const NAME = 'dateline.name';

/** The name under which this reader signs entries, as given last time. */
export const signature = () => window.localStorage.getItem(NAME) ?? '';
export const remember = (name: string) => window.localStorage.setItem(NAME, name);
