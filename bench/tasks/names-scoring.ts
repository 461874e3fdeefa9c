import { loadActors } from '../../src/node/actors.ts';
import { loadGazetteer } from '../../src/node/gazetteer.ts';
import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { nameHints } from '../../src/reading/name-hints.ts';
import type { LabelledSpan } from '../../src/reading/perceptron/name-tagger.ts';
import { readIob, TYPE_NAMES } from '../../training/names-data.ts';
import type { BenchOptions, BenchResult, BenchTask } from '../task.ts';

interface Counts {
  right: number;
  guessed: number;
  gold: number;
}

const f1 = ({ right, guessed, gold }: Counts) =>
  guessed + gold === 0 ? 0 : (2 * right) / (guessed + gold);
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

type Span = Pick<LabelledSpan, 'first' | 'last' | 'label'>;

const CAUSES = ['right', 'another type', 'other edges', 'nothing here'] as const;

/** What stands at each span of one side on the other: the nearest there is to it. */
export function causesOf(
  spans: readonly (readonly Span[])[],
  others: readonly (readonly Span[])[],
) {
  const counts = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<
    (typeof CAUSES)[number],
    number
  >;
  spans.forEach((row, i) => {
    for (const { first, last, label } of row) {
      const beside = others[i]!.filter((other) => other.first < last && first < other.last);
      const same = beside.find((other) => other.first === first && other.last === last);
      if (same) counts[same.label === label ? 'right' : 'another type']++;
      else counts[beside.length > 0 ? 'other edges' : 'nothing here']++;
    }
  });
  return counts;
}

/** Exact span and type, micro-averaged; `untyped` forgets the type. */
export function scoreSpans(
  gold: readonly (readonly Pick<LabelledSpan, 'first' | 'last' | 'label'>[])[],
  guessed: readonly (readonly Pick<LabelledSpan, 'first' | 'last' | 'label'>[])[],
) {
  const byType = new Map<string, Counts>();
  const untyped: Counts = { right: 0, guessed: 0, gold: 0 };
  const counts = (label: string) => {
    const known = byType.get(label) ?? { right: 0, guessed: 0, gold: 0 };
    byType.set(label, known);
    return known;
  };
  gold.forEach((spans, i) => {
    const keys = new Map(spans.map((span) => [`${span.first} ${span.last}`, span.label]));
    for (const { label } of spans) counts(label).gold++;
    untyped.gold += spans.length;
    for (const { first, last, label } of guessed[i]!) {
      counts(label).guessed++;
      untyped.guessed++;
      const wanted = keys.get(`${first} ${last}`);
      if (wanted !== undefined) untyped.right++;
      if (wanted === label) counts(label).right++;
    }
  });
  const total: Counts = { right: 0, guessed: 0, gold: 0 };
  for (const one of byType.values()) {
    total.right += one.right;
    total.guessed += one.guessed;
    total.gold += one.gold;
  }
  return {
    f1: rounded(f1(total)),
    precision: rounded(total.right / Math.max(1, total.guessed)),
    recall: rounded(total.right / Math.max(1, total.gold)),
    untypedF1: rounded(f1(untyped)),
    byType: Object.fromEntries(
      [...byType]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([label, one]) => [label, rounded(f1(one))]),
    ),
  };
}

/** A task over a tab-separated IOB2 file whose labels stand in `column`, by its own scheme. */
export const namesTask = (name: string, column: number, about: string): BenchTask => ({
  name,
  about,
  async run({ data, print }: BenchOptions): Promise<BenchResult> {
    const root = packageRoot();
    const [models, gazetteer, actors] = await Promise.all([
      loadModels(root),
      loadGazetteer(root),
      loadActors(root),
    ]);
    const sentences = data.flatMap((file) => readIob(file, column));
    const gold = sentences.map(({ spans }) => spans);
    const guessed = sentences.map(({ words }) => {
      const hints = nameHints(words, { gazetteer, actors });
      return models.schemeNames.spans(words, models.tagger.tag(words), { hints, scheme: name });
    });
    const metrics = {
      ...scoreSpans(gold, guessed),
      ofGold: causesOf(gold, guessed),
      ofFound: causesOf(guessed, gold),
    };
    print(
      `types as in the file: ${Object.entries(TYPE_NAMES)
        .map((pair) => pair.join('='))
        .join(' ')}`,
    );
    return { task: name, n: sentences.length, metrics };
  },
});
