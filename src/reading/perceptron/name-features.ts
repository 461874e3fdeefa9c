import type { NameHints } from '../name-hints.ts';
import type { WordTag } from '../tagger.ts';
import { hashText, join, mix } from './hash.ts';
import { OUTSIDE } from './tag-features.ts';
import type { WordAtoms } from './words.ts';

/** Atoms of a sentence for the name tagger, one per word. */
export interface NameContext {
  readonly atoms: readonly WordAtoms[];
  readonly tags: Int32Array;
  readonly places: Int32Array;
  readonly actors: Int32Array;
  /** Which annotation scheme to follow: shared features, and a copy of the plainest for each scheme. */
  readonly scheme: number;
  /** Working memory. */
  readonly values: Int32Array;
}

const EMPTY = hashText('');

/** `hash` is {@link hashText}, remembered: tags and labels of lists come again in every sentence. */
export function nameContext(
  atoms: readonly WordAtoms[],
  tags: readonly WordTag[],
  { hints, scheme }: { readonly hints: NameHints | undefined; readonly scheme: string },
  hash: (text: string) => number,
): NameContext {
  const hashed = (labels: readonly string[] | undefined) => {
    const values = new Int32Array(atoms.length).fill(EMPTY);
    labels?.forEach((label, i) => {
      if (label !== '') values[i] = hash(label);
    });
    return values;
  };
  return {
    atoms,
    tags: hashed(tags.map(({ xpos }) => xpos)),
    places: hashed(hints?.places),
    actors: hashed(hints?.actors),
    scheme: hash(scheme),
    values: new Int32Array(MOST_VALUES),
  };
}

/** Values that also have a feature for each scheme: the first so many. */
const FOR_EACH_SCHEME = 20;
const MOST_VALUES = 70;

/** Features of the label at `i`; returns how many were written to `out`. */
export function nameFeatures(context: NameContext, i: number, out: Int32Array): number {
  const { atoms, scheme, values } = context;
  const used = setValues(context, i);
  let n = 0;
  for (let k = 0; k < used; k++) out[n++] = mix(k, values[k]!);
  for (let k = 0; k < FOR_EACH_SCHEME; k++) out[n++] = mix(k + 100, join(values[k]!, scheme));
  const { suffixes, prefixes } = atoms[i]!;
  for (let s = 0; s < suffixes.length; s++) out[n++] = mix(120 + s, suffixes[s]!);
  for (let p = 0; p < prefixes.length; p++) out[n++] = mix(130 + p, prefixes[p]!);
  return n;
}

const OUTSIDE_ATOMS = {
  word: OUTSIDE,
  shape: OUTSIDE,
  fine: OUTSIDE,
  sense: OUTSIDE,
  field: OUTSIDE,
};

const inside = (array: Int32Array, at: number) =>
  at < 0 || at >= array.length ? OUTSIDE : array[at]!;

/** Writes what the features are made of, plainest first; returns how many values. */
function setValues({ atoms, tags, places, actors, values: v }: NameContext, i: number): number {
  const here = atoms[i]!;
  const left = atoms[i - 1] ?? OUTSIDE_ATOMS;
  const left2 = atoms[i - 2] ?? OUTSIDE_ATOMS;
  const right = atoms[i + 1] ?? OUTSIDE_ATOMS;
  const right2 = atoms[i + 2] ?? OUTSIDE_ATOMS;
  const t0 = tags[i]!;
  const t1 = inside(tags, i - 1);
  const t2 = inside(tags, i + 1);
  const suffix = here.suffixes[2] ?? here.word;
  const place = places[i]!;
  const actor = actors[i]!;
  let k = 0;
  v[k++] = 1;
  v[k++] = here.word;
  v[k++] = here.form;
  v[k++] = here.shape;
  v[k++] = t0;
  v[k++] = place;
  v[k++] = actor;
  v[k++] = suffix;
  v[k++] = left.word;
  v[k++] = right.word;
  v[k++] = join(t0, t1);
  v[k++] = join(t0, t2);
  v[k++] = join(here.shape, t0);
  v[k++] = join(join(place, actor), t0);
  v[k++] = join(here.word, left.word);
  v[k++] = join(here.word, right.word);
  v[k++] = here.fine;
  v[k++] = here.coarse;
  v[k++] = here.sense;
  v[k++] = here.field;
  v[k++] = left.fine;
  v[k++] = right.fine;
  v[k++] = left2.fine;
  v[k++] = right2.fine;
  v[k++] = join(here.fine, here.shape);
  v[k++] = join(left.fine, here.shape);
  v[k++] = join(right.fine, here.shape);
  v[k++] = join(left.fine, right.fine);
  v[k++] = join(left2.fine, left.fine);
  v[k++] = join(right.fine, right2.fine);
  v[k++] = join(place, left.fine);
  v[k++] = join(place, right.fine);
  v[k++] = left2.word;
  v[k++] = right2.word;
  v[k++] = left.shape;
  v[k++] = right.shape;
  v[k++] = join(left.shape, here.shape);
  v[k++] = join(here.shape, right.shape);
  v[k++] = join(join(left.shape, here.shape), right.shape);
  v[k++] = inside(tags, i - 2);
  v[k++] = inside(tags, i + 2);
  v[k++] = join(join(t1, t0), t2);
  v[k++] = join(t2, inside(tags, i + 2));
  v[k++] = inside(places, i - 1);
  v[k++] = inside(places, i + 1);
  v[k++] = inside(actors, i - 1);
  v[k++] = inside(actors, i + 1);
  v[k++] = join(place, left.word);
  v[k++] = join(place, right.word);
  v[k++] = join(actor, right.word);
  v[k++] = join(here.shape, left.word);
  v[k++] = join(here.shape, right.word);
  v[k++] = join(i === 0 ? 1 : 0, here.shape);
  v[k++] = join(left2.word, left.word);
  v[k++] = join(right.word, right2.word);
  v[k++] = join(right.word, here.word);
  v[k++] = join(suffix, here.shape);
  v[k++] = left.sense;
  v[k++] = right.sense;
  v[k++] = left2.sense;
  v[k++] = right2.sense;
  v[k++] = join(here.sense, here.shape);
  v[k++] = join(left.sense, here.shape);
  v[k++] = join(right.sense, here.shape);
  v[k++] = join(here.field, left.field);
  v[k++] = join(here.field, right.field);
  v[k++] = join(join(left.field, here.shape), right.field);
  v[k++] = join(place, here.sense);
  return k;
}

/** The label before: one feature, whose classes are the labels after it. */
export const afterLabel = (label: number, scheme: number) => mix(140, join(label, scheme));
