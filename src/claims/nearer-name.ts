import { isResolved } from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import type { Territory } from './territory/index.ts';

/** Sentences back within which a name is still what "the town" means. */
const REACH = 1;
const STANDS_FOR = /^(?:it|(?:\p{Ll}[\p{L}-]* ){0,3}(?:town|city|village|settlement|place))$/u;

/** A town that only a claim knows for one, at its first token. */
interface Name {
  readonly at: number;
  readonly text: string;
  readonly unresolved: string;
}

/**
 * "Rebels entered Mahas. The army had fled the town.": the gazetteer does not have Mahas, so that
 * "the town" was taken for one named before it, or for none. What a claim has just named is nearer.
 */
export function withNearerNames(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const names = drafts
    .flatMap(({ kind, territories }) =>
      kind.startsWith('control.') ? territories.flatMap(nameOf) : [],
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
function nameOf({ place, first, site }: Territory): readonly Name[] {
  if (site || isResolved(place) || !/^(?:\p{Ll}{2,3}-)?\p{Lu}\p{Ll}/u.test(place.text)) return [];
  return [{ at: first, text: place.text, unresolved: place.unresolved }];
}

function nearer({ view }: Search, territory: Territory, names: readonly Name[]): Territory {
  const { place, first } = territory;
  if (!STANDS_FOR.test(place.text.replace(/^The /, ''))) return territory;
  const { sentences } = view.reading;
  const { sentence } = view.token(first);
  const last = names.findLast(({ at }) => at < first);
  if (!last) return territory;
  const from = view.token(last.at).sentence;
  const { paragraph } = sentences[sentence]!;
  if (sentence - from > REACH || sentences[from]!.paragraph !== paragraph) return territory;
  for (let i = last.at + 1; i < first; i++)
    if (view.place(i)?.use === 'literal' && !view.place(i)?.same) return territory;
  const { text, unresolved } = last;
  const { start, end } = view.span(first, territory.last);
  return { ...territory, place: { unresolved, text, start, end } };
}
