import {
  dayNumber,
  isResolved,
  type ActorId,
  type Claim,
  type Day,
} from '../../src/domain/index.ts';
import type { PlaceId } from '../../src/domain/index.ts';

/** A published claim about who holds a whole place. */
export interface Telling {
  readonly place: PlaceId;
  readonly published: number;
  readonly order: number;
  readonly report: string;
  readonly holder: ActorId;
}

const HOLDS = new Set([
  'control.captured',
  'control.recaptured',
  'control.surrendered',
  'control.held',
]);

/** What both baselines see: claims of holding, with hypothetical and negated ones already left out. */
export function tellingOf(
  claim: Claim,
  published: Day,
  order: number,
  side: (claim: Claim) => ActorId | null,
): Telling | undefined {
  const { place } = claim;
  const holder = side(claim);
  const counts =
    HOLDS.has(claim.kind) &&
    claim.polarity === 'positive' &&
    (claim.modality === 'stated' || claim.modality === 'hedged');
  if (!counts || !isResolved(place) || holder === null) return undefined;
  if (place.part !== undefined || claim.facility !== undefined) return undefined;
  return {
    place: place.id,
    published: dayNumber(published),
    order,
    report: claim.report,
    holder,
  };
}

/** 1 when the newest claim by then says that `holder` has the place. */
export function lastClaimWins(tellings: readonly Telling[], at: number, holder: ActorId): number {
  const last = tellings
    .filter(({ published }) => published <= at)
    .reduce<Telling | undefined>(
      (a, b) => (a === undefined || b.order >= a.order ? b : a),
      undefined,
    );
  return last?.holder === holder ? 1 : 0;
}

const WINDOW_DAYS = 3;

/**
 * Share of the reports of three days that say `holder` has the place; the answer of the day before
 * when there is none.
 */
export function majorityOfReports(
  tellings: readonly Telling[],
  at: number,
  holder: ActorId,
): number {
  const past = tellings.filter(({ published }) => published <= at);
  if (past.length === 0) return 0;
  const end = Math.max(...past.map(({ published }) => published));
  const recent = past.filter(({ published }) => published > end - WINDOW_DAYS);
  const reports = new Map<string, boolean>();
  for (const telling of recent) {
    reports.set(
      telling.report,
      (reports.get(telling.report) ?? false) || telling.holder === holder,
    );
  }
  return [...reports.values()].filter(Boolean).length / reports.size;
}
