export type { Cell, Codebook, CodebookInput, Column, Row } from './codebook.ts';
export { type FeatureCollection, toGeoJson } from './geojson.ts';
export { mappingCodebook, type MappingColumn, type MappingFile } from './mapping.ts';
export type { CodedReport, ReportCodebook } from './report-codebook.ts';
export { BYTE_ORDER_MARK, toCsv } from './table.ts';
