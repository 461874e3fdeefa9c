import type { ParsedText } from '../../../domain/index.ts';
import { type Candidate, likelihood, scoreOf } from './candidate.ts';
import type { LemmaShares } from './lemma-shares.ts';
import { CONTENT_OPENS, CUE_LABEL } from './labels.ts';
import { REACH } from './role-context.ts';

/** What stands for a score or a place where there is none. */
const NO_SCORE = -9;
const NO_PLACE = 99;
/** Candidates further away than this many words are not neighbours. */
const NEAR = 80;
/** Two contents are the same when they share more than this of both. */
const SAME = 0.5;

const UPOS = ['VERB', 'NOUN', 'ADJ', 'ADP', 'AUX', 'ADV', 'PUNCT'];
const XPOS = ['VBD', 'VBZ', 'VBP', 'VBN', 'VBG', 'VB', 'NN', 'NNS', 'JJ', 'IN', 'RB', 'MD', ':'];
/** Part of a token in another's attribution: none, source, content, cue; -1 out of its reach. */
type Part = -1 | 0 | 1 | 2 | 3;
const [SOURCE, CONTENT, CUE] = [1, 2, 3] as const;
const PARTS = [0, SOURCE, CONTENT, CUE] as const;

const partOf = (label: number): Part =>
  label === 0 ? 0 : label === CUE_LABEL ? CUE : label < CONTENT_OPENS ? SOURCE : CONTENT;

const partAt = ({ labels, first }: Candidate, index: number): Part =>
  index < first || index >= first + labels.length ? -1 : partOf(labels[index - first]!);

/** What of a text the numbers look at. */
export interface Surroundings {
  readonly tokens: ParsedText['tokens'];
  readonly shares: LemmaShares;
}

/**
 * The numbers by which the trees judge each candidate of a text: what was thought of it so far, what it would
 * attribute, and how it lies to the other candidates of its sentence, in order of their places.
 */
export function candidateNumbers(
  candidates: readonly Candidate[],
  surroundings: Surroundings,
): readonly Float32Array[] {
  const { tokens } = surroundings;
  const sentenceOf = (at: number) => tokens[candidates[at]!.index]!.sentence;
  const all: Float32Array[] = [];
  for (let from = 0, to = 0; from < candidates.length; from = to) {
    while (to < candidates.length && sentenceOf(to) === sentenceOf(from)) to++;
    const { best, top, second } = bestOf(candidates.slice(from, to));
    for (let at = from; at < to; at++) {
      const candidate = candidates[at]!;
      const others = inReach(candidates, { at, from, to });
      all.push(
        Float32Array.from([
          ...ownNumbers(candidate),
          ...wordNumbers(candidate, surroundings),
          ...besideNumbers(candidate, candidates[at - 1], candidates[at + 1]),
          best === candidate ? second : top,
          ...amongNumbers(candidate, others),
        ]),
      );
    }
  }
  return all;
}

function bestOf(candidates: readonly Candidate[]) {
  let [best, top, second] = [candidates[0], NO_SCORE, NO_SCORE];
  for (const candidate of candidates) {
    const score = likelihood(candidate);
    if (score > top) [best, top, second] = [candidate, score, top];
    else second = Math.max(second, score);
  }
  return { best, top, second };
}

/** The other candidates of a sentence that are near enough for labels to meet: sentences may be endless. */
function inReach(
  candidates: readonly Candidate[],
  { at, from, to }: { readonly at: number; readonly from: number; readonly to: number },
): readonly Candidate[] {
  const near = (other: number) =>
    Math.abs(candidates[other]!.index - candidates[at]!.index) <= 2 * REACH;
  let [first, last] = [at, at + 1];
  while (first > from && near(first - 1)) first--;
  while (last < to && near(last)) last++;
  return [...candidates.slice(first, at), ...candidates.slice(at + 1, last)];
}

/** The scores so far, and the labelling's: lengths and places in words from the candidate. */
function ownNumbers(candidate: Candidate): readonly number[] {
  const { near, whole, network, labels, first, index } = candidate;
  const lengths = [0, 0, 0, 0];
  const starts = [NO_PLACE, NO_PLACE, NO_PLACE, NO_PLACE];
  let contents = 0;
  let end = NO_PLACE;
  for (let i = 0; i < labels.length; i++) {
    const part = partOf(labels[i]!);
    if (lengths[part]!++ === 0) starts[part] = i + first - index;
    if (part === CONTENT) end = i + first - index;
    if (labels[i] === CONTENT_OPENS) contents++;
  }
  const taken = labels.length - lengths[0]!;
  return [
    near,
    whole,
    network,
    scoreOf(candidate),
    candidate.read,
    candidate.inSentence,
    scoreOf(candidate) + candidate.read,
    likelihood(candidate),
    candidate.value,
    candidate.lead,
    candidate.count,
    candidate.firstValue,
    lengths[CONTENT]!,
    lengths[SOURCE]!,
    lengths[CUE]!,
    contents,
    starts[CONTENT]!,
    end,
    starts[SOURCE]!,
    taken / labels.length,
    labels.length,
  ];
}

function wordNumbers(
  { index, rule, lemma }: Candidate,
  { tokens, shares }: Surroundings,
): readonly number[] {
  const { upos, xpos } = tokens[index]!;
  const { uses, share } = shares.of(lemma);
  return [
    rule === undefined ? 0 : rule.act === 'speech' ? 2 : 1,
    UPOS.indexOf(upos),
    XPOS.indexOf(xpos),
    uses,
    share,
  ];
}

function besideNumbers(
  { index }: Candidate,
  before: Candidate | undefined,
  after: Candidate | undefined,
): readonly number[] {
  return [before, after].map((other) =>
    other === undefined || Math.abs(other.index - index) >= NEAR ? NO_SCORE : likelihood(other),
  );
}

/** The best of those in whose source, content or cue it lies, that lie in its own, and that share them. */
function amongNumbers(candidate: Candidate, others: readonly Candidate[]): readonly number[] {
  let [sameScore, same, sourceScore] = [NO_SCORE, 0, NO_SCORE];
  const within = [NO_SCORE, NO_SCORE, NO_SCORE, NO_SCORE];
  const held = [NO_SCORE, NO_SCORE, NO_SCORE, NO_SCORE];
  for (const other of others) {
    const score = likelihood(other);
    const inOther = partAt(other, candidate.index);
    const inOwn = partAt(candidate, other.index);
    if (inOther >= 0) within[inOther] = Math.max(within[inOther]!, score);
    if (inOwn >= 0) held[inOwn] = Math.max(held[inOwn]!, score);
    const { content, source } = shared(candidate, other);
    if (content > SAME && score > sameScore) [sameScore, same] = [score, content];
    if (source > 0) sourceScore = Math.max(sourceScore, score);
  }
  return [...PARTS.flatMap((part) => [within[part]!, held[part]!]), same, sameScore, sourceScore];
}

/** Share of both contents that is common, and words of both sources that are. */
function shared(a: Candidate, b: Candidate) {
  let [both, either, source] = [0, 0, 0];
  const last = Math.max(a.first + a.labels.length, b.first + b.labels.length);
  for (let i = Math.min(a.first, b.first); i < last; i++) {
    const [inA, inB] = [partAt(a, i), partAt(b, i)];
    if (inA === CONTENT && inB === CONTENT) both++;
    if (inA === CONTENT || inB === CONTENT) either++;
    if (inA === SOURCE && inB === SOURCE) source++;
  }
  return { content: either === 0 ? 0 : both / either, source };
}
