import type { WordTag } from '../tagger.ts';
import type { State } from './arc-eager.ts';
import {
  type ClassJudge,
  type ClassNetworkShape,
  type PackedNetwork,
  unpackNetwork,
} from './class-network.ts';
import type { ModelArray, ModelFile } from './container.ts';
import { FrozenClassNetwork } from './frozen-class-network.ts';
import type { ParseAtoms } from './parse-features.ts';
import { ParseInput } from './parse-input.ts';
import type { WordRows } from './word-rows.ts';
import type { Scores } from './weights.ts';

/** Moves that come this close to the best are put before the network. */
export const UNSURE = 80;
/** What so many steps of the sparse weights count before training finds their share. */
export const SCORE_STEP = 1 / 100;

export interface JudgeMeta extends PackedNetwork {
  readonly shape: ClassNetworkShape;
  /** Joint tags, "NOUN|NN"; a tag's number is its place here and one, 0 that of any other. */
  readonly tags: readonly string[];
  /** What the sparse weights' scores count beside the network's. */
  readonly share: number;
}

/** A second judge for the moves of which the sparse weights are not sure: it knows what words mean. */
export class MoveJudge {
  private readonly input: ParseInput;
  private readonly share: number;
  private readonly ids: ReadonlyMap<string, number>;
  private readonly idOf = new WeakMap<WordTag, number>();

  constructor(
    private readonly network: ClassJudge,
    { tags, share }: Pick<JudgeMeta, 'tags' | 'share'>,
    labels: number,
  ) {
    this.share = share * SCORE_STEP;
    this.input = new ParseInput(tags.length + 1, labels);
    this.ids = tagNumbers(tags);
  }

  /** The number of a tag; a tagger gives the same object for the same tag. */
  tagId(tag: WordTag): number {
    let id = this.idOf.get(tag);
    if (id === undefined) this.idOf.set(tag, (id = this.ids.get(`${tag.upos}|${tag.xpos}`) ?? 0));
    return id;
  }

  /** The best of the first `count` candidates, both judges together. */
  best(state: State, atoms: ParseAtoms, close: CloseMoves, scores: Scores): number {
    const { network, input, share } = this;
    input.read(state, atoms);
    network.read(input);
    let best = -1;
    let most = -Infinity;
    for (let k = 0; k < close.count; k++) {
      const move = close.moves[k]!;
      const score = network.score(move) + share * scores[move]!;
      if (score <= most) continue;
      most = score;
      best = move;
    }
    return best;
  }
}

/** Moves that are possible and close to the best. */
export interface CloseMoves {
  readonly moves: Int32Array;
  readonly count: number;
}

export const tagNumbers = (tags: readonly string[]): ReadonlyMap<string, number> =>
  new Map(tags.map((name, i) => [name, i + 1]));

/** `undefined` for weights without a network. */
export function moveJudgeFrom({ meta, arrays }: ModelFile, vectors: WordRows) {
  const judge = meta['judge'] as JudgeMeta | undefined;
  if (!judge) return undefined;
  const weights = unpackNetwork(arrays['judge'] as ModelArray, judge);
  const network = new FrozenClassNetwork(judge.shape, weights, vectors);
  return new MoveJudge(network, judge, (meta['labels'] as readonly string[]).length);
}
