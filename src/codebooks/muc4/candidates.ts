import type { TextView } from '../../claims/text-view.ts';
import { nameBook } from './names.ts';
import type { Wording } from './slots.ts';

/** What may fill a slot: all wordings with one head noun or last name, wherever the report has them. */
export interface Unit {
  readonly anchor: string;
  readonly candidates: readonly Candidate[];
  /** Nouns that head its wordings. */
  readonly heads: readonly number[];
}

/** One wording, wherever the report has it. */
export interface Candidate {
  /** Lower case, one space between words, no article in front. */
  readonly key: string;
  readonly places: readonly Place[];
}

/** One place where a wording stands, and the noun that heads it. */
export interface Place extends Wording {
  readonly head: number;
}

const LONGEST = 9;
const MOST_MODIFIERS = 5;
/** Relations by which words before a noun belong to its phrase. */
const BEFORE = new Set('compound amod nummod nmod:poss flat advmod case nmod obl punct'.split(' '));
const ARTICLES = new Set(['the', 'a', 'an']);
const NEVER_FIRST = new Set(['PUNCT', 'PART', 'ADP', 'CCONJ', 'SCONJ']);
const CAPITAL = /^\p{Lu}/u;
const INSIDE_NAMES = new Set(['de', 'la', 'las', 'los', 'del', 'of', 'y', 'and', 'da', 'dos']);

/** What a wording is compared by. */
export const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:the|an?) /, '');

/** Every noun phrase, with and without its modifiers, and every name; each wording of a unit once. */
export function unitsOf(view: TextView): readonly Unit[] {
  const units = new Map<string, Map<string, Map<string, Place>>>();
  const book = nameBook(view);
  const add = (place: Place) => {
    if (place.last - place.first > LONGEST) return;
    const key = keyOf(textOf(view, place));
    if (!/\p{L}/u.test(key)) return;
    const anchor = book.bearer(place.head) ?? anchorOf(view, place);
    const unit = units.get(anchor) ?? new Map<string, Map<string, Place>>();
    const places = unit.get(key) ?? new Map<string, Place>();
    units.set(anchor, unit.set(key, places.set(`${place.first}`, place)));
  };
  for (const { first, last } of view.reading.sentences) {
    for (let head = first; head < last; head++) phrases(view, head, add);
    names(view, first, last, add);
  }
  for (const { type, first, last, head } of view.reading.mentions)
    if (type === 'actor' && /^(?:NOUN|PROPN|ADJ)$/.test(view.token(head).upos))
      add({ first, last, head });
  return [...units].map(([anchor, unit]) => {
    const candidates = [...unit].map(([key, places]) => ({ key, places: [...places.values()] }));
    const heads = new Set(candidates.flatMap(({ places }) => places.map(({ head }) => head)));
    return { anchor: lastWord(anchor), candidates, heads: [...heads] };
  });
}

const lastWord = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

/** The noun that heads a wording; of a name, its last word; of "two kilos of dynamite", what is measured. */
function anchorOf(view: TextView, { head, last }: Place): string {
  let anchor = head;
  for (const child of view.children(head)) {
    if (child < anchor || child >= last) continue;
    const { deprel } = view.token(child);
    if (deprel === 'flat') anchor = child;
    else if (deprel === 'nmod' && MEASURES.has(view.lemma(head))) return view.lemma(child);
  }
  return view.lemma(anchor);
}

/** What is named by what follows "of". */
const MEASURES = new Set(
  'kg kilo kilogram gram pound ton liter gallon stick group number dozen hundred thousand pair couple handful score series load lot majority quantity amount'.split(
    ' ',
  ),
);

export const textOf = (view: TextView, { first, last }: Wording) => {
  const { start, end } = view.span(first, last);
  return view.reading.report.body.slice(start, end).replaceAll(/\s+/g, ' ');
};

type Add = (place: Place) => void;

function phrases(view: TextView, head: number, add: Add): void {
  if (!/^(?:NOUN|PROPN)$/.test(view.token(head).upos)) return;
  const starts = startsOf(view, head);
  const ends = endsOf(view, head);
  for (const first of starts) for (const last of ends) add({ first, last, head });
}

/** The noun itself, then each word before it that belongs to its phrase. */
function startsOf(view: TextView, head: number): readonly number[] {
  const starts = [head];
  const { sentence } = view.token(head);
  for (let at = head - 1; at >= 0 && head - at <= MOST_MODIFIERS; at--) {
    const token = view.token(at);
    if (token.sentence !== sentence || ARTICLES.has(view.lemma(at))) break;
    if (!BEFORE.has(token.deprel) || !leadsTo(view, at, head)) break;
    if (!NEVER_FIRST.has(token.upos)) starts.push(at);
  }
  return starts;
}

function leadsTo(view: TextView, from: number, to: number): boolean {
  let at = from;
  for (let step = 0; step < 4 && at >= 0; step++) {
    at = view.token(at).head;
    if (at === to) return true;
  }
  return false;
}

/** The noun itself, a name that goes on behind it, and "of" with what follows. */
function endsOf(view: TextView, head: number): readonly number[] {
  const ends = new Set([head + 1]);
  for (const child of view.children(head)) {
    if (child < head) continue;
    const { deprel } = view.token(child);
    const [first, last] = view.extent(child);
    if (deprel === 'flat' || deprel === 'compound') ends.add(Math.max(...ends, child + 1));
    else if (deprel === 'nmod' && first === Math.max(...ends)) {
      ends.add(child + 1);
      ends.add(last);
    } else if (deprel === 'appos' && /^[([]$/.test(view.token(child - 1)?.text ?? ''))
      ends.add(last);
  }
  return [...ends];
}

/** Runs of words with a capital, and their ends without the titles before them. */
function names(view: TextView, first: number, last: number, add: Add): void {
  for (let at = first; at < last; at++) {
    if (!CAPITAL.test(view.token(at).text)) continue;
    let end = at + 1;
    for (let i = end; i < last && i < at + LONGEST; i++) {
      const { text } = view.token(i);
      if (CAPITAL.test(text)) end = i + 1;
      else if (!INSIDE_NAMES.has(text.toLowerCase())) break;
    }
    for (let start = at; start < end; start++)
      if (CAPITAL.test(view.token(start).text)) add({ first: start, last: end, head: end - 1 });
    at = end - 1;
  }
}
