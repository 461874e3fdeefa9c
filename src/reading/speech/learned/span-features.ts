import { join, mix } from '../../perceptron/hash.ts';
import { MOST_FEATURES } from '../../perceptron/weights.ts';
import { EDGE } from './atoms.ts';
import type { Range } from '../rule.ts';
import { CONTENT_OPENS, CUE_LABEL, OUTSIDE_LABEL, SOURCE_OPENS } from './labels.ts';
import type { RoleContext } from './role-context.ts';

/** A stretch of one role. */
interface Span extends Range {
  readonly role: 'source' | 'content';
}

/** Steps of a length that tell apart. */
const LENGTHS = [1, 2, 3, 4, 5, 8, 13, 21, 34];
function lengthClass(length: number): number {
  let steps = 0;
  while (steps < LENGTHS.length && length >= LENGTHS[steps]!) steps++;
  return steps;
}

/** Templates of the whole begin at 800, those of each role a hundred apart. */
const WHOLE = 800;
const BASE = { source: 900, content: 1000 } as const;

/** Adds a feature while there is room. */
type Add = (template: number, atom: number) => void;

/** What the spans are like as a whole: what the labels, one by one, cannot see. */
export function spanFeatures(role: RoleContext, labels: Uint8Array, out: Int32Array): number {
  let n = 0;
  const add: Add = (template, atom) => {
    if (n < MOST_FEATURES) out[n++] = mix(template, atom);
  };
  const spans = spansOf(role, labels);
  addWhole(role, spans, add);
  for (const span of spans) {
    if (n === MOST_FEATURES) break;
    const arcs = addArcs(role, labels, { span, add });
    addEdges(role, { span, add }, arcs);
  }
  return n;
}

function spansOf({ first }: RoleContext, labels: Uint8Array): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === OUTSIDE_LABEL || labels[i] === CUE_LABEL) continue;
    const role = labels[i]! < CONTENT_OPENS ? 'source' : 'content';
    const inside = (role === 'source' ? SOURCE_OPENS : CONTENT_OPENS) + 1;
    const from = i;
    while (i + 1 < labels.length && labels[i + 1] === inside) i++;
    spans.push({ role, first: from + first, last: i + 1 + first });
  }
  return spans;
}

function addWhole({ atoms, cue, frame }: RoleContext, spans: readonly Span[], add: Add): void {
  const { lemma, kind, xpos } = atoms;
  const contents = spans.filter(({ role }) => role === 'content');
  const sources = spans.filter(({ role }) => role === 'source');
  const shape = contents.length * 4 + Math.min(3, sources.length);
  const order = spans.reduce(
    (hash, { role, first }) => join(hash, (role === 'source' ? 2 : 4) + (first > cue ? 1 : 0)),
    7,
  );
  add(WHOLE, shape);
  add(WHOLE + 1, join(shape, xpos[cue]!));
  add(WHOLE + 2, join(shape, kind[cue]!));
  add(WHOLE + 3, join(shape, frame));
  add(WHOLE + 4, join(shape, lemma[cue]!));
  add(WHOLE + 5, order);
  add(WHOLE + 6, join(kind[cue]!, order));
  if (sources.length === 0 || contents.length === 0) return;
  const apart = contents[0]!.first - sources[0]!.last;
  add(WHOLE + 7, join(xpos[cue]!, Math.max(-3, Math.min(3, apart))));
}

interface Described {
  readonly span: Span;
  readonly add: Add;
}

interface Arcs {
  /** Words of the span that hang on one outside. */
  readonly leaving: number;
  /** Words outside that hang on one of the span. */
  readonly entering: number;
  /** The first that hangs outside, or -1. */
  readonly top: number;
}

/** What of the tree the span's edges cut. */
function addArcs(role: RoleContext, labels: Uint8Array, { span, add }: Described): Arcs {
  const { context, atoms, cue, first, last } = role;
  const { tokens, left, right } = context.tree;
  const { word, fine, xpos, deprel, kind } = atoms;
  const base = BASE[span.role];
  const side = span.first > cue ? 1 : 0;
  const within = (index: number) => index >= span.first && index < span.last;
  let [leaving, entering, top, tops] = [0, 0, -1, 0];
  for (let i = span.first; i < span.last; i++) {
    const { head, upos } = tokens[i]!;
    if (within(head) || upos === 'PUNCT') continue;
    leaving++;
    const arc = join(deprel[i]!, head === cue ? 1 : head < 0 ? 2 : 3);
    tops = join(tops, arc);
    if (top < 0) top = i;
    add(base, join(arc, side));
    add(base + 1, join(arc, kind[cue]!));
  }
  add(base + 2, join(Math.min(leaving, 4), side));
  add(base + 3, join(tops, kind[cue]!));
  add(base + 4, join(tops, xpos[cue]!));
  add(base + 5, join(Math.min(leaving, 4), fine[cue]!));
  for (let i = first; i < last; i++) {
    const { head, upos } = tokens[i]!;
    if (!within(head) || within(i) || i === cue || upos === 'PUNCT') continue;
    entering++;
    const label = labels[i - first]!;
    const other = label === CUE_LABEL ? 3 : label === 0 ? 0 : label < CONTENT_OPENS ? 1 : 2;
    const arc = join(deprel[i]!, join(other, i < span.first ? 0 : 1));
    add(base + 6, arc);
    add(base + 7, join(arc, word[left[i]!]!));
    add(base + 8, join(arc, deprel[head]!));
    add(base + 9, join(arc, fine[cue]!));
    add(base + 10, join(arc, lengthClass(right[i]! - left[i]! + 1)));
    if (head === top) add(base + 11, join(arc, kind[cue]!));
  }
  return { leaving: Math.min(leaving, 4), entering: Math.min(entering, 4), top };
}

/** Where the span begins and ends, and how the quotes lie to it. */
function addEdges(
  { context, atoms, cue, first, last }: RoleContext,
  { span, add }: Described,
  { leaving, entering, top }: Arcs,
): void {
  const { quotes, quoteAt, cueLike } = context;
  const { word, lemma, deprel, kind } = atoms;
  const base = BASE[span.role];
  const length = lengthClass(span.last - span.first);
  const next = span.last < last ? word[span.last]! : EDGE;
  const before = span.first > first ? word[span.first - 1]! : EDGE;
  const opening = quotes[quoteAt[span.first]!];
  const closing = quotes[quoteAt[span.last - 1]!];
  const goesOn = span.last < last && quoteAt[span.last]! >= 0 ? 1 : 0;
  const quoted =
    (opening === undefined ? 0 : opening.first === span.first ? 1 : 2) +
    (closing === undefined ? 0 : closing.last === span.last ? 3 : 6) +
    (opening !== undefined && opening === closing ? 9 : 0);
  let [cuesIn, cuesAfter] = [0, 0];
  for (let i = span.first; i < span.last; i++) cuesIn += cueLike[i]!;
  for (let i = span.last; i < Math.min(last, span.last + 6); i++) cuesAfter += cueLike[i]!;
  add(base + 20, join(length, span.first > cue ? 1 : 0));
  add(base + 21, join(length, kind[cue]!));
  add(base + 22, entering);
  add(base + 23, join(entering, leaving));
  add(base + 24, join(next, Math.min(entering, 2)));
  add(base + 25, join(next, join(Math.min(leaving, 2), Math.min(entering, 2))));
  add(base + 26, join(before, word[span.first]!));
  add(base + 27, join(word[span.last - 1]!, next));
  add(base + 28, join(quoted, goesOn));
  add(base + 29, join(quoted, join(next, goesOn)));
  add(base + 30, join(quoted, kind[cue]!));
  add(base + 31, join(lengthClass(last - span.last), join(next, kind[cue]!)));
  add(base + 32, join(lemma[cue]!, word[span.first]!));
  add(base + 33, join(lemma[cue]!, top < 0 ? EDGE : deprel[top]!));
  add(base + 34, Math.min(cuesIn, 3));
  add(base + 35, join(cuesAfter, next));
}
