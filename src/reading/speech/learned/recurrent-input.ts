import { join, mix } from '../../perceptron/hash.ts';
import type { Attribution } from '../rule.ts';
import type { RecurrentInput } from './recurrent.ts';
import type { RoleContext } from './role-context.ts';

/** Categories of each place. */
const EACH = 11;
/** Steps of a distance that tell apart. */
const DISTANCES = [0, 1, 2, 3, 4, 6, 9, 14, 22];

function distanceClass(distance: number): number {
  let steps = 0;
  while (steps < DISTANCES.length && distance >= DISTANCES[steps]!) steps++;
  return steps;
}

/** What a network reads around a cue: rows of word vectors, and of the categories that it knows. */
export function recurrentInput(
  role: RoleContext,
  rule: Attribution | undefined,
  rows: Rows,
): RecurrentInput {
  const { atoms, cue, first, last } = role;
  const length = last - first;
  const words = new Int32Array(length);
  const categories = new Int32Array(length * EACH);
  const atomsHere = new Int32Array(EACH);
  for (let i = 0; i < length; i++) {
    words[i] = atoms.row[first + i]!;
    setAtoms(role, i, atomsHere);
    for (let k = 0; k < EACH; k++)
      categories[i * EACH + k] = rows.get(mix(700 + k, atomsHere[k]!)) ?? -1;
  }
  return {
    length,
    cue: cue - first,
    words,
    cueWord: atoms.lemmaRow[cue]!,
    categories,
    common: commonCategories(role, rule).map((hash) => rows.get(hash) ?? -1),
  };
}

/** Row by hash of a category. */
type Rows = Pick<ReadonlyMap<number, number>, 'get'>;

/** What each category of a place is of. */
function setAtoms(role: RoleContext, i: number, out: Int32Array): void {
  const { context, atoms, cue, first, branch, ruled } = role;
  const { tree, text } = context;
  const index = first + i;
  const side = index === cue ? 0 : index < cue ? 1 : 2;
  const top = branch[i]!;
  const { deprel } = atoms;
  const edge =
    (i > 0 && branch[i - 1] === top ? 0 : 1) +
    (i + 1 < branch.length && branch[i + 1] === top ? 0 : 2) +
    (tree.left[top] === index ? 4 : 0) +
    (tree.right[top] === index ? 8 : 0);
  const rules =
    ruled[i]! * 9 + (i === 0 ? 0 : ruled[i - 1]!) * 3 + (i + 1 < ruled.length ? ruled[i + 1]! : 0);
  out[0] = atoms.xpos[index]!;
  out[1] = join(deprel[index]!, text.tokens[index]!.head < index ? 1 : 2);
  out[2] = atoms.quote[index]!;
  out[3] = join(side, distanceClass(Math.abs(index - cue)));
  out[4] = role.path[i]!;
  out[5] = join(edge, side);
  out[6] = join(rules, side);
  out[7] = role.opens[i]!;
  out[8] = role.closes[i]!;
  out[9] = join(atoms.kind[index]!, role.between[i]!);
  out[10] = atoms.word[index]!;
}

function commonCategories(
  { atoms, cue, first, last, frame }: RoleContext,
  rule: Attribution | undefined,
): Int32Array {
  const ruled = rule === undefined ? 0 : join(rule.rule.length, rule.act === 'speech' ? 1 : 2);
  return Int32Array.of(
    mix(750, atoms.xpos[cue]!),
    mix(751, atoms.kind[cue]!),
    mix(752, frame),
    mix(753, atoms.deprel[cue]!),
    mix(754, atoms.lemma[cue]!),
    mix(755, ruled),
    mix(756, distanceClass((last - first) >> 2)),
  );
}
