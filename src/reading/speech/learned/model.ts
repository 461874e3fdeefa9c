import type { ModelFile } from '../../perceptron/container.ts';
import { frozenWeights } from '../../perceptron/frozen-weights.ts';
import type { Scorer } from '../../perceptron/weights.ts';
import type { WordRows } from '../../perceptron/word-rows.ts';
import type { Reader } from './decode.ts';
import { FrozenNetwork } from './frozen-network.ts';
import type { NetworkJudge, NetworkShape } from './network.ts';
import { LemmaShares } from './lemma-shares.ts';
import { FrozenRecurrent } from './frozen-recurrent.ts';
import type { RecurrentShape } from './recurrent-layout.ts';
import { unpacked } from './packed.ts';
import { BoostedTrees } from './trees.ts';

/** Log odds from the word and its neighbours alone up to which nothing else is looked at. */
export const FAINT = -1.25;
/** What the log-linear model's log odds count beside the network's. */
export const LINEAR_SHARE = 0.7;

/** Weights that say which words attribute, and who and what stands beside them. */
export interface SpeechModel {
  /** Classes: 0 no cue, 1 the head of a cue. */
  readonly cues: Scorer;
  /** Reads the words around each candidate: their labels, and whether it is a cue. */
  readonly reader: Reader;
  /** Reads each sentence that has a candidate: whether each is a cue, as seen from all of it. */
  readonly sentences: Reader;
  /** One class: how much spans look like a source and what is said. */
  readonly spans: Scorer;
  /** Judges those that the log-linear weights do not rule out. */
  readonly network: NetworkJudge;
  /** Row of each category that the network knows. */
  readonly categories: ReadonlyMap<number, number>;
  /** Judge each candidate with what it would attribute and beside the others. */
  readonly trees: BoostedTrees;
  readonly shares: LemmaShares;
  /** Log odds above which a word is taken for the head of a cue. */
  readonly threshold: number;
  /** What one step of the log-linear weights of cues and spans is worth in log odds. */
  readonly unit: number;
  readonly spanUnit: number;
  /** What the log odds of the labels count beside those of the spans they make. */
  readonly labelShare: number;
  /** Confidence is the logistic function of `slope` × log odds + `offset`. */
  readonly slope: number;
  readonly offset: number;
  /** Hashes of lemmas that never attribute; they are not scored. */
  readonly silent: ReadonlySet<number>;
}

/** @throws RangeError when the file holds other weights. */
export function speechModelFrom({ meta, arrays }: ModelFile, vectors: WordRows): SpeechModel {
  if (meta['model'] !== 'speech') throw new RangeError('these are no weights for speech');
  const shape = meta['shape'] as NetworkShape;
  const weights = fractions(arrays['network.weights'] as Int32Array);
  return {
    network: new FrozenNetwork(shape, weights, vectors),
    categories: rowsBy(arrays['network.categories'] as Int32Array),
    cues: frozenWeights(under(arrays, 'cue.')),
    reader: readerOf(meta['readerShape'], under(arrays, 'reader.'), vectors),
    sentences: readerOf(meta['sentenceShape'], under(arrays, 'sentence.'), vectors),
    spans: frozenWeights(under(arrays, 'span.')),
    threshold: Number(meta['threshold']),
    unit: Number(meta['cueUnit'] ?? 1),
    spanUnit: Number(meta['spanUnit'] ?? 1),
    labelShare: Number(meta['labelShare'] ?? 1),
    slope: Number(meta['slope'] ?? 1),
    offset: Number(meta['offset'] ?? 0),
    silent: new Set(arrays['silent']),
    trees: treesFrom(under(arrays, 'tree.')),
    shares: new LemmaShares(sharesFrom(under(arrays, 'lemma.'))),
  };
}

const readerOf = (shape: unknown, arrays: ModelFile['arrays'], vectors: WordRows): Reader => ({
  network: new FrozenRecurrent(shape as RecurrentShape, unpacked(arrays), vectors),
  categories: rowsBy(arrays['categories'] as Int32Array),
});

/** Fractions travel as their bits: a file of weights holds whole numbers. */
const fractions = (bits: Int32Array) => new Float32Array(bits.slice().buffer);

function sharesFrom(arrays: ModelFile['arrays']) {
  const uses = arrays['uses']!;
  const heads = arrays['heads']!;
  return Array.from(
    arrays['hashes']!,
    (hash, k) => [hash, [uses[k]!, heads[k]!] as const] as const,
  );
}

const treesFrom = (arrays: ModelFile['arrays']) =>
  new BoostedTrees({
    asked: arrays['asked'] as Uint8Array,
    cuts: fractions(arrays['cuts'] as Int32Array),
    leaves: fractions(arrays['leaves'] as Int32Array),
  });

const rowsBy = (hashes: Int32Array) =>
  new Map(Array.from(hashes, (hash, row) => [hash, row] as const));

const under = (arrays: ModelFile['arrays'], prefix: string) =>
  Object.fromEntries(
    Object.entries(arrays)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, array]) => [name.slice(prefix.length), array]),
  );
