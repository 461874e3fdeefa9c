import {
  deniedBy,
  hundredthsOf,
  unlistedName,
  type Day,
  type Place,
  type Standing,
  type StandingState,
  type StandingSummary,
  type Time,
} from '../../src/domain/index.ts';
import type { Holder } from '../../src/server/wire.ts';

type Holders = ReadonlyMap<string, Holder>;

const long = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const shortYear = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const dateOf = (day: Day) => new Date(`${day}T00:00:00Z`);

export const longDay = (day: Day) => long.format(dateOf(day));
export const shortDay = (day: Day) => short.format(dateOf(day));
const sameYear = (a: Day, b: Day) => a.slice(0, 4) === b.slice(0, 4);
interface Days {
  readonly from: Day;
  readonly to: Day;
}
/** Told with its year unless it and all days of the record are of one. */
export const dayWithin = (day: Day, { from, to }: Days) =>
  (sameYear(from, to) && sameYear(day, to) ? short : shortYear).format(dateOf(day));
/** "87 %"; at the ends "> 99 %" and "< 1 %". */
export const percent = (probability: number) => {
  const { bound, value } = hundredthsOf(probability);
  return `${bound === '' ? '' : `${bound}\u00a0`}${value}\u00a0%`;
};

/** What a user has fixed may be all or nothing. */
export const fixedPercent = (share: number) =>
  share === 0 || share === 1 ? `${100 * share}\u00a0%` : percent(share);

const LEVELS: Readonly<Record<Place['level'], string>> = {
  exact: 'Site',
  settlement: 'Town',
  district: 'District',
  province: 'Province',
  country: 'Country',
  region: 'Region',
};

/** What kind of place it is: cities are told from towns by their people, where these are known. */
export const levelName = ({ level, population, capitalOf }: Place) =>
  level === 'settlement' && (capitalOf !== undefined || (population ?? 0) >= CITY)
    ? 'City'
    : LEVELS[level];

/** People from which a town is a city (UN Statistics Division, degree of urbanisation). */
const CITY = 50_000;

export const holderName = (id: string, holders: Holders) =>
  holders.get(id)?.name ?? unlistedName(id);

export function stateName(state: StandingState, holders: Holders): string {
  switch (state.state) {
    case 'held':
      return holderName(state.by, holders);
    case 'contested':
      return 'contested';
    case 'unknown':
      return 'unknown';
  }
}

const SINGULAR = /government|army|state|front|union|republic|ministry|group|^M\d+$|^[A-Z][a-z]+$/i;
const PLURAL = /s$|^(taliban|mujahideen|houthis?)$/i;

/** "The government holds", "Taliban hold": names of groups take a plural verb, bodies a singular one. */
export const verb = (name: string, plain: 'hold' | 'say' | 'fight' | 'besiege') =>
  SINGULAR.test(name) && !PLURAL.test(name) ? `${plain}s` : plain;

type Brief = Pick<Standing, 'best' | 'probability' | 'likelihood'> & {
  /** Claims behind it: how many, or which. */
  readonly claims: number | readonly unknown[];
};

const isSilent = ({ claims }: Brief) => (typeof claims === 'number' ? claims : claims.length) === 0;

/** One straight sentence on who holds a place, in ICD 203 words. */
export function statement(place: string, standing: Brief, holders: Holders): string {
  const { best, likelihood, probability } = standing;
  if (isSilent(standing)) return `Nothing has been reported of ${place}`;
  if (best.state === 'unknown') return `Who holds ${place} is not known`;
  if (probability < 0.5) {
    const perhaps = best.state === 'contested' ? 'contested' : holderName(best.by, holders);
    return `Who holds ${place} is not clear: perhaps ${perhaps} (${percent(probability)})`;
  }
  if (best.state === 'contested') return `${place} is ${adverb(likelihood)} contested`;
  const name = holderName(best.by, holders);
  return `${name} ${adverb(likelihood)} ${verb(name, 'hold')} ${place}`;
}

/** "The army says otherwise", of who denies what is assessed; nothing where nobody does. */
export const otherwise = (
  standing: Pick<StandingSummary, 'best' | 'claimed'>,
  holders: Holders,
): readonly string[] =>
  deniedBy(standing).map((id) => {
    const name = holderName(id, holders);
    return `${name} ${verb(name, 'say')} otherwise`;
  });

const adverb = (likelihood: Standing['likelihood']) =>
  likelihood === 'almost certain'
    ? 'almost certainly'
    : likelihood === 'roughly even chance'
      ? 'perhaps'
      : likelihood;

const KINDS: Readonly<Record<string, string>> = {
  'control.captured': 'Captured',
  'control.recaptured': 'Retaken',
  'control.surrendered': 'Surrendered',
  'control.withdrawn': 'Withdrawn from',
  'control.held': 'Held',
  'control.besieged': 'Besieged',
  'control.contested': 'Contested',
  'control.threatened': 'Threatened',
  'control.count': 'Count of places',
};

export const kindName = (kind: string) => {
  const named = KINDS[kind];
  if (named) return named;
  const words = kind.replace('.', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export function timeText(time: Time, record: Days): string {
  if (time.basis === 'unknown') return `date unknown: ${time.reason}`;
  const range =
    time.start === time.end
      ? dayWithin(time.start, record)
      : `${dayWithin(time.start, record)}–${dayWithin(time.end, record)}`;
  return time.basis === 'implied' ? `${range} (implied)` : range;
}

export const RELIABILITY: Readonly<Record<Standing['source'], string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};
const CREDIBILITY: Readonly<Record<Standing['information'], string>> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'truth cannot be judged',
};

export const admiralty = ({ source, information }: Pick<Standing, 'source' | 'information'>) => ({
  code: `${source}${information}`,
  text: `Source ${RELIABILITY[source]}; information ${CREDIBILITY[information]}`,
});

export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
