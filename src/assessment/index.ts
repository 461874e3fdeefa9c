/** Claims → origins, incidents, reliabilities, standings, trends. Pure; runs in a browser. */
export { assess, type Assessment } from './assess.ts';
export { Assessor } from './assessor.ts';
export type { Basis } from './evidence.ts';
export { fingerprint, fingerprintKey } from './origins/fingerprint.ts';
export { actorSides, placeTree, type ActorSides, type PlaceTree } from './context.ts';
export {
  PARAMETER_FILES,
  parseParameters,
  type AssessmentParameters,
  type OriginParameters,
} from './parameters.ts';
export type {
  AsOf,
  AssessmentContext,
  Batch,
  Change,
  DayBelief,
  MapStanding,
  Pins,
  SourceFilter,
  Total,
  Totals,
} from './types.ts';
export {
  gradeOf,
  gradeOfPin,
  informationGrade,
  likelihoodWord,
  meanOfGrade,
  meanOfPin,
} from './words.ts';
export type { CountCheck, NetChange, OutlookCheck } from './trends/checks.ts';
export { wordsOf } from './trends/diff.ts';
export { placesIn, stateKey } from './trends/totals.ts';
export {
  changesBetween,
  countBeside,
  outlookBeside,
  sizeOf,
  totalsIn,
  trendIn,
} from './trends/of-record.ts';
export type { Interval, Measure, Span, Trend, Week } from './trends/trends.ts';
