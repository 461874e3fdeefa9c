import type { Pin } from '../../src/domain/index.ts';
import type { PinAnswer } from '../../src/server/wire.ts';
import { sendEntry } from '../parts/entry.tsx';

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

export const writePin = ({ pin, ...rest }: PinRequest) =>
  sendEntry<PinAnswer>('api/pins', { ...rest, ...pinFields(pin) });
