import type { ParsedText } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ActorDraft, FacilityDraft, NameSpan, PlaceDraft, TimeDraft } from './drafts.ts';

export interface PlaceContext {
  readonly text: ParsedText;
  readonly names: readonly NameSpan[];
  readonly actors: readonly ActorDraft[];
  readonly times: readonly TimeDraft[];
}

/** Places named or described in the text, resolved with the whole document as context; facilities too. */
export function findPlaces(
  _context: PlaceContext,
  _gazetteer: Gazetteer,
): readonly (PlaceDraft | FacilityDraft)[] {
  return [];
}
