import type { TextView } from '../../claims/text-view.ts';

/** Names of a report, those of one bearer together: "Hector Delgado" and "Delgado Parker". */
export interface NameBook {
  /** The first name of the bearer whose name covers a token, or its id in the list of actors. */
  bearer(index: number): string | undefined;
}

const CAPITAL = /^\p{Lu}/u;
const INSIDE = new Set(['de', 'la', 'las', 'los', 'del', 'da', 'dos', '-']);
const LONGEST = 9;
/** Names that share as many words in a row are one. */
const ENOUGH = 2;

interface Run {
  readonly first: number;
  readonly last: number;
  readonly words: readonly string[];
}

/** Names of several words and, of one word, what some of them hold. */
export function nameBook(view: TextView): NameBook {
  const bearers = new Map<number, string>();
  const known: (readonly string[])[][] = [];
  const runs = view.reading.sentences.flatMap(({ first, last }) => runsIn(view, first, last));
  const put = ({ first, last }: Run, names: readonly (readonly string[])[]) => {
    for (let at = first; at < last; at++) bearers.set(at, names[0]!.join(' '));
  };
  for (const run of runs.filter(({ words }) => words.length > 1)) {
    const names = known.find((some) => some.some((name) => isOne(name, run.words))) ?? [];
    if (names.push(run.words) === 1) known.push(names);
    put(run, names);
  }
  for (const run of runs.filter(({ words }) => words.length === 1)) {
    const names = known.find((some) => some.some((name) => name.includes(run.words[0]!, 1)));
    if (names) put(run, names);
  }
  return { bearer: (index) => listed(view, index) ?? bearers.get(index) };
}

/** An armed group by its own name or an abbreviation of it; not "ELN guerrillas", who are persons. */
function listed(view: TextView, index: number): string | undefined {
  const actor = view.actor(index);
  if (actor?.kind !== 'armed-group' || actor.reason !== undefined) return undefined;
  const persons = view.token(actor.head).xpos === 'NNS';
  return persons && !CAPITAL.test(view.token(index).text) ? undefined : actor.actor;
}

/** Capitals and names in a row. */
function runsIn(view: TextView, first: number, last: number): readonly Run[] {
  const runs: Run[] = [];
  for (let at = first; at < last; at++) {
    if (!isName(view, at)) continue;
    let end = at + 1;
    for (let i = end; i < last && i < at + LONGEST; i++) {
      if (isName(view, i)) end = i + 1;
      else if (!INSIDE.has(view.token(i).text.toLowerCase())) break;
    }
    const words = view.tokens.slice(at, end).map(({ text }) => text.toLowerCase());
    runs.push({ first: at, last: end, words });
    at = end - 1;
  }
  return runs;
}

function isName(view: TextView, index: number): boolean {
  const { text, upos } = view.token(index);
  return upos === 'PROPN' || (upos !== 'ADJ' && CAPITAL.test(text));
}

/** One within the other, or the end of one the start of the other. */
function isOne(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  for (let at = 0; at + short.length <= long.length; at++)
    if (short.every((word, i) => word === long[at + i])) return true;
  return overlap(a, b) >= ENOUGH || overlap(b, a) >= ENOUGH;
}

/** Words that end one and start the other. */
function overlap(a: readonly string[], b: readonly string[]): number {
  for (let count = Math.min(a.length, b.length) - 1; count > 0; count--)
    if (b.slice(0, count).every((word, i) => word === a[a.length - count + i])) return count;
  return 0;
}
