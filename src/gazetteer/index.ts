/** Names to places; what users import and what is shipped answer the same contract. */
export type { Candidate, FindOptions, Gazetteer } from './gazetteer.ts';
export { similarity } from './fold.ts';
export { pack } from './pack.ts';
export { PackedGazetteer } from './packed.ts';
export type { GazetteerSource, PlaceRecord } from './record.ts';
