import type { Article } from './data.ts';
import type { Roles, Spans } from './score.ts';

/** Two annotations of the same sentences, both in the positions of the first. */
export interface Twice {
  readonly text: string;
  readonly one: readonly Roles[];
  readonly other: readonly Roles[];
}

/** Characters under which a sentence may stand in two articles by chance. */
const SHORTEST = 40;
/** Sentences that two articles share to be taken for one that was annotated twice. */
const LEAST = 10;

/** Where each sentence long enough begins; those that stand twice in the text are left out. */
function sentencesOf(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const again = new Set<string>();
  for (const { 0: sentence, index } of text.matchAll(/\S.*?(?:[.!?][”"’')]*(?=\s|$)|$)/gmu)) {
    if (sentence.length < SHORTEST) continue;
    if (found.has(sentence)) again.add(sentence);
    found.set(sentence, index);
  }
  for (const sentence of again) found.delete(sentence);
  return found;
}

/** The articles that a corpus holds in two versions, as far as these are the same. */
export function annotatedTwice(articles: readonly Article[]): readonly Twice[] {
  const sentences = articles.map(({ text }) => sentencesOf(text));
  const having = new Map<string, number[]>();
  sentences.forEach((some, k) => {
    for (const sentence of some.keys()) having.set(sentence, [...(having.get(sentence) ?? []), k]);
  });
  const shared = new Map<string, number>();
  for (const some of having.values())
    some.forEach((k, i) => {
      for (const other of some.slice(i + 1))
        shared.set(`${k} ${other}`, (shared.get(`${k} ${other}`) ?? 0) + 1);
    });
  return [...shared]
    .filter(([, count]) => count >= LEAST)
    .map(([pair]) => {
      const [k, other] = pair.split(' ').map(Number) as [number, number];
      return compared(articles[k]!, articles[other]!, [sentences[k]!, sentences[other]!]);
    });
}

type Begins = ReadonlyMap<string, number>;

type Span = Spans[number];

/** Attributions whose cues stand in what both have. */
function compared(one: Article, other: Article, [begins, otherBegins]: [Begins, Begins]): Twice {
  const shared = new Uint8Array(one.text.length);
  // What stands nowhere in the first lies behind its end.
  const at = Int32Array.from({ length: other.text.length }, (_, i) => one.text.length + 1 + i);
  const isShared = (span: Span, of: (i: number) => boolean) => of(span[0]) && of(span[1] - 1);
  for (const [sentence, start] of begins) {
    const otherStart = otherBegins.get(sentence);
    if (otherStart === undefined) continue;
    // As far both ways as the texts are the same: short sentences beside it too.
    for (const step of [1, -1])
      for (let [i, j] = [start, otherStart]; sameAt(one.text, i, other.text, j); i += step) {
        shared[i] = 1;
        at[j] = i;
        j += step;
      }
  }
  return {
    text: one.text,
    one: one.attributions.filter(({ cue }) =>
      cue.every((span) => isShared(span, (i) => shared[i] === 1)),
    ),
    other: other.attributions
      .filter(({ cue }) => cue.every((span) => isShared(span, (i) => at[i]! < one.text.length)))
      .map(({ source, cue, content }) => ({
        source: spansAt(source, at),
        cue: spansAt(cue, at),
        content: spansAt(content, at),
      })),
  };
}

const sameAt = (text: string, i: number, other: string, j: number) =>
  text[i] !== undefined && text[i] === other[j];

function spansAt(spans: Spans, at: Int32Array): Spans {
  const placed: [number, number][] = [];
  for (const [start, end] of spans) {
    let run: [number, number] | undefined;
    for (let i = start; i < end; i++) {
      const here = at[i]!;
      if (run?.[1] === here) run[1]++;
      else placed.push((run = [here, here + 1]));
    }
  }
  return placed;
}
