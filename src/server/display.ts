import {
  isResolved,
  type Claim,
  type ClaimKind,
  type Place,
  type PlaceId,
  type Precision,
} from '../domain/index.ts';

/**
 * What is published less closely, or later, than it is known. A rule applies to a claim when every
 * condition it has holds; the first rule that applies decides.
 */
export interface DisplayRule {
  /** Kinds, or groups of kinds by their first word. */
  readonly kinds?: readonly (ClaimKind | (string & {}))[];
  /** Outlets, as named in the chain. */
  readonly outlets?: readonly string[];
  /** Places are named no closer than this. */
  readonly coarsen?: Precision;
  /** Days that must have passed since it was said. */
  readonly delayDays?: number;
  readonly reason: string;
}

/** Where forces stand is not shown: Dateline is for the record, not for aiming. */
export const DEFAULT_DISPLAY: readonly DisplayRule[] = [
  {
    kinds: ['force', 'arms'],
    coarsen: 'country',
    reason: 'Positions of deployed forces are not on the public map.',
  },
];

const FINE_TO_COARSE: readonly Precision[] = [
  'exact',
  'settlement',
  'district',
  'province',
  'country',
  'region',
];
const coarseness = (precision: Precision) => FINE_TO_COARSE.indexOf(precision);

function applies({ kinds, outlets }: DisplayRule, claim: Claim): boolean {
  const ofKind =
    !kinds || kinds.some((kind) => claim.kind === kind || claim.kind.startsWith(`${kind}.`));
  const ofOutlet =
    !outlets || claim.chain.some(({ role, name }) => role === 'outlet' && outlets.includes(name));
  return ofKind && ofOutlet;
}

function coarsened(
  claim: Claim,
  limit: Precision,
  reason: string,
  place: (id: PlaceId) => Place | undefined,
): Claim {
  if (!isResolved(claim.place) || coarseness(claim.place.precision) >= coarseness(limit))
    return claim;
  const { text, start, end, confidence } = claim.place;
  const around = place(claim.place.id)?.within.findLast(
    (id) => coarseness(place(id)?.level ?? 'exact') >= coarseness(limit),
  );
  const known = around && place(around);
  if (!known) return { ...claim, place: { unresolved: reason, text } };
  const { name, id, path, lat, lon, level } = known;
  return {
    ...claim,
    place: { name, id, path, lat, lon, precision: level, text, start, end, confidence },
  };
}

export interface Published {
  readonly rules: readonly DisplayRule[];
  readonly place: (id: PlaceId) => Place | undefined;
  /** Days since the claim was said. */
  readonly age: (claim: Claim) => number;
}

/** The claim as it may be shown; undefined while it is held back. */
export function published(claim: Claim, { rules, place, age }: Published): Claim | undefined {
  const rule = rules.find((candidate) => applies(candidate, claim));
  if (!rule) return claim;
  if (rule.delayDays !== undefined && age(claim) < rule.delayDays) return undefined;
  return rule.coarsen ? coarsened(claim, rule.coarsen, rule.reason, place) : claim;
}
