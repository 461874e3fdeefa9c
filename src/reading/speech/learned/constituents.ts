import { join } from '../../perceptron/hash.ts';
import type { Range, SpeechContext } from '../rule.ts';
import { type Atoms, EDGE } from './atoms.ts';

/** The tokens around a cue that may play a role. */
interface Stretch extends Range {
  readonly context: SpeechContext;
  readonly atoms: Atoms;
  readonly cue: number;
}

/** Where the parts of the tree begin and end: each by its relation and its head's way to the cue. */
export function constituents(
  { context, atoms, cue, first, last }: Stretch,
  path: Int32Array,
): { readonly opens: Int32Array; readonly closes: Int32Array } {
  const { left, right, tokens } = context.tree;
  const opening = new Int32Array(last - first).fill(-1);
  const closing = new Int32Array(last - first).fill(-1);
  const keep = (tops: Int32Array, at: number, index: number) => {
    if (at < 0 || at >= tops.length) return;
    const top = tops[at]!;
    const larger = top < 0 || right[index]! - left[index]! > right[top]! - left[top]!;
    if (larger || tokens[top]!.head === index) tops[at] = index;
  };
  for (let i = first; i < last; i++) {
    if (left[i]! <= cue && cue <= right[i]!) continue;
    keep(opening, left[i]! - first, i);
    keep(closing, right[i]! - first, i);
  }
  const described = (index: number) => {
    if (index < 0) return EDGE;
    const above = tokens[index]!.head - first;
    const way = above < 0 || above >= path.length ? EDGE : path[above]!;
    return join(atoms.deprel[index]!, join(way, tokens[index]!.head < index ? 1 : 2));
  };
  return { opens: opening.map(described), closes: closing.map(described) };
}
