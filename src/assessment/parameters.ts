import type { IncidentGroup, Interest, Modality, SourceClass } from '../domain/index.ts';

/** A number of the model with its reason; `n` is the weight of a prior in claims. */
export interface Parameter {
  readonly value: number;
  readonly reason: string;
  readonly n?: number;
  /** Our judgement before it was fitted; the fit stays near it. */
  readonly expert?: number;
  /** The command that fitted it, when it was fitted. */
  readonly fitted?: string;
}

/** What a claim can say of a place; each has a row in `points`. */
export const POINTINGS = [
  'gain',
  'opposedGain',
  'hold',
  'leave',
  'fight',
  'lastFight',
  'afterLeave',
  'clash',
  'siege',
  'notGained',
  'calm',
  'before',
  'partGain',
  'partHold',
] as const;
export type Pointing = (typeof POINTINGS)[number];

const INTERESTS = ['gain', 'admission', 'denial', 'neutral'] as const;
const CLASSES = [
  'party',
  'party-official',
  'local-official',
  'resident',
  'monitor',
  'agency',
  'outlet',
  'unnamed',
] as const;
const GROUPS = [
  'gain',
  'leave',
  'hold',
  'fight',
  'siege',
  'violence',
  'detention',
  'movement',
  'alert',
  'talks',
  'words',
] as const;
const RELATIONS = ['subject', 'other', 'contested', 'unknown', 'falsely'] as const;
const MODALITIES = [
  'stated',
  'hedged',
  'hypothetical',
  'planned',
  'predicted',
  'background',
] as const;
const CHANGES = [
  'heldToContested',
  'heldToOther',
  'heldToUnknown',
  'contestedToHeld',
  'contestedToUnknown',
  'unknownToHeld',
  'unknownToContested',
  'unsaid',
  'late',
  'silence',
] as const;

const TIMES = [
  'still',
  'stillDays',
  'wide',
  'implied',
  'siegeImplied',
  'before',
  'beforeImplied',
  'from',
] as const;
const PACE = ['days', 'double'] as const;
const LEARNING = ['rounds', 'everyDays', 'anewEvery'] as const;
const WITNESS = ['windowDays', 'corroboration', 'confidence', 'inferred', 'interested'] as const;

type Table<Key extends string> = Readonly<Record<Key, Parameter>>;

/** Shape of `data/assessment/standing.json`. */
export interface StandingParameters {
  readonly initial: Table<'held' | 'contested'>;
  readonly change: Table<(typeof CHANGES)[number]>;
  readonly points: Readonly<Record<Pointing, Table<(typeof RELATIONS)[number]>>>;
  readonly modality: Table<Modality>;
  readonly containment: Table<'down' | 'capital' | 'up' | 'centre'>;
  readonly time: Table<(typeof TIMES)[number]>;
  readonly witness: Table<(typeof WITNESS)[number]>;
  readonly siege: Table<'begin' | 'end' | 'positive' | 'negative'>;
  readonly learning: Table<(typeof LEARNING)[number]>;
  readonly pace: Table<(typeof PACE)[number]>;
}

/** Shape of `data/assessment/sources.json`. */
export interface SourceParameters {
  readonly classes: Readonly<Record<SourceClass, Table<Interest> & { readonly reason: string }>>;
  /** Classes in the order in which their words are tried. */
  readonly order: readonly SourceClass[];
  /** Last words of names no list has: for the government's side, and for nobody in particular. */
  readonly common: Readonly<Record<'government' | 'nobody', readonly string[]>>;
  readonly words: Readonly<Partial<Record<SourceClass, readonly string[]>>>;
}

/** Shape of `data/assessment/incidents.json`. */
export interface IncidentParameters {
  readonly gapDays: Table<IncidentGroup>;
  readonly wideDays: Parameter;
  readonly amountRatio: Parameter;
}

/** Shape of `data/assessment/origins.json`. */
export type OriginParameters = Table<(typeof ORIGIN_NUMBERS)[number]> & {
  /** Agencies by the name shown, with other names they are credited by. */
  readonly agencies: Readonly<Record<string, readonly string[]>>;
};

const ORIGIN_NUMBERS = [
  'shingle',
  'rate',
  'fullBelow',
  'keys',
  'candidate',
  'copy',
  'credited',
  'minimum',
  'part',
  'within',
] as const;

export interface AssessmentParameters {
  readonly standing: StandingParameters;
  readonly sources: SourceParameters;
  readonly incidents: IncidentParameters;
  readonly origins: OriginParameters;
}

/** File names under `data/assessment/`, without `.json`. */
export const PARAMETER_FILES = ['standing', 'sources', 'incidents', 'origins'] as const;

const record = (value: unknown, at: string): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) throw new Error(`${at}: expected an object`);
  return value as Record<string, unknown>;
};

function checkNumbers(value: unknown, keys: readonly string[], at: string): void {
  const table = record(value, at);
  for (const key of keys) {
    const { value: number, reason } = record(table[key], `${at}.${key}`);
    if (typeof number !== 'number' || !Number.isFinite(number) || number < 0) {
      throw new Error(`${at}.${key}.value: expected a number of 0 or more`);
    }
    if (typeof reason !== 'string' || reason === '') {
      throw new Error(`${at}.${key}.reason: every number has its reason`);
    }
  }
}

/**
 * Checks the parsed files of `data/assessment/`, by name without `.json`.
 * @throws Error that names the first number that is missing, wrong or without a reason.
 */
export function parseParameters(files: Readonly<Record<string, unknown>>): AssessmentParameters {
  const standing = record(files.standing, 'standing');
  checkNumbers(standing.initial, ['held', 'contested'], 'standing.initial');
  checkNumbers(standing.change, CHANGES, 'standing.change');
  for (const pointing of POINTINGS) {
    const row = record(standing.points, 'standing.points')[pointing];
    checkNumbers(row, RELATIONS, `standing.points.${pointing}`);
  }
  checkNumbers(standing.modality, MODALITIES, 'standing.modality');
  checkNumbers(standing.containment, ['down', 'capital', 'up', 'centre'], 'standing.containment');
  checkNumbers(standing.time, TIMES, 'standing.time');
  checkNumbers(standing.witness, WITNESS, 'standing.witness');
  checkNumbers(standing.siege, ['begin', 'end', 'positive', 'negative'], 'standing.siege');
  checkNumbers(standing.pace, PACE, 'standing.pace');
  checkNumbers(standing.learning, LEARNING, 'standing.learning');
  const sources = record(files.sources, 'sources');
  for (const name of CLASSES) {
    const row = record(sources.classes, 'sources.classes')[name];
    checkNumbers(row, INTERESTS, `sources.classes.${name}`);
  }
  const incidents = record(files.incidents, 'incidents');
  checkNumbers(incidents.gapDays, GROUPS, 'incidents.gapDays');
  checkNumbers(incidents, ['wideDays', 'amountRatio'], 'incidents');
  checkNumbers(files.origins, ORIGIN_NUMBERS, 'origins');
  record(record(files.origins, 'origins').agencies, 'origins.agencies');
  return files as unknown as AssessmentParameters;
}
