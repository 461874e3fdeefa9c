import {
  isResolved,
  type ClaimKind,
  type PlaceMention,
  type ResolvedPlace,
} from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import type { TextView } from './text-view.ts';
import { spokenThere } from './territory/elsewhere.ts';
import type { Territory } from './territory/index.ts';

/** Sentences within which a town that is fought over is what "the city" means, and not a capital or a town abroad. */
const REACH = 6;
const SETTLED = /^(settlement|exact|district)$/;
const FOUGHT: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'clash',
  'shelling',
  'strike',
  'force.withdrawn',
]);

const isOfWar = ({ kind }: Draft) => kind.startsWith('control.') || FOUGHT.has(kind);

interface Fought {
  readonly at: number;
  readonly place: ResolvedPlace;
}

/**
 * "Taliban fighters attacked Kunduz. The minister flew back to Kabul. They have captured the
 * airport.": a capital that nobody fights over, or a town abroad, is passed over for the town that a
 * claim before has named.
 */
export function withFoughtOver(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const all = drafts
    .filter((draft) => isOfWar(draft) && isArmed(draft))
    .flatMap(({ territories }) => territories.flatMap((one) => foughtIn(search, one)))
    .sort((a, b) => a.at - b.at);
  const home = all.filter(({ place }) => isHome(search, place));
  const fought = home.length > 0 ? home : all;
  if (fought.length === 0) return drafts;
  return drafts.map((draft) => {
    if (!isOfWar(draft)) return draft;
    const territories = draft.territories.map((one) => meant(search, one, fought));
    return { ...draft, territories };
  });
}

/** "The president left Kabul for talks" makes it no battlefield. */
const isArmed = ({ kind, actor }: Draft) => !kind.endsWith('.withdrawn') || actor?.armed === true;

function foughtIn(search: Search, territory: Territory): readonly Fought[] {
  const { place, first } = territory;
  if (!isResolved(place) || !isNamed(search, territory, place)) return [];
  return SETTLED.test(place.precision) ? [{ at: first, place }] : [];
}

const isHome = ({ governmentOf, government }: Search, { path }: ResolvedPlace) =>
  governmentOf(path[0] ?? '')?.id === government?.id;

/** Whether the words of the claim name the place; else it was taken from what stands before. */
function isNamed({ view }: Search, { first, last }: Territory, place: ResolvedPlace): boolean {
  const { start, end } = view.span(first, last);
  return place.start >= start && place.end <= end && /^\p{Lu}/u.test(place.text);
}

function meant(search: Search, territory: Territory, fought: readonly Fought[]): Territory {
  const { place, first, last } = territory;
  if (!isResolved(place) || !SETTLED.test(place.precision) || isNamed(search, territory, place))
    return territory;
  if (fought.some((one) => one.place.id === place.id)) return territory;
  const { view } = search;
  const nearest = fought.findLast(({ at }) => at < first);
  if (!nearest) return territory;
  const { sentence } = view.token(first);
  const { paragraph } = view.reading.sentences[sentence]!;
  const within = view.reading.sentences[view.token(nearest.at).sentence]!.paragraph === paragraph;
  const abroad = place.path[0] !== nearest.place.path[0];
  if (!abroad && search.governmentOf(place.name) === undefined) return territory;
  if (sentence - view.token(nearest.at).sentence > REACH) return territory;
  const isTold = (one: PlaceMention) =>
    within
      ? one.sentence === sentence
      : view.reading.sentences[one.sentence]!.paragraph === paragraph;
  if (isTitled(search, place) || isTopic(view, place, isTold)) return territory;
  const { start, end } = view.span(first, last);
  const text = view.reading.report.body.slice(start, end);
  if (/capital/i.test(text)) return territory;
  return { ...territory, place: { ...nearest.place, text, start, end } };
}

const isTitled = ({ titled }: Search, { name }: ResolvedPlace) =>
  titled.includes(name.toLowerCase().split(' ')[0]!);

/** "Around Bangui France keeps the airport": named where it is told, and not as where a speaker sits. */
function isTopic(
  view: TextView,
  { id }: ResolvedPlace,
  isTold: (mention: PlaceMention) => boolean,
): boolean {
  const isSpokenThere = spokenThere(view);
  return view.reading.mentions.some(
    (mention) =>
      mention.type === 'place' &&
      mention.same === undefined &&
      isResolved(mention.place) &&
      mention.place.id === id &&
      isTold(mention) &&
      !isSpokenThere(mention),
  );
}
