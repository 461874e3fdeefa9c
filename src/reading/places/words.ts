import type { Precision } from '../../domain/index.ts';

const set = (words: string) => new Set(words.split(' '));

/** Words that say what kind of place a name is, singular, to the level they mean. */
const LEVEL_OF: ReadonlyMap<string, Precision> = new Map(
  Object.entries<Precision>({
    country: 'country',
    nation: 'country',
    kingdom: 'country',
    province: 'province',
    provincial: 'province',
    governorate: 'province',
    oblast: 'province',
    region: 'province',
    state: 'province',
    prefecture: 'province',
    emirate: 'province',
    wilayat: 'province',
    krai: 'province',
    county: 'district',
    district: 'district',
    raion: 'district',
    municipality: 'district',
    subdistrict: 'district',
    township: 'district',
    woreda: 'district',
    city: 'settlement',
    town: 'settlement',
    village: 'settlement',
    hamlet: 'settlement',
    settlement: 'settlement',
    suburb: 'settlement',
  }),
);

/** Level meant by "province", "districts"; undefined for any other word. */
export function levelOfKind(word: string): Precision | undefined {
  const lower = word.toLowerCase();
  const level = LEVEL_OF.get(lower);
  if (level !== undefined || !lower.endsWith('s')) return level;
  return LEVEL_OF.get(lower.replace(/ies$/, 'y').replace(/s$/, ''));
}

export const isPluralKind = (word: string) => /s$/i.test(word) && levelOfKind(word) !== undefined;

/** Small words that stand inside names: "Sar-e Pul", "Rio de Janeiro", "Stratford upon Avon". */
export const INSIDE = set(
  'of the and e i ye wa de la las los el al al- ez az ar ash es del des du da do dos das di am an der le les sur upon on under bin ul us os o und y à 0',
);

export const MARKS = set("- – ‐ ' ’ ‘ ` .");

/** Sides that many towns have: without the town's name they are nowhere. */
export const SIDES = set('side end wing coast bank shore beach gate quarter');

/** Words before a name that place it. */
export const LOCATING = set(
  'in at near from to into across around outside inside towards toward through throughout over within beyond via between of on off along against',
);

export const COMPASS = set(
  'north south east west northeast northwest southeast southwest northern southern eastern western northeastern northwestern southeastern southwestern central north-eastern north-western south-eastern south-western upper lower',
);

const POINT = /^(?:(?:north|south)-?(?:east|west)|north|south|east|west)$/i;

/** "north", "south-west": a direction, or a side of something. */
export const isCompassPoint = (word: string) => POINT.test(word);

/** Capitalised words that start sentences or titles far oftener than they name a place. */
export const NEVER = set(
  'the a an this that these those he she it they we you i his her its their our my in on at of for from to by with as and or but if when while after before since until so no not yes all some many most more one two three four five six seven eight nine ten first second new old january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun mr mrs ms dr gen lt col sgt maj president minister prime king queen prince police army navy force forces government council committee court party house senate congress parliament national international united general said says there here where what who why how which is are was were be been being has have had will would could should may might must can do does did also however meanwhile earlier later then now today yesterday tomorrow according among about under over up down out off back still just only even very much such each every any both another other others several few more than like during between against because although though despite per via god sir lord lady saint university college school hospital church airport street road avenue park river lake mount bay county city town village district province state region republic islamic christian muslim jewish sunni shia english man men woman women people world war time year years day days week month left right best good great big little long high low open close live photo image video read update breaking news report reports bank company group inc corp ltd co department ministry office agency association union center centre institute foundation society club team league cup',
);

/** Sites that are called by the place they are at, and seldom by a person: "Goma airport". */
export const SITES_OF_WAR = set('airport airbase airfield airstrip garrison barracks');

/** Sites that are part of the place they are named after: taking one is not taking the place. */
export const SITES: ReadonlySet<string> = new Set([
  ...SITES_OF_WAR,
  ...set(
    'prison jail bazaar market outskirts suburb suburbs centre center downtown hospital headquarters base port harbour harbor dam station palace stadium bridge refinery compound',
  ),
]);

/** Nouns that end the name of a thing other than the place it is named after: "Nile Delta", "Third Street". */
export const FEATURES_OF_LAND = set(
  'river delta harbor harbour lake mountains mountain valley bay island islands peninsula desert canyon falls sea ocean gulf strait straits canal creek park forest avenue street road drive lane boulevard highway square estate castle stadium bridge tunnel beach hill hills heights plaza arena racecourse cemetery reservoir basin plateau range',
);

/** Sites that bear names of their own. */
export const GROUNDS = new Set([
  'training ground',
  'training area',
  'training range',
  'test site',
  'air base',
  'airbase',
  'airfield',
  'airport',
  'military base',
  'army base',
  'naval base',
  'refugee camp',
  'border crossing',
  'checkpoint',
  'dam',
  'refinery',
  'power plant',
  'oil field',
  'oilfield',
  'gas field',
  'barracks',
  'garrison',
  'crossing',
  'mountain',
  'mountains',
  'valley',
  'village',
  'base',
]);

/** Last words of {@link GROUNDS}: the quick look before the slow one. */
export const GROUND_ENDS: ReadonlySet<string> = new Set(
  [...GROUNDS].map((phrase) => phrase.split(' ').at(-1)!),
);

/** Ends of the names of streets. */
export const STREETS =
  /^(streets?|st\.?|avenues?|ave\.?|roads?|rd\.?|lane|drive|dr\.?|boulevards?|blvd\.?|highway|hwy\.?|route|square|parkway|terrace|crescent)$/i;

/** Who speaks of what happens elsewhere: "officials in Kabul", "a spokesman in New York". */
export const SPEAKS_FROM =
  /^(?:ministry|government|junta|presidency|embassy|parliament|authorities|officials?|office|command|regime|leadership|administration|diplomats?|analysts?|correspondents?|reporters?|sources?|spokes(?:man|woman|person|people)|monitors?|envoys?|ambassadors?|ministers?)$/;

/** Where somebody who speaks is said to be: "an official stationed in Chaman". */
export const STATIONED = /^(?:stationed|based|posted|located|headquartered)$/;
