import type { Stance } from '../../domain/index.ts';
import type { SpeechContext } from './rule.ts';

/** What a stance becomes when it is negated: "did not deny", "could not confirm". */
const NEGATED: Readonly<Partial<Record<Stance, Stance>>> = {
  // "did not say when talks would resume" vouches for nothing.
  says: 'doubts',
  claims: 'doubts',
  denies: 'says',
  confirms: 'doubts',
  doubts: 'says',
};

const NOT = /^(?:not|n't|n’t|never|neither|cannot)$/i;

/** Stance of the cue at `index`, turned round when the cue is negated. */
export function stanceAt({ tree }: SpeechContext, index: number, stance: Stance): Stance {
  const turned = NEGATED[stance];
  if (turned === undefined) return stance;
  const negated = tree.children(index).some((child) => NOT.test(tree.tokens[child]!.text));
  return negated ? turned : stance;
}
