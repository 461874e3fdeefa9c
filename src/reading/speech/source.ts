import { inside, type Range, type SpeechContext, trimmed } from './rule.ts';
import { relation } from './tree.ts';

export interface Speaker {
  readonly range: Range;
  /** Head of the noun phrase that names the speaker. */
  readonly head: number;
}

const RELATIVE = /^(?:who|which|that|whom)$/i;
/** How far up the tree a subject may be shared: "said he … , adding that". */
const SHARED = 4;

/** Subject of a verb, its own or the one it shares with the verb above it. */
export function subjectOf(context: SpeechContext, verb: number): Speaker | undefined {
  const { tree } = context;
  const { tokens } = tree;
  let at = verb;
  for (let step = 0; step < SHARED; step++) {
    const own = nearestSubject(context, at);
    if (own !== undefined) return phrase(context, own, at);
    const beside = at === verb ? nounBefore(context, verb) : undefined;
    if (beside !== undefined) return beside;
    const token = tokens[at]!;
    const kind = relation(token);
    if (token.head < 0) return undefined;
    if (kind === 'acl') return modified(context, at);
    if (kind !== 'conj' && kind !== 'xcomp' && kind !== 'advcl') return undefined;
    at = token.head;
  }
  return undefined;
}

const FINITE = new Set(['VBD', 'VBZ', 'VBP']);
const IN_PHRASE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON']);

/** "…, a spokesman for the group said": the words between comma and verb, when the tree lost them. */
function nounBefore({ tree }: SpeechContext, verb: number): Speaker | undefined {
  const { tokens } = tree;
  const { xpos, sentence } = tokens[verb]!;
  if (!FINITE.has(xpos)) return undefined;
  let first = verb;
  let head = verb - 1;
  for (let i = verb - 1; i >= 0 && tokens[i]!.sentence === sentence; i--) {
    if (IN_PHRASE.has(tokens[i]!.upos)) first = i;
    else if (/^(?:for|of|from|in|at|with)$/.test(tokens[i]!.text)) head = i - 1;
    else break;
  }
  const bare = first === verb || head < first || !IN_PHRASE.has(tokens[first]!.upos);
  if (bare || !/^[,”"]$/.test(tokens[first - 1]?.text ?? '')) return undefined;
  return { range: { first, last: verb }, head };
}

/** Of several subjects, which a wrong tree may give, the one beside the verb. */
function nearestSubject({ tree }: SpeechContext, verb: number): number | undefined {
  const gap = (child: number) => Math.abs(child - verb);
  return tree
    .children(verb)
    .filter((child) => /^(?:nsubj|csubj)$/.test(tree.tokens[child]!.deprel))
    .reduce<number | undefined>(
      (best, child) => (best === undefined || gap(child) < gap(best) ? child : best),
      undefined,
    );
}

/** The noun phrase around `head`, kept clear of `verb`. */
export function phrase(context: SpeechContext, head: number, verb: number): Speaker | undefined {
  const whole = nounPhrase(context, head);
  const clear = inside(whole, verb)
    ? verb > head
      ? { first: whole.first, last: verb }
      : { first: verb + 1, last: whole.last }
    : whole;
  const range = trimmed(context, clear);
  if (range === undefined) return undefined;
  const noun = antecedent(context, head);
  return { range, head: noun ?? head };
}

const NOMINAL = new Set([
  'nmod',
  'acl',
  'appos',
  'flat',
  'compound',
  'conj',
  'amod',
  'det',
  'nummod',
  'case',
  'fixed',
  'nmod',
  'advmod',
  'goeswith',
  'punct',
  'cc',
]);

/** Subtree of a noun without the clauses that a wrong root gathers under it. */
function nounPhrase({ tree }: SpeechContext, head: number): Range {
  let [first, last] = [head, head];
  for (const child of tree.children(head)) {
    if (!NOMINAL.has(relation(tree.tokens[child]!))) continue;
    first = Math.min(first, tree.left[child]!);
    last = Math.max(last, tree.right[child]!);
  }
  return { first, last: last + 1 };
}

/** The noun that a relative clause hangs on, for its "who". */
export function antecedent({ tree }: SpeechContext, pronoun: number): number | undefined {
  if (!RELATIVE.test(tree.tokens[pronoun]!.text)) return undefined;
  const verb = tree.tokens[tree.tokens[pronoun]!.head];
  if (verb === undefined) return undefined;
  return relation(verb) === 'acl' && verb.head >= 0 ? verb.head : undefined;
}

/** "officials saying that": the noun a participle modifies, up to the participle. */
function modified(context: SpeechContext, verb: number): Speaker | undefined {
  const { left, tokens } = context.tree;
  const noun = tokens[verb]!.head;
  if (noun < 0 || noun > verb) return undefined;
  const range = trimmed(context, { first: left[noun]!, last: left[verb]! });
  return range === undefined ? undefined : { range, head: noun };
}

/** "by Interfax" under a passive. */
export function agentOf(context: SpeechContext, verb: number): Speaker | undefined {
  const { tree } = context;
  const agent = tree
    .children(verb)
    .find(
      (child) =>
        relation(tree.tokens[child]!) === 'obl' &&
        tree.children(child).some((mark) => tree.tokens[mark]!.lemma === 'by'),
    );
  return agent === undefined ? undefined : withoutCase(context, agent, verb);
}

/** The noun phrase of a prepositional phrase, its preposition left out. */
export function withoutCase(
  context: SpeechContext,
  noun: number,
  verb: number,
): Speaker | undefined {
  const { tree } = context;
  const marks = tree
    .children(noun)
    .filter((child) => tree.tokens[child]!.deprel === 'case' && child < noun);
  const found = phrase(context, noun, verb);
  if (found === undefined || marks.length === 0) return found;
  const first = Math.max(found.range.first, tree.right[marks.at(-1)!]! + 1);
  return first < found.range.last ? { ...found, range: { ...found.range, first } } : undefined;
}
