import type {
  ActorMention,
  FacilityMention,
  PlaceMention,
  QuantityMention,
  TimeMention,
} from '../domain/index.ts';

/** A mention before `linkMentions` has given it its number. */
export type Draft<M> = M extends unknown ? Omit<M, 'id' | 'same'> : never;

export type ActorDraft = Draft<ActorMention>;
export type PlaceDraft = Draft<PlaceMention>;
export type TimeDraft = Draft<TimeMention>;
export type QuantityDraft = Draft<QuantityMention>;
export type FacilityDraft = Draft<FacilityMention>;

/** A span that the name tagger or a list takes for a name. Token indices [first, last). */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly type: 'person' | 'organisation' | 'location' | 'nationality' | 'weapon' | 'other';
  /** 0–1. */
  readonly score: number;
}
