import type { Actor, ActorKind } from '../../domain/index.ts';
import type { ActorDraft } from '../drafts.ts';
import type { ActorContext } from './context.ts';

/** Kinds that hold no places of their own. */
const SIDELESS = new Set<ActorKind>(['agency', 'outlet', 'people']);
const SIDELESS_SECTORS = new Set(['IGO', 'NGO', 'MED', 'BUS', 'JUD']);

/** Under whom this actor's gains count; outlets, agencies and aid bodies hold no place. */
export function sideOf(actor: Actor): Actor['side'] {
  if (actor.side !== undefined) return actor.side;
  if (SIDELESS.has(actor.kind) || SIDELESS_SECTORS.has(actor.sector ?? '')) return undefined;
  return actor.kind === 'organisation' || actor.kind === 'person' ? undefined : actor.id;
}

/** What a draft says beyond where it stands. */
export type ActorFacts = Omit<
  ActorDraft,
  'type' | 'start' | 'end' | 'text' | 'sentence' | 'first' | 'last' | 'head' | 'rule'
>;

export const factsOf = (actor: Actor): ActorFacts => {
  const side = sideOf(actor);
  return {
    ...(actor.post === undefined ? {} : { post: actor.post }),
    ...(actor.body === undefined ? {} : { body: actor.body }),
    kind: actor.kind,
    name: actor.name,
    actor: actor.id,
    ...(side === undefined ? {} : { side }),
    ...(actor.country === undefined ? {} : { country: actor.country }),
  };
};

export interface DraftSpan {
  readonly first: number;
  readonly last: number;
  readonly head?: number;
  readonly rule: string;
}

/** Token within the span that the rest of the span hangs on. */
function headOf({ text }: ActorContext, first: number, last: number): number {
  for (let at = last - 1; at >= first; at--) {
    const { head } = text.tokens[at]!;
    if (head < first || head >= last) return at;
  }
  return last - 1;
}

export function draftAt(context: ActorContext, span: DraftSpan, facts: ActorFacts): ActorDraft {
  const { text } = context;
  const { first, last, rule } = span;
  const { start, sentence } = text.tokens[first]!;
  const { end } = text.tokens[last - 1]!;
  return {
    type: 'actor',
    ...facts,
    text: text.report.body.slice(start, end),
    start,
    end,
    sentence,
    first,
    last,
    head: span.head ?? headOf(context, first, last),
    rule,
  };
}

export const textOf = ({ text }: ActorContext, first: number, last: number) =>
  text.report.body
    .slice(text.tokens[first]!.start, text.tokens[last - 1]!.end)
    .replace(/\s+/g, ' ');
