import type {
  ActorReference,
  Amount,
  ClaimKind,
  Modality,
  Polarity,
  Role,
  Stance,
} from '../domain/index.ts';
import type { Participant } from './side.ts';
import type { Search } from './search.ts';
import type { Territory } from './territory/index.ts';

export type { Search };

/** What a rule found, before modality, time and chain are worked out; one claim for each territory. */
export interface Draft {
  readonly kind: ClaimKind;
  /** Name of the rule, with the frame after a colon where one was used. */
  readonly rule: string;
  readonly trigger: number;
  /** Tokens the claim stands on; the evidence spans them. */
  readonly tokens: readonly number[];
  readonly actor?: Participant;
  readonly target?: Participant;
  readonly parties?: readonly Participant[];
  readonly territories: readonly Territory[];
  readonly amounts?: readonly Amount[];
  /** What the rule knows better than the words around the trigger tell. */
  readonly polarity?: Polarity;
  readonly modality?: Modality;
  readonly stance?: Stance;
  /** Whoever says it, where no speech has the words. */
  readonly speaker?: ActorReference;
  /** How sure the rule is of its roles, 0–1; defaults to 1. */
  readonly certainty?: number;
  readonly unfilled?: Partial<Record<Role, string>>;
  /** Triggers in other sentences that speak of the same thing; their amounts count here too. */
  readonly related?: readonly number[];
  /** What is told of has ended: "the siege was lifted". */
  readonly over?: boolean;
  /** The gainer is somebody the clause does not name. */
  readonly gainerUnsaid?: boolean;
  /** Who holds the place is left open: nobody presses forward. */
  readonly open?: boolean;
  /** Why the side that the words leave out is the one given. */
  readonly inferred?: string;
  /** The gainer is whoever writes, whose side nothing tells. */
  readonly ownGain?: boolean;
}

export interface ClaimRule {
  readonly name: string;
  /** What it finds, and why it is a rule of its own. */
  readonly about: string;
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] };
  /** Claims that the sentence [first, last) of tokens makes by this rule. */
  find(search: Search, sentence: SentenceRange): readonly Draft[];
}

export interface SentenceRange {
  readonly index: number;
  readonly first: number;
  readonly last: number;
}
