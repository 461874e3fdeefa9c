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
}

const EMPTY = hashText('');

export function nameContext(
  atoms: readonly WordAtoms[],
  tags: readonly WordTag[],
  hints: NameHints | undefined,
  scheme: string,
): NameContext {
  const hashed = (labels: readonly string[] | undefined) =>
    Int32Array.from(atoms, (_, i) => (labels?.[i] ? hashText(labels[i]) : EMPTY));
  return {
    atoms,
    tags: Int32Array.from(tags, ({ xpos }) => hashText(xpos)),
    places: hashed(hints?.places),
    actors: hashed(hints?.actors),
    scheme: hashText(scheme),
  };
}

/** Features of the label at `i`; returns how many were written to `out`. */
export function nameFeatures(context: NameContext, i: number, out: Int32Array): number {
  const { atoms, tags, places, actors, scheme } = context;
  const inside = (array: Int32Array, at: number) =>
    at < 0 || at >= array.length ? OUTSIDE : array[at]!;
  const word = (at: number) => atoms[at]?.word ?? OUTSIDE;
  const shape = (at: number) => atoms[at]?.shape ?? OUTSIDE;
  const here = atoms[i]!;
  const t0 = tags[i]!;
  const t1 = inside(tags, i - 1);
  const t2 = inside(tags, i + 1);
  const suffix = here.suffixes[2] ?? here.word;
  const place = places[i]!;
  const actor = actors[i]!;
  let k = 0;
  let n = 0;
  /** Once for all schemes, once for this one. */
  const both = (atom: number) => {
    out[n++] = mix(k, atom);
    out[n++] = mix(k + 100, join(atom, scheme));
    k++;
  };
  const add = (atom: number) => {
    out[n++] = mix(k++, atom);
  };
  both(1);
  both(here.word);
  both(here.form);
  both(here.shape);
  both(t0);
  both(place);
  both(actor);
  both(suffix);
  both(word(i - 1));
  both(word(i + 1));
  both(join(t0, t1));
  both(join(t0, t2));
  both(join(here.shape, t0));
  both(join(join(place, actor), t0));
  both(join(here.word, word(i - 1)));
  both(join(here.word, word(i + 1)));
  const fine = (at: number) => atoms[at]?.fine ?? OUTSIDE;
  both(here.fine);
  both(here.coarse);
  add(fine(i - 1));
  add(fine(i + 1));
  add(fine(i - 2));
  add(fine(i + 2));
  add(join(here.fine, here.shape));
  add(join(fine(i - 1), here.shape));
  add(join(fine(i + 1), here.shape));
  add(join(fine(i - 1), fine(i + 1)));
  add(join(fine(i - 2), fine(i - 1)));
  add(join(fine(i + 1), fine(i + 2)));
  add(join(place, fine(i - 1)));
  add(join(place, fine(i + 1)));
  add(word(i - 2));
  add(word(i + 2));
  add(shape(i - 1));
  add(shape(i + 1));
  add(join(shape(i - 1), here.shape));
  add(join(here.shape, shape(i + 1)));
  add(join(join(shape(i - 1), here.shape), shape(i + 1)));
  add(inside(tags, i - 2));
  add(inside(tags, i + 2));
  add(join(join(t1, t0), t2));
  add(join(t2, inside(tags, i + 2)));
  add(inside(places, i - 1));
  add(inside(places, i + 1));
  add(inside(actors, i - 1));
  add(inside(actors, i + 1));
  add(join(place, word(i - 1)));
  add(join(place, word(i + 1)));
  add(join(actor, word(i + 1)));
  add(join(here.shape, word(i - 1)));
  add(join(here.shape, word(i + 1)));
  add(join(i === 0 ? 1 : 0, here.shape));
  add(join(word(i - 2), word(i - 1)));
  add(join(word(i + 1), word(i + 2)));
  add(join(word(i + 1), here.word));
  add(join(suffix, here.shape));
  for (let s = 0; s < here.suffixes.length; s++) out[n++] = mix(70 + s, here.suffixes[s]!);
  for (let p = 0; p < here.prefixes.length; p++) out[n++] = mix(80 + p, here.prefixes[p]!);
  return n;
}

/** The label before: one feature, whose classes are the labels after it. */
export const afterLabel = (label: number, scheme: number) => mix(90, join(label, scheme));
