import type { Place, PlaceId, Precision } from '../domain/index.ts';

export interface Candidate {
  readonly place: Place;
  /** What the steps of name folding left of certainty, 0–1; 1 is the name as spelt. */
  readonly similarity: number;
}

export interface FindOptions {
  readonly country?: string;
  readonly level?: Precision;
  /** Only places inside this one. */
  readonly within?: PlaceId;
  readonly limit?: number;
  /** Only spellings that agree but for case, marks and spaces. */
  readonly exact?: boolean;
}

/** Names to places. One contract: the shipped data, and what users import, answer the same. */
export interface Gazetteer {
  place(id: PlaceId): Place | undefined;
  /** Best first. Folding steps: marks, apostrophes, izafat, articles, vowels. */
  find(name: string, options?: FindOptions): readonly Candidate[];
  children(id: PlaceId, level?: Precision): readonly Place[];
  /** Seat of a country or first-level division. */
  capital(id: PlaceId): Place | undefined;
  /** Square kilometres, where a boundary of the place is known. */
  area(id: PlaceId): number | undefined;
  country(code: string): Place | undefined;
  /** The country, division or region whose people or things this word names: "Afghan", "Iraqis", "Scottish". */
  people(word: string): Place | undefined;
}
