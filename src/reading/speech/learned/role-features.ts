import { join, mix } from '../../perceptron/hash.ts';
import type { Attribution, Range, SpeechContext } from '../rule.ts';
import { type Atoms, EDGE } from './atoms.ts';
import { constituents } from './constituents.ts';
import { frameOf } from './frame.ts';

export const LABELS = ['O', 'B-S', 'I-S', 'B-C', 'I-C', 'CUE'] as const;
export const OUTSIDE_LABEL = 0;
export const SOURCE_OPENS = 1;
export const CONTENT_OPENS = 3;
/** The head of the cue and whatever else belongs to it: "accused him of", "made no secret of". */
export const CUE_LABEL = 5;

/** What the features of every token in a cue's sentence share. */
export interface RoleContext {
  readonly context: SpeechContext;
  readonly atoms: Atoms;
  readonly cue: number;
  readonly first: number;
  readonly last: number;
  /** By position in the sentence: hash of the way through the tree from the cue. */
  readonly path: Int32Array;
  /** The child of the cue, or of a node above it, whose subtree holds the token. */
  readonly branch: Int32Array;
  /** The child of that branch's top whose subtree holds the token; the top itself at the top. */
  readonly twig: Int32Array;
  /** Hash of the largest part of the tree that opens at the token and leaves the cue out; `EDGE` for none. */
  readonly opens: Int32Array;
  /** The same for the part that closes there. */
  readonly closes: Int32Array;
  /** What the rule made of the token: nothing, source, content. */
  readonly ruled: Int8Array;
  /** Cues of other attributions, and commas, between the token and the cue; up to 3 of each. */
  readonly between: Uint8Array;
  readonly frame: number;
}

const LONGEST_PATH = 6;
/** Tokens on either side of a cue that may play a role; keeps endless sentences cheap. */
export const REACH = 60;

export function roleContext(
  context: SpeechContext,
  atoms: Atoms,
  cue: number,
  rule: Attribution | undefined,
): RoleContext {
  const { text } = context;
  const sentence = text.sentences[text.tokens[cue]!.sentence]!;
  const first = Math.max(sentence.first, cue - REACH);
  const last = Math.min(sentence.last, cue + REACH);
  const path = new Int32Array(last - first);
  const branch = new Int32Array(last - first).fill(-1);
  const twig = new Int32Array(last - first).fill(-1);
  const up = ancestors(context, cue);
  for (let i = first; i < last; i++)
    walk({ context, atoms, cue, first, up }, i, { path, branch, twig });
  const ruled = new Int8Array(last - first);
  const paint = (range: { first: number; last: number }, value: number) =>
    ruled.fill(value, Math.max(0, range.first - first), Math.max(0, range.last - first));
  if (rule !== undefined) {
    for (const range of rule.content) paint(range, 2);
    if (rule.source !== null) paint(rule.source, 1);
  }
  return {
    context,
    atoms,
    cue,
    first,
    last,
    path,
    branch,
    twig,
    ...constituents({ context, atoms, cue, first, last }, path),
    ruled,
    frame: frameOf(context, cue).bits,
    between: counted(context, cue, { first, last }),
  };
}

function counted(
  { text, cueLike }: SpeechContext,
  cue: number,
  { first, last }: Range,
): Uint8Array {
  const between = new Uint8Array(last - first);
  for (const step of [-1, 1]) {
    let cues = 0;
    let commas = 0;
    for (let i = cue + step; i >= first && i < last; i += step) {
      between[i - first] = cues * 4 + commas;
      if (cueLike[i] === 1 && cues < 3) cues++;
      if (text.tokens[i]!.text === ',' && commas < 3) commas++;
    }
  }
  return between;
}

/** Steps up from the cue, by token. */
function ancestors({ tree }: SpeechContext, cue: number): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  for (let at = cue, step = 0; at >= 0 && step <= LONGEST_PATH; at = tree.tokens[at]!.head, step++)
    steps.set(at, step);
  return steps;
}

interface Walk {
  readonly context: SpeechContext;
  readonly atoms: Atoms;
  readonly cue: number;
  readonly first: number;
  readonly up: ReadonlyMap<number, number>;
}

/** From a token up to where its way meets the cue's: relations below, and how far the cue is. */
function walk(
  { context, atoms, cue, first, up }: Walk,
  index: number,
  { path, branch, twig }: Pick<RoleContext, 'path' | 'branch' | 'twig'>,
) {
  const { tokens } = context.tree;
  let hash = 17;
  let at = index;
  let top = index;
  let below = index;
  let length = 0;
  while (at >= 0 && !up.has(at) && length < 40) {
    // Far below the branch only its top counts.
    if (length < 3) hash = join(hash, atoms.deprel[at]!);
    below = top;
    top = at;
    at = tokens[at]!.head;
    length++;
  }
  const steps = at < 0 ? -1 : (up.get(at) ?? -1);
  branch[index - first] = top;
  twig[index - first] = below;
  path[index - first] = join(
    join(hash, Math.min(length, 4)),
    join(atoms.deprel[top]!, steps + (top < cue ? 32 : 64)),
  );
}

/** Features of a token's label; returns how many were written to `out`. */
export function roleFeatures(role: RoleContext, index: number, out: Int32Array): number {
  const {
    context,
    atoms,
    cue,
    first,
    last,
    path,
    branch,
    twig,
    ruled,
    between,
    frame,
    opens,
    closes,
  } = role;
  const { tree } = context;
  const { word, lemma, fine, xpos, upos, deprel, quote, kind } = atoms;
  const at = (array: Int32Array, i: number) => (i < first || i >= last ? EDGE : array[i]!);
  const here = index - first;
  const top = branch[here]!;
  const before = here === 0 ? -2 : branch[here - 1]!;
  const after = index + 1 >= last ? -2 : branch[here + 1]!;
  const side = index === cue ? 0 : index < cue ? 1 : 2;
  const far = Math.abs(index - cue);
  const distance = side * 16 + (far < 4 ? far : far < 8 ? 4 : far < 16 ? 5 : 6);
  const rel = join(deprel[top]!, top < cue ? 1 : 2);
  const edge =
    (before === top ? 0 : 1) +
    (after === top ? 0 : 2) +
    (tree.left[top] === index ? 4 : 0) +
    (tree.right[top] === index ? 8 : 0);
  const rules =
    ruled[here]! * 9 +
    (here === 0 ? 0 : ruled[here - 1]!) * 3 +
    (here + 1 < ruled.length ? ruled[here + 1]! : 0);
  const way = path[here]!;
  const below = twig[here]!;
  const fork = join(
    deprel[below]!,
    join(
      rel,
      (tree.left[below] === index ? 1 : 0) +
        (tree.right[below] === index ? 2 : 0) +
        (below < top ? 4 : 0),
    ),
  );
  const gap = between[here]!;
  const cues = gap >> 2;
  const nextCue = context.cueLike[index + 1] === 1 ? 1 : context.cueLike[index + 2] === 1 ? 2 : 0;
  const l0 = lemma[cue]!;
  const w = word[index]!;
  const x = xpos[index]!;
  const q = quote[index]!;
  let n = 0;
  let template = 100;
  const add = (atom: number) => {
    out[n++] = mix(template++, atom);
  };
  add(1);
  add(way);
  add(join(way, edge));
  add(join(way, kind[cue]!));
  add(join(way, xpos[cue]!));
  add(join(way, l0));
  add(join(way, frame));
  add(join(rel, edge));
  add(join(join(rel, edge), l0));
  add(join(join(rel, edge), frame));
  add(join(rel, x));
  add(join(rel, w));
  add(join(join(rel, edge), x));
  add(join(rules, edge));
  add(join(rules, way));
  add(join(rules, x));
  add(join(rules, w));
  add(join(rules, kind[cue]!));
  add(join(rules, distance));
  add(join(distance, x));
  add(join(distance, w));
  add(join(distance, l0));
  add(join(distance, join(x, xpos[cue]!)));
  add(join(q, distance));
  add(join(q, join(rel, edge)));
  add(join(q, join(w, side)));
  add(join(q, at(quote, index - 1)));
  add(join(q, at(quote, index + 1)));
  add(join(w, side));
  add(join(join(w, at(word, index + 1)), side));
  add(join(join(w, at(word, index - 1)), side));
  add(join(x, join(at(xpos, index + 1), side)));
  add(join(x, join(at(xpos, index - 1), side)));
  add(join(at(xpos, index - 1), join(at(xpos, index - 2), side)));
  add(join(at(word, index - 1), rel));
  add(join(at(word, index + 1), rel));
  add(join(at(lemma, index - 1), join(x, l0)));
  add(join(edge, join(w, rel)));
  add(join(upos[index]!, join(at(upos, index - 1), join(at(upos, index + 1), side))));
  add(join(deprel[index]!, join(far < 3 ? index - cue : 0, xpos[cue]!)));
  add(join(gap, side));
  add(join(gap, way));
  add(join(cues, join(rel, edge)));
  add(join(cues, join(x, side)));
  add(join(cues, join(w, side)));
  add(join(nextCue, join(w, side)));
  add(join(nextCue, join(x, cues)));
  add(join(x, join(at(xpos, index + 1), join(at(xpos, index + 2), side))));
  add(join(w, join(at(kind, index + 1), side)));
  add(join(context.cueLike[index]!, join(way, x)));
  add(join(index + 1 === last ? 1 : 0, join(w, side)));
  add(join(word[tree.left[top]!]!, join(edge, kind[cue]!)));
  add(join(way, fine[cue]!));
  add(join(join(rel, edge), fine[cue]!));
  add(join(fine[index]!, join(rel, edge)));
  add(join(fork, fine[cue]!));
  add(fork);
  add(join(fork, l0));
  add(join(fork, word[tree.left[below]!]!));
  add(join(fork, edge));
  add(join(fork, x));
  add(join(fork, at(word, index - 1)));
  const opened = opens[here]!;
  const closed = here === 0 ? EDGE : closes[here - 1]!;
  add(opened);
  add(join(opened, w));
  add(join(opened, at(word, index - 1)));
  add(join(opened, l0));
  add(join(opened, fine[cue]!));
  add(join(opened, closed));
  add(join(closed, w));
  add(join(closed, fine[cue]!));
  return n;
}
