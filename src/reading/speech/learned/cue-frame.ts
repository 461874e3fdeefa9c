import { hashText, join, mix } from '../../perceptron/hash.ts';
import type { SpeechContext } from '../rule.ts';
import { type Atoms, EDGE } from './atoms.ts';
import { frameOf } from './frame.ts';

/** Who or what stands as an argument, in few kinds. */
const KINDS = {
  none: hashText('none'),
  name: hashText('name'),
  speaker: hashText('speaker'),
  statement: hashText('statement'),
  number: hashText('number'),
  other: hashText('other'),
};
const PRONOUN =
  /^(?:I|we|you|he|she|they|it|who|which|that|this|what|one|there|us|me|them|him|her|people|everyone|nobody|some|many|others)$/i;

/** Most children of one kind that are looked at; keeps the number of features bounded. */
const MOST_CHILDREN = 4;
/** How far up the tree a subject may be shared, and a cue is looked for. */
const CLIMB = 4;

/** What of a text the frames share. */
export interface FrameContext {
  readonly context: SpeechContext;
  readonly atoms: Atoms;
  /** By sentence: 1 where more than two words stand in quotes. */
  readonly quoted: Uint8Array;
  /** Quotes to a sentence, in five steps. */
  readonly density: number;
}

export function frameContext(context: SpeechContext, atoms: Atoms): FrameContext {
  const { text, quotes } = context;
  const quoted = new Uint8Array(text.sentences.length);
  for (const { first, last, words } of quotes)
    if (words > 2)
      quoted.fill(1, text.tokens[first]!.sentence, text.tokens[last - 1]!.sentence + 1);
  const perSentence = quotes.length / Math.max(1, text.sentences.length);
  return { context, atoms, quoted, density: Math.min(4, Math.floor(perSentence * 5)) };
}

export function kindOf({ context: { lexicon, text }, atoms }: FrameContext, index: number): number {
  if (index < 0) return KINDS.none;
  const { text: word, upos, lemma } = text.tokens[index]!;
  const lower = lemma.toLowerCase();
  if (PRONOUN.test(word)) return atoms.word[index]!;
  if (upos === 'PROPN') return KINDS.name;
  if (lexicon.anonymous.has(lower)) return KINDS.speaker;
  if (lexicon.statements.has(lower) || lexicon.nouns.has(lower)) return KINDS.statement;
  return upos === 'NUM' ? KINDS.number : KINDS.other;
}

const startsWith = (deprel: string, ...relations: readonly string[]) =>
  relations.some((relation) => deprel.startsWith(relation));

export const childOf = (
  { tree }: Pick<SpeechContext, 'tree'>,
  index: number,
  ...relations: readonly string[]
) =>
  tree.children(index).find((child) => startsWith(tree.tokens[child]!.deprel, ...relations)) ?? -1;

/** Its own subject, the one it shares, or the noun it modifies; and how it came by it. */
export function subjectFor(context: SpeechContext, index: number): readonly [number, number] {
  const { tokens } = context.tree;
  for (let at = index, step = 0; at >= 0 && step < CLIMB; step++) {
    const own = childOf(context, at, 'nsubj', 'csubj');
    if (own >= 0) return [own, step];
    const { deprel, head } = tokens[at]!;
    if (startsWith(deprel, 'acl')) return [head, 5];
    if (!startsWith(deprel, 'conj', 'xcomp', 'advcl', 'ccomp')) break;
    at = head;
  }
  return [-1, 9];
}

/** The clause that completes a word: a verb's own before any other. */
export function clauseOf({ tree }: SpeechContext, index: number): number {
  const children = tree.children(index);
  const own = children.findLast((child) =>
    startsWith(tree.tokens[child]!.deprel, 'ccomp', 'xcomp'),
  );
  return own ?? childOf({ tree }, index, 'acl', 'parataxis', 'csubj');
}

/** The nearest word above that may attribute, and how far up it stands. */
export function cueAbove(
  { tree, cueLike }: SpeechContext,
  index: number,
): readonly [number, number] {
  let at = tree.tokens[index]!.head;
  for (let step = 1; at >= 0 && step <= CLIMB; step++, at = tree.tokens[at]!.head)
    if (cueLike[at] === 1) return [at, step];
  return [-1, 0];
}

/** What the arguments of a word are, each with the word itself, its class and its tags. */
export function frameFeatures(
  frame: FrameContext,
  { index, from }: { readonly index: number; readonly from: number },
  out: Int32Array,
): number {
  const { context, atoms } = frame;
  const { tree, text, quoteAt } = context;
  const { lemma, word, fine, xpos, deprel, kind } = atoms;
  const sentence = text.sentences[text.tokens[index]!.sentence]!;
  const at = (array: Int32Array, i: number) =>
    i < sentence.first || i >= sentence.last ? EDGE : array[i]!;
  const of = (array: Int32Array, i: number) => (i < 0 ? EDGE : array[i]!);
  const [l0, f0, x0] = [lemma[index]!, fine[index]!, xpos[index]!];
  const [k0, d0] = [kind[index]!, deprel[index]!];
  const [subject, how] = subjectFor(context, index);
  const who = join(kindOf(frame, subject), how);
  const clause = clauseOf(context, index);
  const what =
    clause < 0
      ? KINDS.none
      : join(deprel[clause]!, join(word[tree.left[clause]!]!, clause > index ? 1 : 0));
  const ownSubject = clause < 0 ? 0 : childOf(context, clause, 'nsubj') >= 0 ? 1 : 2;
  const object = childOf(context, index, 'obj');
  const whom = join(kindOf(frame, object), object < 0 ? 0 : quoteAt[object]! >= 0 ? 1 : 2);
  const { head } = text.tokens[index]!;
  const [above, steps] = cueAbove(context, index);
  const quoting = frame.quoted[sentence.index]! + (quoteAt[index]! >= 0 ? 2 : 0);
  const opening = sentence.index === 0 ? 1 : 0;
  let n = from;
  let template = 200;
  const add = (atom: number) => {
    out[n++] = mix(template++, atom);
  };
  for (const argument of [who, what, whom]) {
    add(argument);
    add(join(l0, argument));
    add(join(f0, argument));
  }
  for (const second of [what, whom]) {
    const both = join(who, second);
    add(join(l0, both));
    add(join(f0, both));
    add(join(x0, both));
    add(join(k0, both));
  }
  add(join(x0, join(what, ownSubject)));
  add(join(l0, ownSubject));
  add(join(x0, join(who, join(what, d0))));
  add(join(quoting, x0));
  add(join(quoting, l0));
  add(join(quoting, join(k0, who)));
  add(join(quoting, join(f0, x0)));
  add(join(frame.density, l0));
  add(join(frame.density, join(k0, quoting)));
  add(join(of(lemma, head), join(l0, d0)));
  add(join(of(lemma, head), join(f0, d0)));
  add(join(of(fine, head), join(f0, d0)));
  add(join(of(kind, head), join(l0, d0)));
  add(join(of(lemma, above), join(steps, x0)));
  add(join(of(lemma, above), l0));
  add(join(of(lemma, above), d0));
  add(join(l0, join(at(word, index + 1), at(word, index + 2))));
  add(join(l0, join(at(word, index - 1), at(word, index - 2))));
  add(join(f0, join(at(word, index + 1), at(xpos, index + 2))));
  add(join(f0, join(at(word, index - 1), at(xpos, index - 2))));
  add(join(at(word, index - 1), join(x0, at(word, index + 1))));
  add(join(at(fine, index - 1), join(f0, at(fine, index + 1))));
  add(join(opening, l0));
  add(join(opening, join(x0, d0)));
  add(join(l0, join(frameOf(context, index).bits, x0)));
  add(join(of(lemma, subject), f0));
  add(join(of(lemma, subject), what));
  add(join(of(fine, subject), join(f0, x0)));
  add(join(of(fine, subject), join(k0, what)));
  return childFeatures(frame, { index, from: n, who }, out);
}

/** Prepositions, auxiliaries and modifiers under a word, one by one. */
function childFeatures(
  { context: { tree }, atoms }: FrameContext,
  { index, from, who }: { readonly index: number; readonly from: number; readonly who: number },
  out: Int32Array,
): number {
  const { lemma, fine, xpos, deprel, kind } = atoms;
  const [l0, f0, x0] = [lemma[index]!, fine[index]!, xpos[index]!];
  let n = from;
  const each = (
    group: number,
    relations: readonly string[],
    atomOf: (child: number) => number,
    partners: readonly number[],
  ) => {
    let seen = 0;
    for (const child of tree.children(index)) {
      if (!startsWith(tree.tokens[child]!.deprel, ...relations)) continue;
      if (++seen > MOST_CHILDREN) return;
      const atom = atomOf(child);
      partners.forEach((partner, k) => {
        out[n++] = mix(group + k, join(atom, partner));
      });
    }
  };
  const labelled = (child: number) => join(lemma[child]!, deprel[child]!);
  each(300, ['obl', 'nmod'], (child) => lemma[tree.left[child]!]!, [x0, l0, f0, join(x0, who)]);
  each(310, ['aux', 'cop', 'mark', 'cc'], labelled, [x0, l0, f0, kind[index]!]);
  each(320, ['advmod', 'compound', 'amod', 'det', 'nmod:poss'], labelled, [x0, l0, f0]);
  return n;
}
