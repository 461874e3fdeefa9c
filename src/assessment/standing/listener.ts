import type { Past } from './past.ts';
import type { Units } from './units.ts';

/** Which units count, and how far. */
export interface Listener {
  readonly clock: 'said' | 'recorded';
  /** Last day of that clock that counts. */
  readonly limit: number;
  /** Which rows count; all when absent. */
  readonly keep?: ((units: Units, row: number) => boolean) | undefined;
  /** By voice. */
  readonly reliabilities: Float64Array;
  /** Heard already, by the same listener: what comes after is heard. */
  readonly past?: Past | undefined;
  readonly origins: {
    /** Whether a text, by number, is nobody else's. */
    readonly isOwn: (text: number) => boolean;
    /** Origins it draws on, as known on a day. */
    readonly roots: (text: number, known: number) => readonly number[];
  };
}
