import {
  type ActorId,
  actorId,
  addDays,
  type Claim,
  type ClaimKind,
  claimId,
  day,
  type Day,
  type Instant,
  impliedTime,
  type Modality,
  type Place,
  type PlaceId,
  placeId,
  type Report,
  reportId,
  statedTime,
} from '../src/domain/index.ts';
import { seededRandom } from './random.ts';
import { syntheticBodies } from './synthetic-text.ts';

export interface SyntheticOptions {
  readonly seed: number;
  readonly claims: number;
  readonly places?: number;
  readonly actors?: number;
  readonly outlets?: number;
  readonly from?: Day;
  readonly days?: number;
  readonly claimsPerReport?: number;
  readonly countries?: number;
  /** Places and actors that somebody else knows of, instead of made ones. */
  readonly known?: { readonly places: readonly Place[]; readonly actors: readonly ActorId[] };
}

/** A report made by program with its claims, as intake and reader would have given them. */
export interface SyntheticEntry {
  readonly report: Report;
  readonly raw: Uint8Array;
  readonly claims: readonly Claim[];
  readonly problems: readonly [];
}

export interface SyntheticWorld {
  readonly places: readonly Place[];
  readonly actors: readonly ActorId[];
  /** Reports in order of publication, made as they are asked for. */
  entries(): Generator<SyntheticEntry>;
}

/** Shares roughly as in a stream of war news: most claims are events, a third are about control. */
const KINDS: readonly (readonly [ClaimKind, number])[] = [
  ['clash', 25],
  ['killing', 12],
  ['strike', 8],
  ['shelling', 6],
  ['control.captured', 10],
  ['control.held', 6],
  ['control.contested', 6],
  ['control.recaptured', 3],
  ['control.withdrawn', 3],
  ['control.besieged', 3],
  ['control.threatened', 4],
  ['talks.held', 4],
  ['threat', 4],
  ['outlook', 3],
  ['displacement', 3],
];

const MODALITIES: readonly (readonly [Modality, number])[] = [
  ['stated', 75],
  ['hedged', 12],
  ['background', 6],
  ['planned', 4],
  ['hypothetical', 3],
];

const DEFAULTS = {
  places: 5000,
  actors: 12,
  outlets: 60,
  from: day('2021-01-01'),
  days: 365,
  claimsPerReport: 6,
  countries: 10,
};

const hex = (number: number, width: number) => number.toString(16).padStart(width, '0');

function weighted<T>(table: readonly (readonly [T, number])[], random: () => number): T {
  const total = table.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random() * total;
  for (const [value, weight] of table) {
    left -= weight;
    if (left < 0) return value;
  }
  return table.at(-1)![0];
}

/** Countries of equal size, provinces of about twenty districts, on a grid of degrees. */
function makePlaces(count: number, countries: number): readonly Place[] {
  return Array.from({ length: count }, (_, i) => {
    const country = i % countries;
    const province = Math.floor(i / countries / 20);
    const countryId = placeId(`synthetic:C${country}`);
    const provinceId = placeId(`synthetic:C${country}/P${province}`);
    return {
      id: placeId(`synthetic:C${country}/P${province}/D${i}`),
      name: `Place ${i}`,
      level: 'district' as const,
      path: [`Country ${country}`, `Province ${province}`, `Place ${i}`],
      within: [countryId, provinceId],
      lat: ((i * 7) % 120) - 60,
      lon: ((i * 13) % 360) - 180,
      country: `C${country}`,
    };
  });
}

interface Draw {
  readonly random: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Few places are much in the news: the cube makes the first places frequent. */
  readonly pickPlace: (places: readonly Place[]) => Place;
}

function drawing(seed: number): Draw {
  const random = seededRandom(seed);
  return {
    random,
    pick: (list) => list[Math.floor(random() * list.length)]!,
    pickPlace: (places) => places[Math.floor(random() ** 2 * places.length)]!,
  };
}

function makeReport(index: number, published: Day, outlet: string, body: string): Report {
  return {
    id: reportId(`r${hex(index, 16)}`),
    sha256: hex(index, 64),
    outlet: { basis: 'stated', value: outlet },
    url: `https://example.org/${index}`,
    title: `Report ${index}`,
    byline: null,
    dateline: null,
    published: { basis: 'stated', value: published },
    captured: `${published}T12:00:00.000Z` as Instant,
    language: 'en',
    body,
  };
}

interface Setting {
  readonly report: Report;
  readonly published: Day;
  readonly outlet: string;
  readonly places: readonly Place[];
  readonly actors: readonly ActorId[];
  readonly draw: Draw;
}

/** Characters of a sentence of news. */
const SENTENCE = 140;

const actorReference = (id: ActorId) => ({ name: id, id, text: id, start: 0, end: id.length });

function makeClaim(ordinal: number, setting: Setting): Claim {
  const { report, published, outlet, draw } = setting;
  const { random, pick } = draw;
  const place = draw.pickPlace(setting.places);
  const back = Math.floor(random() ** 3 * 6);
  const when = addDays(published, -back);
  const exact = report.body.slice(0, SENTENCE);
  return {
    id: claimId(`c${report.id.slice(7)}${hex(ordinal, 2)}`),
    report: report.id,
    kind: weighted(KINDS, random),
    actor: actorReference(pick(setting.actors)),
    target: random() < 0.4 ? actorReference(pick(setting.actors)) : null,
    place: {
      name: place.name,
      id: place.id,
      path: place.path,
      lat: place.lat,
      lon: place.lon,
      precision: place.level,
      text: place.name,
      start: 0,
      end: place.name.length,
      confidence: 0.9,
    },
    when: back === 0 ? impliedTime(when) : statedTime(when, when, 'on a day'),
    said: impliedTime(published),
    amounts: [],
    polarity: random() < 0.06 ? 'negative' : 'positive',
    modality: weighted(MODALITIES, random),
    stance: 'says',
    chain: [
      { role: 'speaker', name: `Official ${Math.floor(random() * 200)}` },
      { role: 'outlet', name: outlet },
    ],
    evidence: {
      start: 0,
      end: exact.length,
      exact,
      prefix: '',
      suffix: report.body.slice(SENTENCE, SENTENCE + 32),
    },
    rule: 'synthetic',
    confidence: Math.round((0.5 + random() / 2) * 100) / 100,
  };
}

/** Any number of claims over any number of places, actors and days; the same for the same seed. */
export function syntheticWorld(options: SyntheticOptions): SyntheticWorld {
  const settings = { ...DEFAULTS, ...options };
  const { places, actors } = settings.known ?? {
    places: makePlaces(settings.places, settings.countries),
    actors: Array.from({ length: settings.actors }, (_, i) => actorId(`actor-${i}`)),
  };
  return {
    places,
    actors,
    *entries() {
      const draw = drawing(settings.seed);
      const bodyOf = syntheticBodies(draw.random);
      const encoder = new TextEncoder();
      const reports = Math.ceil(settings.claims / settings.claimsPerReport);
      for (let index = 0; index < reports; index++) {
        const published = addDays(settings.from, Math.floor((index * settings.days) / reports));
        const outlet = `Outlet ${Math.floor(draw.random() ** 2 * settings.outlets)}`;
        const report = makeReport(index, published, outlet, bodyOf());
        const setting: Setting = { report, published, outlet, places, actors, draw };
        const left = settings.claims - index * settings.claimsPerReport;
        const count = Math.min(settings.claimsPerReport, left);
        const claims = Array.from({ length: count }, (_, i) => makeClaim(i, setting));
        yield { report, raw: encoder.encode(report.body), claims, problems: [] };
      }
    },
  };
}

/** What the ledger asks about these places. */
export const withinOf = (places: readonly Place[]): ((id: PlaceId) => readonly PlaceId[]) => {
  const byId = new Map(places.map((place) => [place.id, place.within]));
  return (id) => byId.get(id) ?? [];
};
