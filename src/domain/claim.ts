import type { ActorReference } from './actor.ts';
import type { ClaimId, ReportId } from './ids.ts';
import type { PlaceReference } from './place.ts';
import type { Evidence } from './span.ts';
import type { Time } from './time.ts';

export const CLAIM_KINDS = [
  'control.captured',
  'control.recaptured',
  'control.surrendered',
  'control.withdrawn',
  'control.held',
  'control.besieged',
  'control.contested',
  'control.threatened',
  'control.count',
  'clash',
  'strike',
  'shelling',
  'bombing',
  'killing',
  'wounding',
  'abduction',
  'detention',
  'displacement',
  'destruction',
  'force.deployed',
  'force.reinforced',
  'force.withdrawn',
  'force.exercise',
  'arms.supplied',
  'emergency.declared',
  'curfew',
  'talks.held',
  'talks.stalled',
  'agreement',
  'ceasefire',
  'visit',
  'demand',
  'pledge',
  'threat',
  'accusation',
  'denial',
  'appeal',
  'protest',
  'aid',
  'outlook',
] as const;

export type ClaimKind = (typeof CLAIM_KINDS)[number];

export type Polarity = 'positive' | 'negative';
export type Modality =
  'stated' | 'hedged' | 'hypothetical' | 'planned' | 'predicted' | 'background';
export type Stance = 'says' | 'claims' | 'confirms' | 'denies' | 'warns' | 'doubts';

/** A number in the text as an interval; `max` is null for "at least" and "more than". */
export interface Amount {
  readonly min: number;
  readonly max: number | null;
  /** What is counted, singular: "district", "person", "troop", "kilometre", "fraction". */
  readonly unit: string;
  readonly text: string;
  /** What the amount is of, in the claim: "killed", "wounded", "held", "total", "involved". */
  readonly role?: string;
}

export interface ChainLink {
  readonly role: 'speaker' | 'relay' | 'outlet';
  readonly name: string;
  readonly text?: string;
  /** Of an outlet: the side that it speaks for as a party to the war. */
  readonly id?: string;
  /** Nobody is named: "officials", "media reports", "residents". */
  readonly anonymous?: boolean;
}

export type Role = 'actor' | 'target' | 'place' | 'when';

/** One proposition, by one source, in one report. Never updated: a correction is a new entry. */
export interface Claim {
  readonly id: ClaimId;
  readonly report: ReportId;
  readonly kind: ClaimKind;
  readonly actor: ActorReference | null;
  readonly target: ActorReference | null;
  readonly parties?: readonly ActorReference[];
  readonly place: PlaceReference;
  readonly facility?: string;
  readonly when: Time;
  readonly said: Time;
  readonly amounts: readonly Amount[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly stance: Stance;
  /** Speaker first, then relays, outlet last. */
  readonly chain: readonly ChainLink[];
  readonly evidence: Evidence;
  /** Name of the rule that found it; `why` replays it. */
  readonly rule: string;
  /** How likely the reading (not the claim) is right, 0–1. */
  readonly confidence: number;
  /** Why a role is empty: `{ actor: "passive without an agent" }`. */
  readonly unfilled?: Partial<Record<Role, string>>;
  /** Why a role that the words leave open is filled from the rest of the report: `{ actor: "whom the loser fights" }`. */
  readonly inferred?: Partial<Record<Role, string>>;
  /** For a denial or confirmation within one report: the claim it points at. */
  readonly about?: ClaimId;
}
