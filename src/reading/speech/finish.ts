import type {
  ActorMention,
  Mention,
  Source,
  Span,
  Speech,
  Time,
  TimeMention,
} from '../../domain/index.ts';
import type { Attribution, Range, SpeechContext } from './rule.ts';
import { inside, trimmed } from './rule.ts';
import { antecedent } from './source.ts';

const PRONOUN = /^(?:I|he|she|it|they|we|who|which|that|him|her|them)$/i;

/** Attributions with names, times and nesting, in order of position. */
export function finishSpeech(
  found: readonly Attribution[],
  context: SpeechContext,
  mentions: readonly Mention[],
): readonly Speech[] {
  const timesIn = timesBySentence(mentions);
  const ordered = found
    .map((attribution) => withoutTime(attribution, context, timesIn))
    .sort((a, b) => firstToken(a) - firstToken(b) || lastToken(b) - lastToken(a));
  const within = nesting(ordered);
  const toldIn = innermost(ordered, context);
  const actorAt = actorsByToken(context, mentions);
  return ordered.map((attribution, id) => {
    const source = nameSource(attribution, context, actorAt);
    const { named } = attribution;
    const later = named && { ...attribution, ...named, content: [] };
    const said =
      saidAt(attribution, context, timesIn, toldIn) ??
      (later && saidAt(later, context, timesIn, toldIn));
    return {
      id,
      content: attribution.content.map((range) => spanOf(context, range)),
      cue: spanOf(context, attribution.cue),
      source,
      relays: attribution.relays.map((range) => asSource(context, actorAt, range, range.last - 1)),
      form: formOf(attribution, context),
      stance: attribution.stance,
      hedged: attribution.hedged,
      ...(said === undefined ? {} : { said }),
      ...(within[id]! < 0 ? {} : { within: within[id]! }),
      rule: attribution.rule,
      ...(attribution.confidence === undefined ? {} : { confidence: attribution.confidence }),
    };
  });
}

const ranges = ({ content, cue, source }: Attribution) =>
  source === null ? [...content, cue] : [...content, cue, source];
const firstToken = (attribution: Attribution) =>
  Math.min(...ranges(attribution).map(({ first }) => first));
const lastToken = (attribution: Attribution) =>
  Math.max(...ranges(attribution).map(({ last }) => last));

function spanOf({ text }: SpeechContext, { first, last }: Range): Span {
  return { start: text.tokens[first]!.start, end: text.tokens[last - 1]!.end };
}

/** For each attribution the smallest earlier one whose content holds its cue, or -1. */
function nesting(ordered: readonly Attribution[]): Int32Array {
  const within = new Int32Array(ordered.length).fill(-1);
  const contents = ordered
    .flatMap(({ content }, id) => content.map((range) => ({ ...range, id })))
    .sort((a, b) => a.first - b.first || b.last - a.last);
  const cues = ordered.map(({ head }, id) => ({ head, id })).sort((a, b) => a.head - b.head);
  const open: (Range & { readonly id: number })[] = [];
  let next = 0;
  for (const { head, id } of cues) {
    while (next < contents.length && contents[next]!.first <= head) open.push(contents[next++]!);
    while (open.length > 0 && open.at(-1)!.last <= head) open.pop();
    // Only an earlier one may hold it, so that nesting can have no circle.
    const holder = open.findLast((range) => range.id < id && inside(range, head));
    if (holder !== undefined) within[id] = holder.id;
  }
  return within;
}

/** The smallest content around each token. */
function innermost(found: readonly Attribution[], { text }: SpeechContext) {
  const around: (Range | undefined)[] = Array.from({ length: text.tokens.length });
  const contents = found.flatMap(({ content }) => content);
  contents.sort((a, b) => b.last - b.first - (a.last - a.first));
  for (const range of contents) around.fill(range, range.first, range.last);
  return around;
}

const LONGEST_LINK = 8;

/** The name behind a pronoun, along its links. */
function nameOf(mention: ActorMention, mentions: readonly Mention[]): string {
  let at: Mention | undefined = mention;
  let post: string | undefined;
  for (let step = 0; step < LONGEST_LINK && at?.type === 'actor'; step++) {
    const named = PRONOUN.test(at.name) ? undefined : (besideName(at, mentions) ?? at.name);
    if (named !== undefined && isName(named)) return named;
    post ??= named;
    at = at.same === undefined ? undefined : mentions[at.same.as];
  }
  return post ?? mention.name;
}

/** "Restituto Padilla, a military spokesman, denied it. He …": the name that stands beside the post. */
function besideName(post: ActorMention, mentions: readonly Mention[]): string | undefined {
  if (post.kind !== 'person' || isName(post.name)) return undefined;
  const named = mentions.find(
    (one) =>
      one.type === 'actor' &&
      one.kind === 'person' &&
      one.sentence === post.sentence &&
      isName(one.name) &&
      (Math.abs(one.last - post.first) <= BESIDE_POST || Math.abs(post.last - one.first) <= 1),
  );
  return named?.type === 'actor' ? named.name : undefined;
}

/** "Sudanese army spokesman" ends in a small letter. */
const isName = (name: string) => /(?:^|\s)\p{Lu}\S*$/u.test(name);

/** A comma and an article. */
const BESIDE_POST = 2;

function actorsByToken({ text }: SpeechContext, mentions: readonly Mention[]) {
  const at: (ActorMention | undefined)[] = Array.from({ length: text.tokens.length });
  for (const mention of mentions) {
    if (mention.type !== 'actor') continue;
    const named = { ...mention, name: nameOf(mention, mentions) };
    for (let i = mention.first; i < mention.last; i++) at[i] ??= named;
  }
  return at;
}

function nameSource(
  { source, speaker, named }: Attribution,
  context: SpeechContext,
  actorAt: readonly (ActorMention | undefined)[],
): Source | null {
  if (source !== null && named?.source) {
    const later = asSource(context, actorAt, named.source, named.speaker ?? named.source.last - 1);
    const span = spanOf(context, source);
    return { ...later, ...span, text: context.text.report.body.slice(span.start, span.end) };
  }
  if (source === null) return null;
  const asWritten = asSource(context, actorAt, source, speaker ?? source.last - 1);
  const meant = asWritten.mention === undefined ? behindWho(context, source) : undefined;
  if (meant === undefined) return asWritten;
  const { start, end, text } = asWritten;
  return { ...asSource(context, actorAt, meant.range, meant.head), start, end, text };
}

/** "The Kremlin's spokesman, Dmitry Peskov": the post stands at the head, the name beside it. */
function personBeside(
  { text }: SpeechContext,
  actorAt: readonly (ActorMention | undefined)[],
  { range: { first, last }, head }: { readonly range: Range; readonly head: number },
): ActorMention | undefined {
  for (let i = first; i < last; i++) {
    const mention = actorAt[i];
    if (mention?.kind !== 'person' || mention.anonymous === true || mention.first !== i) continue;
    // "a spokesman for Zelensky" is not Zelensky.
    if (i - 1 === head || i === first || text.tokens[i - 1]!.text === ',') return mention;
  }
  return undefined;
}

/** "A commander in the valley, who denied it": the words before his "who". */
function behindWho(context: SpeechContext, { first: who, last: end }: Range) {
  const { tree, text } = context;
  if (end - who !== 1) return undefined;
  const head = antecedent(context, who) ?? nounAbove(context, who);
  if (head === undefined || head >= who) return undefined;
  let last = head + 1;
  while (last < who && text.tokens[last]!.text !== ',') last++;
  return { range: { first: Math.min(tree.left[head]!, head), last }, head };
}

/** "A teacher, who asked not to be named, said": the noun, where the tree has the clause stand beside it. */
function nounAbove({ tree }: SpeechContext, who: number): number | undefined {
  if (tree.tokens[who]!.text !== 'who') return undefined;
  const verb = tree.tokens[tree.tokens[who]!.head];
  const noun = verb?.deprel === 'parataxis' ? tree.tokens[verb.head] : undefined;
  return noun !== undefined && /^(?:NOUN|PROPN)$/.test(noun.upos) ? noun.index : undefined;
}

/** Named after the mention at its head, else a person in it, else by its own words. */
function asSource(
  context: SpeechContext,
  actorAt: readonly (ActorMention | undefined)[],
  range: Range,
  head: number,
): Source {
  const { text, lexicon } = context;
  // The comma that closes a clause of the source is none of its words.
  const span = spanOf(context, trimmed(context, range) ?? range);
  const words = text.report.body.slice(span.start, span.end);
  const atHead = actorAt[head];
  const unnamed = atHead === undefined || atHead.anonymous === true;
  const mention = (unnamed && personBeside(context, actorAt, { range, head })) || atHead;
  const token = text.tokens[head]!;
  const common = token.upos !== 'PROPN' && lexicon.anonymous.has(token.lemma.toLowerCase());
  const nobody = common || (mention?.anonymous ?? PRONOUN.test(words));
  if (mention === undefined) {
    const name = words.replace(/[\s,;:–—-]+$/u, '');
    return { ...span, name: name === '' ? words : name, text: words, anonymous: nobody };
  }
  return {
    ...span,
    name: mention.name,
    text: words,
    mention: mention.id,
    anonymous: mention.anonymous ?? (common && mention.kind !== 'person'),
  };
}

function timesBySentence(mentions: readonly Mention[]) {
  const times = new Map<number, TimeMention[]>();
  for (const mention of mentions)
    if (mention.type === 'time')
      times.set(mention.sentence, [...(times.get(mention.sentence) ?? []), mention]);
  return times;
}

/** "A day earlier the minister had said": when it was said is no part of who says it. */
function withoutTime(
  attribution: Attribution,
  { text }: SpeechContext,
  times: ReadonlyMap<number, readonly TimeMention[]>,
): Attribution {
  const { source, head } = attribution;
  if (source === null) return attribution;
  // "14.50 Our correspondent says": of a live page.
  if (source.first + 1 < source.last && CLOCK.test(text.tokens[source.first]!.text))
    return { ...attribution, source: { ...source, first: source.first + 1 } };
  const opening = times
    .get(text.tokens[head]!.sentence)
    ?.find(({ first, last }) => first === source.first && last < source.last);
  return opening === undefined
    ? attribution
    : { ...attribution, source: { ...source, first: opening.last } };
}

const CLOCK = /^\d{1,2}[.:]\d{2}$/;

const CLIMB = 4;
const BESIDE = 6;

/** A time that hangs on the cue, outside what is said and who says it: "said on Thursday". */
function saidAt(
  { content, source, head, cue }: Attribution,
  { tree, text }: SpeechContext,
  times: ReadonlyMap<number, readonly TimeMention[]>,
  toldIn: readonly (Range | undefined)[],
): Time | undefined {
  for (const mention of times.get(text.tokens[head]!.sentence) ?? []) {
    if (content.some((range) => inside(range, mention.first))) continue;
    if (source !== null && inside(source, mention.first)) continue;
    // "the army says it holds the town; the rebels say it fell on Sunday": theirs, and not the army's.
    const told = toldIn[mention.first];
    if (told !== undefined && !inside(told, head)) continue;
    if (Math.abs(mention.first - cue.last) <= BESIDE) return mention.time;
    let at = mention.head;
    for (let step = 0; step < CLIMB && at >= 0; step++) {
      if (at === head) return mention.time;
      at = tree.tokens[at]!.head;
    }
  }
  return undefined;
}

function formOf({ content }: Attribution, { quotes, quoteAt }: SpeechContext): Speech['form'] {
  let quoted = 0;
  let all = 0;
  let whole = false;
  for (const { first, last } of content) {
    const quote = quotes[quoteAt[first]!];
    whole ||= quote !== undefined && quote.first === first;
    for (let i = first; i < last; i++) {
      all++;
      if (quoteAt[i]! >= 0) quoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return whole && quoted === all ? 'direct' : 'mixed';
}
