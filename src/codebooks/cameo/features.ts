import type { Mention, ParsedText, ParsedToken } from '../../domain/index.ts';
import { hashText, mix } from '../../reading/perceptron/hash.ts';

/** What the role tagger looks at for one token, as text; equal texts are one feature. */
export interface TokenFacts {
  readonly word: string;
  readonly lemma: string;
  readonly tag: string;
  readonly suffix: string;
  readonly relation: string;
  /** Lemma of the governing word. */
  readonly governor: string;
  /** Relation by which the phrase around the token hangs on its verb. */
  readonly argument: string;
  /** That verb, and how it hangs in turn. */
  readonly verb: string;
  readonly verbRelation: string;
  /** Preposition that opens the phrase. */
  readonly preposition: string;
  /** Kind of the actor or other mention that covers the token. */
  readonly mention: string;
  /** Before or after the main verb, and how far by verbs. */
  readonly side: string;
}

const NONE: TokenFacts = {
  word: '',
  lemma: '',
  tag: '',
  suffix: '',
  relation: '',
  governor: '',
  argument: '',
  verb: '',
  verbRelation: '',
  preposition: '',
  mention: '',
  side: '',
};

const MOST_STEPS = 12;

const isPredicate = ({ upos }: ParsedToken) => upos === 'VERB' || upos === 'AUX';

/** The token of the argument phrase that hangs on a verb, or on nothing. */
function argumentOf(tokens: readonly ParsedToken[], start: ParsedToken): ParsedToken {
  let at = start;
  for (let step = 0; step < MOST_STEPS && at.head >= 0; step++) {
    const up = tokens[at.head]!;
    if (isPredicate(up) || up.head < 0) return at;
    at = up;
  }
  return at;
}

function prepositionOf(tokens: readonly ParsedToken[], head: ParsedToken): string {
  for (let at = head.index - 1; at >= 0 && head.index - at < MOST_STEPS; at--) {
    const token = tokens[at]!;
    if (token.deprel === 'case' && token.head === head.index) return token.lemma;
  }
  return '';
}

const labelOf = (mention: Mention) =>
  mention.type === 'actor'
    ? `${mention.kind}${mention.actor === undefined ? '' : '+'}${mention.anonymous ? '?' : ''}`
    : mention.type;

function mentionsByToken({ tokens }: ParsedText, mentions: readonly Mention[]): readonly string[] {
  const labels: string[] = tokens.map(() => '');
  for (const mention of mentions)
    for (let at = mention.first; at < mention.last; at++)
      labels[at] = `${at === mention.first ? 'B' : 'I'}${labelOf(mention)}`;
  return labels;
}

function sideOf(tokens: readonly ParsedToken[], token: ParsedToken, root: ParsedToken): string {
  let verbs = 0;
  const [from, to] =
    token.index < root.index ? [token.index, root.index] : [root.index, token.index];
  for (let at = from + 1; at < to; at++) if (tokens[at]!.upos === 'VERB') verbs++;
  return `${token.index < root.index ? '<' : '>'}${Math.min(verbs, 3)}`;
}

export function factsOf(text: ParsedText, mentions: readonly Mention[]): readonly TokenFacts[] {
  const { tokens, sentences } = text;
  const labels = mentionsByToken(text, mentions);
  return sentences.flatMap(({ first, last }) => {
    const sentence = tokens.slice(first, last);
    const root = sentence.find(({ head }) => head < 0) ?? sentence[0]!;
    return sentence.map((token): TokenFacts => {
      const argument = argumentOf(tokens, token);
      const verb = tokens[argument.head];
      return {
        word: token.text.toLowerCase(),
        lemma: token.lemma.toLowerCase(),
        tag: token.xpos,
        suffix: token.text.toLowerCase().slice(-3),
        relation: token.deprel,
        governor: tokens[token.head]?.lemma.toLowerCase() ?? '',
        argument: argument.deprel,
        verb: verb?.lemma.toLowerCase() ?? '',
        verbRelation: verb?.deprel ?? '',
        preposition: prepositionOf(tokens, argument),
        mention: labels[token.index]!,
        side: sideOf(tokens, token, root),
      };
    });
  });
}

/** Feature hashes of the label at `i`. */
export function roleFeatures(facts: readonly TokenFacts[], i: number): Int32Array {
  const here = facts[i]!;
  const one = facts[i - 1] ?? NONE;
  const two = facts[i - 2] ?? NONE;
  const next = facts[i + 1] ?? NONE;
  const after = facts[i + 2] ?? NONE;
  const frame = `${here.argument}|${here.preposition}`;
  const values = [
    'bias',
    here.word,
    here.lemma,
    here.tag,
    here.suffix,
    here.relation,
    here.governor,
    here.mention,
    here.side,
    frame,
    here.verb,
    here.verbRelation,
    `${frame}|${here.verb}`,
    `${frame}|${here.verbRelation}`,
    `${frame}|${here.side}`,
    `${frame}|${here.mention}`,
    `${frame}|${here.mention}|${here.side}`,
    `${here.argument}|${here.verb}|${here.side}`,
    `${here.relation}|${here.tag}|${here.argument}`,
    `${here.relation}|${here.governor}`,
    `${here.mention}|${here.side}|${here.verbRelation}`,
    one.word,
    next.word,
    two.word,
    after.word,
    one.tag,
    next.tag,
    `${one.tag}|${here.tag}`,
    `${here.tag}|${next.tag}`,
    `${one.tag}|${here.tag}|${next.tag}`,
    `${one.word}|${here.word}`,
    `${here.word}|${next.word}`,
    `${one.mention}|${here.mention}`,
    `${here.mention}|${next.mention}`,
    `${one.argument}|${one.preposition}|${frame}`,
    `${frame}|${next.argument}|${next.preposition}`,
    `${one.side}|${here.side}`,
    i === 0 ? 'first' : i < 4 ? 'early' : '',
  ];
  return Int32Array.from(values, (value, k) => mix(k, hashText(value)));
}
