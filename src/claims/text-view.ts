import type {
  ActorMention,
  FacilityMention,
  Mention,
  MentionType,
  ParsedToken,
  PlaceMention,
  QuantityMention,
  Reading,
  Span,
  TimeMention,
} from '../domain/index.ts';

/** A reading with the look-ups that rules ask for, each a step or two. Token numbers count through the text. */
export interface TextView {
  readonly reading: Reading;
  readonly tokens: readonly ParsedToken[];
  token(index: number): ParsedToken;
  children(index: number): readonly number[];
  /** Widest mention of the type that covers the token. Places that stand for a government are left out. */
  place(index: number): PlaceMention | undefined;
  actor(index: number): ActorMention | undefined;
  time(index: number): TimeMention | undefined;
  quantity(index: number): QuantityMention | undefined;
  facility(index: number): FacilityMention | undefined;
  /** Tokens [first, last) that the subtree of a token spans. */
  extent(index: number): readonly [number, number];
  /** Body positions of tokens [first, last). */
  span(first: number, last: number): Span;
  /** Lemma in lower case. */
  lemma(index: number): string;
}

const NONE: readonly number[] = [];

/** Positions of the widest mention of one type over each token, -1 where there is none. */
function coverage(count: number, mentions: readonly Mention[]): Int32Array {
  const widest = new Int32Array(count).fill(-1);
  const width = new Int32Array(count);
  for (const mention of mentions)
    for (let i = mention.first; i < mention.last && i < count; i++)
      if (mention.last - mention.first > width[i]!) {
        widest[i] = mention.id;
        width[i] = mention.last - mention.first;
      }
  return widest;
}

/** Places that stand for a government, or whose words are an actor of the list, are no places here. */
const isLiteral = (
  { use, head, first, last }: PlaceMention,
  actors: ReadonlySet<string>,
  tokens: readonly ParsedToken[],
) =>
  // "Kabul is threatened": nobody threatens a government in the passive; the city is meant.
  (use !== 'metonym' || tokens[head]?.deprel === 'nsubj:pass') && !actors.has(`${first}-${last}`);

export function viewOf(reading: Reading): TextView {
  const { tokens, mentions } = reading;
  const children: (number[] | undefined)[] = Array.from({ length: tokens.length });
  const low = new Int32Array(tokens.length);
  const high = new Int32Array(tokens.length);
  for (const { index, head } of tokens) {
    low[index] = high[index] = index;
    if (head >= 0) (children[head] ??= []).push(index);
  }
  for (const sentence of reading.sentences)
    spread(tokens.slice(sentence.first, sentence.last), low, high);
  const people = new Set(
    mentions
      .filter((m) => m.type === 'actor' && m.kind !== 'state' && m.actor !== undefined)
      .map((m) => `${m.first}-${m.last}`),
  );
  const of = (type: MentionType) =>
    coverage(
      tokens.length,
      mentions.filter(
        (m) => m.type === type && !(m.type === 'place' && !isLiteral(m, people, tokens)),
      ),
    );
  const covers = {
    place: of('place'),
    actor: of('actor'),
    time: of('time'),
    quantity: of('quantity'),
    facility: of('facility'),
  };
  const lookup = (type: MentionType) => (index: number) => mentions[covers[type][index] ?? -1];
  return Object.freeze({
    reading,
    tokens,
    token: (index: number) => tokens[index]!,
    children: (index: number) => children[index] ?? NONE,
    place: lookup('place') as TextView['place'],
    actor: lookup('actor') as TextView['actor'],
    time: lookup('time') as TextView['time'],
    quantity: lookup('quantity') as TextView['quantity'],
    facility: lookup('facility') as TextView['facility'],
    extent: (index: number) => [low[index]!, high[index]! + 1] as const,
    span: (first: number, last: number) => ({
      start: tokens[first]!.start,
      end: tokens[last - 1]!.end,
    }),
    lemma: (index: number) => tokens[index]!.lemma.toLowerCase(),
  });
}

/** Widens each token's extent by those below it; the depth of a tree bounds the passes. */
function spread(sentence: readonly ParsedToken[], low: Int32Array, high: Int32Array) {
  for (let changed = true, pass = 0; changed && pass < 64; pass++) {
    changed = false;
    for (const { index, head } of sentence) {
      if (head < 0) continue;
      if (low[index]! < low[head]!) {
        low[head] = low[index]!;
        changed = true;
      }
      if (high[index]! > high[head]!) {
        high[head] = high[index]!;
        changed = true;
      }
    }
  }
}
