import type { ParsedText, Place, Span } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ActorDraft, FacilityDraft, NameSpan, PlaceDraft, TimeDraft } from './drafts.ts';
import { draftOf } from './places/draft.ts';
import { spanAt } from './places/given.ts';
import { findPeoples } from './places/peoples.ts';
import { resolveSpans } from './places/resolve.ts';
import { scanSpans } from './places/scan.ts';
import { lookupIn } from './places/span.ts';

export interface PlaceContext {
  readonly text: ParsedText;
  readonly names: readonly NameSpan[];
  readonly actors: readonly ActorDraft[];
  readonly times: readonly TimeDraft[];
}

/** Places named or described in the text, resolved with the whole document as context; facilities too. */
export function findPlaces(
  context: PlaceContext,
  gazetteer: Gazetteer,
): readonly (PlaceDraft | FacilityDraft)[] {
  const lookup = lookupIn(gazetteer);
  const spans = scanSpans(context, lookup);
  const peoples = findPeoples(context.text, gazetteer);
  const resolutions = resolveSpans(context.text, spans, peoples);
  return resolutions.flatMap((one) => (one ? [draftOf(context, one)] : []));
}

/** The place that each given stretch of the body names; undefined where the gazetteer has none. */
export function resolveNames(
  context: PlaceContext,
  gazetteer: Gazetteer,
  named: readonly Span[],
): readonly (Place | undefined)[] {
  const lookup = lookupIn(gazetteer);
  const spans = named.map((span) => spanAt(context.text, span, lookup));
  const peoples = findPeoples(context.text, gazetteer);
  return resolveSpans(context.text, spans, peoples).map((one) => one?.place);
}
