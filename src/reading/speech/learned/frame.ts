import type { SpeechContext } from '../rule.ts';
import type { Tree } from '../tree.ts';

/** Bits for the kinds of children that frame a cue. */
const FRAME = [
  'nsubj',
  'nsubj:pass',
  'ccomp',
  'xcomp',
  'parataxis',
  'obj',
  'aux:pass',
  'obl',
  'nmod:poss',
  'nmod',
  'acl',
  'mark',
  'case',
  'advcl',
  'cop',
  'det',
];
const FRAME_BIT = new Map(FRAME.map((deprel, bit) => [deprel, 1 << bit]));

export interface Frame {
  readonly bits: number;
  /** First child of each kind, by the order of {@link FRAME}; -1 when there is none. */
  readonly child: (deprel: string) => number;
}

export function frameOf({ tree }: SpeechContext, index: number): Frame {
  let bits = 0;
  const children = tree.children(index);
  for (const child of children) bits |= FRAME_BIT.get(tree.tokens[child]!.deprel) ?? 0;
  return { bits, child: (deprel) => firstChild(tree, children, deprel) };
}

function firstChild({ tokens }: Tree, children: readonly number[], deprel: string): number {
  for (const child of children) if (tokens[child]!.deprel === deprel) return child;
  return -1;
}
