import { LEFT, REDUCE, RIGHT, SHIFT, State } from '../src/reading/perceptron/arc-eager.ts';
import type { ModelFile } from '../src/reading/perceptron/container.ts';
import { type Grammar, PerceptronParser, type Move } from '../src/reading/perceptron/parser.ts';
import type { WordTable } from '../src/reading/perceptron/words.ts';
import type { WordTag } from '../src/reading/tagger.ts';
import type { TreebankSentence } from './conllu.ts';
import { Learner } from './learner.ts';
import { meanWeights } from './merge.ts';
import { costsOf, type Costs } from './oracle.ts';
import { seededRandom, shuffled } from './random.ts';

export interface ParserOptions {
  readonly epochs: number;
  readonly seed: number;
  /** As for the tagger: least averaged weight of a feature that enters the second training. */
  readonly least: number;
  /** Second trainings, each in its own order; their weights are averaged. */
  readonly runs: number;
  readonly words: WordTable;
  readonly log?: (line: string) => void;
}

/** A tree with tags as the tagger would give them to text it has not seen. */
export interface TaggedTree {
  readonly sentence: TreebankSentence;
  readonly tags: readonly WordTag[];
}

const UNIT = 1 / 4;
/** Fewer steps than this: left out. On EWT dev no loss from 1 to 5, and a third more speed. */
const SMALLEST = 5;
/** Share of decisions, from the second epoch on, where the parser follows its own mistake. */
const EXPLORE = 0.9;

function movesOf(trees: readonly TaggedTree[], labels: readonly string[]): Move[] {
  const seen = new Map<string, number>();
  for (const { sentence } of trees)
    sentence.heads.forEach((head, i) => {
      if (head < 0) return;
      const key = `${head > i ? LEFT : RIGHT} ${labels.indexOf(sentence.deprels[i]!)}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    });
  const arcs = [...seen]
    .filter(([, count]) => count >= 3)
    .map(([key]) => key.split(' ').map(Number))
    .map(([kind, label]) => ({ kind: kind!, label: label! }))
    .filter(({ label }) => label >= 0)
    .sort((a, b) => a.kind - b.kind || a.label - b.label);
  return [{ kind: SHIFT, label: -1 }, { kind: REDUCE, label: -1 }, ...arcs];
}

export function trainParser(trees: readonly TaggedTree[], options: ParserOptions): ModelFile {
  const labels = [...new Set(trees.flatMap(({ sentence }) => sentence.deprels))]
    .filter((label) => label !== 'root')
    .sort();
  const moves = movesOf(trees, labels);
  const first = new Learner(moves.length);
  runEpochs({ trees, labels, moves, learner: first }, options);
  const allowed = first.featuresOfWeight(options.least);
  options.log?.(`keeping ${allowed.size} features`);
  const arrays = trainAgain(trees, { labels, moves, features: allowed }, options);
  return {
    meta: { model: 'parser', labels, moves, seed: options.seed, runs: options.runs },
    arrays,
  };
}

export interface KnownFeatures extends Grammar {
  readonly features: ReadonlySet<number>;
}

/** The mean of several trainings with features that are known to carry weight. */
export function trainAgain(
  trees: readonly TaggedTree[],
  { labels, moves, features }: KnownFeatures,
  options: ParserOptions,
): ModelFile['arrays'] {
  const runs = Array.from({ length: options.runs }, (_, run) => {
    const learner = new Learner(moves.length, features);
    runEpochs({ trees, labels, moves, learner }, { ...options, seed: options.seed + run });
    return learner.frozen(UNIT);
  });
  return meanWeights(runs, SMALLEST);
}

interface Training {
  readonly trees: readonly TaggedTree[];
  readonly labels: readonly string[];
  readonly moves: readonly Move[];
  readonly learner: Learner;
}

function runEpochs({ trees, labels, moves, learner }: Training, options: ParserOptions): void {
  const parser = new PerceptronParser({ labels, moves }, learner, options.words);
  const random = seededRandom(options.seed);
  const ids = new Map(labels.map((label, id) => [label, id]));
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let right = 0;
    let of = 0;
    for (const index of shuffled(trees.length, random)) {
      const { sentence, tags } = trees[index]!;
      const gold = sentence.deprels.map((label) => ids.get(label) ?? -1);
      const state = new State(sentence.words.length);
      const atoms = parser.atomsOf(sentence.words, tags);
      while (!state.done) {
        const guess = parser.bestMove(state, atoms);
        const costs = costsOf(state, sentence.heads);
        const cost = costWith(state, { costs, heads: sentence.heads, gold });
        const good = cost(moves[guess]!) === 0 ? guess : bestOfLeastCost(state, parser, cost);
        learner.tick();
        of++;
        const mistaken = good !== guess && cost(moves[guess]!) > cost(moves[good]!);
        if (mistaken) learner.update(parser.features, parser.count, good, guess);
        else right++;
        parser.apply(state, mistaken && (epoch === 0 || random() > EXPLORE) ? good : guess);
      }
    }
    options.log?.(
      `parser epoch ${epoch + 1}: ${(right / of).toFixed(4)} right, ${learner.size} features`,
    );
  }
}

interface Gold {
  readonly costs: Costs;
  readonly heads: readonly number[];
  readonly gold: readonly number[];
}

/** Cost of a move, a wrong label on a right arc included. */
export const costWith = (state: State, { costs, heads, gold }: Gold) => {
  const { top, front } = state;
  return ({ kind, label }: Move) => {
    const base = costs[kind as keyof Costs];
    if (kind === LEFT && heads[top] === front && label !== gold[top]) return base + 1;
    if (kind === RIGHT && heads[front] === top && label !== gold[front]) return base + 1;
    return base;
  };
};

function bestOfLeastCost(
  state: State,
  { moves, scores }: PerceptronParser,
  cost: (move: Move) => number,
): number {
  let best = -1;
  let least = Infinity;
  for (let c = 0; c < moves.length; c++) {
    if (!state.can(moves[c]!.kind)) continue;
    const here = cost(moves[c]!);
    if (here < least || (here === least && scores[c]! > scores[best]!)) {
      best = c;
      least = here;
    }
  }
  return best;
}
