import type { ActorKind, ActorReference } from './actor.ts';
import type { Amount, Stance } from './claim.ts';
import type { ActorId } from './ids.ts';
import type { PlaceReference } from './place.ts';
import type { Report } from './report.ts';
import type { Span } from './span.ts';
import type { Time } from './time.ts';

/** A word by Universal Dependencies conventions. `index` counts through the whole text. */
export interface Token extends Span {
  readonly index: number;
  readonly sentence: number;
  readonly text: string;
}

export interface Sentence extends Span {
  readonly index: number;
  readonly paragraph: number;
  /** Token indices [first, last). */
  readonly first: number;
  readonly last: number;
  /** A line that is not running prose: headline, list item, dateline, caption. */
  readonly form: 'prose' | 'headline' | 'item';
}

export interface ParsedToken extends Token {
  /** As in the body; in a sentence all in capitals, as prose would write it. */
  readonly text: string;
  readonly upos: string;
  /** Penn tag. */
  readonly xpos: string;
  readonly lemma: string;
  /** Index in the whole text of the governing token; -1 for the root of a sentence. */
  readonly head: number;
  readonly deprel: string;
}

/** Title and body cut into paragraphs, sentences and tokens. */
export interface SplitText {
  readonly report: Report;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}

export interface ParsedText extends Omit<SplitText, 'tokens'> {
  readonly tokens: readonly ParsedToken[];
}

export type MentionType = 'actor' | 'place' | 'time' | 'quantity' | 'facility';

interface MentionBase extends Span {
  /** Position in `Reading.mentions`. */
  readonly id: number;
  readonly text: string;
  readonly sentence: number;
  /** Token indices [first, last). */
  readonly first: number;
  readonly last: number;
  /** Syntactic head of the span. */
  readonly head: number;
  /** Name of the rule or model that found it. */
  readonly rule: string;
}

/** A person, body, force, group or people. Pronouns and "the group" too, once linked. */
export interface ActorMention extends MentionBase {
  readonly type: 'actor';
  readonly kind: ActorKind;
  /** Canonical name: list name, else the longest name in the text for the same thing. */
  readonly name: string;
  readonly actor?: ActorId;
  /** Side whose gains these are, when the list knows it. */
  readonly side?: ActorId;
  readonly country?: string;
  /** "deputy head of information and press at the Russian foreign ministry". */
  readonly post?: string;
  /** Body the person speaks for, when it is known. */
  readonly body?: ActorId;
  /** Earlier mention of the same thing, and why we think so. */
  readonly same?: { readonly as: number; readonly reason: string };
  readonly anonymous?: boolean;
  /** Why a side or actor is taken for it that its own words do not name. */
  readonly reason?: string;
}

export interface PlaceMention extends MentionBase {
  readonly type: 'place';
  readonly place: PlaceReference;
  /** `associative`: "Kabul university"; `metonym`: "Moscow said". */
  readonly use: 'literal' | 'associative' | 'metonym';
  readonly same?: { readonly as: number; readonly reason: string };
}

export interface TimeMention extends MentionBase {
  readonly type: 'time';
  readonly time: Time;
}

export interface QuantityMention extends MentionBase {
  readonly type: 'quantity';
  readonly amount: Amount;
}

export interface FacilityMention extends MentionBase {
  readonly type: 'facility';
  readonly name: string;
}

export type Mention = ActorMention | PlaceMention | TimeMention | QuantityMention | FacilityMention;

/** Who is spoken for. `mention` points into `Reading.mentions`. */
export interface Source extends Span {
  readonly name: string;
  readonly text: string;
  readonly mention?: number;
  readonly anonymous: boolean;
}

/** An attribution. Nested speech nests through `within`. */
export interface Speech {
  readonly id: number;
  readonly content: readonly Span[];
  readonly cue: Span | null;
  readonly source: Source | null;
  /** Nearest the speaker first. */
  readonly relays: readonly Source[];
  readonly form: 'direct' | 'indirect' | 'mixed';
  readonly stance: Stance;
  /** The cue itself doubts: "reportedly", "is believed to". */
  readonly hedged: boolean;
  /** When the words were said, if the text says. */
  readonly said?: Time;
  readonly within?: number;
  readonly rule: string;
  /** How likely somebody is said to have said something here at all, 0–1. */
  readonly confidence?: number;
}

/** Text with everything the reader made of it. Offsets point into `report.body`. */
export interface Reading extends ParsedText {
  readonly mentions: readonly Mention[];
  readonly speech: readonly Speech[];
}

export const referenceTo = (mention: ActorMention): ActorReference => ({
  name: mention.name,
  ...(mention.actor === undefined ? {} : { id: mention.actor }),
  ...(mention.side === undefined ? {} : { side: mention.side }),
  text: mention.text,
  start: mention.start,
  end: mention.end,
});
