import type { ActorId } from './ids.ts';

export type ActorKind =
  'state' | 'force' | 'armed-group' | 'agency' | 'outlet' | 'organisation' | 'person' | 'people';

/** An entry of the actor list (`data/actors/*.json` and the user's own files). */
/** Kinds of words for those who fight a state, by what they say of them. */
export type FighterKind =
  'rebels' | 'militants' | 'jihadists' | 'separatists' | 'paramilitaries' | 'militias' | 'invaders';

export interface Actor {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-2 of the state it belongs to or fights in. */
  readonly country?: string;
  /** All states it is active in, when more than one. */
  readonly countries?: readonly string[];
  /** Holder under which its gains count: the Afghan army's gains are the Afghan government's. */
  readonly side?: ActorId;
  readonly aliases: readonly string[];
  /** Names that mean it only in reports about its country and of its years: "Republican Forces". */
  readonly local?: readonly string[];
  /** For an armed group: the kinds of words for fighters that pick it out of several. */
  readonly fighters?: readonly FighterKind[];
  /** For a person: the body spoken for, and the office held. */
  readonly body?: ActorId;
  readonly post?: string;
  /** PLOVER sector, for example GOV, MIL, REB, SPY, CVL, MED, IGO. */
  readonly sector?: string;
  /** ACLED actor type, for example "Rebel Group". */
  readonly acled?: string;
  /** UCDP kind of organisation, for example "formally organised group". */
  readonly ucdp?: string;
  /** Years of activity, inclusive; absent when open. */
  readonly from?: number;
  readonly to?: number;
}

/** An actor that no list knows is named by its id: `name:local-militia`. */
export const unlistedName = (id: string) => id.replace(/^name:/, '').replaceAll('-', ' ');

/**
 * A state by its names. Its government is the actor `<slug>-government`: what a state, its capital
 * or its seats of power say and do is said and done by the government.
 */
export interface State {
  readonly slug: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2 and alpha-3. */
  readonly iso2: string;
  readonly iso3: string;
  readonly demonyms: readonly string[];
  readonly capital: string;
  /** Name of the government where others contend for the country: "Afghan government". */
  readonly government?: string;
  /** False where the state has no army, so that "the army" is another's. */
  readonly army?: boolean;
  readonly aliases?: readonly string[];
  /** Buildings and bodies that stand for the government: "Kremlin". */
  readonly seats?: readonly string[];
  /** Years of a state that was or came into being, inclusive. */
  readonly from?: number;
  readonly to?: number;
}

/** An actor in a text. `id` is absent when the list does not have it. */
export interface ActorReference {
  readonly name: string;
  readonly id?: ActorId;
  /** Holder under which its gains count, for an actor that the list does not have: "commanders". */
  readonly side?: ActorId;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Why this actor is taken for words that do not name it, where the report does not tell. */
  readonly reason?: string;
}
