import { clearOf, contentOf } from './content.ts';
import { relaysOf } from './relays.ts';
import {
  lower,
  type Attribution,
  type Range,
  type SpeechContext,
  type SpeechRule,
  trimmed,
} from './rule.ts';
import { stanceAt } from './stance.ts';
import { type Speaker, subjectOf } from './source.ts';
import { childWith, relation } from './tree.ts';

/** "Vikantov said", "adding that", "officials confirmed the capture", "said Interfax". */
export const verb: SpeechRule = {
  name: 'speech.verb',
  find(index, context) {
    const token = context.text.tokens[index]!;
    if (token.upos !== 'VERB') return undefined;
    const lemma = token.lemma.toLowerCase();
    const spoken = context.lexicon.verbs.get(lemma);
    const thought = context.lexicon.attitudes.has(lemma);
    if (spoken === undefined && !thought) return undefined;
    if (childWith(context.tree, index, 'aux:pass', 'nsubj:pass') !== undefined) return undefined;
    // "a so-called safe zone", "a group called X".
    const participle =
      token.xpos === 'VBN' && childWith(context.tree, index, 'aux', 'nsubj') === undefined;
    if (participle && !isTrailing(context, index)) return undefined;
    const speaker = subjectOf(context, index);
    if (context.quoteAt[index]! >= 0 && !isThirdParty(context, index, speaker)) return undefined;
    const cue = cueRange(context, index);
    const content = contentFor(context, index, cue, speaker);
    if (content.length === 0 || !mayAttribute(context, lemma, content)) return undefined;
    return {
      rule: 'speech.verb',
      head: index,
      cue,
      source: speaker?.range ?? null,
      speaker: speaker?.head ?? null,
      content,
      relays: relaysOf(context, index),
      stance: stanceAt(context, index, spoken ?? 'says'),
      hedged: false,
      act: spoken === undefined ? 'attitude' : 'speech',
    };
  },
};

const IN_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|ADP)$/;

/** "The town had fallen, the group announced on Tuesday.": a past tense that reads like a participle. */
function isTrailing({ text }: SpeechContext, index: number): boolean {
  const { tokens, sentences } = text;
  const { first, last } = sentences[tokens[index]!.sentence]!;
  let start = index;
  while (start > first && IN_PHRASE.test(tokens[start - 1]!.upos)) start--;
  if (start === index || tokens[start - 1]?.text !== ',' || start - 1 - first < LEAST_WORDS)
    return false;
  for (let i = index + 1; i < last; i++) if (/^(?:VERB|AUX)$/.test(tokens[i]!.upos)) return false;
  return true;
}

/**
 * A verb within a quote attributes only when it speaks of a third party ("Kyiv denied it," he said) or
 * when its subject stands outside: The Taliban "said they have captured the province".
 */
function isThirdParty({ quotes, quoteAt, text }: SpeechContext, index: number, speaker?: Speaker) {
  if (speaker === undefined) return false;
  if (speaker.head < quotes[quoteAt[index]!]!.first) return true;
  return !/^(?:I|we|you|one)$/i.test(text.tokens[speaker.head]!.text);
}

/** "continued" attributes a quote, not what went on. */
export function mayAttribute(context: SpeechContext, lemma: string, content: readonly Range[]) {
  if (!context.lexicon.quoteOnly.has(lemma)) return true;
  return content.some(
    ({ first }) => context.quoteAt[first]! >= 0 || lower(context, first) === 'that',
  );
}

function contentFor(
  context: SpeechContext,
  index: number,
  cue: Range,
  speaker: Speaker | undefined,
): Attribution['content'] {
  const holes = speaker === undefined ? [cue] : [cue, speaker.range];
  const cluster = {
    first: Math.min(...holes.map(({ first }) => first)),
    last: Math.max(...holes.map(({ last }) => last)),
  };
  // A subject far off is no part of the cluster that quotes stand beside.
  const beside = cluster.last - cluster.first > 25 ? cue : cluster;
  const found = clearOf(contentOf(context, index, beside), holes).flatMap(
    (range) => trimmed(context, range) ?? [],
  );
  if (found.length > 0) return found;
  const before = sentenceBefore(context, cue, speaker);
  return before.length > 0 ? before : objectOf(context, index);
}

const LEAST_WORDS = 4;

/** "The city had fallen, officials said": all before the comma, when the tree has it hang elsewhere. */
function sentenceBefore(
  { text }: SpeechContext,
  cue: Range,
  speaker: Speaker | undefined,
): readonly Range[] {
  if (speaker?.range.last !== cue.first) return [];
  const { first } = text.sentences[text.tokens[cue.first]!.sentence]!;
  const comma = speaker.range.first - 1;
  if (text.tokens[comma]?.text !== ',' || comma - first < LEAST_WORDS) return [];
  return [{ first, last: comma }];
}

/** "denied the claim", "confirmed the capture of the city"; not "told reporters". */
function objectOf(context: SpeechContext, index: number): readonly Range[] {
  const { tree } = context;
  const { lemma } = tree.tokens[index]!;
  if (
    /^(?:tell|inform|brief|ask|urge|advise|assure|remind|reply|respond|answer|continue|add|put|read|air|record|broadcast|publish|count|name|list|post)$/.test(
      lemma,
    )
  )
    return [];
  const object = childWith(tree, index, 'obj');
  if (object === undefined) return [];
  const of = tree
    .children(index)
    .find(
      (child) =>
        child > object &&
        relation(tree.tokens[child]!) === 'obl' &&
        /^(?:accuse|blame)$/.test(lemma),
    );
  return [{ first: tree.left[object]!, last: tree.right[of ?? object]! + 1 }];
}

/** The verb with its auxiliaries, negation and particle, as far as they stand together. */
export function cueRange({ tree }: SpeechContext, index: number): Range {
  let first = index;
  let last = index + 1;
  const parts = tree.children(index).filter((child) => {
    const { deprel, upos } = tree.tokens[child]!;
    return (
      deprel.startsWith('aux') ||
      deprel === 'compound:prt' ||
      (deprel === 'advmod' && upos !== 'SCONJ')
    );
  });
  while (parts.includes(first - 1)) first--;
  while (parts.includes(last) && tree.tokens[last]!.deprel === 'compound:prt') last++;
  return { first, last };
}
