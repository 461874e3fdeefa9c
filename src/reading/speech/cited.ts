import { clearOf } from './content.ts';
import { isOutlet } from './relays.ts';
import { type Attribution, lower, type Range, type SpeechContext, trimmed } from './rule.ts';

/**
 * "Local media reported, citing a council member, that Taloqan had fallen": whom an outlet cites is
 * the speaker, and the outlet relays. Others who cite speak for themselves.
 */
export function putCitedFirst(
  all: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  const { tokens } = context.text;
  const found = all.map((attribution) => quotedAs(attribution, context));
  const citing = found.filter(
    ({ head }) => tokens[head]!.xpos === 'VBG' && /^(?:cite|quote)$/.test(tokens[head]!.lemma),
  );
  if (citing.length === 0) return found;
  const bySentence = new Map(citing.map((cite) => [tokens[cite.head]!.sentence, cite]));
  const citations = new Set(citing);
  const gone = new Set<Attribution>();
  const result = found.map((attribution) => {
    const cite = bySentence.get(tokens[attribution.head]!.sentence);
    if (cite === undefined || cite === attribution) return attribution;
    const swapped = swap(attribution, cite, context);
    if (swapped !== attribution) gone.add(cite);
    return swapped;
  });
  return result
    .filter((attribution) => !gone.has(attribution))
    .map((attribution) =>
      citations.has(attribution) ? swap(attribution, attribution, context) : attribution,
    );
}

function swap(attribution: Attribution, cite: Attribution, context: SpeechContext): Attribution {
  const { source, speaker, content, relays } = attribution;
  if (source === null || speaker === null || !outletIn(context, source)) return attribution;
  const cited = citedBy(cite, context);
  if (cited === undefined) return attribution;
  const holes = [cite.cue, cited].filter(({ first, last }) =>
    content.some((range) => first >= range.first && last <= range.last),
  );
  const kept = clearOf(content, holes).flatMap((range) => trimmed(context, range) ?? []);
  return {
    ...attribution,
    source: cited,
    speaker: headOf(context, cited),
    relays: [source, ...relays],
    content: kept.length === 0 ? content : kept,
  };
}

function outletIn(context: SpeechContext, { first, last }: Range) {
  for (let i = first; i < last; i++) if (isOutlet(context, i)) return true;
  return false;
}

const LONGEST = 14;

/** The noun phrase after "citing", as far as the next comma or "that". */
function citedBy({ cue }: Attribution, context: SpeechContext): Range | undefined {
  const { text } = context;
  const sentence = text.sentences[text.tokens[cue.first]!.sentence]!;
  const end = Math.min(sentence.last, cue.last + LONGEST);
  let last = cue.last;
  while (last < end && !/^(?:,|that|said|says|;|–|—)$/.test(lower(context, last))) last++;
  return trimmed(context, { first: cue.last, last });
}

function headOf({ text }: SpeechContext, { first, last }: Range) {
  const { tokens } = text;
  for (let i = first; i < last; i++) {
    const { head, upos } = tokens[i]!;
    if ((head < first || head >= last) && /^(?:NOUN|PROPN)$/.test(upos)) return i;
  }
  return last - 1;
}

/** "State media quoted a commander as saying the army had left": he says so, and they pass it on. */
function quotedAs(attribution: Attribution, context: SpeechContext): Attribution {
  const { head, content, source } = attribution;
  const [range] = content;
  if (range === undefined || source === null) return attribution;
  if (!/^(?:quote|cite)$/.test(context.text.tokens[head]!.lemma) || range.first <= head)
    return attribution;
  for (let i = range.first + 1; i < Math.min(range.last - 2, range.first + LONGEST); i++) {
    if (lower(context, i) !== 'as' || lower(context, i + 1) !== 'saying') continue;
    const cited = { first: range.first, last: i };
    const said = { first: i + 2, last: range.last };
    return {
      ...attribution,
      source: cited,
      speaker: headOf(context, cited),
      relays: [source, ...attribution.relays],
      content: [said, ...content.slice(1)],
    };
  }
  return attribution;
}
