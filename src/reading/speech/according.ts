import type { Phrase } from './lexicon.ts';
import { carriersOf } from './relays.ts';
import { phrase, type Speaker } from './source.ts';
import { lower, type Range, type SpeechContext, type SpeechRule, trimmed } from './rule.ts';

/** "according to officials", "in the view of analysts": the sentence around it is the content. */
export const according: SpeechRule = {
  name: 'speech.according',
  find(index, context) {
    const phrase = context.lexicon.prepositions
      .get(lower(context, index))
      ?.find(({ words }) => words.every((word, k) => lower(context, index + k) === word));
    if (phrase === undefined) return undefined;
    const cue = { first: index, last: index + phrase.words.length };
    const whole = sourceAfter(context, cue);
    if (whole === undefined || (phrase.words.length === 1 && !context.outletAt[whole.head]))
      return undefined;
    const around = (source: Speaker) =>
      sentenceAround(context, { first: cue.first, last: source.range.last });
    // A noun phrase that swallows the rest of the sentence ends at its first comma.
    const source = around(whole).length > 0 ? whole : upToComma(context, whole);
    const content = around(source);
    if (content.length === 0) return undefined;
    return {
      rule: 'speech.according',
      head: index,
      cue,
      source: source.range,
      speaker: source.head,
      content,
      relays: carriersOf(context, source.head).map((relay) => ({
        ...relay,
        last: Math.min(relay.last, Math.max(source.range.last, relay.first + 1)),
      })),
      stance: phrase.stance satisfies Phrase['stance'],
      hedged: false,
      act: 'speech',
    };
  },
};

/** The noun phrase after the preposition, by its tree. */
function sourceAfter(context: SpeechContext, cue: Range) {
  const { tree, text } = context;
  const sentence = text.sentences[tree.tokens[cue.first]!.sentence]!;
  for (let i = cue.last; i < Math.min(sentence.last, cue.last + 12); i++) {
    const token = tree.tokens[i]!;
    // A modifier of a noun still to come: "the defence ministry".
    if (token.head > i && /^(?:NOUN|PROPN)$/.test(tree.tokens[token.head]!.upos)) continue;
    if (!/^(?:NOUN|PROPN|PRON|NUM|ADJ|X)$/.test(token.upos)) continue;
    const found = phrase(context, i, cue.first);
    return found === undefined
      ? undefined
      : { head: i, range: { first: cue.last, last: found.range.last } };
  }
  return undefined;
}

function upToComma({ text }: SpeechContext, { head, range }: Speaker): Speaker {
  let last = range.first + 1;
  while (last < range.last && text.tokens[last]!.text !== ',') last++;
  return { head: Math.min(head, last - 1), range: { ...range, last } };
}

const BREAK = /^(?:[;:–—]|but)$/i;

/** The clause on both sides, as far as a semicolon, a dash or "but". */
function sentenceAround(context: SpeechContext, hole: Range): readonly Range[] {
  const { text, tree } = context;
  const sentence = text.sentences[tree.tokens[hole.first]!.sentence]!;
  let first = sentence.first;
  let last = sentence.last;
  for (let i = hole.first - 1; i >= sentence.first; i--)
    if (BREAK.test(text.tokens[i]!.text)) {
      first = i + 1;
      break;
    }
  for (let i = hole.last; i < sentence.last; i++)
    if (BREAK.test(text.tokens[i]!.text)) {
      last = i;
      break;
    }
  const before = trimmed(context, { first, last: Math.max(first, hole.first) });
  const after = trimmed(context, { first: Math.min(hole.last, last), last });
  // What follows an opening "according to X," is the content; after a closing one little is left.
  return [before, after].filter((range) => range !== undefined);
}
