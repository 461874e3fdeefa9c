import { clearOf, merge } from '../content.ts';
import { relaysOf } from '../relays.ts';
import { type Attribution, inside, type Range, type SpeechContext } from '../rule.ts';
import { antecedent } from '../source.ts';
import { stanceAt } from '../stance.ts';
import { childWith } from '../tree.ts';
import { cueRange, mayAttribute } from '../verb.ts';
import type { Candidate } from './candidate.ts';
import { CONTENT_OPENS, SOURCE_OPENS } from './labels.ts';

/** Says nothing alone: a stray mark, or "it" that stands for a clause: "It is believed that". */
const IDLE = /^(?:it|there|[^\p{L}\p{N}]+)$/iu;

/** The attribution that a candidate's labels draw; what the rule says where they draw nothing. */
export function drawn(
  context: SpeechContext,
  { index, rule, labels, first: start }: Candidate,
): Attribution | undefined {
  const contents = rangesOf(labels, CONTENT_OPENS, start);
  const drawnSource = longest(rangesOf(labels, SOURCE_OPENS, start));
  const source = sourceFor(context, { index, rule }, drawnSource);
  const whole = merge(
    contents
      .map((range) => withOpening(context, withWholeQuotes(context, range, index), index))
      .map((range) => withoutCited(context, range)),
  );
  const content = (source === null ? whole : clearOf(whole, [source])).filter(
    ({ first, last }) => last - first > 1 || !IDLE.test(context.text.tokens[first]!.text),
  );
  if (content.length === 0) return rule;
  return describe(context, { index, rule }, { source, content });
}

/** "reported, citing a council member, that …": who is cited is not what was said. */
function withoutCited({ text }: SpeechContext, range: Range): Range {
  if (text.tokens[range.first]!.text.toLowerCase() !== 'citing') return range;
  for (let i = range.first + 1; i < range.last - 1; i++)
    if (text.tokens[i]!.text === ',') return { first: i + 1, last: range.last };
  return range;
}

interface Cue {
  readonly index: number;
  readonly rule: Attribution | undefined;
}

/** The drawn source, unless the subject right before the verb is left out of it. */
function sourceFor(
  context: SpeechContext,
  { index, rule }: Cue,
  drawn: Range | null,
): Range | null {
  const own = rule?.source ?? null;
  if (drawn === null) return own;
  const beside = own !== null && own.last === rule!.cue.first;
  const apart = beside && (drawn.last <= own.first || drawn.first >= own.last);
  const subject = apart ? childWith(context.tree, index, 'nsubj') : undefined;
  if (own !== null && subject !== undefined && inside(own, subject)) return own;
  return unquoted(context, drawn) ?? own;
}

function describe(
  context: SpeechContext,
  { index, rule }: Cue,
  { source: drawn, content }: { readonly source: Range | null; readonly content: readonly Range[] },
): Attribution {
  const verb = context.text.tokens[index]!.upos === 'VERB';
  // What stands before a passive is what was said, not who said it.
  const nobody =
    drawn !== null && (verb ? isUndergone(context, index, drawn) : isHearsay(context, drawn));
  const source = nobody ? null : drawn;
  const cue = rule?.cue ?? (verb ? cueRange(context, index) : { first: index, last: index + 1 });
  const own = rule ?? unruled(context, index, { source, content });
  return {
    ...own,
    head: index,
    cue,
    source,
    speaker: source === null ? null : speakerIn(context, source),
    content,
    hedged: own.hedged && source === null,
  };
}

/** "…, media reports": a noun that says where it was heard, and no speaker. */
const isHearsay = ({ text }: SpeechContext, { first, last }: Range) =>
  last - first === 1 && /^(?:media|press|news)$/i.test(text.tokens[first]!.text);

function isUndergone({ tree }: SpeechContext, verb: number, source: Range) {
  if (childWith(tree, verb, 'aux:pass', 'nsubj:pass') === undefined) return false;
  return !/^(?:by|from|to)$/i.test(tree.tokens[source.first - 1]?.text ?? '');
}

/** What the lexicon says of a cue that no rule knows. */
function unruled(
  context: SpeechContext,
  index: number,
  { source, content }: { readonly source: Range | null; readonly content: readonly Range[] },
): Pick<Attribution, 'rule' | 'relays' | 'stance' | 'hedged' | 'act'> {
  const { lexicon, text, quotes, quoteAt } = context;
  const { upos, lemma } = text.tokens[index]!;
  const verb = upos === 'VERB';
  const stance = (verb ? lexicon.verbs : lexicon.nouns).get(lemma.toLowerCase());
  // Words in quotes that nobody says are scare quotes: the so-called "safe zone".
  const quoted = content.some(
    ({ first, last }) => quotes[quoteAt[first]!]?.first === first && last - first > SCARE,
  );
  const known = stance !== undefined && source !== null && mayAttribute(context, lemma, content);
  return {
    rule: `speech.${NAMES[upos] ?? 'phrase'}`,
    relays: verb ? relaysOf(context, index) : [],
    stance: stanceAt(context, index, stance ?? 'says'),
    hedged: false,
    act: known || (verb && quoted) ? 'speech' : 'attitude',
  };
}

/** Tokens of a quote, marks included, up to which it may be a scare quote. */
const SCARE = 6;

const NAMES: Readonly<Record<string, string>> = {
  VERB: 'verb',
  NOUN: 'noun',
  PUNCT: 'colon',
  ADV: 'adverb',
};

/** Without a mark at either edge: it belongs to the quote beside it. Marks alone name nobody. */
function unquoted({ text }: SpeechContext, { first, last }: Range): Range | undefined {
  const mark = (index: number) => /^["“”„'‘]$|^''$|^``$/.test(text.tokens[index]!.text);
  const start = mark(first) ? first + 1 : first;
  const end = last > start && mark(last - 1) ? last - 1 : last;
  for (let i = start; i < end; i++)
    if (/[\p{L}\p{N}]/u.test(text.tokens[i]!.text)) return { first: start, last: end };
  return undefined;
}

/** Runs of one role; an opening label starts a new one. */
function rangesOf(labels: Uint8Array, opens: number, offset: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== opens && labels[i] !== opens + 1) continue;
    const first = i;
    while (i + 1 < labels.length && labels[i + 1] === opens + 1) i++;
    ranges.push({ first: first + offset, last: i + 1 + offset });
  }
  return ranges;
}

const longest = (ranges: readonly Range[]) =>
  ranges.reduce<Range | null>(
    (best, range) =>
      best === null || range.last - range.first > best.last - best.first ? range : best,
    null,
  );

/**
 * A quote that runs over the sentence's edge belongs to the content as a whole; the closing mark of a
 * quote that holds the cue does not.
 */
function withWholeQuotes(
  { text, quotes, quoteAt }: SpeechContext,
  { first, last }: Range,
  cue: number,
): Range {
  const opening = quotes[quoteAt[first]!];
  const closing = quotes[quoteAt[last - 1]!];
  const own = quotes[quoteAt[cue]!];
  if (own !== undefined && (opening === own || closing === own))
    return { first, last: last === own.last && last - first > 1 ? last - 1 : last };
  const sentence = text.sentences[text.tokens[first]!.sentence]!;
  const before = opening !== undefined && opening.first < sentence.first;
  const after = closing !== undefined && closing.last > sentence.last;
  return {
    first: before && first <= sentence.first + 1 ? opening.first : first,
    last: after && last >= sentence.last - 1 ? closing.last : last,
  };
}

/** Of these an opening is made that belongs to the clause after it: "In May the group took the port, he said." */
const OPENING = /^(?:ADP|NUM|NOUN|PROPN|DET|ADJ|SYM)$/;

/** With what opens the sentence, where no mark parts it from the clause before the cue. */
function withOpening({ text }: SpeechContext, range: Range, cue: number): Range {
  const { first } = text.sentences[text.tokens[cue]!.sentence]!;
  if (range.last > cue || range.first <= first || text.tokens[first]!.upos !== 'ADP') return range;
  for (let i = first; i < range.first; i++) {
    const { upos, lemma } = text.tokens[i]!;
    if (!OPENING.test(upos) && lemma !== 'and') return range;
  }
  return { first, last: range.last };
}

/** Head of the noun phrase that names the speaker; the antecedent of "who". */
function speakerIn(context: SpeechContext, source: Range): number {
  const { tokens } = context.text;
  let head = source.last - 1;
  for (let i = source.first; i < source.last; i++)
    if (!inside(source, tokens[i]!.head) && /^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos)) {
      head = i;
      break;
    }
  return antecedent(context, head) ?? head;
}
