import { isResolved, type PlaceReference } from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import { isRefuge, spokenThere } from './territory/elsewhere.ts';
import type { Territory } from './territory/index.ts';
import { COUNTED, DESCRIBED, PENDING, SITE_UNPLACED } from './territory/unresolved.ts';

/** Sentences back within which a name is still what "the town" means. */
const REACH = 1;
const STANDS_FOR = /^(?:it|(?:\p{Ll}[\p{L}-]* ){0,3}(?:town|city|village|settlement|place))$/u;

/** What a town has, said without its name. */
const UNPLACED: ReadonlySet<string> = new Set([SITE_UNPLACED, DESCRIBED]);
const COMPASS = /(?:north|south|east|west)ern /;
const PART =
  /^(?:\p{Ll}[\p{L}-]* ){0,4}(?:districts?|cent(?:re|er)|outskirts|suburbs?|half|parts?|sides?|quarters?|neighbou?rhoods?)$/u;

/** "Mahas", "al-Watiya". */
export const NAME = /^(?:\p{Ll}{2,3}-)?\p{Lu}\p{Ll}/u;

/** A town that only a claim knows for one, at its first token. */
interface Name {
  readonly at: number;
  readonly place: PlaceReference;
}

/**
 * "Rebels entered Mahas. The army had fled the town.": the gazetteer does not have Mahas, so that
 * "the town" was taken for one named before it, or for none. What a claim has just named is nearer.
 */
export function withNearerNames(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const names = drafts
    .flatMap(({ kind, territories }) =>
      kind.startsWith('control.') ? territories.flatMap((one) => nameOf(search, one)) : [],
    )
    .sort((a, b) => a.at - b.at);
  return drafts.flatMap((draft) => {
    if (!draft.kind.startsWith('control.')) return [draft];
    const territories = draft.territories
      .map((one) => nearer(search, one, names))
      .filter((one) => !isPending(one));
    return territories.length === 0 && draft.territories.length > 0
      ? []
      : [{ ...draft, territories }];
  });
}

const isPending = ({ place }: Territory) => !isResolved(place) && place.unresolved === PENDING;

export const pendingAt = ({ view }: Search, token: number): Territory => {
  const { text, start, end } = view.token(token);
  const place = { unresolved: PENDING, text, start, end };
  return { place, first: token, last: token + 1, confidence: PENDING_CERTAINTY };
};

const PENDING_CERTAINTY = 0.5;

/** A town; "the airport at Kavumu" is told of where its town need not be spoken of. */
function nameOf({ view }: Search, { place, first, site }: Territory): readonly Name[] {
  if (site || !NAME.test(place.text)) return [];
  // What the reading took for a place, it has looked for itself.
  if (isResolved(place) && (view.place(first) || view.token(first).start !== place.start))
    return [];
  return [{ at: first, place }];
}

function nearer(search: Search, territory: Territory, names: readonly Name[]): Territory {
  const { view } = search;
  const { place, first } = territory;
  const facility = partNamed(territory);
  const pending = isPending(territory);
  if (facility === undefined && !pending && !STANDS_FOR.test(place.text.replace(/^The /, '')))
    return territory;
  const { sentences } = view.reading;
  const { sentence } = view.token(first);
  const last = names.findLast(({ at }) => at < first);
  if (!last) return territory;
  const from = view.token(last.at).sentence;
  const { paragraph } = sentences[sentence]!;
  if (sentence - from > REACH || sentences[from]!.paragraph !== paragraph) return territory;
  const isSaidThere = spokenThere(view);
  for (let i = last.at + 1; i < first; i++) {
    const other = view.place(i);
    if (other?.use === 'literal' && !other.same && !isSaidThere(other) && !isRefuge(view, other))
      return territory;
  }
  const { start, end } = view.span(first, territory.last);
  const { amount, ...rest } = territory;
  const here = { ...last.place, start, end };
  if (facility !== undefined) return { ...rest, place: here, facility };
  return { ...rest, ...(amount ? { amount } : {}), place: here };
}

/** "the airport", "the eastern districts", of a town that the reading has not found. */
function partNamed({ place, facility }: Territory): string | undefined {
  if (isResolved(place) || /^\p{Lu}/u.test(place.text)) return undefined;
  const sides = place.unresolved === COUNTED && COMPASS.test(place.text);
  if (!sides && !UNPLACED.has(place.unresolved)) return undefined;
  return facility ?? (PART.test(place.text) ? place.text : undefined);
}
