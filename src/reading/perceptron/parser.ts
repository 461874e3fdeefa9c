import type { Parser, Tree } from '../parser.ts';
import { mendTree } from '../mend-tree.ts';
import type { WordTag } from '../tagger.ts';
import { LEFT, NONE, REDUCE, RIGHT, SHIFT, State } from './arc-eager.ts';
import type { ModelFile } from './container.ts';
import { frozenWeights } from './frozen-weights.ts';
import { hashText, join } from './hash.ts';
import { type MoveJudge, moveJudgeFrom, UNSURE } from './move-judge.ts';
import { ParseFeatures, type ParseAtoms } from './parse-features.ts';
import { SettledMoves } from './settled-moves.ts';
import { newFeatures, newScores, type Scorer, type Scores } from './weights.ts';
import type { WordRows } from './word-rows.ts';
import type { WordTable } from './words.ts';

/** A transition with its label; the moves of a model are SHIFT, REDUCE, all LEFT, then all RIGHT. */
export interface Move {
  readonly kind: number;
  readonly label: number;
}

/** What spares the sparse weights work, and who decides what they are not sure of. */
export interface Helpers {
  readonly settled: SettledMoves;
  readonly judge: MoveJudge | undefined;
}

const NO_HELPERS: Helpers = { settled: new SettledMoves({}), judge: undefined };

const ROOT_ATOM = 0x6c8e9cf5;
/** Lead of a move that the weightiest features give, above which the others are not asked. */
const CLEAR = 450;
/** Label of a word that the parser left without a governor, and its punctuation. */
const LOOSE = 'parataxis';

export interface Grammar {
  readonly labels: readonly string[];
  readonly moves: readonly Move[];
}

export class PerceptronParser implements Parser {
  readonly labels: readonly string[];
  readonly moves: readonly Move[];
  readonly features: Int32Array;
  private readonly templates = new ParseFeatures();
  readonly scores: Scores;
  /** Features of the last decision: the first `count` of `features`. */
  count = 0;
  /** Of the last decision. */
  private lead = 0;
  private readonly close: { readonly moves: Int32Array; count: number };
  private readonly rightStart: number;
  private readonly tagAtoms = new WeakMap<WordTag, number>();
  /** Working memory for one sentence after the other. */
  private readonly state = new State(LONG);
  private atoms = emptyAtoms(LONG);

  constructor(
    { labels, moves }: Grammar,
    private readonly scorer: Scorer,
    private readonly words: WordTable,
    private readonly helpers = NO_HELPERS,
  ) {
    this.labels = labels;
    this.moves = moves;
    this.features = newFeatures(scorer);
    this.scores = newScores(scorer, moves.length);
    this.close = { moves: new Int32Array(moves.length), count: 0 };
    this.rightStart = moves.findIndex(({ kind }) => kind === RIGHT);
  }

  parse(words: readonly string[], tags: readonly WordTag[]): Tree {
    const { state } = this;
    state.begin(words.length);
    const atoms = this.atomsOf(words, tags);
    while (!state.done) this.apply(state, this.quickMove(state, atoms));
    const tree = finishTree(state, this.labels, tags);
    mendTree(words, tags, tree);
    return tree;
  }

  /** Good until the next call. */
  atomsOf(words: readonly string[], tags: readonly WordTag[]): ParseAtoms {
    const { judge } = this.helpers;
    if (this.atoms.word.length <= words.length) this.atoms = emptyAtoms(2 * words.length);
    const { atoms } = this;
    const end = words.length;
    for (const array of [atoms.word, atoms.tag, atoms.suffix, atoms.fine]) array[end] = ROOT_ATOM;
    for (const array of [atoms.row, atoms.tagId, atoms.secondId]) array[end] = 0;
    atoms.doubt.fill(ROOT_ATOM, 0, end + 1);
    for (let i = 0; i < words.length; i++) {
      const { word, suffixes, fine, row } = this.words.get(words[i]!);
      const { upos, second } = tags[i]!;
      atoms.word[i] = word;
      atoms.fine[i] = fine;
      atoms.tag[i] = this.tagAtom(tags[i]!);
      if (second) atoms.doubt[i] = join(atoms.tag[i]!, this.tagAtom(second));
      atoms.row[i] = row;
      atoms.tagId[i] = judge?.tagId(tags[i]!) ?? 0;
      atoms.secondId[i] = second === undefined ? 0 : (judge?.tagId(second) ?? 0);
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

  /** Class of the highest-scoring move that is possible, by all features. */
  bestMove(state: State, atoms: ParseAtoms): number {
    // Nothing on the stack: there is nothing to decide.
    if (state.top === NONE) return SHIFT;
    this.glance(state, atoms);
    return this.look(state);
  }

  /**
   * As `bestMove`, but a move that is settled, or clear at a glance, is not looked at further, and one
   * that is not clear by all features is put before the network.
   */
  private quickMove(state: State, atoms: ParseAtoms): number {
    if (state.top === NONE) return SHIFT;
    const { settled, judge } = this.helpers;
    const move = settled.move(state, atoms);
    if (move >= 0) return move;
    this.glance(state, atoms);
    const clear = this.highest(state);
    if (this.lead > CLEAR) return clear;
    const best = this.look(state);
    if (!judge || this.lead >= UNSURE) return best;
    this.closeTo(best, state);
    return judge.best(state, atoms, this.close, this.scores);
  }

  /** Sets `close` to the possible moves whose scores come close to that of the best. */
  private closeTo(best: number, state: State): void {
    const { scores, close, moves } = this;
    const least = scores[best]! - UNSURE;
    close.count = 0;
    for (let c = 0; c < moves.length; c++)
      if (scores[c]! > least && state.can(moves[c]!.kind)) close.moves[close.count++] = c;
  }

  /** Scores by the weightiest features. */
  private glance(state: State, atoms: ParseAtoms): void {
    this.count = this.templates.writeEarly(state, atoms, this.features);
    this.scorer.score(this.features, this.count, this.scores);
  }

  /** Scores by the other features too. */
  private look(state: State): number {
    const early = this.count;
    this.count = this.templates.writeLate(this.features, early);
    this.scorer.score(this.features, this.count, this.scores, early);
    return this.highest(state);
  }

  /** The best of the moves that are possible; sets its lead before the second best. */
  private highest(state: State): number {
    const { scores, rightStart, moves } = this;
    let best = SHIFT;
    let first = scores[SHIFT]!;
    let second = -Infinity;
    const governed = state.heads[state.top] !== NONE;
    const skipped = governed ? REDUCE + 1 : rightStart;
    for (let c = governed ? REDUCE : LEFT; c < moves.length; c++) {
      if (c === skipped) c = rightStart;
      const score = scores[c]!;
      if (score > first) {
        second = first;
        first = score;
        best = c;
      } else if (score > second) second = score;
    }
    this.lead = first - second;
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

/** Room for a sentence that is long enough for most. */
const LONG = 64;

function emptyAtoms(length: number): ParseAtoms {
  const array = () => new Int32Array(length + 1);
  return {
    word: array(),
    tag: array(),
    suffix: array(),
    fine: array(),
    doubt: array(),
    row: array(),
    tagId: array(),
    secondId: array(),
    verbs: array(),
    marks: array(),
    conjunctions: array(),
  };
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

export function parserFrom(
  { meta, arrays }: ModelFile,
  words: WordTable,
  vectors: WordRows,
): PerceptronParser {
  return new PerceptronParser(meta as unknown as Grammar, frozenWeights(arrays), words, {
    settled: new SettledMoves(arrays),
    judge: moveJudgeFrom({ meta, arrays }, vectors),
  });
}
