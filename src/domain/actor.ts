import type { ActorId } from './ids.ts';

export type ActorKind =
  'state' | 'force' | 'armed-group' | 'agency' | 'outlet' | 'organisation' | 'person' | 'people';

/** An entry of the actor list (`src/claims/data/actors.json` and the user's own files). */
export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2 of the state it belongs to or fights in. */
  readonly country?: string;
  /** Holder under which its gains count: the Afghan army's gains are the Afghan government's. */
  readonly side?: ActorId;
  readonly aliases: readonly string[];
  /** PLOVER sector, for example GOV, MIL, REB, SPY, CVL, MED, IGO. */
  readonly sector?: string;
  /** Years of activity, inclusive; absent when open. */
  readonly from?: number;
  readonly to?: number;
}

/** An actor in a text. `id` is absent when the list does not have it. */
export interface ActorReference {
  readonly name: string;
  readonly id?: ActorId;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
