import type { Place } from '../../domain/index.ts';
import { kilometresBetween } from '../../gazetteer/distance.ts';
import { plain } from '../../gazetteer/fold.ts';
import type { Candidate } from '../../gazetteer/gazetteer.ts';
import type { Companies } from './coherence.ts';
import { isInside, type PlaceSpan } from './span.ts';

/** What speaks for a candidate; weights for each are in {@link ./weights.ts}. */
export const FEATURES = [
  'similarity',
  'settlementPeople',
  'divisionPeople',
  'country',
  'region',
  'province',
  'district',
  'exact',
  'provincialSeat',
  'provinceOfNamesake',
  'provinceOfCity',
  'townOfArea',
  'townOfMetropolis',
  'districtOfNamesake',
  'inNamesakeCountry',
  'kindFits',
  'kindDiffers',
  'insideNamedNext',
  'holdsNamedBefore',
  'outsideNamedNext',
  'countryShare',
  'peopleShare',
  'provinceShare',
  'countryNamed',
  'provinceNamed',
  'nearness',
  'amongCountries',
  'acronym',
  'partOfName',
  'areaInName',
  'companyNear',
  'companyNested',
  'nowhere',
  'nowhereAlone',
  'nowhereDistinct',
] as const;

/** A place already believed in, with how much: what one name of the document lends to the others. */
export interface Belief {
  readonly place: Place;
  readonly probability: number;
}

/** What the rest of the document says, seen from one name. */
export interface Evidence {
  /** Likeliest place of every other name, with the number of its mentions. */
  readonly others: readonly (Belief & { readonly mentions: number })[];
  /** Share of words for peoples, by country. */
  readonly peoples: ReadonlyMap<string, number>;
  /** Candidates of names that the text puts around this one, and of those it puts inside it. */
  readonly outer: readonly Belief[];
  readonly inner: readonly Belief[];
  readonly companies: Companies;
}

const NEAR_KM = 150;
const METROPOLIS = 500_000;
/** A town's people against those of the city that it is called after. */
const MANY_TIMES = 20;
const UNCOUNTED = 1500;
const ACRONYM = /^\p{Lu}{2,4}$/u;
const DIVISIONS = new Set<Place['level']>(['country', 'province', 'district', 'region']);

const logPeople = ({ population = 0 }: Place) => Math.log10(population + 1) / 7;

function shares(place: Place, evidence: Evidence) {
  let [all, sameCountry, sameProvince, near] = [0, 0, 0, 0];
  let [countryNamed, provinceNamed, countries] = [0, 0, 0];
  const [country, province] = place.within;
  for (const { place: other, probability, mentions } of evidence.others) {
    const weight = probability * Math.log2(mentions + 1);
    all += weight;
    if (other.country === place.country) sameCountry += weight;
    if (other.level === 'country') countries += weight;
    if (other.id === country) countryNamed = Math.max(countryNamed, probability);
    if (other.id === province) provinceNamed = Math.max(provinceNamed, probability);
    if (province !== undefined && (other.id === province || other.within[1] === province)) {
      sameProvince += weight;
    }
    if (other.level !== 'country' && other.level !== 'region' && other.country === place.country) {
      near += weight * Math.exp(-kilometresBetween(other, place) / NEAR_KM);
    }
  }
  return {
    country: all === 0 ? 0 : sameCountry / all,
    province: all === 0 ? 0 : sameProvince / all,
    near: Math.log1p(near),
    countryNamed,
    provinceNamed,
    // News of the world: "Georgia" beside Armenia and Azerbaijan is the country.
    amongCountries: all === 0 || place.level !== 'country' ? 0 : countries / all,
  };
}

const support = (beliefs: readonly Belief[], holds: (other: Place) => boolean) =>
  beliefs.reduce((sum, { place, probability }) => sum + (holds(place) ? probability : 0), 0);

/** The province is called otherwise, and the town is the seat of another: its name is one from before a division. */
const isSeatOfAnother = (town: Place, province: Place) =>
  town.level === 'settlement' &&
  town.country === province.country &&
  town.capitalOf !== undefined &&
  town.capitalOf === town.within[1] &&
  plain(town.name) !== plain(province.name);

/** A provincial seat bears its name: the bare name means the city. */
const hasSeat = (province: Place, candidates: readonly Candidate[]) =>
  province.level === 'province' &&
  candidates.some(
    ({ place }) => place.capitalOf === province.id || isSeatOfAnother(place, province),
  );

/** A settlement of the same name in it: the bare name means the settlement. */
const hasTown = (district: Place, candidates: readonly Candidate[]) =>
  candidates.some(({ place }) => place.level === 'settlement' && isInside(place, district));

/** "Mexico" is the country before it is its capital. */
const inCountryOfName = (area: Place, candidates: readonly Candidate[]) =>
  candidates.some(({ place }) => place.level === 'country' && isInside(area, place));

/** "New York" and "Washington" alone are the cities, though they are the seats of neither state. */
const hasCity = (province: Place, candidates: readonly Candidate[]) =>
  province.level === 'province' &&
  candidates.some(
    ({ place: { level, country, population = 0 } }) =>
      level === 'settlement' && country === province.country && population >= METROPOLIS,
  );

/** A small town called after something greater: Lebanon, Pennsylvania; Atlantic, Iowa. */
const hasArea = (town: Place, candidates: readonly Candidate[]) =>
  town.level === 'settlement' &&
  (town.population ?? 0) < METROPOLIS &&
  candidates.some(
    ({ place: { id, level, population = 0 } }) =>
      level === 'region' ||
      level === 'exact' ||
      (DIVISIONS.has(level) && id !== town.capitalOf && population > 5 * (town.population ?? 0)),
  );

/** London in Ohio: news of the world that means it says so. */
const hasMetropolis = (town: Place, candidates: readonly Candidate[]) =>
  town.level === 'settlement' &&
  candidates.some(
    ({ place: { level, population = 0 } }) =>
      level === 'settlement' &&
      population >= METROPOLIS &&
      population > MANY_TIMES * Math.max(UNCOUNTED, town.population ?? 0),
  );

type Names = Pick<PlaceSpan, 'level' | 'candidates' | 'text' | 'partOfName'>;

/** "Mocimboa da Praia": several words that one country alone has name that place. */
const isDistinct = (text: string, [first, ...more]: readonly Candidate[]) =>
  first !== undefined &&
  first.similarity > ALIKE &&
  text.includes(' ') &&
  more.every(({ place }) => place.country === first.place.country);
const ALIKE = 0.95;

/** Values of {@link FEATURES} for "none of these": a place that the gazetteer does not have. */
export const featuresOfNowhere = (
  { others }: Evidence,
  { text, candidates, partOfName }: Names,
): readonly number[] =>
  FEATURES.map((name) => {
    if (name === 'nowhereAlone') return others.length === 0 ? 1 : 0;
    if (name === 'nowhereDistinct')
      return partOfName !== true && isDistinct(text, candidates) ? 1 : 0;
    return name === 'nowhere' ? 1 : 0;
  });

/** "The town of X" where only X's district is known: it is in it. */
const fitsKind = (
  { level: own }: Place,
  level: Names['level'],
  candidates: readonly Candidate[],
): boolean =>
  own === level ||
  (level === 'settlement' &&
    own === 'district' &&
    !candidates.some(({ place }) => place.level === 'settlement'));

/** Values of {@link FEATURES} for one candidate. */
export function featuresOf(
  { place, similarity }: Candidate,
  { level, candidates, text, partOfName = false }: Names,
  evidence: Evidence,
): readonly number[] {
  const share = shares(place, evidence);
  const is = (wanted: Place['level']) => (place.level === wanted ? 1 : 0);
  const division = DIVISIONS.has(place.level);
  const fits = fitsKind(place, level, candidates);
  const inside = support(evidence.outer, (outer) => isInside(place, outer));
  const company = evidence.companies.get(place.id);
  return [
    Math.log(similarity),
    division ? 0 : logPeople(place),
    division ? logPeople(place) : 0,
    is('country'),
    is('region'),
    is('province'),
    is('district'),
    is('exact'),
    place.capitalOf === undefined ? 0 : 1,
    level === undefined && hasSeat(place, candidates) ? 1 : 0,
    level === undefined && hasCity(place, candidates) ? 1 : 0,
    hasArea(place, candidates) ? 1 : 0,
    hasMetropolis(place, candidates) ? 1 : 0,
    level === undefined && place.level === 'district' && hasTown(place, candidates) ? 1 : 0,
    level === undefined && inCountryOfName(place, candidates) ? 1 : 0,
    fits ? 1 : 0,
    level !== undefined && !fits ? 1 : 0,
    inside,
    support(evidence.inner, (inner) => isInside(inner, place)),
    evidence.outer.length > 0 && inside === 0 ? 1 : 0,
    share.country,
    evidence.peoples.get(place.country) ?? 0,
    share.province,
    share.countryNamed,
    share.provinceNamed,
    share.near,
    share.amongCountries,
    ACRONYM.test(text) && !division ? 1 : 0,
    partOfName && !division ? 1 : 0,
    partOfName && division ? 1 : 0,
    company?.near ?? 0,
    company?.nested ?? 0,
    0,
    0,
    0,
  ];
}
