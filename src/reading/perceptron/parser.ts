import type { Parser, Tree } from '../parser.ts';
import { labelAgents } from '../passive-agent.ts';
import type { WordTag } from '../tagger.ts';
import { LEFT, NONE, REDUCE, RIGHT, SHIFT, State } from './arc-eager.ts';
import type { ModelFile } from './container.ts';
import { hashText, join } from './hash.ts';
import { ParseFeatures, type ParseAtoms } from './parse-features.ts';
import { MOST_FEATURES, SparseWeights, type Scorer, type Scores, newScores } from './weights.ts';
import type { WordTable } from './words.ts';

/** A transition with its label; the moves of a model are SHIFT, REDUCE, all LEFT, then all RIGHT. */
export interface Move {
  readonly kind: number;
  readonly label: number;
}

const ROOT_ATOM = 0x6c8e9cf5;
/** Label of a word that the parser left without a governor, and its punctuation. */
const LOOSE = 'parataxis';

export class PerceptronParser implements Parser {
  readonly features = new Int32Array(MOST_FEATURES);
  private readonly templates = new ParseFeatures();
  readonly scores: Scores;
  /** Features of the last decision: the first `count` of `features`. */
  count = 0;
  private readonly rightStart: number;
  private readonly tagAtoms = new WeakMap<WordTag, number>();

  constructor(
    readonly labels: readonly string[],
    readonly moves: readonly Move[],
    private readonly scorer: Scorer,
    private readonly words: WordTable,
  ) {
    this.scores = newScores(scorer, moves.length);
    this.rightStart = moves.findIndex(({ kind }) => kind === RIGHT);
  }

  parse(words: readonly string[], tags: readonly WordTag[]): Tree {
    const state = new State(words.length);
    const atoms = this.atomsOf(words, tags);
    while (!state.done) this.apply(state, this.bestMove(state, atoms));
    const tree = finishTree(state, this.labels, tags);
    labelAgents(words, tags, tree);
    return tree;
  }

  atomsOf(words: readonly string[], tags: readonly WordTag[]): ParseAtoms {
    const size = words.length + 1;
    const atoms = {
      word: new Int32Array(size).fill(ROOT_ATOM),
      tag: new Int32Array(size).fill(ROOT_ATOM),
      suffix: new Int32Array(size).fill(ROOT_ATOM),
      fine: new Int32Array(size).fill(ROOT_ATOM),
      doubt: new Int32Array(size).fill(ROOT_ATOM),
      verbs: new Int32Array(size + 1),
      marks: new Int32Array(size + 1),
      conjunctions: new Int32Array(size + 1),
    };
    for (let i = 0; i < words.length; i++) {
      const { word, suffixes, fine } = this.words.get(words[i]!);
      const { upos, second } = tags[i]!;
      atoms.word[i] = word;
      atoms.fine[i] = fine;
      atoms.tag[i] = this.tagAtom(tags[i]!);
      if (second) atoms.doubt[i] = join(atoms.tag[i]!, this.tagAtom(second));
      atoms.suffix[i] = suffixes[2] ?? word;
      atoms.verbs[i + 1] = atoms.verbs[i]! + (upos === 'VERB' ? 1 : 0);
      atoms.marks[i + 1] = atoms.marks[i]! + (upos === 'PUNCT' ? 1 : 0);
      atoms.conjunctions[i + 1] = atoms.conjunctions[i]! + (upos === 'CCONJ' ? 1 : 0);
    }
    return atoms;
  }

  /** A tagger gives the same object for the same tag. */
  private tagAtom(tag: WordTag): number {
    let atom = this.tagAtoms.get(tag);
    if (atom === undefined) this.tagAtoms.set(tag, (atom = hashText(`${tag.upos}|${tag.xpos}`)));
    return atom;
  }

  /** Class of the highest-scoring move that is possible. */
  bestMove(state: State, atoms: ParseAtoms): number {
    const top = state.top;
    // Nothing on the stack: there is nothing to decide.
    if (top === NONE) return SHIFT;
    this.count = this.templates.write(state, atoms, this.features);
    this.scorer.score(this.features, this.count, this.scores);
    const { scores, rightStart, moves } = this;
    let best = SHIFT;
    if (state.heads[top] !== NONE) {
      if (scores[REDUCE]! > scores[best]!) best = REDUCE;
    } else {
      for (let c = LEFT; c < rightStart; c++) if (scores[c]! > scores[best]!) best = c;
    }
    for (let c = rightStart; c < moves.length; c++) if (scores[c]! > scores[best]!) best = c;
    return best;
  }

  apply(state: State, move: number): void {
    const { kind, label } = this.moves[move]!;
    if (kind === SHIFT) state.shift();
    else if (kind === REDUCE) state.reduce();
    else if (kind === LEFT) state.left(label);
    else state.right(label);
  }
}

/** One root, every word governed: what the transitions left open is closed here. */
function finishTree(state: State, names: readonly string[], tags: readonly WordTag[]) {
  const { length } = state;
  const heads = state.heads.slice(0, length);
  const labels = Array.from({ length }, (_, i) => names[state.labels[i]!] ?? 'dep');
  const roots: number[] = [];
  for (let i = 0; i < length; i++) if (heads[i] === NONE) roots.push(i);
  const main = roots.find((i) => tags[i]!.upos !== 'PUNCT') ?? roots[0];
  for (const i of roots) {
    heads[i] = i === main ? -1 : main!;
    labels[i] = i === main ? 'root' : tags[i]!.upos === 'PUNCT' ? 'punct' : LOOSE;
  }
  return { heads, labels };
}

export function parserFrom({ meta, arrays }: ModelFile, words: WordTable): PerceptronParser {
  return new PerceptronParser(
    meta['labels'] as readonly string[],
    meta['moves'] as readonly Move[],
    new SparseWeights(arrays),
    words,
  );
}
