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
  /** The title, where it is read apart from the text. */
  readonly title: Reading | undefined;
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

type Cover = Readonly<Record<MentionType, Int32Array>>;

/** Positions of the widest mention of each type over each token, -1 where there is none. */
function coverage({ tokens, mentions }: Reading): Cover {
  const count = tokens.length;
  const empty = () => new Int32Array(count).fill(-1);
  const cover = {
    place: empty(),
    actor: empty(),
    time: empty(),
    quantity: empty(),
    facility: empty(),
  };
  const people = peopleIn(mentions);
  for (const mention of mentions) {
    if (mention.type === 'place' && !isLiteral(mention, people, tokens)) continue;
    const widest = cover[mention.type];
    for (let i = mention.first; i < mention.last && i < count; i++) {
      const other = mentions[widest[i]!];
      if (!other || mention.last - mention.first > other.last - other.first) widest[i] = mention.id;
    }
  }
  return cover;
}

function peopleIn(mentions: readonly Mention[]): ReadonlySet<string> {
  const people = new Set<string>();
  for (const m of mentions)
    if (m.type === 'actor' && m.kind !== 'state' && m.actor !== undefined)
      people.add(`${m.first}-${m.last}`);
  return people;
}

/** Places that stand for a government, or whose words are an actor of the list, are no places here. */
const isLiteral = (
  { use, head, first, last }: PlaceMention,
  actors: ReadonlySet<string>,
  tokens: readonly ParsedToken[],
) =>
  // "Kabul is threatened": nobody threatens a government in the passive; the city is meant.
  (use !== 'metonym' || tokens[head]?.deprel === 'nsubj:pass') && !actors.has(`${first}-${last}`);

export function viewOf(reading: Reading, title?: Reading): TextView {
  const { tokens, mentions } = reading;
  const children: (number[] | undefined)[] = Array.from({ length: tokens.length });
  for (const { index, head } of tokens) if (head >= 0) (children[head] ??= []).push(index);
  const covers = coverage(reading);
  const lemmas = tokens.map(({ lemma }) => lemma.toLowerCase());
  const lookup = (type: MentionType) => (index: number) => mentions[covers[type][index] ?? -1];
  return Object.freeze({
    reading,
    title,
    tokens,
    token: (index: number) => tokens[index]!,
    children: (index: number) => children[index] ?? NONE,
    place: lookup('place') as TextView['place'],
    actor: lookup('actor') as TextView['actor'],
    time: lookup('time') as TextView['time'],
    quantity: lookup('quantity') as TextView['quantity'],
    facility: lookup('facility') as TextView['facility'],
    extent: extents(children),
    span: (first: number, last: number) => ({
      start: tokens[first]!.start,
      end: tokens[last - 1]!.end,
    }),
    lemma: (index: number) => lemmas[index]!,
  });
}

/** Tokens that each subtree spans, worked out when asked for: most are never asked for. */
function extents(children: readonly (readonly number[] | undefined)[]) {
  const known: (readonly [number, number] | undefined)[] = [];
  const extent = (index: number): readonly [number, number] => {
    const before = known[index];
    if (before) return before;
    let [first, last] = [index, index + 1];
    known[index] = [first, last];
    for (const child of children[index] ?? NONE) {
      const [low, high] = extent(child);
      first = Math.min(first, low);
      last = Math.max(last, high);
    }
    return (known[index] = [first, last]);
  };
  return extent;
}
