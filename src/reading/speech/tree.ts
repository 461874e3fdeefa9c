import type { ParsedText, ParsedToken } from '../../domain/index.ts';

/** Children and subtree edges of every token, worked out once for a text. */
export interface Tree {
  readonly tokens: readonly ParsedToken[];
  children(index: number): readonly number[];
  /** First and last token of the subtree, both inclusive. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

const NONE: readonly number[] = [];

/** Linear in the number of tokens, whatever the depth of the trees. */
export function treeOf({ tokens }: Pick<ParsedText, 'tokens'>): Tree {
  const left = new Int32Array(tokens.length);
  for (let i = 0; i < left.length; i++) left[i] = i;
  const right = left.slice();
  const waiting = new Int32Array(tokens.length);
  const children: number[][] = [];
  for (const { head, index } of tokens) {
    if (head < 0) continue;
    waiting[head]!++;
    (children[head] ??= []).push(index);
  }
  const ready = tokens.flatMap(({ index }) => (waiting[index] === 0 ? [index] : []));
  for (let k = 0; k < ready.length; k++) {
    const index = ready[k]!;
    const { head } = tokens[index]!;
    if (head < 0) continue;
    left[head] = Math.min(left[head]!, left[index]!);
    right[head] = Math.max(right[head]!, right[index]!);
    if (--waiting[head]! === 0) ready.push(head);
  }
  return { tokens, left, right, children: (index) => children[index] ?? NONE };
}

export const childWith = (tree: Tree, index: number, ...relations: readonly string[]) =>
  tree.children(index).find((child) => relations.includes(tree.tokens[child]!.deprel));

/** Relation without its subtype: "nsubj:pass" is an "nsubj". */
export const relation = (token: ParsedToken) => {
  const colon = token.deprel.indexOf(':');
  return colon < 0 ? token.deprel : token.deprel.slice(0, colon);
};
