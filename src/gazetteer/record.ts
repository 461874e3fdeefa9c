import type { Precision } from '../domain/index.ts';

/** One place as importers hand it to {@link ./pack.ts}; ids are `source:code`. */
export interface PlaceRecord {
  readonly id: string;
  /** Name to show first, then other spellings. */
  readonly names: readonly string[];
  readonly level: Precision;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2; empty for a region of several countries. */
  readonly country: string;
  /** Id of the place directly around this one; may be in another gazetteer. */
  readonly parent?: string;
  readonly population?: number;
  /** Ids of the countries and divisions of which this is the seat, highest level last. */
  readonly seatOf?: readonly string[];
  /** Written one way in English: not found by sound. Keeps the file small and false friends away. */
  readonly fixedSpelling?: boolean;
}

/** What a gazetteer was made from. Shown to users and kept beside what they import. */
export interface GazetteerSource {
  readonly source: string;
  readonly version: string;
}
