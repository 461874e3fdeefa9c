/** Names to places; what users import and what is shipped answer the same contract. */
export { CombinedGazetteer } from './combined.ts';
export { kilometresBetween } from './distance.ts';
export { similarity } from './fold.ts';
export type { Candidate, FindOptions, Gazetteer } from './gazetteer.ts';
export { fitImport, type ImportResult } from './import.ts';
export { readGeoJson, type GeoJsonOptions } from './import-geojson.ts';
export { readGeoNames, type ImportedPlace } from './import-geonames.ts';
export { pack } from './pack.ts';
export { PackedGazetteer } from './packed.ts';
export type { GazetteerSource, PlaceRecord } from './record.ts';
