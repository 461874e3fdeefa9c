/** The words of the design as types. Imports nothing. */
export * from './actor.ts';
export * from './assessment.ts';
export * from './claim.ts';
export * from './ids.ts';
export * from './place.ts';
export * from './probability.ts';
export * from './reading.ts';
export * from './record.ts';
export * from './report.ts';
export * from './sorted.ts';
export * from './span.ts';
export * from './standing.ts';
export * from './time.ts';
