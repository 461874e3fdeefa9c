import { merge } from './content.ts';
import { type Attribution, lower, type Range, type SpeechContext, trimmed } from './rule.ts';

const CLOSES = /^[,;.–—]$/;

/**
 * "Rockets hit the airport, the spokesman said, to stop the air strikes.": what stands before a cue set off
 * by commas is said as well as what stands after it.
 */
export function withInterrupted(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const taken = found.flatMap(({ cue, source }) => (source === null ? [cue] : [cue, source]));
  return found.map((attribution) => {
    const group = setOff(attribution, context);
    if (group === undefined) return attribution;
    const place = { ...attribution, group, taken };
    const before = clauseBefore(place, context);
    if (before === undefined) return attribution;
    return { ...attribution, content: merge([before, ...attribution.content]) };
  });
}

interface Place extends Attribution {
  /** Source and cue. */
  readonly group: Range;
  /** Sources and cues of all attributions. */
  readonly taken: readonly Range[];
}

/** Source and cue where they stand side by side, outside of quotes. */
function setOff({ cue, source, act }: Attribution, { quoteAt }: SpeechContext): Range | undefined {
  if (act !== 'speech' || source === null || quoteAt[cue.first]! >= 0) return undefined;
  if (source.first !== cue.last && source.last !== cue.first) return undefined;
  return { first: Math.min(cue.first, source.first), last: Math.max(cue.last, source.last) };
}

function clauseBefore(
  { cue, source, content, group, taken }: Place,
  context: SpeechContext,
): Range | undefined {
  const { text } = context;
  const inverted = source!.first === cue.last;
  if (content.some(({ first }) => first < group.first)) return undefined;
  if (!inverted && !CLOSES.test(lower(context, group.last))) return undefined;
  const sentence = text.sentences[text.tokens[cue.first]!.sentence]!;
  const end = group.first - 1;
  if (end <= sentence.first || lower(context, end) !== ',') return undefined;
  let first = sentence.first;
  for (let i = sentence.first; i < end; i++) if (/^[;:]$/.test(lower(context, i))) first = i + 1;
  for (const range of taken)
    if (range.last <= end && range.first >= sentence.first) first = Math.max(first, range.last);
  if (!isClause(context, { first, last: end })) return undefined;
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
