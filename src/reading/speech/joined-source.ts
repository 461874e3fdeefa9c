import { clearOf } from './content.ts';
import { type Attribution, lower, type Range, type SpeechContext, trimmed } from './rule.ts';

const IN_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/;

/**
 * "They took Hama, witnesses and a hospital worker said": whom a wrong tree leaves behind as part of what is
 * said speaks with the one beside the verb.
 */
export function withJoinedSources(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  return found.map((attribution) => {
    const { source: named, cue, content } = attribution;
    if (named?.last !== cue.first) return attribution;
    const source =
      lower(context, named.first) === 'and' ? { ...named, first: named.first + 1 } : named;
    const joined = joinedBefore(context, source);
    if (joined === undefined) return attribution;
    const { first } = context.text.sentences[context.text.tokens[cue.first]!.sentence]!;
    const whole = { first: joined.first, last: source.last };
    const said = clearOf(content, [whole]).flatMap((range) => trimmed(context, range) ?? []);
    const clause = trimmed(context, { first, last: joined.first });
    if (said.length === 0 && clause === undefined) return attribution;
    return {
      ...attribution,
      source: whole,
      speaker: joined.last - 1,
      content: said.length === 0 ? [clause!] : said,
    };
  });
}

/** The first of several that "and" joins, from the comma that ends the clause before them. */
function joinedBefore(context: SpeechContext, source: Range): Range | undefined {
  const { text } = context;
  const sentence = text.sentences[text.tokens[source.first]!.sentence]!;
  const listed = hasAnd(context, source);
  let at = source.first - 1;
  let [first, joins]: [Range | undefined, boolean] = [undefined, listed];
  while (at > sentence.first) {
    const word = lower(context, at);
    if (word === 'and') joins = true;
    else if (word !== ',' || !joins) break;
    const phrase = phraseBefore(context, at, sentence.first);
    if (phrase === undefined) break;
    first = phrase;
    at = phrase.first - 1;
  }
  if (first === undefined || lower(context, at) !== ',') return undefined;
  return first;
}

const hasAnd = (context: SpeechContext, { first, last }: Range) => {
  for (let i = first; i < last; i++) if (lower(context, i) === 'and') return true;
  return false;
};

/** A plain noun phrase up to `end` whose noun is one of those who speak without a name, or "a shopkeeper". */
function phraseBefore({ text, lexicon }: SpeechContext, end: number, from: number) {
  const noun = text.tokens[end - 1]!;
  if (noun.upos !== 'NOUN') return undefined;
  let first = end - 1;
  while (first > from && IN_PHRASE.test(text.tokens[first - 1]!.upos)) first--;
  const one = /^(?:an?|one|two|three|four|five|several)$/i.test(text.tokens[first]!.text);
  return one || lexicon.anonymous.has(noun.lemma.toLowerCase()) ? { first, last: end } : undefined;
}
