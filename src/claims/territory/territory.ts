import { type Amount, type PlaceReference } from '../../domain/index.ts';

/** What somebody can hold: a place, a part of one or a site in one, or a counted class of places. */
export interface Territory {
  readonly place: PlaceReference;
  /** A site or part, in the words of the text; a claim about it is not a claim about the whole. */
  readonly facility?: string;
  /** A building or site, which whoever enters holds; not a share of a town. */
  readonly site?: true;
  readonly amount?: Amount;
  /** Tokens [first, last). */
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
}

/** The place itself, where a part of it was named. */
export function asWhole(territory: Territory): Territory {
  const { place, first, last, confidence } = territory;
  return { place, first, last, confidence };
}
