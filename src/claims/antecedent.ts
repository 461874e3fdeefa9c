import type { PlaceMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';

/** "Tawila, which is held by": the noun before the pronoun, where the tree has no relative clause. */
export function antecedent(view: TextView, pronoun: number): number | undefined {
  let before = pronoun - 1;
  while (before > 0 && view.token(before).upos === 'PUNCT') before--;
  // A fragment may begin with its pronoun.
  if (before < 0) return undefined;
  const place = view.place(before);
  if (place) return (measuredFrom(view, place) ?? place).head;
  if (DIRECTION.test(view.lemma(before))) return placeMeasured(view, before)?.head;
  // "Kopay, which soldiers cleared": a name, though nothing else knows it.
  const nominal = /^(NOUN|PROPN)$/.test(view.token(before).upos);
  return nominal || view.facility(before) ? before : undefined;
}

const DIRECTION = /^(north|south|east|west)(east|west)?$/;

/** "El Obeid, 60 km to the south, which" */
function placeMeasured(view: TextView, direction: number): PlaceMention | undefined {
  const { sentence } = view.token(direction);
  for (let i = direction - 1; i > direction - FAR && view.tokens[i]?.sentence === sentence; i--) {
    const place = view.place(i);
    if (place) return place;
    if (view.token(i).upos === 'VERB') return undefined;
  }
  return undefined;
}

const FAR = 12;

/** "Tawila, 60 km west of El Fasher, which": what is said is said of Tawila. */
function measuredFrom(view: TextView, { first, use, sentence }: PlaceMention) {
  if (use === 'literal') return undefined;
  for (let i = first - 1; i > first - FAR && view.tokens[i]?.sentence === sentence; i--) {
    if (view.place(i)?.use === 'literal') return view.place(i);
    // "Avdiivka lies north of Donetsk, which": Donetsk.
    if (/^VB[DPZ]$/.test(view.token(i).xpos)) return undefined;
  }
  return undefined;
}
