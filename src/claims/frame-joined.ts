import type { Search } from './draft.ts';
import type { Slot } from './lexicon.ts';
import { territoriesAt, type Territory } from './territory/index.ts';

/** Several sites of one place are one claim; beside the whole place, its sites say nothing more. */
export function condensed(territories: readonly Territory[]): readonly Territory[] {
  const whole = new Set<string>();
  for (const { place, facility } of territories)
    if ('id' in place && facility === undefined) whole.add(place.id);
  const sites = new Map<string, Territory>();
  const kept: Territory[] = [];
  for (const territory of territories) {
    const { place, facility, site } = territory;
    if (!('id' in place) || facility === undefined) kept.push(territory);
    else if (!whole.has(place.id) && (!site || !sites.has(place.id))) {
      kept.push(territory);
      if (site) sites.set(place.id, territory);
    } else if (site && !whole.has(place.id)) {
      const first = sites.get(place.id)!;
      const joined = {
        ...first,
        facility: `${first.facility}, ${facility}`,
        last: Math.max(first.last, territory.last),
      };
      kept[kept.indexOf(first)] = joined;
      sites.set(place.id, joined);
    }
  }
  return kept;
}

/** "in Kandahar …, and in the city of Herat": the same preposition again, before another verb comes. */
export function joinedAfter(
  search: Search,
  territories: readonly Territory[],
  slot: Slot,
): readonly Territory[] {
  const { view } = search;
  const only = slot === 'subject' || slot === 'object';
  const last = Math.max(...territories.map((territory) => territory.last));
  const { sentence } = view.token(last - 1);
  const found: Territory[] = [];
  for (let i = last; view.tokens[i]?.sentence === sentence; i++) {
    const including = addsMore(view, i);
    if (/^(VERB|AUX)$/.test(view.token(i).upos) && !including && !view.place(i + 1)) break;
    const again = !only && view.lemma(i) === slot && view.token(i - 1).upos === 'CCONJ';
    if (only && !including && view.token(i).text !== ',' && view.token(i).upos !== 'NOUN') break;
    if (!again && !including) continue;
    const named = [1, 2, 3, 4, 5].map((step) => i + step).find((at) => view.place(at));
    const mention = named === undefined ? undefined : view.place(named);
    if (mention && (again || !isWhence(view, i + 1, mention.first)))
      found.push(...territoriesAt(search, mention.head));
  }
  return found;
}

/** "including", "along with much of Baiji", "as well as Hawija". */
function addsMore(view: Search['view'], index: number): boolean {
  const [word, next, third] = [0, 1, 2].map((step) =>
    view.tokens[index + step]?.text.toLowerCase(),
  );
  if (word === 'including') return true;
  if (word === 'along' || word === 'together') return next === 'with';
  return word === 'as' && next === 'well' && third === 'as';
}

/** "along with troops from Herat": whence others came. */
const isWhence = (view: Search['view'], first: number, last: number) =>
  view.tokens
    .slice(first, last)
    .some(({ text, index }) => /^(from|by|in|near|against)$/i.test(text) || view.actor(index));

export function distinct(territories: readonly Territory[]): readonly Territory[] {
  const seen = new Set<string>();
  // A name that one way of looking finds in the gazetteer is not also a name that it lacks.
  const known = new Set(territories.flatMap(({ place, first }) => ('id' in place ? [first] : [])));
  return territories.filter(({ place, facility, first }) => {
    if (!('id' in place) && known.has(first)) return false;
    const key = `${'id' in place ? place.id : `${place.text}@${first}`}|${facility ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
