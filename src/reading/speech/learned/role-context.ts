import { join } from '../../perceptron/hash.ts';
import type { Attribution, Range, SpeechContext } from '../rule.ts';
import type { Atoms } from './atoms.ts';
import { constituents } from './constituents.ts';
import { frameOf } from './frame.ts';

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
/** Most places that a network reads at once. */
export const MOST_PLACES = 2 * REACH;

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
  const up = ancestors(context, cue);
  for (let i = first; i < last; i++) walk({ context, atoms, cue, first, up }, i, { path, branch });
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
  { path, branch }: Pick<RoleContext, 'path' | 'branch'>,
) {
  const { tokens } = context.tree;
  let hash = 17;
  let at = index;
  let top = index;
  let length = 0;
  while (at >= 0 && !up.has(at) && length < 40) {
    // Far below the branch only its top counts.
    if (length < 3) hash = join(hash, atoms.deprel[at]!);
    top = at;
    at = tokens[at]!.head;
    length++;
  }
  const steps = at < 0 ? -1 : (up.get(at) ?? -1);
  branch[index - first] = top;
  path[index - first] = join(
    join(hash, Math.min(length, 4)),
    join(atoms.deprel[top]!, steps + (top < cue ? 32 : 64)),
  );
}
