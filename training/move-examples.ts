import { NONE, State } from '../src/reading/perceptron/arc-eager.ts';
import type { ModelFile } from '../src/reading/perceptron/container.ts';
import { type MoveJudge, SCORE_STEP } from '../src/reading/perceptron/move-judge.ts';
import type { ParseInput } from '../src/reading/perceptron/parse-input.ts';
import { type Grammar, PerceptronParser } from '../src/reading/perceptron/parser.ts';
import { SettledMoves } from '../src/reading/perceptron/settled-moves.ts';
import { frozenWeights } from '../src/reading/perceptron/frozen-weights.ts';
import type { WordTable } from '../src/reading/perceptron/words.ts';
import { costsOf } from './oracle.ts';
import type { ClassExample } from './train-class-network.ts';
import { costWith, type TaggedTree, trainAgain } from './train-parser.ts';

/** Moves that come this close to the best are learnt from: more than are asked about, for there are few. */
const NEAR = 200;
const HALVES = 2;
const EPOCHS = 2;

export interface ExampleSource {
  readonly trees: readonly TaggedTree[];
  /** The parser's weights, of which the labels, the moves and the features are used. */
  readonly model: ModelFile;
  readonly judge: MoveJudge;
  readonly input: ParseInput;
  readonly words: WordTable;
  readonly log: (line: string) => void;
}

/**
 * Decisions that sparse weights are not sure of, in documents that they have not seen: trained on each
 * half of the documents they parse the other half, and go on from their own mistakes.
 */
export function moveExamples(source: ExampleSource): ClassExample[] {
  const { trees, model, words, log } = source;
  const half = halvesOf(trees);
  const { labels, moves } = model.meta as unknown as Grammar;
  const features = new Set(model.arrays['features'] as Int32Array);
  const helpers = { settled: new SettledMoves({}), judge: source.judge };
  const examples: ClassExample[] = [];
  for (let held = 0; held < HALVES; held++) {
    const arrays = trainAgain(
      trees.filter((_, i) => half[i] !== held),
      { labels, moves, features },
      { epochs: EPOCHS, seed: held + 1, least: 0, runs: 1, words, log },
    );
    const parser = new PerceptronParser({ labels, moves }, frozenWeights(arrays), words, helpers);
    trees.forEach((tree, i) => {
      if (half[i] === held) examples.push(...examplesOf(tree, parser, source.input));
    });
    log(`${examples.length} decisions`);
  }
  return examples;
}

/** Documents in turn to the one half and to the other. */
function halvesOf(trees: readonly TaggedTree[]): number[] {
  const numbers = new Map<string, number>();
  return trees.map(({ sentence: { document } }) => {
    const number = numbers.get(document) ?? numbers.size;
    numbers.set(document, number);
    return number % HALVES;
  });
}

function* examplesOf(
  { sentence, tags }: TaggedTree,
  parser: PerceptronParser,
  input: ParseInput,
): Generator<ClassExample> {
  const { words, heads, deprels } = sentence;
  const { moves, scores, labels } = parser;
  const gold = deprels.map((label) => labels.indexOf(label));
  const state = new State(words.length);
  const atoms = parser.atomsOf(words, tags);
  while (!state.done) {
    const guess = parser.bestMove(state, atoms);
    if (state.top !== NONE) {
      const cost = costWith(state, { costs: costsOf(state, heads), heads, gold });
      const near = [...moves.keys()].filter(
        (c) => state.can(moves[c]!.kind) && scores[c]! > scores[guess]! - NEAR,
      );
      const costs = near.map((c) => cost(moves[c]!));
      const least = Math.min(...costs);
      if (costs.some((here) => here > least)) {
        input.read(state, atoms);
        yield {
          input: { slots: input.slots.slice(), categories: input.categories.slice() },
          candidates: near,
          scores: near.map((c) => (scores[c]! - scores[guess]!) * SCORE_STEP),
          right: costs.map((here) => (here === least ? 1 : 0)),
        };
      }
    }
    parser.apply(state, guess);
  }
}
