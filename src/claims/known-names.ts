import { isResolved, type Place } from '../domain/index.ts';
import { NOT_LISTED } from '../reading/places/draft.ts';
import type { Draft, Search } from './draft.ts';
import { NAME } from './nearer-name.ts';
import type { Territory } from './territory/index.ts';
import { SITE_NOT_LISTED, SITE_UNPLACED } from './territory/unresolved.ts';

const LACKING: ReadonlySet<string> = new Set([NOT_LISTED, SITE_NOT_LISTED, SITE_UNPLACED]);
/** How like the name of a town must be. */
const SAME = 0.95;
const CERTAINTY = 0.6;
/** "The Islam Qala border crossing" is at Islam Qala. */
const SITE =
  / (?:(?:border|military|army|air|naval) )?(?:crossing|post|port|airport|airfield|airbase|base|camp|dam|bridge|refinery|oilfield|mine)$/;

/**
 * "hoisted their banner over Tel Abyad": a name that only a claim takes for a place, where the
 * gazetteer has one in the country in focus, or where the armed groups of the text fight.
 */
export function withKnownNames(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some(({ territories }) => territories.some(isLacking))) return drafts;
  const focus = countryNamed(search);
  return drafts.map((draft) =>
    draft.territories.some(isLacking)
      ? { ...draft, territories: draft.territories.map((one) => lookedUp(search, one, focus)) }
      : draft,
  );
}

const isLacking = ({ place }: Territory) =>
  !isResolved(place) && LACKING.has(place.unresolved) && NAME.test(place.text);

function lookedUp(search: Search, territory: Territory, focus: string | undefined): Territory {
  if (!isLacking(territory)) return territory;
  const { find, government, homes } = search;
  const { text, start = 0, end = 0 } = territory.place;
  const near = [...(government?.country === undefined ? [] : [government.country]), ...homes];
  const name = text.replace(SITE, '');
  const named = [...near.flatMap((country) => find(name, country)), ...find(name, undefined)]
    .filter(({ similarity }) => similarity >= SAME)
    .map(({ place }) => place)
    .filter(({ level }) => level !== 'country');
  // Where nothing says which country: a name of several words that only one has.
  const lone = name.includes(' ') && new Set(named.map(({ country }) => country)).size === 1;
  const alike = named.filter(({ country, path }) =>
    near.length > 0 ? near.includes(country) : focus === undefined ? lone : path[0] === focus,
  );
  const found = alike.find(({ level }) => level === 'settlement') ?? alike[0];
  return found ? { ...territory, place: { ...reference(found), text, start, end } } : territory;
}

const reference = ({ name, id, path, lat, lon, level }: Place) => ({
  name,
  id,
  path,
  lat,
  lon,
  precision: level,
  confidence: CERTAINTY,
});

/** The country that most places of the text lie in. */
function countryNamed({ view }: Search): string | undefined {
  const counts = new Map<string, number>();
  for (const mention of view.reading.mentions) {
    if (mention.type !== 'place' || !isResolved(mention.place)) continue;
    const country = mention.place.path[0] ?? '';
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
