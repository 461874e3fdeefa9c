import type { Modality, Polarity } from '../../domain/index.ts';

/** How the words put it: did it happen, and how sure are they? */
export interface Judgement {
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Tried or under way, not done: "trying to take". */
  readonly attempted: boolean;
  /** Said to be out of reach: "lack the resources to take". */
  readonly unable: boolean;
  /** Somebody denies it: the word that does, as a token. */
  readonly denied?: number;
  /** Words that decided, for traces. */
  readonly because: readonly string[];
}

const STRENGTH: Readonly<Record<Modality, number>> = {
  stated: 0,
  background: 1,
  hedged: 2,
  predicted: 3,
  planned: 4,
  hypothetical: 5,
};

export interface State {
  polarity: Polarity;
  modality: Modality;
  attempted: boolean;
  unable: boolean;
  denied?: number;
  because: string[];
}

export function weaken(state: State, modality: Modality, word: string) {
  state.because.push(word);
  if (STRENGTH[modality] > STRENGTH[state.modality]) state.modality = modality;
}

/** Once is enough: a second negation in the same breath rarely takes the first back. */
export function negate(state: State, word: string) {
  state.because.push(word);
  state.polarity = 'negative';
}
