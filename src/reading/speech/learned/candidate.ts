import type { Attribution } from '../rule.ts';
import type { Labelling } from './decode.ts';
import { FAINT, LINEAR_SHARE } from './model.ts';

/** What the weights make of a word by itself. */
export interface CueScore {
  /** Log odds by the log-linear model from the word and its neighbours, and from all its features. */
  readonly near: number;
  readonly whole: number;
  /** Log odds by the network. */
  readonly network: number;
}

/** A word that may head a cue, with what would be said and who would say it if it does. */
export interface Candidate extends CueScore, Labelling {
  readonly index: number;
  readonly rule: Attribution | undefined;
  /** Its own labels begin here. */
  readonly first: number;
  /** Hash of its lemma. */
  readonly lemma: number;
  /** Log odds by the network that reads its sentence once for all candidates. */
  readonly inSentence: number;
}

/** What the reader's log odds count beside the score; the best of 0.3, 0.6, 1 and 1.5 on documents kept back. */
const READ_SHARE = 1;

/** Score under which no labelling is looked for. */
const LEAST = -2.5;

export const scoreOf = ({ network, whole }: Pick<CueScore, 'network' | 'whole'>) =>
  network + LINEAR_SHARE * whole;

/** What its own features and what stands around it say together. */
export const likelihood = (
  candidate: Pick<Candidate, 'network' | 'whole' | 'read' | 'inSentence'>,
) => scoreOf(candidate) + READ_SHARE * (candidate.read + candidate.inSentence);

/** Whether a word goes to the network: what a rule proposes always does. */
export const isLikely = (near: number, rule: Attribution | undefined) =>
  rule !== undefined || near > FAINT;

/** Whether a labelling is looked for. */
export const isCandidate = (score: CueScore, rule: Attribution | undefined) =>
  rule?.act === 'speech' || scoreOf(score) > LEAST;
