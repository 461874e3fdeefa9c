import type { EventRole, RoleSpan } from '../../src/codebooks/cameo/role-tagger.ts';
import type { ReadSentence } from './data.ts';

export interface GuessedSentence extends ReadSentence {
  /** Spans in tokens of the reading. */
  readonly found: readonly RoleSpan[];
}

interface Count {
  right: number;
  found: number;
  gold: number;
}

export interface RoleScores {
  readonly exact: Readonly<Record<EventRole, Count>>;
  readonly overlap: Readonly<Record<EventRole, Count>>;
}

const counts = (): Record<EventRole, Count> => ({
  source: { right: 0, found: 0, gold: 0 },
  target: { right: 0, found: 0, gold: 0 },
  both: { right: 0, found: 0, gold: 0 },
});

interface WordSpan {
  readonly first: number;
  readonly last: number;
  readonly role: EventRole;
}

/** Spans in words of the corpus: every word that the found span touches. */
const inWords = ({ found, reading, places }: GuessedSentence): readonly WordSpan[] =>
  found.map(({ first, last, role }) => {
    const start = reading.tokens[first]!.start;
    const end = reading.tokens[last - 1]!.end;
    return {
      role,
      first: places.findIndex((place) => place.end > start),
      last: places.findLastIndex((place) => place.start < end) + 1,
    };
  });

/** One to one, same role: spans that are equal, or that share a word. */
export function scoreRoles(sentences: readonly GuessedSentence[]): RoleScores {
  const exact = counts();
  const overlap = counts();
  for (const sentence of sentences) {
    const found = inWords(sentence);
    const gold = sentence.sentence.spans;
    match(exact, gold, found, (a, b) => a.first === b.first && a.last === b.last);
    match(overlap, gold, found, (a, b) => a.first < b.last && b.first < a.last);
  }
  return { exact, overlap };
}

function match(
  into: Record<EventRole, Count>,
  gold: readonly WordSpan[],
  found: readonly WordSpan[],
  same: (a: WordSpan, b: WordSpan) => boolean,
) {
  const left = new Set(found);
  for (const { role } of found) into[role].found++;
  for (const span of gold) {
    into[span.role].gold++;
    const hit = [...left].find((one) => one.role === span.role && same(span, one));
    if (!hit) continue;
    left.delete(hit);
    into[span.role].right++;
  }
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

export const f1Of = ({ right, found, gold }: Count) =>
  found + gold === 0 ? 0 : round((2 * right) / (found + gold));

export const total = (
  by: Readonly<Record<EventRole, Count>>,
  roles: readonly EventRole[],
): Count => ({
  right: roles.reduce((n, role) => n + by[role].right, 0),
  found: roles.reduce((n, role) => n + by[role].found, 0),
  gold: roles.reduce((n, role) => n + by[role].gold, 0),
});

export function metricsOf({ exact, overlap }: RoleScores) {
  const all: readonly EventRole[] = ['source', 'target', 'both'];
  return {
    exactF1: f1Of(total(exact, all)),
    overlapF1: f1Of(total(overlap, all)),
    byRole: Object.fromEntries(
      all.map((role) => [
        role,
        { exactF1: f1Of(exact[role]), overlapF1: f1Of(overlap[role]), gold: exact[role].gold },
      ]),
    ),
  };
}

export const printScores = (scores: RoleScores, print: (line: string) => void) =>
  print(JSON.stringify(metricsOf(scores)));
