import type { Attribution, Range, SpeechContext } from './rule.ts';

const LONGEST = 12;
const DASH = /^(?:[–—-]|--)$/;
const OPENS = /^(?:\p{Lu}[\p{Lu}.'’-]+|\d{1,2}[:.]\d{2}|\d{1,2}|\p{Lu}\p{Ll}{2,8}\.?)$/u;

/** Token after "14:05 GMT –" or "KABUL, Afghanistan (AP) —" at the start of a paragraph; else `first`. */
export function afterOpening({ text }: SpeechContext, sentence: number): number {
  const { first, last, paragraph } = text.sentences[sentence]!;
  if (text.sentences[sentence - 1]?.paragraph === paragraph) return first;
  if (!OPENS.test(text.tokens[first]!.text)) return first;
  for (let i = first + 1; i < Math.min(last - 1, first + LONGEST); i++) {
    const { text: word, upos, start } = text.tokens[i]!;
    // A hyphen inside a word is no dash.
    if (DASH.test(word)) return text.tokens[i - 1]!.end < start ? i + 1 : first;
    if (upos === 'VERB' || upos === 'AUX') return first;
  }
  return first;
}

/** Neither what is said nor who says it begins with the line's time or place. */
export function withoutOpenings(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const { tokens } = context.text;
  const cut = (range: Range): Range => {
    const start = afterOpening(context, tokens[range.first]!.sentence);
    return range.first < start && start < range.last ? { first: start, last: range.last } : range;
  };
  return found.map((attribution) => {
    const source = attribution.source === null ? null : cut(attribution.source);
    const content = attribution.content.map(cut);
    const speaker =
      source !== null && attribution.speaker !== null
        ? Math.max(attribution.speaker, source.first)
        : attribution.speaker;
    return { ...attribution, source, content, speaker };
  });
}
