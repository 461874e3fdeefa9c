import { NONE, type State } from './arc-eager.ts';
import { join, mix } from './hash.ts';

/** Atoms of a sentence for the parser; each array has one more place for the root. */
export interface ParseAtoms {
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly suffix: Int32Array;
  /** Words before each position that are verbs, commas, conjunctions: differences count what lies between. */
  readonly verbs: Int32Array;
  readonly marks: Int32Array;
  readonly conjunctions: Int32Array;
}

const ABSENT = 0x4f1bbcdc;

const at = (atoms: Int32Array, i: number) => (i === NONE ? ABSENT : atoms[i]!);
const labelAt = (labels: Int32Array, i: number) => (i === NONE ? ABSENT : labels[i]!);

const bucket = (distance: number) => (distance < 5 ? distance : distance < 10 ? 5 : 6);

/** Features of the decision in `state`; returns how many were written to `out`. */
export function parseFeatures(state: State, atoms: ParseAtoms, out: Int32Array): number {
  const { word, tag } = atoms;
  const { heads, labels, left1, left2, right1, right2, front, depth, stack } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : NONE;
  const s1 = depth > 1 ? stack[depth - 2]! : NONE;
  const s2 = depth > 2 ? stack[depth - 3]! : NONE;
  const root = state.length;
  const n0 = front;
  const n1 = front < root ? front + 1 : NONE;
  const n2 = front + 1 < root ? front + 2 : NONE;
  const s0h = s0 === NONE ? NONE : heads[s0]!;
  const s0h2 = s0h === NONE ? NONE : heads[s0h]!;
  const s0l = s0 === NONE ? NONE : left1[s0]!;
  const s0r = s0 === NONE ? NONE : right1[s0]!;
  const s0l2 = s0 === NONE ? NONE : left2[s0]!;
  const s0r2 = s0 === NONE ? NONE : right2[s0]!;
  const n0l = left1[n0]!;
  const n0l2 = left2[n0]!;
  const p = n0 > 0 ? n0 - 1 : NONE;
  const q = s0 !== NONE && s0 + 1 < n0 ? s0 + 1 : NONE;

  const s0w = at(word, s0);
  const s0t = at(tag, s0);
  const n0w = word[n0]!;
  const n0t = tag[n0]!;
  const n1w = at(word, n1);
  const n1t = at(tag, n1);
  const n2t = at(tag, n2);
  const s1w = at(word, s1);
  const s1t = at(tag, s1);
  const s0wt = join(s0w, s0t);
  const n0wt = join(n0w, n0t);
  const pair = join(s0t, n0t);
  const s0d = labelAt(labels, s0);
  const s0ld = labelAt(labels, s0l);
  const s0rd = labelAt(labels, s0r);
  const n0ld = labelAt(labels, n0l);
  const distance = s0 === NONE ? 9 : bucket(n0 - s0);
  const s0lc = s0 === NONE ? 9 : state.leftCount[s0]!;
  const s0rc = s0 === NONE ? 9 : state.rightCount[s0]!;
  const n0lc = state.leftCount[n0]!;
  const s0ls = s0 === NONE ? 9 : state.leftLabels[s0]!;
  const s0rs = s0 === NONE ? 9 : state.rightLabels[s0]!;
  const n0ls = state.leftLabels[n0]!;

  let k = 0;
  let n = 0;
  const add = (atom: number) => {
    out[n++] = mix(k++, atom);
  };
  add(s0w);
  add(s0t);
  add(s0wt);
  add(n0w);
  add(n0t);
  add(n0wt);
  add(n1w);
  add(n1t);
  add(join(n1w, n1t));
  add(at(word, n2));
  add(n2t);
  add(s1w);
  add(s1t);
  add(join(s1w, s1t));
  add(at(tag, s2));
  // Pairs and triples of the two words in question and their neighbours.
  add(join(s0wt, n0wt));
  add(join(s0wt, n0w));
  add(join(s0w, n0wt));
  add(join(s0wt, n0t));
  add(join(s0t, n0wt));
  add(join(s0w, n0w));
  add(pair);
  add(join(n0t, n1t));
  add(join(join(n0t, n1t), n2t));
  add(join(pair, n1t));
  add(join(join(pair, n1t), n2t));
  add(join(s0t, n1t));
  add(join(s0w, n1t));
  add(join(s0w, n1w));
  add(join(n0w, n1w));
  add(join(n0w, n1t));
  add(join(s1t, n0t));
  add(join(s1w, n0w));
  add(join(s1t, s0t));
  add(join(join(s1t, s0t), n0t));
  add(join(join(s1w, s0t), n0t));
  add(join(join(s1t, s0w), n0t));
  add(join(join(s1t, s0t), n0w));
  add(join(join(join(s1t, at(tag, s2)), s0t), n0t));
  add(join(pair, at(tag, p)));
  add(join(pair, at(tag, q)));
  add(join(join(pair, at(tag, p)), at(tag, q)));
  add(at(word, p));
  // Heads and children.
  add(at(word, s0h));
  add(at(tag, s0h));
  add(join(s0d, s0t));
  add(s0d);
  add(join(s0d, n0t));
  add(join(join(s0d, s0t), n0t));
  add(join(join(s0d, s0w), n0t));
  add(join(join(s0d, s0w), n0w));
  add(join(pair, at(tag, s0h)));
  add(join(join(s0d, labelAt(labels, s1)), n0t));
  add(at(tag, s0h2));
  add(join(labelAt(labels, s0h), s0d));
  add(at(word, s0l));
  add(at(tag, s0l));
  add(s0ld);
  add(at(word, s0r));
  add(at(tag, s0r));
  add(s0rd);
  add(at(word, n0l));
  add(at(tag, n0l));
  add(n0ld);
  add(at(tag, s0l2));
  add(at(tag, s0r2));
  add(at(tag, n0l2));
  add(labelAt(labels, s0l2));
  add(labelAt(labels, s0r2));
  add(labelAt(labels, n0l2));
  add(join(pair, at(tag, s0l)));
  add(join(pair, at(tag, s0r)));
  add(join(pair, at(tag, n0l)));
  add(join(pair, s0ld));
  add(join(pair, s0rd));
  add(join(pair, n0ld));
  add(join(join(s0w, n0t), s0rd));
  add(join(join(s0t, n0w), n0ld));
  add(join(join(s0t, s0ld), labelAt(labels, s0l2)));
  add(join(join(s0t, s0rd), labelAt(labels, s0r2)));
  add(join(join(n0t, n0ld), labelAt(labels, n0l2)));
  add(join(join(s0w, n0w), s0rd));
  add(join(join(s0w, n0w), s0d));
  // How far, how many children, and which labels already.
  add(join(s0w, distance));
  add(join(s0t, distance));
  add(join(n0w, distance));
  add(join(n0t, distance));
  add(join(pair, distance));
  add(join(join(s0w, n0w), distance));
  add(join(s0w, s0lc));
  add(join(s0t, s0lc));
  add(join(s0w, s0rc));
  add(join(s0t, s0rc));
  add(join(n0w, n0lc));
  add(join(n0t, n0lc));
  add(join(s0w, s0ls));
  add(join(s0t, s0ls));
  add(join(s0w, s0rs));
  add(join(s0t, s0rs));
  add(join(n0w, n0ls));
  add(join(n0t, n0ls));
  add(join(join(pair, s0rs), 1));
  add(join(join(pair, n0ls), 2));
  add(join(pair, between(atoms, s0, n0)));
  add(join(join(s0w, n0t), between(atoms, s0, n0)));
  add(join(pair, at(atoms.suffix, s0)));
  add(join(pair, atoms.suffix[n0]!));
  add(join(at(atoms.suffix, s0), atoms.suffix[n0]!));
  return n;
}

/** What lies between the two words: verbs, commas and the like, conjunctions, each up to two. */
function between({ verbs, marks, conjunctions }: ParseAtoms, s0: number, n0: number): number {
  if (s0 === NONE) return 31;
  const count = (before: Int32Array) => Math.min(2, before[n0]! - before[s0 + 1]!);
  return count(verbs) * 9 + count(marks) * 3 + count(conjunctions);
}
