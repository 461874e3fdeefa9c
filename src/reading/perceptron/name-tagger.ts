import type { NameSpan } from '../drafts.ts';
import type { NameHints } from '../name-hints.ts';
import type { NameTagger } from '../name-tagger.ts';
import type { WordTag } from '../tagger.ts';
import type { ModelFile } from './container.ts';
import { afterLabel, nameContext, nameFeatures, type NameContext } from './name-features.ts';
import { MOST_FEATURES, SparseWeights, type Scorer, type Scores, newScores } from './weights.ts';
import type { WordTable } from './words.ts';

/** A span with the type that the scheme gives it; indices are sentence-local. */
export interface LabelledSpan {
  readonly first: number;
  readonly last: number;
  readonly label: string;
  readonly score: number;
}

/** Types that each annotation scheme knows. `plain` is what reading uses. */
export type Schemes = Readonly<Record<string, readonly string[]>>;

const PLAIN = 'plain';
/** Score difference to "no name" that counts as one unit of certainty. */
const SOFTNESS = 24;

/** Score that no label overcomes. */
const CLOSED = 1_000_000;
const CAPITAL = /^\p{Lu}/u;

/** Marks words that have a capital, or stand beside one that has. */
function nearCapitals(words: readonly string[]): Uint8Array {
  const near = new Uint8Array(words.length);
  words.forEach((word, i) => {
    if (!CAPITAL.test(word)) return;
    near[i] = 1;
    if (i > 0) near[i - 1] = 1;
    if (i + 1 < words.length) near[i + 1] = 1;
  });
  return near;
}

/** First-order Viterbi over B-, I- and O labels. */
export class PerceptronNameTagger implements NameTagger {
  readonly features = new Int32Array(MOST_FEATURES);
  private readonly scores: Scores;
  private readonly labelsOf = new Map<string, Int32Array>();
  private readonly isInside: Uint8Array;
  private readonly transitions = new Map<string, Float64Array>();

  constructor(
    readonly labels: readonly string[],
    readonly schemes: Schemes,
    private readonly scorer: Scorer,
    private readonly words: WordTable,
  ) {
    this.scores = newScores(scorer, labels.length);
    this.isInside = Uint8Array.from(labels, (label) => (label.startsWith('I') ? 1 : 0));
    for (const [scheme, types] of Object.entries(schemes)) {
      const known = labels.map((label, id) => ({
        type: label.slice(2),
        label,
        id,
      }));
      const ids = known.filter(({ label, type }) => label === 'O' || types.includes(type));
      this.labelsOf.set(
        scheme,
        Int32Array.from(ids, ({ id }) => id),
      );
    }
  }

  tag(words: readonly string[], tags: readonly WordTag[], hints?: NameHints): readonly NameSpan[] {
    return this.spans(words, tags, { hints, scheme: PLAIN }).map(({ label, ...span }) => ({
      ...span,
      type: label as NameSpan['type'],
    }));
  }

  /** Names by the conventions of `scheme`. */
  spans(
    words: readonly string[],
    tags: readonly WordTag[],
    { hints, scheme }: { readonly hints: NameHints | undefined; readonly scheme: string },
  ): readonly LabelledSpan[] {
    const context = this.contextOf(words, tags, { hints, scheme });
    const emitted: Scores[] = [];
    const open = scheme === PLAIN ? nearCapitals(words) : undefined;
    const path = this.decode(context, { scheme, open }, emitted);
    return spansOf(path, this.labels).map((span) => {
      let margin = Infinity;
      for (let i = span.first; i < span.last; i++) {
        margin = Math.min(margin, emitted[i]![path[i]!]! - emitted[i]![0]!);
      }
      return { ...span, score: 1 / (1 + Math.exp(-margin / SOFTNESS)) };
    });
  }

  contextOf(
    words: readonly string[],
    tags: readonly WordTag[],
    { hints, scheme }: { readonly hints: NameHints | undefined; readonly scheme: string },
  ): NameContext {
    return nameContext(
      words.map((word) => this.words.get(word)),
      tags,
      hints,
      scheme,
    );
  }

  /**
   * Best label of each word; `emitted` receives the scores of all labels by word. Words that are not
   * `open` are no part of a name and cost nothing.
   */
  decode(
    context: NameContext,
    { scheme, open }: { readonly scheme: string; readonly open?: Uint8Array | undefined },
    emitted: Scores[],
  ): Int32Array {
    const ids = this.labelsOf.get(scheme)!;
    const length = context.atoms.length;
    const back: Int32Array[] = [];
    let before = new Float64Array(0);
    for (let i = 0; i < length; i++) {
      if (open?.[i] === 0) {
        this.scores.fill(-CLOSED);
        this.scores[0] = 0;
      } else {
        const count = nameFeatures(context, i, this.features);
        this.scorer.score(this.features, count, this.scores);
      }
      emitted.push(this.scores.slice());
      const step = this.step(before, { ids, context, scheme });
      back.push(step.back);
      before = step.best;
    }
    return trace(before, back, ids);
  }

  private step(
    before: Float64Array,
    { ids, context, scheme }: { ids: Int32Array; context: NameContext; scheme: string },
  ): { best: Float64Array<ArrayBuffer>; back: Int32Array } {
    const best = new Float64Array(ids.length);
    const back = new Int32Array(ids.length).fill(-1);
    const transitions = this.transitionsOf(scheme, context.scheme);
    for (let to = 0; to < ids.length; to++) {
      const own = this.scores[ids[to]!]!;
      if (before.length === 0) {
        best[to] = this.isInside[ids[to]!] === 1 ? -Infinity : own;
        continue;
      }
      best[to] = -Infinity;
      for (let from = 0; from < ids.length; from++) {
        const sum = before[from]! + transitions[from * ids.length + to]!;
        if (sum > best[to]!) {
          best[to] = sum;
          back[to] = from;
        }
      }
      best[to]! += own;
    }
    return { best, back };
  }

  /** Forgets the transitions: weights have changed. */
  refresh(): void {
    this.transitions.clear();
  }

  private transitionsOf(scheme: string, atom: number): Float64Array {
    const known = this.transitions.get(scheme);
    if (known) return known;
    const ids = this.labelsOf.get(scheme)!;
    const table = new Float64Array(ids.length * ids.length);
    const scores = newScores(this.scorer, this.labels.length);
    for (let from = 0; from < ids.length; from++) {
      this.scorer.score(Int32Array.of(afterLabel(ids[from]!, atom)), 1, scores);
      for (let to = 0; to < ids.length; to++) {
        table[from * ids.length + to] = follows(this.labels[ids[from]!]!, this.labels[ids[to]!]!)
          ? scores[ids[to]!]!
          : -Infinity;
      }
    }
    this.transitions.set(scheme, table);
    return table;
  }
}

/** I-x only after B-x or I-x. */
const follows = (from: string, to: string) => !to.startsWith('I') || from.slice(1) === to.slice(1);

function trace(last: Float64Array, back: readonly Int32Array[], ids: Int32Array): Int32Array {
  const path = new Int32Array(back.length);
  let at = 0;
  for (let c = 1; c < last.length; c++) if (last[c]! > last[at]!) at = c;
  for (let i = back.length - 1; i >= 0; i--) {
    path[i] = ids[at]!;
    at = back[i]![at]!;
  }
  return path;
}

export function spansOf(path: ArrayLike<number>, labels: readonly string[]) {
  const spans: { first: number; last: number; label: string }[] = [];
  for (let i = 0; i < path.length; i++) {
    const label = labels[path[i]!]!;
    if (label.startsWith('B')) spans.push({ first: i, last: i + 1, label: label.slice(2) });
    else if (label.startsWith('I') && spans.length > 0) spans.at(-1)!.last = i + 1;
  }
  return spans;
}

export function nameTaggerFrom(
  { meta, arrays }: ModelFile,
  words: WordTable,
): PerceptronNameTagger {
  return new PerceptronNameTagger(
    meta['labels'] as readonly string[],
    meta['schemes'] as Schemes,
    new SparseWeights(arrays),
    words,
  );
}
