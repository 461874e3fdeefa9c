import { merge } from './content.ts';
import { type Attribution, lower, type Range, type SpeechContext, trimmed } from './rule.ts';

/** Fewer words before it are a phrase that opens the clause after it: "On Monday, officials said, …". */
const LEAST_WORDS = 4;
const CLOSES = /^[,;.–—]$/;

/**
 * "Rockets hit the airport, the spokesman said, to stop the air strikes." and "The fighters have
 * surrounded the base, said a member of the council; the town is theirs.": what stands before a
 * cue set off by commas is said as well as what stands after it.
 */
export function withInterrupted(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const taken = found.flatMap(({ cue, source }) => (source === null ? [cue] : [cue, source]));
  return found.map((attribution) => {
    const before = clauseBefore(attribution, context, taken);
    if (before === undefined) return attribution;
    return { ...attribution, content: merge([before, ...attribution.content]) };
  });
}

function clauseBefore(
  { cue, source, content, act }: Attribution,
  context: SpeechContext,
  taken: readonly Range[],
): Range | undefined {
  const { text, quoteAt } = context;
  if (act !== 'speech' || source === null || quoteAt[cue.first]! >= 0) return undefined;
  const inverted = source.first === cue.last;
  if (!inverted && source.last !== cue.first) return undefined;
  const group = { first: Math.min(cue.first, source.first), last: Math.max(cue.last, source.last) };
  if (content.some(({ first }) => first < group.first)) return undefined;
  if (!inverted && !CLOSES.test(lower(context, group.last))) return undefined;
  const sentence = text.sentences[text.tokens[cue.first]!.sentence]!;
  const end = group.first - 1;
  if (end <= sentence.first || lower(context, end) !== ',') return undefined;
  let first = sentence.first;
  for (let i = sentence.first; i < end; i++) if (/^[;:]$/.test(lower(context, i))) first = i + 1;
  for (const range of taken)
    if (range.last <= end && range.first >= sentence.first) first = Math.max(first, range.last);
  if (end - first < LEAST_WORDS || !isClause(context, { first, last: end })) return undefined;
  return trimmed(context, { first, last: end });
}

/** A finite verb with its subject, both within. */
function isClause({ tree }: SpeechContext, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) {
    const { deprel, head } = tree.tokens[i]!;
    if (/^(?:nsubj|expl)/.test(deprel) && head > i && head < last) return true;
  }
  return false;
}
