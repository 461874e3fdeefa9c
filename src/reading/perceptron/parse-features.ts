import { NONE, type State } from './arc-eager.ts';
import { join, mix } from './hash.ts';

/** Atoms of a sentence for the parser; each array has one more place for the end of the sentence. */
export interface ParseAtoms {
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly suffix: Int32Array;
  /** Word class. */
  readonly fine: Int32Array;
  /** The tag with its close second, where there is one. */
  readonly doubt: Int32Array;
  /** For the network: row of the word's vector or -1, number of the tag, and of its close second or 0. */
  readonly row: Int32Array;
  readonly tagId: Int32Array;
  readonly secondId: Int32Array;
  /** Words before each position that are verbs, marks, conjunctions: differences count what lies between. */
  readonly verbs: Int32Array;
  readonly marks: Int32Array;
  readonly conjunctions: Int32Array;
}

/**
 * What templates are made of. s0, s1, s2: top of the stack and below; n0, n1, n2: front of the buffer
 * and after; p: the word before n0; q: the word after s0. h: head; l, r: outermost left and right
 * child; l2, r2: the next inner ones. w: word, t: tag, x: suffix, d: label. dist: distance of s0 and
 * n0; lc, rc: number of left and right children; ls, rs: their labels; btw: what lies between.
 */
const ATOMS = [
  's0w',
  's0t',
  's0x',
  's0d',
  's1w',
  's1t',
  's1d',
  's2t',
  'n0w',
  'n0t',
  'n0x',
  'n1w',
  'n1t',
  'n2w',
  'n2t',
  'pw',
  'pt',
  'qt',
  's0hw',
  's0ht',
  's0hd',
  's0h2t',
  's0lw',
  's0lt',
  's0ld',
  's0rw',
  's0rt',
  's0rd',
  's0l2t',
  's0l2d',
  's0r2t',
  's0r2d',
  'n0lw',
  'n0lt',
  'n0ld',
  'n0l2t',
  'n0l2d',
  'dist',
  's0lc',
  's0rc',
  'n0lc',
  's0ls',
  's0rs',
  'n0ls',
  'btw',
  's0u',
  'n0u',
  'n1u',
  's0f',
  'n0f',
  's1f',
  'n1f',
] as const;

/**
 * After Zhang and Nivre (2011), with suffixes, words between, and the heads already found. Those with a
 * plus are looked up first: they tell the right move from the next best one most.
 */
const TEMPLATES = `
  s0w; +s0t; s0w s0t; +n0w; +n0t; +n0w n0t; +n1w; +n1t; +n1w n1t; n2w; n2t; s1w; +s1t; s1w s1t; +s2t; pw
  s0w s0t n0w n0t; s0w s0t n0w; s0w n0w n0t; s0w s0t n0t; s0t n0w n0t; s0w n0w; +s0t n0t
  +n0t n1t; +n0t n1t n2t; +s0t n0t n1t; s0t n0t n1t n2t; +s0t n1t; +s0w n1t; s0w n1w; n0w n1w; +n0w n1t
  +s1t n0t; s1w n0w; s1t s0t; s1t s0t n0t; s1w s0t n0t; s1t s0w n0t; s1t s0t n0w; s2t s1t s0t n0t
  s0t n0t pt; +s0t n0t qt; s0t n0t pt qt
  s0hw; s0ht; +s0d s0t; s0d; +s0d n0t; +s0d s0t n0t; s0d s0w n0t; s0d s0w n0w; +s0t n0t s0ht; +s1d s0d n0t
  s0h2t; s0hd s0d; +s0lw; +s0lt; s0ld; s0rw; s0rt; +s0rd; +n0lw; +n0lt; +n0ld
  +s0l2t; s0r2t; +n0l2t; +s0l2d; s0r2d; +n0l2d
  +s0t n0t s0lt; s0t n0t s0rt; +s0t n0t n0lt; +s0t n0t s0ld; s0t n0t s0rd; +s0t n0t n0ld
  s0w n0t s0rd; s0t n0w n0ld; +s0t s0ld s0l2d; +s0t s0rd s0r2d; +n0t n0ld n0l2d; s0w n0w s0rd
  s0w dist; +s0t dist; n0w dist; +n0t dist; s0t n0t dist; s0w n0w dist
  s0w s0lc; +s0t s0lc; +s0w s0rc; +s0t s0rc; +n0w n0lc; +n0t n0lc
  s0w s0ls; +s0t s0ls; +s0w s0rs; +s0t s0rs; +n0w n0ls; +n0t n0ls; s0t n0t s0rs; +s0t n0t n0ls
  +s0u; +n0u; n1u; +s0u n0t; +s0t n0u; s0u n0u; s0w n0u; +s0u n0w; +n0u n1t; +n0t n1u; +s0u n0t n1t
  +s0t n0u n1t; +s0t n0t n1u; s0d n0u; s0u s0d
  +s0f; +n0f; s0f n0f; +s0f n0t; +s0t n0f; s0w n0f; s0f n0w; s1f s0f n0f; +n0f n1f; s0f n1f; +s1f n0f
  s0f n0f s0d; s0f n0f s0rd; s0f n0f dist; +s0f n0t s0rs
  s0t n0t btw; s0w n0t btw; s0t n0t s0x; s0t n0t n0x; s0x n0x
`;

const ABSENT = 0x4f1bbcdc;

const bucket = (distance: number) => (distance < 5 ? distance : distance < 10 ? 5 : 6);
const at = (values: Int32Array, i: number) => (i === NONE ? ABSENT : values[i]!);
const of = (links: Int32Array, i: number) => (i === NONE ? NONE : links[i]!);

interface Template {
  /** Part of the feature: positions among the templates of as many atoms, these in turn. */
  readonly number: number;
  readonly atoms: readonly number[];
  readonly early: boolean;
}

const ATOM_PLACES: ReadonlyMap<string, number> = new Map(ATOMS.map((name, place) => [name, place]));

function compile(): Template[] {
  return TEMPLATES.trim()
    .split(/[;\n]/)
    .map((part) => part.trim())
    .map((part) => ({
      early: part.startsWith('+'),
      atoms: part.replace('+', '').split(/\s+/).map(placeOf),
    }))
    .sort((a, b) => a.atoms.length - b.atoms.length)
    .map((template, number) => ({ ...template, number }));
}

function placeOf(name: string): number {
  const place = ATOM_PLACES.get(name);
  if (place === undefined) throw new RangeError(`no atom "${name}"`);
  return place;
}

/** Templates of one size, as runs of their number and their atoms. */
const ofSize = (templates: readonly Template[], size: number) =>
  Int32Array.from(
    templates
      .filter(({ atoms }) => atoms.length === size)
      .flatMap(({ number, atoms }) => [number, ...atoms]),
  );

/** Computes features; each parser has its own, since it keeps its working memory. */
export class ParseFeatures {
  private readonly values = new Int32Array(ATOMS.length);
  private readonly early: readonly Int32Array[];
  private readonly late: readonly Int32Array[];

  constructor() {
    const templates = compile();
    const bySize = (early: boolean) =>
      [1, 2, 3, 4].map((size) =>
        ofSize(
          templates.filter((template) => template.early === early),
          size,
        ),
      );
    this.early = bySize(true);
    this.late = bySize(false);
  }

  /** The weightiest features of the decision in `state`; returns how many were written to `out`. */
  writeEarly(state: State, atoms: ParseAtoms, out: Int32Array): number {
    setValues(state, atoms, this.values);
    return writeAll(this.early, this.values, { out, from: 0 });
  }

  /** The others of the same decision, behind the first `from`; returns how many there are in all. */
  writeLate(out: Int32Array, from: number): number {
    return writeAll(this.late, this.values, { out, from });
  }
}

interface Place {
  readonly out: Int32Array;
  readonly from: number;
}

function writeAll(templates: readonly Int32Array[], v: Int32Array, { out, from }: Place): number {
  const [ones, twos, threes, fours] = templates as [Int32Array, Int32Array, Int32Array, Int32Array];
  let n = from;
  for (let i = 0; i < ones.length; i += 2) out[n++] = mix(ones[i]!, v[ones[i + 1]!]!);
  for (let i = 0; i < twos.length; i += 3)
    out[n++] = mix(twos[i]!, join(v[twos[i + 1]!]!, v[twos[i + 2]!]!));
  for (let i = 0; i < threes.length; i += 4) {
    const left = join(v[threes[i + 1]!]!, v[threes[i + 2]!]!);
    out[n++] = mix(threes[i]!, join(left, v[threes[i + 3]!]!));
  }
  for (let i = 0; i < fours.length; i += 5) {
    const left = join(v[fours[i + 1]!]!, v[fours[i + 2]!]!);
    out[n++] = mix(fours[i]!, join(join(left, v[fours[i + 3]!]!), v[fours[i + 4]!]!));
  }
  return n;
}

/** Writes the value of every atom, in the order of `ATOMS`. */
function setValues(state: State, atoms: ParseAtoms, v: Int32Array): void {
  const { word, tag, suffix } = atoms;
  const { heads, labels, left1, left2, right1, right2, front, depth, stack, length } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : NONE;
  const s1 = depth > 1 ? stack[depth - 2]! : NONE;
  const s2 = depth > 2 ? stack[depth - 3]! : NONE;
  const n1 = front < length ? front + 1 : NONE;
  const n2 = front + 1 < length ? front + 2 : NONE;
  const p = front > 0 ? front - 1 : NONE;
  const q = s0 !== NONE && s0 + 1 < front ? s0 + 1 : NONE;
  const head = of(heads, s0);
  const s0l = of(left1, s0);
  const s0r = of(right1, s0);
  const n0l = left1[front]!;
  let k = 0;
  v[k++] = at(word, s0);
  v[k++] = at(tag, s0);
  v[k++] = at(suffix, s0);
  v[k++] = at(labels, s0);
  v[k++] = at(word, s1);
  v[k++] = at(tag, s1);
  v[k++] = at(labels, s1);
  v[k++] = at(tag, s2);
  v[k++] = word[front]!;
  v[k++] = tag[front]!;
  v[k++] = suffix[front]!;
  v[k++] = at(word, n1);
  v[k++] = at(tag, n1);
  v[k++] = at(word, n2);
  v[k++] = at(tag, n2);
  v[k++] = at(word, p);
  v[k++] = at(tag, p);
  v[k++] = at(tag, q);
  v[k++] = at(word, head);
  v[k++] = at(tag, head);
  v[k++] = at(labels, head);
  v[k++] = at(tag, of(heads, head));
  v[k++] = at(word, s0l);
  v[k++] = at(tag, s0l);
  v[k++] = at(labels, s0l);
  v[k++] = at(word, s0r);
  v[k++] = at(tag, s0r);
  v[k++] = at(labels, s0r);
  v[k++] = at(tag, of(left2, s0));
  v[k++] = at(labels, of(left2, s0));
  v[k++] = at(tag, of(right2, s0));
  v[k++] = at(labels, of(right2, s0));
  v[k++] = at(word, n0l);
  v[k++] = at(tag, n0l);
  v[k++] = at(labels, n0l);
  v[k++] = at(tag, left2[front]!);
  v[k++] = at(labels, left2[front]!);
  v[k++] = s0 === NONE ? ABSENT : bucket(front - s0);
  v[k++] = s0 === NONE ? ABSENT : state.leftCount[s0]!;
  v[k++] = s0 === NONE ? ABSENT : state.rightCount[s0]!;
  v[k++] = state.leftCount[front]!;
  v[k++] = at(state.leftLabels, s0);
  v[k++] = at(state.rightLabels, s0);
  v[k++] = state.leftLabels[front]!;
  v[k++] = s0 === NONE ? ABSENT : between(atoms, s0, front);
  v[k++] = at(atoms.doubt, s0);
  v[k++] = atoms.doubt[front]!;
  v[k++] = at(atoms.doubt, n1);
  v[k++] = at(atoms.fine, s0);
  v[k++] = atoms.fine[front]!;
  v[k++] = at(atoms.fine, s1);
  v[k++] = at(atoms.fine, n1);
}

/** What lies between the two words: verbs, marks, conjunctions, each up to two. */
export function between(
  { verbs, marks, conjunctions }: ParseAtoms,
  s0: number,
  n0: number,
): number {
  const from = s0 + 1;
  return (
    upToTwo(verbs[n0]! - verbs[from]!) * 9 +
    upToTwo(marks[n0]! - marks[from]!) * 3 +
    upToTwo(conjunctions[n0]! - conjunctions[from]!)
  );
}

const upToTwo = (count: number) => (count < 2 ? count : 2);
