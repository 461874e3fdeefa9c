import { isResolved, type PlaceMention, type ResolvedPlace } from '../../domain/index.ts';
import { NOT_LISTED } from '../../reading/places/draft.ts';
import { speaks } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { isName, nameEnd } from './bare-name.ts';
import { type Territory } from './territory.ts';

/** A named place with the others of its list: "Herat, Lashkar Gah and Kandahar". */
export function named(search: Search, mention: PlaceMention): readonly Territory[] {
  const members = listOf(search, mention);
  const found = members.map((member): Territory => {
    const site = isResolved(member.place) ? undefined : siteIn(search, member);
    if (site) return site;
    // A part belongs to the words that named it, not to "the city" said later.
    const part = isResolved(member.place) && !member.same ? member.place.part : undefined;
    return {
      place: asProvince(search, member) ?? member.place,
      ...(part === undefined ? {} : { facility: part }),
      first: member.first,
      last: member.last,
      confidence: isResolved(member.place) ? member.place.confidence : 0.5,
    };
  });
  const unread = search.sides.length > 0 ? unreadAmong(search, members) : [];
  // Behind those that are known: whoever takes the first of a list takes it for a place.
  return unread.length === 0 ? found : [...found, ...unread];
}

/** "Rutshuru and Kiwanja": a member of the list whose name no reading knows. */
function unreadAmong({ view }: Search, members: readonly PlaceMention[]): readonly Territory[] {
  const heads = new Set<number>();
  for (const { head } of members) {
    const token = view.token(head);
    const root = token.deprel === 'conj' && token.head >= 0 ? token.head : head;
    for (const one of [root, ...view.children(root)])
      if (one === root || view.token(one).deprel === 'conj') heads.add(one);
  }
  return [...heads]
    .filter(
      (head) =>
        isName(view, head) && view.token(head).sentence === view.token(members[0]!.head).sentence,
    )
    .map((first) => {
      const last = nameEnd(view, first);
      const { start, end } = view.span(first, last);
      const text = view.reading.report.body.slice(start, end);
      const place = { unresolved: NOT_LISTED, text, start, end };
      return { place, first, last, confidence: UNREAD };
    });
}

const UNREAD = 0.5;

/** "Balkh, the last northern province,": the division, and not the town of its name. */
function asProvince({ view, find }: Search, { head, place }: PlaceMention) {
  if (!isResolved(place) || place.precision !== 'settlement') return undefined;
  const called = view
    .children(head)
    .some((child) => view.token(child).deprel === 'appos' && view.lemma(child) === 'province');
  const province = called
    ? find(place.name, undefined).find(
        ({ place: { level, path } }) => level === 'province' && path[0] === place.path[0],
      )?.place
    : undefined;
  if (!province) return undefined;
  const { id, name, path, lat, lon, level } = province;
  return { ...place, id, name, path, lat, lon, precision: level };
}

/** "Freedom Square in Kherson": a name that the gazetteer lacks, in a town that it has. */
function siteIn({ view }: Search, { text, first, last }: PlaceMention): Territory | undefined {
  if (!/^(in|of|,)$/.test(view.tokens[last]?.text ?? '')) return undefined;
  const town = view.tokens[last + 1] && view.place(last + 1);
  if (!town || !isResolved(town.place) || town.place.precision !== 'settlement') return undefined;
  // "Matembe in Lubero territory"
  if (DIVISION.test(view.tokens[town.last]?.text ?? '')) return undefined;
  const { place } = town;
  return { place, facility: text, site: true, first, last: town.last, confidence: 0.7 };
}

const DIVISION = /^(?:territory|district|county|province|state|region|area|township)$/i;

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
