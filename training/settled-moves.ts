import { NONE, State } from '../src/reading/perceptron/arc-eager.ts';
import type { ModelArray } from '../src/reading/perceptron/container.ts';
import type { PerceptronParser } from '../src/reading/perceptron/parser.ts';
import { contextsOf } from '../src/reading/perceptron/settled-moves.ts';
import type { WordTag } from '../src/reading/tagger.ts';

/** A context is settled once it came so often, and so large a share of its moves were the same. */
const OFTEN = 30;
const SAME = 0.998;

interface TaggedWords {
  readonly words: readonly string[];
  readonly tags: readonly WordTag[];
}

/** Counts what `parser` does by all its features. */
export function settledMoves(
  parser: PerceptronParser,
  sentences: readonly TaggedWords[],
): Record<string, ModelArray> {
  const counts = new Map<number, Int32Array>();
  const widerOf = new Map<number, number>();
  for (const { words, tags } of sentences) {
    const state = new State(words.length);
    const atoms = parser.atomsOf(words, tags);
    while (!state.done) {
      const move = parser.bestMove(state, atoms);
      const [widest, ...narrower] = state.top === NONE ? [] : contextsOf(state, atoms);
      if (widest !== undefined)
        for (const context of [widest, ...narrower]) {
          const moves = counts.get(context) ?? new Int32Array(parser.moves.length);
          moves[move]!++;
          counts.set(context, moves);
          if (context !== widest) widerOf.set(context, widest);
        }
      parser.apply(state, move);
    }
  }
  const found = [...counts]
    .map(([context, moves]) => {
      const all = moves.reduce((sum, count) => sum + count, 0);
      const most = Math.max(...moves);
      return { context, move: moves.indexOf(most), all, most };
    })
    .filter(({ all, most }) => all >= OFTEN && most >= SAME * all);
  const widely = new Set(found.map(({ context }) => context));
  const settled = found
    .filter(({ context }) => !widely.has(widerOf.get(context) ?? 0))
    .sort((a, b) => a.context - b.context);
  return {
    settledContexts: Int32Array.from(settled, ({ context }) => context),
    settledMoves: Uint8Array.from(settled, ({ move }) => move),
  };
}
