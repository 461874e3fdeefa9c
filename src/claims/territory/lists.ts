import { isResolved, type PlaceMention } from '../../domain/index.ts';
import { withArticle } from '../../reading/joined-article.ts';
import { NOT_LISTED } from '../../reading/places/draft.ts';
import { isCompassPoint } from '../../reading/places/words.ts';
import type { TextView } from '../text-view.ts';
import type { Search } from '../search.ts';
import { isName, nameEnd } from './bare-name.ts';
import { listOf } from './listing.ts';
import { quarterOf } from './quarter.ts';
import { type Territory } from './territory.ts';

/** A named place with the others of its list: "Herat, Lashkar Gah and Kandahar". */
export function named(search: Search, mention: PlaceMention): readonly Territory[] {
  const members = listOf(search, mention);
  const found = members.map((member): Territory => {
    const site = quarterOf(search, member, members) ?? siteIn(search, member);
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
    .map((head) => {
      const first = withArticle(view.tokens, head);
      const last = nameEnd(view, head);
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
export function siteIn(
  { view }: Search,
  { place: own, text, first, last }: Pick<PlaceMention, 'place' | 'text' | 'first' | 'last'>,
): Territory | undefined {
  if (isResolved(own)) return undefined;
  if (!/^(in|on|of|,)$/.test(view.tokens[last]?.text ?? '')) return undefined;
  // "Kot-e-Sangi in the west of Kabul"
  let at = last + 1;
  while (/^(?:the|of|city)$/.test(view.tokens[at]?.text ?? '') || isSide(view, at)) at++;
  const town = view.tokens[at] && view.place(at);
  if (!town || !isResolved(town.place) || town.place.precision !== 'settlement') return undefined;
  // "Matembe in Lubero territory"
  if (DIVISION.test(view.tokens[town.last]?.text ?? '')) return undefined;
  const { place } = town;
  return { place, facility: text, site: true, first, last: town.last, confidence: 0.7 };
}

const DIVISION = /^(?:territory|district|county|province|state|region|area|township)$/i;

const isSide = (view: TextView, at: number) =>
  view.tokens[at - 1]?.text === 'the' &&
  view.tokens[at + 1]?.text === 'of' &&
  (isCompassPoint(view.lemma(at)) ||
    /^(?:centre|center|heart|outskirts|edge)$/.test(view.lemma(at)));
