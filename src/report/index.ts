/** What comes in: bytes to reports, or to items that cannot be read and why. */
export { isHead } from './dateline.ts';
export * from './format.ts';
export * from './identity.ts';
export * from './intake.ts';
export * from './item.ts';
export * from './language.ts';
export { NOT_GIVEN } from './published.ts';
