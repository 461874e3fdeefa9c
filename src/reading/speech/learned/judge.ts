import { MOST_FEATURES, newScores } from '../../perceptron/weights.ts';
import { ruleAt } from '../first-rule.ts';
import type { Attribution, SpeechContext } from '../rule.ts';
import { atomsOf } from './atoms.ts';
import { type Candidate, type CueScore, isCandidate, isLikely } from './candidate.ts';
import { candidateNumbers } from './candidate-numbers.ts';
import { cueFeatures, mayBeCue } from './cue-features.ts';
import { frameContext, type FrameContext, frameFeatures } from './cue-frame.ts';
import { decodeRoles } from './decode.ts';
import type { SpeechModel } from './model.ts';
import { inputOf } from './network-input.ts';
import { roleContext } from './role-context.ts';
import { ruledText } from './sentence-input.ts';
import { sentenceOdds } from './sentence-odds.ts';

export interface Judged {
  readonly candidate: Candidate;
  /** Log odds that it heads a cue. */
  readonly odds: number;
}

/** The words of a text that may head a cue, each judged with what it would attribute and beside the others. */
export function judgedCandidates(context: SpeechContext, model: SpeechModel): readonly Judged[] {
  const candidates = candidatesIn(context, model);
  const { tokens } = context.text;
  const numbers = candidateNumbers(candidates, { tokens, shares: model.shares });
  return candidates.map((candidate, k) => ({ candidate, odds: model.trees.score(numbers[k]!) }));
}

function candidatesIn(context: SpeechContext, model: SpeechModel): readonly Candidate[] {
  const atoms = atomsOf(context);
  const scoreAt = cueScorer(frameContext(context, atoms), model);
  const rules = context.text.tokens.map((_token, index) => ruleAt(index, context));
  const oddsAt = sentenceOdds(ruledText(context, atoms, rules), model.sentences);
  const found: Candidate[] = [];
  for (let index = 0; index < context.text.tokens.length; index++) {
    const rule = rules[index];
    const lemma = atoms.lemma[index]!;
    if (rule === undefined && (model.silent.has(lemma) || !mayBeCue(context, index))) continue;
    const score = scoreAt(index, rule);
    if (score === undefined || !isCandidate(score, rule)) continue;
    const role = roleContext(context, atoms, index, rule);
    const labelling = decodeRoles(model, role, rule);
    const inSentence = oddsAt(index);
    found.push({ index, rule, lemma, first: role.first, inSentence, ...score, ...labelling });
  }
  return found;
}

/** How much a token looks like the head of a cue by itself; undefined where it plainly is none. */
function cueScorer(frames: FrameContext, model: SpeechModel) {
  const { cues, unit, network, categories } = model;
  const features = new Int32Array(MOST_FEATURES);
  const scores = newScores(cues, 2);
  const known = new Int32Array(MOST_FEATURES);
  return (index: number, rule: Attribution | undefined): CueScore | undefined => {
    cues.score(features, cueFeatures(frames, { index, rule }, features), scores);
    const near = (scores[1]! - scores[0]!) * unit;
    if (!isLikely(near, rule)) return undefined;
    cues.score(features, frameFeatures(frames, { index, from: 0 }, features), scores);
    const whole = near + (scores[1]! - scores[0]!) * unit;
    const input = inputOf(frames, { index, rule, near, whole });
    let count = 0;
    for (const hash of input.categories) {
      const row = categories.get(hash);
      if (row !== undefined) known[count++] = row;
    }
    const odds = network.score({ ...input, categories: known.subarray(0, count) });
    return { near, whole, network: odds };
  };
}
