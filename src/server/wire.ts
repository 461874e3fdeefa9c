import type { CountCheck, Measure, OutlookCheck, Trend } from '../assessment/index.ts';
import type {
  ActorId,
  ClaimId,
  Day,
  Incident,
  Instant,
  OriginId,
  Pin,
  Place,
  PlaceId,
  Reliability,
  SourceClass,
  Standing,
  StandingState,
  StandingSummary,
} from '../domain/index.ts';
import type { Holder, ReportBrief, ClaimView, OutletView } from './wire-record.ts';

export type * from './wire-record.ts';

/**
 * What the HTTP API sends: this, and what is in `wire-record.ts`. The page imports these types and
 * nothing else from the server.
 */

/** A standing without its reasons: what the map draws, with the beliefs large enough to be seen. */
export interface StandingBrief extends Omit<StandingSummary, 'place' | 'at' | 'known'> {
  /** The best state where it is more likely than not, else unknown: what may be said outright. */
  readonly state: StandingState;
}

export interface PlacePicture {
  readonly place: Place;
  readonly standing: StandingBrief;
}

export interface TotalRow {
  readonly state: StandingState;
  /** Expected number: the sum of the probabilities. */
  readonly expected: number;
  /** Places of which this is more likely than not the state; the undecided are unknown. */
  readonly best: number;
}

/**
 * How much of a class of places is in which state. Places without news count as unknown.
 * `population`: people of the capitals. `area`: square kilometres of first-level divisions, each as it
 * stands itself: it is not held because its capital is.
 */
export interface Total {
  readonly denominator: 'capitals' | 'provinces' | 'districts' | 'places' | 'population' | 'area';
  readonly of: number;
  /** Places that are counted, and those left out because their size is not known. */
  readonly counted: number;
  readonly missing: number;
  /** How much of it nothing has been said of by then: the part of the unknown that is silence. */
  readonly silent: number;
  readonly rows: readonly TotalRow[];
}

/** A place whose state, where it is more likely than not, is not what it was. */
export interface Change {
  readonly place: Place;
  readonly before: StandingState;
  readonly after: StandingState;
  readonly probability: number;
  /** Claims that pushed towards `after` and were not known, or not so, the day before. */
  readonly claims: readonly ClaimId[];
}

/** What changed from one pair of clocks to another, with the claims that made it. */
export interface ChangeList {
  readonly since: Day;
  readonly changes: readonly (Change & { readonly evidence: readonly ClaimView[] })[];
}

export interface Picture {
  readonly at: Day;
  readonly known: Day;
  readonly country: string | null;
  /** Seat of the country's government. */
  readonly capital: PlaceId | null;
  readonly without: readonly string[];
  readonly places: readonly PlacePicture[];
  readonly totals: readonly Total[];
  readonly changes: readonly Change[];
}

/** Belief on one day: as known on that day, and as known on the day the question names. */
export interface HistoryPoint {
  readonly day: Day;
  readonly filtered: Standing['beliefs'];
  readonly smoothed: Standing['beliefs'];
}

/** One witness: the claims that share an origin, however often they were printed. */
export interface OriginGroup {
  readonly origin: OriginId;
  readonly reports: readonly ReportBrief[];
  /** Claims of the first report; `copies` of each are counted over the others. */
  readonly claims: readonly { readonly view: ClaimView; readonly copies: number }[];
  /** Sum of what this origin moved. */
  readonly logOdds: number;
  /** Whether it counted; a claim made after `known`, or of something later, does not. */
  readonly counted: boolean;
  /** Claims of other origins that this one denies; it stands right after them. */
  readonly denies: readonly ClaimId[];
}

export interface PlaceLedger {
  readonly place: Place;
  readonly standing: Standing;
  /** Names of those who claim the place, of whom it is claimed, and who may hold or besiege it. */
  readonly parties: Readonly<Record<ActorId, string>>;
  readonly groups: readonly OriginGroup[];
  /** Beliefs day by day, each as known on that day. */
  readonly history: readonly HistoryPoint[];
}

/** An incident with its place; its claims are asked for by id. */
export interface IncidentView extends Omit<Incident, 'place'> {
  readonly place: Place;
}

export interface IncidentList {
  readonly total: number;
  readonly incidents: readonly IncidentView[];
}

/** Who answers for claims: reliability by which way the claims point. */
export interface SourceView {
  /** Key by which the source is switched off. */
  readonly source: string;
  readonly name: string;
  readonly class: SourceClass;
  readonly reliabilities: readonly Reliability[];
}

/** An entry of the ledger about a source: who fixed what, when and why. */
export interface PinView {
  readonly source: string;
  readonly name: string;
  /** A letter, or a share from 0 to 1; null takes back what was fixed before. */
  readonly pin: Pin | null;
  readonly reason: string;
  readonly by: string;
  readonly recorded: Instant;
}

/** What holds, and every entry there is; newest first. */
export interface PinList {
  readonly pins: readonly PinView[];
  readonly entries: readonly PinView[];
}

export interface PinAnswer {
  readonly entry: PinView;
}

export interface PinChange {
  readonly place: Place;
  readonly before: Pick<StandingBrief, 'state' | 'best' | 'probability'>;
  readonly after: Pick<StandingBrief, 'state' | 'best' | 'probability'>;
  /** Another state is said outright. */
  readonly turned: boolean;
  /** Change in the probability of the state that is likeliest with the pin. */
  readonly moved: number;
}

/** The picture with a pin beside the picture with what is learned of the source. */
export interface PinEffect {
  readonly source: string;
  readonly pin: Pin | null;
  /** Places compared. */
  readonly places: number;
  readonly changes: readonly PinChange[];
}

export interface SourceList {
  readonly sources: readonly SourceView[];
  readonly outlets: readonly OutletView[];
  readonly sides: readonly Holder[];
}

export interface DailyHolding {
  readonly day: Day;
  readonly states: readonly { readonly state: StandingState; readonly expected: number }[];
}

/** A claim about the war as a whole beside what the record shows. */
export interface Checked<T> {
  readonly check: T;
  readonly view: ClaimView;
}

/**
 * One way to count: the seats of a country's first-level divisions, the people in those, or the
 * square kilometres of the divisions themselves; of one division, its districts.
 */
export interface TrendMeasure {
  readonly measure: Measure;
  /** The whole of it, the places it is of, and those left out because their size is not known. */
  readonly of: number;
  readonly counted: number;
  readonly missing: number;
  readonly daily: readonly DailyHolding[];
  readonly trends: readonly Trend[];
}

/** What was gained and lost, and what was said of that; judgements are put beside the places counted. */
export interface Trends {
  /** The division that is asked about; null for the whole country. */
  readonly area: PlaceId | null;
  /** First-level divisions of the country, by name. */
  readonly areas: readonly { readonly id: PlaceId; readonly name: string }[];
  /** What is counted: capitals of the divisions of a country, districts of a division. */
  readonly unit: 'capital' | 'district';
  readonly measures: readonly TrendMeasure[];
  readonly outlooks: readonly Checked<OutlookCheck>[];
  readonly counts: readonly Checked<CountCheck>[];
}
