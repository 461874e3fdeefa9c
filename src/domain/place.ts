import type { PlaceId } from './ids.ts';

/** How closely a location is known; the map draws the area, never a jittered point. */
export type Precision = 'exact' | 'settlement' | 'district' | 'province' | 'country' | 'region';

/** What a gazetteer knows of one place. Coordinates are WGS 84 degrees. */
export interface Place {
  readonly id: PlaceId;
  readonly name: string;
  readonly level: Precision;
  /** Names from the country down to the place itself. */
  readonly path: readonly string[];
  /** Ids from the country down to the parent. */
  readonly within: readonly PlaceId[];
  readonly lat: number;
  readonly lon: number;
  readonly country: string;
  readonly population?: number;
  /** Seat of the first- or second-level division that this id names. */
  readonly capitalOf?: PlaceId;
}

/** A place in a text, resolved. `text` with its span is what the words were. */
export interface ResolvedPlace {
  readonly name: string;
  readonly id: PlaceId;
  readonly path: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Set when the text describes rather than names: "the capital of Helmand province". */
  readonly described?: string;
  /** Part of the place that is meant: "airport", "half of the city". */
  readonly part?: string;
  /** Probability that this is the place meant, 0–1. */
  readonly confidence: number;
}

export interface UnresolvedPlace {
  readonly unresolved: string;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  /** The narrowest area it is known to lie in, when the text says so. */
  readonly within?: PlaceId;
}

export type PlaceReference = ResolvedPlace | UnresolvedPlace;

export const isResolved = (place: PlaceReference): place is ResolvedPlace => 'id' in place;

/** The name of a place that was not found; none where a text describes or counts ("the town", "three villages"). */
export const unplacedName = (place: PlaceReference): string | undefined =>
  isResolved(place) || !/^\p{Lu}/u.test(place.text) ? undefined : place.text;
