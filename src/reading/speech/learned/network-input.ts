import { hashText, join, mix } from '../../perceptron/hash.ts';
import type { Attribution } from '../rule.ts';
import { EDGE } from './atoms.ts';
import { childOf, clauseOf, cueAbove, type FrameContext, kindOf, subjectFor } from './cue-frame.ts';
import { frameOf } from './frame.ts';

/** Words beside the candidate whose vectors are looked at. */
const BESIDE = [-3, -2, -1, 1, 2, 3];
/** Words of its frame: itself, what it hangs on, its arguments and modifiers. */
const OF_FRAME = 13;
export const SLOTS = OF_FRAME + BESIDE.length;
/** Lengths and places, and the two scores of the log-linear model. */
export const NUMBERS = 10;

const FRAME_BITS = 16;
const LONG_QUOTE = 6;
const FAR = 30;

export interface CueCandidate {
  readonly index: number;
  readonly rule: Attribution | undefined;
  /** Log odds by the log-linear model from the word and its neighbours, and from all its features. */
  readonly near: number;
  readonly whole: number;
}

/** What the network looks at, its categories still as hashes. */
export interface RawInput {
  readonly slots: Int32Array;
  readonly numbers: Float32Array;
  readonly categories: readonly number[];
}

export function inputOf(frame: FrameContext, candidate: CueCandidate): RawInput {
  const parts = partsOf(frame, candidate.index);
  return {
    slots: slotsOf(frame, parts),
    numbers: numbersOf(frame, parts, candidate),
    categories: categoriesOf(frame, parts, candidate.rule),
  };
}

/** A candidate's neighbours in the tree, as token indices; -1 for none. */
function partsOf({ context }: FrameContext, index: number) {
  const [subject, how] = subjectFor(context, index);
  const clause = clauseOf(context, index);
  return {
    index,
    head: context.text.tokens[index]!.head,
    subject,
    how,
    clause,
    clauseSubject: clause < 0 ? -1 : childOf(context, clause, 'nsubj'),
    object: childOf(context, index, 'obj', 'iobj'),
    oblique: childOf(context, index, 'obl', 'nmod'),
    auxiliary: childOf(context, index, 'aux'),
    adverb: childOf(context, index, 'advmod'),
    modifier: childOf(context, index, 'compound', 'amod', 'nmod:poss', 'det'),
    joined: childOf(context, index, 'conj'),
  };
}
type Parts = ReturnType<typeof partsOf>;

function slotsOf({ context, atoms }: FrameContext, parts: Parts): Int32Array {
  const { tree, text } = context;
  const { tokens } = text;
  const { index, clause, oblique } = parts;
  const sentence = text.sentences[tokens[index]!.sentence]!;
  const lemma = (at: number) => (at < 0 ? -1 : atoms.lemmaRow[at]!);
  const word = (at: number) => (at < 0 ? -1 : atoms.row[at]!);
  const opening = (at: number) => word(at < 0 ? -1 : tree.left[at]!);
  const within = (at: number) => (at < sentence.first || at >= sentence.last ? -1 : at);
  return Int32Array.of(
    lemma(index),
    lemma(parts.head),
    lemma(parts.subject),
    lemma(parts.object),
    lemma(clause),
    opening(clause),
    lemma(parts.clauseSubject),
    lemma(oblique),
    opening(oblique),
    word(parts.auxiliary),
    word(parts.adverb),
    word(parts.modifier),
    lemma(parts.joined),
    ...BESIDE.map((step) => word(within(index + step))),
  );
}

function numbersOf(
  { context: { text, tree } }: FrameContext,
  { index, clause, object, subject }: Parts,
  { rule, near, whole }: CueCandidate,
): Float32Array {
  const sentence = text.sentences[text.tokens[index]!.sentence]!;
  const length = sentence.last - sentence.first;
  const extent = (at: number) => (at < 0 ? 0 : logLength(tree.right[at]! - tree.left[at]!));
  const ruled = rule?.content.reduce((sum, { first, last }) => sum + last - first, 0);
  return Float32Array.of(
    logLength(length),
    (index - sentence.first) / length,
    Math.min(1, sentence.index / FAR),
    extent(index),
    extent(clause),
    extent(object),
    extent(subject),
    ruled === undefined ? 0 : logLength(ruled),
    near,
    whole,
  );
}

const logLength = (length: number) => Math.log(1 + length) / 4;

function categoriesOf(
  frame: FrameContext,
  parts: Parts,
  rule: Attribution | undefined,
): readonly number[] {
  const { context, atoms } = frame;
  const { text, quotes, quoteAt } = context;
  const { xpos, upos, deprel, kind } = atoms;
  const { index, head, subject, clause, object, oblique } = parts;
  const sentence = text.sentences[text.tokens[index]!.sentence]!;
  const of = (array: Int32Array, at: number) => (at < 0 ? EDGE : array[at]!);
  const near = (at: number) => (at < sentence.first || at >= sentence.last ? EDGE : xpos[at]!);
  const quote = quotes[quoteAt[index]!];
  const after = clause < 0 ? 0 : parts.clauseSubject >= 0 ? 1 : 2;
  const ends = (index === sentence.first ? 1 : 0) + (index + 2 >= sentence.last ? 2 : 0);
  const found: number[] = [];
  const add = (atom: number) => found.push(mix(500 + found.length, atom));
  add(xpos[index]!);
  add(deprel[index]!);
  add(of(upos, head));
  add(of(deprel, head));
  add(parts.how);
  add(of(xpos, subject));
  add(kindOf(frame, subject));
  add(of(xpos, object));
  add(clause < 0 ? EDGE : join(deprel[clause]!, clause > index ? 1 : 0));
  add(of(xpos, clause));
  add(after);
  add(of(xpos, oblique));
  add(rule === undefined ? EDGE : ruleAtom(rule));
  for (const step of [-2, -1, 1, 2]) add(near(index + step));
  add(quoteAt[index - 2]! >= 0 ? 1 : 0);
  add(quoteAt[index + 1]! >= 0 ? 1 : 0);
  add(quote === undefined ? 0 : quote.words > LONG_QUOTE ? 1 : 2);
  add(frame.quoted[sentence.index]!);
  add(frame.density);
  add(kind[index]!);
  add(context.cueLike[index]!);
  add(sentence.index === 0 ? 1 : 0);
  add(ends);
  add(context.transcript ? 1 : 0);
  add(cueAbove(context, index)[1]);
  const { bits } = frameOf(context, index);
  for (let bit = 0; bit < FRAME_BITS; bit++) if ((bits >> bit) & 1) found.push(mix(600, bit));
  return found;
}

const ruleAtom = ({ rule, act, content, source }: Attribution) =>
  join(
    hashText(rule),
    (act === 'speech' ? 1 : 0) + (content.length > 1 ? 2 : 0) + (source === null ? 4 : 0),
  );
