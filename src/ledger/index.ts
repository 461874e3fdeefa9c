/** The store of claims: append-only, one dialect, on a folder or on a server. */
export { LedgerError, type LedgerErrorCode } from './errors.ts';
export * from './ledger.ts';
export { pinsOf } from './pins.ts';
export { openLedger, type OpenOptions } from './open.ts';
export { Compactor } from './compact.ts';
export { withPrints } from './prints.ts';
