import { type Attribution, lower, type Range, type SpeechContext, trimmed } from './rule.ts';

const SEES = /^(?:saw|sees|witnessed|observed)$/;
const REPORTS = /^(?:reporter|correspondent|journalist|photographer|cameraman|team|witness|crew)$/;
const IN_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/;
const LEAST_WORDS = 3;

/** "The army took the town, an AFP reporter saw": what a reporter sees, he tells. */
export function withSeen(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const { tokens } = context.text;
  const seen = tokens.flatMap(({ index }) =>
    found.some(({ head, act }) => head === index && act === 'speech')
      ? []
      : (seenAt(index, context) ?? []),
  );
  if (seen.length === 0) return found;
  const heads = new Set(seen.map(({ head }) => head));
  return [...found.filter(({ head }) => !heads.has(head)), ...seen].sort((a, b) => a.head - b.head);
}

function seenAt(index: number, context: SpeechContext): Attribution | undefined {
  const { tokens, sentences } = context.text;
  if (!SEES.test(lower(context, index)) || context.quoteAt[index]! >= 0) return undefined;
  const sentence = sentences[tokens[index]!.sentence]!;
  // "a journalist for the BBC"
  let speaker = index - 1;
  while (speaker > sentence.first && IN_PHRASE.test(tokens[speaker]!.upos)) speaker--;
  if (!/^(?:for|of|from|with|at)$/.test(lower(context, speaker))) speaker = index;
  speaker--;
  if (!REPORTS.test(tokens[speaker]?.lemma ?? '')) return undefined;
  let first = speaker;
  while (first > sentence.first && IN_PHRASE.test(tokens[first - 1]!.upos)) first--;
  const content = saidOf(context, { first, last: index }, sentence);
  if (content === undefined) return undefined;
  return {
    rule: 'speech.seen',
    head: index,
    cue: { first: index, last: index + 1 },
    source: { first, last: index },
    speaker,
    content: [content],
    relays: [],
    stance: 'says',
    hedged: false,
    act: 'speech',
  };
}

/** All after "that", or the clause before the comma. */
function saidOf(context: SpeechContext, source: Range, sentence: Range): Range | undefined {
  if (lower(context, source.last + 1) === 'that')
    return trimmed(context, { first: source.last + 1, last: sentence.last });
  const before = { first: sentence.first, last: source.first - 1 };
  if (lower(context, before.last) !== ',' || before.last - before.first < LEAST_WORDS)
    return undefined;
  const verb = context.text.tokens
    .slice(before.first, before.last)
    .some(({ upos }) => upos === 'VERB' || upos === 'AUX');
  return verb ? trimmed(context, before) : undefined;
}
