import type { NameSpan } from '../drafts.ts';
import type { NameHints } from '../name-hints.ts';
import type { NameTagger } from '../name-tagger.ts';
import type { WordTag } from '../tagger.ts';
import type { ModelFile } from './container.ts';
import { frozenWeights } from './frozen-weights.ts';
import { hashText, remembered } from './hash.ts';
import { afterLabel, nameContext, nameFeatures, type NameContext } from './name-features.ts';
import { newFeatures, newScores, type Scorer, type Scores } from './weights.ts';
import type { WordTable } from './words.ts';

/** A span with the type that the scheme gives it; indices are sentence-local. */
export interface LabelledSpan {
  readonly first: number;
  readonly last: number;
  readonly label: string;
  readonly score: number;
}

interface Decoding {
  readonly scheme: string;
  readonly open?: Uint8Array | undefined;
  readonly emitted?: Float64Array | undefined;
}

/** Types that each annotation scheme knows. `plain` is what reading uses. */
export type Schemes = Readonly<Record<string, readonly string[]>>;

const PLAIN = 'plain';
/** Score difference to "no name" that counts as one unit of certainty. */
const SOFTNESS = 24;

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
  readonly features: Int32Array;
  private readonly scores: Scores;
  private readonly labelsOf = new Map<string, Int32Array>();
  private readonly isInside: Uint8Array;
  private readonly transitions = new Map<string, Float64Array>();
  private readonly hash = remembered(hashText);

  constructor(
    readonly labels: readonly string[],
    readonly schemes: Schemes,
    private readonly scorer: Scorer,
    private readonly words: WordTable,
  ) {
    this.features = newFeatures(scorer);
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
    const count = this.labels.length;
    const emitted = new Float64Array(words.length * count);
    const open = scheme === PLAIN ? nearCapitals(words) : undefined;
    const path = this.decode(context, { scheme, open, emitted });
    return spansOf(path, this.labels).map((span) => {
      let margin = Infinity;
      for (let i = span.first; i < span.last; i++) {
        margin = Math.min(margin, emitted[i * count + path[i]!]! - emitted[i * count]!);
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
      { hints, scheme },
      this.hash,
    );
  }

  /**
   * Best label of each word. Words that are not `open` are no part of a name and cost nothing;
   * `emitted` receives the scores of all labels for those that are.
   */
  decode(context: NameContext, { scheme, open, emitted }: Decoding): Int32Array {
    const ids = this.labelsOf.get(scheme)!;
    const width = ids.length;
    const { length } = context.atoms;
    const transitions = this.transitionsOf(scheme, context.scheme);
    const back = new Int32Array(length * width);
    let before = new Float64Array(width);
    let best = new Float64Array(width);
    let froms = width;
    for (let i = 0; i < length; i++) {
      [before, best] = [best, before];
      const closed = open?.[i] === 0;
      if (!closed) {
        this.scorer.score(this.features, nameFeatures(context, i, this.features), this.scores);
        emitted?.set(this.scores, i * this.labels.length);
      }
      const tos = closed ? 1 : width;
      for (let to = 0; to < tos; to++) {
        const own = closed ? 0 : this.scores[ids[to]!]!;
        if (i === 0) {
          best[to] = this.isInside[ids[to]!] === 1 ? -Infinity : own;
          continue;
        }
        let most = -Infinity;
        for (let from = 0; from < froms; from++) {
          const sum = before[from]! + transitions[from * width + to]!;
          if (sum <= most) continue;
          most = sum;
          back[i * width + to] = from;
        }
        best[to] = most + own;
      }
      if (closed) best.fill(-Infinity, 1);
      froms = tos;
    }
    return trace(best, back, ids);
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
    const { scores } = this;
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

function trace(last: Float64Array, back: Int32Array, ids: Int32Array): Int32Array {
  const width = ids.length;
  const path = new Int32Array(back.length / width);
  let at = 0;
  for (let c = 1; c < width; c++) if (last[c]! > last[at]!) at = c;
  for (let i = path.length - 1; i >= 0; i--) {
    path[i] = ids[at]!;
    at = back[i * width + at]!;
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
    frozenWeights(arrays),
    words,
  );
}
