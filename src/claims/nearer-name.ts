import { isResolved, type PlaceReference } from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import { isRefuge, saidWhere } from './territory/elsewhere.ts';
import type { Territory } from './territory/index.ts';

/** Sentences back within which a name is still what "the town" means. */
const REACH = 1;
const STANDS_FOR = /^(?:it|(?:\p{Ll}[\p{L}-]* ){0,3}(?:town|city|village|settlement|place))$/u;

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
  if (names.length === 0) return drafts;
  return drafts.map((draft) => {
    if (!draft.kind.startsWith('control.')) return draft;
    const territories = draft.territories.map((one) => nearer(search, one, names));
    return { ...draft, territories };
  });
}

/** A town; "the airport at Kavumu" is told of where its town need not be spoken of. */
function nameOf({ view }: Search, { place, first, site }: Territory): readonly Name[] {
  if (site || !/^(?:\p{Ll}{2,3}-)?\p{Lu}\p{Ll}/u.test(place.text)) return [];
  // What the reading took for a place, it has looked for itself.
  if (isResolved(place) && (view.place(first) || view.token(first).start !== place.start))
    return [];
  return [{ at: first, place }];
}

function nearer(search: Search, territory: Territory, names: readonly Name[]): Territory {
  const { view } = search;
  const { place, first } = territory;
  if (!STANDS_FOR.test(place.text.replace(/^The /, ''))) return territory;
  const { sentences } = view.reading;
  const { sentence } = view.token(first);
  const last = names.findLast(({ at }) => at < first);
  if (!last) return territory;
  const from = view.token(last.at).sentence;
  const { paragraph } = sentences[sentence]!;
  if (sentence - from > REACH || sentences[from]!.paragraph !== paragraph) return territory;
  const isSaidThere = saidWhere(view);
  for (let i = last.at + 1; i < first; i++) {
    const other = view.place(i);
    if (other?.use === 'literal' && !other.same && !isSaidThere(other) && !isRefuge(view, other))
      return territory;
  }
  const { start, end } = view.span(first, territory.last);
  return { ...territory, place: { ...last.place, start, end } };
}
