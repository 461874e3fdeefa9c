import type { ParsedText, Place, Span } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ActorDraft, FacilityDraft, NameSpan, PlaceDraft, TimeDraft } from './drafts.ts';
import { describedCapitals } from './places/capitals.ts';
import { describedDraft, namedDrafts, unresolvedDraft } from './places/draft.ts';
import { spansAt } from './places/given.ts';
import { findPeoples } from './places/peoples.ts';
import { areasOf } from './places/nearest.ts';
import { namedRegions } from './places/regions.ts';
import { resolveSpans } from './places/resolve.ts';
import { scanSpans } from './places/scan.ts';
import { lookupIn } from './places/span.ts';
import { surroundingsOf } from './places/surroundings.ts';
import { strays } from './places/stray.ts';
import { areaAfter, unknownSites } from './places/unknown.ts';

export interface PlaceContext {
  readonly text: ParsedText;
  readonly names: readonly NameSpan[];
  readonly actors: readonly ActorDraft[];
  readonly times: readonly TimeDraft[];
  /** Codes of the countries that the armed groups among the actors fight in. */
  readonly homes?: ReadonlySet<string>;
}

/** Places named or described in the text, resolved with the whole document as context; facilities too. */
export function findPlaces(
  context: PlaceContext,
  gazetteer: Gazetteer,
): readonly (PlaceDraft | FacilityDraft)[] {
  const { text } = context;
  const lookup = lookupIn(gazetteer);
  const around = surroundingsOf(context);
  const spans = scanSpans(context, lookup, around);
  const peoples = findPeoples(text, gazetteer);
  const resolutions = resolveSpans(text, spans, peoples, homesGiven(context));
  const placed = resolutions.filter((one) => one !== undefined);
  const stray = strays(placed, peoples, context.homes);
  const known = placed.filter((one) => !stray.has(one));
  const capitals = describedCapitals(context, known, { peoples, gazetteer });
  const describing = new Set(capitals.map(({ of }) => of));
  const unknown = spans.filter((_, i) => !resolutions[i] || stray.has(resolutions[i]));
  const taken = new Set(spans.flatMap(({ first, last }) => range(first, last)));
  const sites = unknownSites(text, taken);
  return [
    ...known
      .filter(({ span }) => !describing.has(span))
      .flatMap((one) =>
        namedDrafts(context, one, {
          actor: context.actors.some((actor) => mayBePlace(actor, one.span))
            ? ''
            : around.actor[one.span.first]!,
          country: gazetteer.place(one.place.within[0] ?? one.place.id),
        }),
      ),
    ...namedRegions(context, peoples),
    ...capitals.map((one) => describedDraft(context, one)),
    ...[...unknown, ...sites].map((span) =>
      unresolvedDraft(context, span, areaAfter(text, span, known)),
    ),
  ];
}

/** "Imam Sahib", a town that sounds like a cleric: a person or body that no list knows, under a name that is a place's. */
export const mayBePlace = (
  { kind, actor, first, last }: ActorDraft,
  place: { readonly first: number; readonly last: number },
) =>
  (kind === 'person' || kind === 'organisation') &&
  actor === undefined &&
  place.first === first &&
  place.last === last;

const homesGiven = ({ homes }: PlaceContext) => (homes ? { homes } : {});

const range = (first: number, last: number) =>
  Array.from({ length: last - first }, (_, i) => first + i);

/**
 * The place that each given stretch of the body names; where the gazetteer has none, the area that it
 * most likely lies in: the place named nearest to it. Undefined when the text names no place at all.
 */
export function resolveNames(
  context: PlaceContext,
  gazetteer: Gazetteer,
  named: readonly Span[],
  weights?: readonly number[],
): readonly (Place | undefined)[] {
  const lookup = lookupIn(gazetteer);
  const spans = spansAt(context.text, named, lookup);
  const peoples = findPeoples(context.text, gazetteer);
  const resolutions = resolveSpans(context.text, spans, peoples, {
    ...(weights ? { weights } : {}),
    ...homesGiven(context),
  });
  const area = areasOf(context.text, { spans, resolutions }, gazetteer);
  return resolutions.map((one, i) => one?.place ?? area(i));
}
