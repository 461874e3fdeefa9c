import { relaysOf } from './relays.ts';
import { type Attribution, inside, lower, type Range, type SpeechContext } from './rule.ts';
import { stanceAt } from './stance.ts';
import { cueRange } from './verb.ts';

const TELLS =
  /^(?:say|tell|announce|report|confirm|add|write|declare|state|claim|acknowledge|admit|insist|tweet|warn|concede|assert|note|disclose|reveal)$/;
const FINITE = /^VB[DZPN]$/;
const IN_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/;
const OF = /^(?:of|for|in|from|at|to|and|with|near|-)$/;
/** What may stand behind the verb where what is said stands before it. */
const BEHIND =
  /^(?:[.,;]|on|in|by|at|to|late|early|during|via|from|through|over|this|last|yesterday|today|earlier|later|us|afterwards|separately|citing)$/;
const OPENS =
  /^(?:after|before|since|while|when|as|if|although|though|once|until|because|whether|asked|but|and)$/;
const LEAST_WORDS = 4;
const ADDRESSEE = 5;

/**
 * "The town has fallen, the new governor, Ali Khan, announced in the early hours of Saturday.": a clause, a
 * comma, and whoever says it, where the tree has lost the verb of saying.
 */
export function withTrailing(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const known = new Map(found.map((attribution) => [attribution.head, attribution]));
  const added: Attribution[] = [];
  for (const { index } of context.text.tokens) {
    const group = trailing(context, index);
    if (group === undefined) continue;
    const { clause } = group;
    const before = ({ content }: Attribution) =>
      content.some(({ first, last }) => first < clause.last && last > clause.first);
    const other = known.get(index);
    if (other && before(other)) continue;
    known.set(index, attributionOf(context, index, group));
    if (!other) added.push(known.get(index)!);
  }
  return [...found.map((attribution) => known.get(attribution.head)!), ...added];
}

interface Group {
  readonly clause: Range;
  readonly source: Range;
}

function attributionOf(
  context: SpeechContext,
  index: number,
  { clause, source }: Group,
): Attribution {
  const { lemma } = context.text.tokens[index]!;
  return {
    rule: 'speech.verb',
    head: index,
    cue: cueRange(context, index),
    source,
    speaker: headOf(context, source),
    content: [clause],
    relays: relaysOf(context, index),
    stance: stanceAt(context, index, context.lexicon.verbs.get(lemma) ?? 'says'),
    hedged: false,
    act: 'speech',
  };
}

/** The clause and the source before a verb of saying that closes it. */
function trailing(context: SpeechContext, index: number): Group | undefined {
  const { text, quoteAt } = context;
  const { xpos, lemma, sentence } = text.tokens[index]!;
  if (!TELLS.test(lemma) || !FINITE.test(xpos) || quoteAt[index]! >= 0) return undefined;
  if (!isClosed(context, index)) return undefined;
  const { first } = text.sentences[sentence]!;
  const source = sourceBefore(context, index, first);
  if (source === undefined || quoteAt[source.first]! >= 0) return undefined;
  const comma = source.first - 1;
  let start = first;
  for (let i = first; i < comma; i++) if (/^[;:–—]$/.test(lower(context, i))) start = i + 1;
  const clause = { first: start, last: comma };
  if (comma - start < LEAST_WORDS || OPENS.test(lower(context, start))) return undefined;
  return quoteAt[comma - 1]! < 0 && isClause(context, clause) ? { clause, source } : undefined;
}

/** Nothing behind it is what is said: the sentence ends, or a time, a medium, whom it was told follows. */
function isClosed(context: SpeechContext, index: number): boolean {
  const { tokens } = context.text;
  let at = index + 1;
  if (tokens[index]!.lemma === 'tell')
    for (; at < index + ADDRESSEE && /^(?:DET|PROPN|NOUN|PRON|ADJ)$/.test(tokens[at]?.upos ?? '');)
      at++;
  const next = tokens[at];
  return (
    next === undefined || BEHIND.test(lower(context, at)) || lower(context, at).endsWith('day')
  );
}

/** The noun phrase between a comma and the verb, with a name beside it: "the governor, Ali Khan,". */
function sourceBefore(context: SpeechContext, verb: number, opening: number): Range | undefined {
  const { tokens } = context.text;
  let last = verb;
  while (/^(?:AUX|ADV)$/.test(tokens[last - 1]?.upos ?? '')) last--;
  const beside = tokens[last - 1]?.text === ',' ? last - 1 : undefined;
  const near = phraseBefore(context, beside ?? last, opening);
  if (near === undefined) return undefined;
  const whole = beside === undefined ? near : phraseBefore(context, near.first - 1, opening);
  return whole && lower(context, whole.first - 1) === ','
    ? { first: whole.first, last }
    : undefined;
}

function phraseBefore(context: SpeechContext, end: number, opening: number): Range | undefined {
  const { tokens } = context.text;
  let first = end;
  while (
    first > opening &&
    (IN_PHRASE.test(tokens[first - 1]!.upos) || OF.test(lower(context, first - 1)))
  )
    first--;
  const nominal = first < end && /^(?:NOUN|PROPN)$/.test(tokens[end - 1]!.upos);
  return nominal && !OF.test(lower(context, first)) ? { first, last: end } : undefined;
}

/** A finite verb with something before it. */
function isClause({ text }: SpeechContext, { first, last }: Range): boolean {
  for (let i = first + 1; i < last; i++) {
    const { upos, xpos } = text.tokens[i]!;
    if (/^(?:VERB|AUX)$/.test(upos) && /^VB[DZP]$/.test(xpos)) return true;
  }
  return false;
}

/** The last noun before a preposition or comma. */
function headOf({ text }: SpeechContext, source: Range): number {
  let head = source.first;
  for (let i = source.first; inside(source, i); i++) {
    const { upos, text: word } = text.tokens[i]!;
    if (word === ',' || word === 'and' || word === '-') break;
    if (upos === 'ADP' && i > source.first) break;
    if (/^(?:NOUN|PROPN)$/.test(upos)) head = i;
  }
  return head;
}
