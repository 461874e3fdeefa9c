/** The slots of a MUC-4 template that hold strings of the text (MUC-4 proceedings, 1992). */
export const SLOTS = [
  'perp_individual_id',
  'perp_organization_id',
  'phys_tgt_id',
  'hum_tgt_name',
  'incident_instrument_id',
] as const;

export type Slot = (typeof SLOTS)[number];

/** Token indices [first, last) of one wording of an entity. */
export interface Wording {
  readonly first: number;
  readonly last: number;
}

/** One entity in a slot: the wording that names it best, as the text has it on one line. */
export interface Filler {
  readonly text: string;
  readonly wording: Wording;
  /** How likely the entity belongs in the slot and this wording names it, 0–1. */
  readonly confidence: number;
}

/** All incidents of a report together: what fills each slot. */
export type Template = Readonly<Record<Slot, readonly Filler[]>>;
