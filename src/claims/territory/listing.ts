import { isResolved, type PlaceMention, type ResolvedPlace } from '../../domain/index.ts';
import { speaks } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';

const LIST_GAP =
  /^([,;&]|and|or|as|well|both|the|city|town|of|"|“|”|'|‘|’|including|in|also|cities|towns|neighbouring|neighboring|nearby)$/i;

/**
 * "Ghorband, in Parwan province", "Matembe and Vutsorovya in Lubero territory": where a name that no
 * list has lies.
 */
function liesWithin({ tokens }: TextView, inner: PlaceMention, outer: PlaceMention): boolean {
  if (isResolved(inner.place) || !isResolved(outer.place) || outer.first <= inner.last)
    return false;
  if (tokens[outer.first - 1]?.text !== 'in') return false;
  const before = tokens[outer.first - 2];
  return before?.text === ','
    ? outer.place.precision === 'province' && outer.first - inner.last <= 3
    : before?.upos === 'PROPN';
}

export function listOf({ view }: Search, start: PlaceMention): readonly PlaceMention[] {
  const members = [start];
  const step = (direction: 1 | -1) => {
    let edge = start;
    for (;;) {
      const next = neighbour(view, edge, direction);
      if (!next || members.includes(next)) return;
      const [former, later] = direction === 1 ? [edge, next] : [next, edge];
      const isAside =
        (related(start, next) || related(edge, next)) && !isJoined(view, former, later);
      if (!isAside && !liesWithin(view, edge, next)) members.push(next);
      edge = next;
    }
  };
  step(1);
  step(-1);
  return members.sort((a, b) => a.first - b.first);
}

/** "Imam Sahib and Dasht-e-Archi": two, though the one is listed as lying in the other. */
const isJoined = (view: TextView, { last, place }: PlaceMention, next: PlaceMention) =>
  next.first === last + 1 &&
  /^(?:and|or)$/.test(view.token(last).text) &&
  isResolved(place) &&
  isResolved(next.place) &&
  place.id !== next.place.id;

/** The place mention next to this one with only list words between, and a comma or "and" among them. */
export function neighbour(
  view: TextView,
  mention: PlaceMention,
  direction: 1 | -1,
): PlaceMention | undefined {
  const { sentence } = view.token(mention.first);
  let joined = false;
  let i = direction === 1 ? mention.last : mention.first - 1;
  for (let steps = 0; steps < 7; steps++, i += direction) {
    const token = view.tokens[i];
    if (!token || token.sentence !== sentence) return undefined;
    const next = view.place(i);
    if (next) {
      // "Qalat in Zabul, Tarinkot in Uruzgan": where a member lies does not end the list.
      const around = direction === 1 && related(mention, next);
      const [former, later] = direction === 1 ? [mention, next] : [next, mention];
      return (joined || around) && !startsClause(view, former, later) ? next : undefined;
    }
    // A name that no place was found for may stand between two that are.
    if (!LIST_GAP.test(token.text) && token.upos !== 'PROPN' && token.text !== '-')
      return undefined;
    if (/^([,;&]|and|or)$/i.test(token.text)) joined = true;
  }
  return undefined;
}

/** "… captured Zaranj, and Herat is besieged": the second place belongs to a clause of its own. */
function startsClause(view: TextView, before: PlaceMention, mention: PlaceMention): boolean {
  if (speaks(view, mention.last - 1)) return true;
  const { deprel, head } = view.token(mention.head);
  if (!deprel.startsWith('nsubj') || head < mention.last || !isVerbOf(view, mention, head))
    return false;
  return view.token(before.head).head < before.first;
}

/** "took Nyala, Wad Madani and Bara on Friday and sent …": neither a day nor a second verb has its subject there. */
const isVerbOf = (view: TextView, { last }: PlaceMention, head: number) =>
  view.token(head).upos !== 'PROPN' &&
  !view
    .children(head)
    .some((child) => child >= last && child < head && view.token(child).upos === 'CCONJ');

/** The second lies in the first, holds it or is it: "Goma, North Kivu". */
export function related(a: PlaceMention, b: PlaceMention): boolean {
  if (!isResolved(a.place) || !isResolved(b.place)) return a.text === b.text;
  return a.place.id === b.place.id || inside(a.place, b.place) || inside(b.place, a.place);
}

const inside = (inner: ResolvedPlace, outer: ResolvedPlace) =>
  inner.path.length > outer.path.length && outer.path.every((name, i) => inner.path[i] === name);
