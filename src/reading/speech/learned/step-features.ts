import { join, mix } from '../../perceptron/hash.ts';
import { EDGE } from './atoms.ts';
import { LABELS, type RoleContext } from './role-features.ts';

export const STEP_CLASSES = (LABELS.length + 1) * LABELS.length;
/** Class of a step from one label to the next; `previous` is -1 at the start of the sentence. */
export const stepClass = (previous: number, label: number) =>
  (previous + 1) * LABELS.length + label;

/** "I" may only go on from its own kind. */
export const allowed = (previous: number, label: number) =>
  label === 2
    ? previous === 1 || previous === 2
    : label === 4
      ? previous === 3 || previous === 4
      : true;

/** Features of the step into a token: what a role may begin or end at. */
export function stepFeatures(role: RoleContext, index: number, out: Int32Array): number {
  const { atoms, cue, first, last, path, opens, closes, ruled } = role;
  const { word, xpos, quote, fine, kind } = atoms;
  const here = index - first;
  const at = (array: Int32Array, i: number) => (i < first || i >= last ? EDGE : array[i]!);
  const side = index === cue ? 0 : index < cue ? 1 : 2;
  const w = word[index]!;
  const opened = opens[here]!;
  const closed = here === 0 ? EDGE : closes[here - 1]!;
  let n = 0;
  let template = 400;
  const add = (atom: number) => {
    out[n++] = mix(template++, atom);
  };
  add(1);
  add(join(side, w));
  add(join(w, at(word, index - 1)));
  add(join(w, join(at(xpos, index + 1), side)));
  add(join(xpos[index]!, join(at(xpos, index - 1), side)));
  add(join(quote[index]!, join(at(quote, index - 1), side)));
  add(join(ruled[here]!, here === 0 ? 9 : ruled[here - 1]!));
  add(path[here]!);
  add(opened);
  add(join(opened, closed));
  add(join(opened, w));
  add(join(closed, join(xpos[index]!, side)));
  add(join(fine[cue]!, join(xpos[index]!, side)));
  add(join(kind[cue]!, join(index - cue === 1 ? 1 : cue - index === 1 ? 2 : 0, xpos[index]!)));
  return n;
}
