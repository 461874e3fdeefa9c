import {
  countWhile,
  type ActorMention,
  type Reading,
  type Source,
  type Span,
  type Speech,
} from '../domain/index.ts';
import { armedKind } from './search.ts';
import { mentionsInside } from './speech-index.ts';

const PAPER =
  /^(?:the|this|that) (?:same )?(statement|communiqu[eé]|bulletin|release|message|letter|announcement)$/i;
const SPEAKER = /^the (?:\p{L}+ )?(spokesman|spokeswoman|spokesperson)$/iu;
const ANY_SPEAKER = /^(?:a|an|their|its) (?:spokesman|spokeswoman|spokesperson)$/i;
/** Sentences back to where it was first spoken of. */
const BACK = 3;

/**
 * "The statement added", "the spokesman said": whose it is was told before. "They have taken the town, a
 * spokesman said": theirs of whom he speaks.
 */
export function issuerOf(reading: Reading, source: Source): ActorMention | undefined {
  if (source.mention !== undefined && isKnown(reading.mentions[source.mention])) return undefined;
  const [, noun] = PAPER.exec(source.text) ?? SPEAKER.exec(source.text) ?? [];
  if (noun !== undefined) return spokenOf(reading, source, noun);
  return ANY_SPEAKER.test(source.text) ? subjectOfSpeech(reading, source) : undefined;
}

const isKnown = (mention: Reading['mentions'][number] | undefined) =>
  mention?.type === 'actor' && (mention.actor ?? mention.body ?? mention.side) !== undefined;

/** Whoever spoke in the sentence that has the word, or the one side that it names. */
function spokenOf(reading: Reading, { start }: Source, noun: string): ActorMention | undefined {
  const { sentences, report } = reading;
  const at = countWhile(sentences.length, (index) => sentences[index]!.start <= start) - 1;
  for (let s = at - 1; s >= Math.max(0, at - BACK); s--) {
    const sentence = sentences[s]!;
    if (!report.body.slice(sentence.start, sentence.end).toLowerCase().includes(noun.toLowerCase()))
      continue;
    return spokeIn(reading, sentence) ?? onlySide(reading, sentence);
  }
  return undefined;
}

function spokeIn({ speech, mentions }: Reading, { start, end }: Span): ActorMention | undefined {
  for (const { cue, source } of speech) {
    if (cue === null || cue.start < start || cue.start >= end) continue;
    const mention = source?.mention === undefined ? undefined : mentions[source.mention];
    if (mention?.type === 'actor' && isKnown(mention)) return mention;
  }
  return undefined;
}

function onlySide(reading: Reading, sentence: Span): ActorMention | undefined {
  const sided = mentionsInside(reading, sentence).flatMap((one) =>
    one.type === 'actor' && one.side !== undefined && armedKind(one) ? [one] : [],
  );
  return new Set(sided.map(({ side }) => side)).size === 1 ? sided[0] : undefined;
}

/** Who does what is said, where the clause opens with it. */
function subjectOfSpeech(reading: Reading, source: Source): ActorMention | undefined {
  const told = reading.speech.find((one: Speech) => one.source?.start === source.start);
  const [content] = told?.content ?? [];
  if (content === undefined) return undefined;
  const first = mentionsInside(reading, content).find((one) => one.type === 'actor');
  if (first?.type !== 'actor' || first.side === undefined || !armedKind(first)) return undefined;
  const { deprel } = reading.tokens[first.head]!;
  return deprel === 'nsubj' ? first : undefined;
}
