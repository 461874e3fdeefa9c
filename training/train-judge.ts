import { ruleAt } from '../src/reading/speech/first-rule.ts';
import { atomsOf } from '../src/reading/speech/learned/atoms.ts';
import {
  type Candidate,
  type CueScore,
  isCandidate,
} from '../src/reading/speech/learned/candidate.ts';
import { candidateNumbers } from '../src/reading/speech/learned/candidate-numbers.ts';
import {
  decodeRoles,
  type Reader,
  type SpanScorers,
} from '../src/reading/speech/learned/decode.ts';
import { LemmaShares } from '../src/reading/speech/learned/lemma-shares.ts';
import { roleContext } from '../src/reading/speech/learned/role-context.ts';
import { BoostedTrees, type TreeArrays } from '../src/reading/speech/learned/trees.ts';
import { ruledText } from '../src/reading/speech/learned/sentence-input.ts';
import { sentenceOdds } from '../src/reading/speech/learned/sentence-odds.ts';
import type { SpeechContext } from '../src/reading/speech/rule.ts';
import { type CueDecision, decisionFrom } from './cue-decision.ts';
import type { CueExample, SpeechDocument } from './speech-examples.ts';
import { FOLDS } from './train-cue-network.ts';
import type { SpeechOptions } from './train-speech.ts';
import { trainTrees } from './train-trees.ts';

/** How many uses a lemma has, and in how many it heads a cue. */
export type LemmaCounts = ReadonlyMap<number, readonly [uses: number, heads: number]>;

export interface Judge {
  readonly trees: TreeArrays;
  readonly counts: LemmaCounts;
  readonly decision: CueDecision;
}

/** What the first steps make of the documents that they have not seen. */
export interface FirstSteps {
  readonly cues: readonly (readonly CueExample[])[];
  readonly scores: ReadonlyMap<CueExample, CueScore>;
  /** By fold of the documents. */
  readonly spans: readonly SpanScorers[];
  readonly sentences: readonly Reader[];
}

interface Judged {
  readonly numbers: Float32Array;
  readonly label: number;
  readonly inCue: boolean;
}

/** The last judge of cues, which knows what each would attribute; and where it draws the line. */
export function trainJudge(
  documents: readonly SpeechDocument[],
  steps: FirstSteps,
  { seed, log }: Pick<SpeechOptions, 'seed' | 'log'>,
): Judge {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const others = steps.cues.filter((_cues, k) => k % FOLDS !== fold).flat();
    return new LemmaShares(countsOf(others));
  });
  const judged = documents.map(({ context }, k) =>
    judgedIn(context, {
      cues: steps.cues[k]!,
      scores: steps.scores,
      spans: steps.spans[k % steps.spans.length]!,
      sentences: steps.sentences[k % steps.sentences.length]!,
      shares: folds[k % FOLDS]!,
    }),
  );
  const held = folds.flatMap((_, fold) => {
    const others = judged.filter((_judged, k) => k % FOLDS !== fold).flat();
    const trees = new BoostedTrees(trainTrees(others, seed));
    return judged
      .filter((_judged, k) => k % FOLDS === fold)
      .flat()
      .map((each) => ({ ...each, score: trees.score(each.numbers) }));
  });
  const heads = steps.cues.flat().filter(({ label }) => label === 1).length;
  const missed = heads - held.filter(({ label }) => label === 1).length;
  return {
    trees: trainTrees(judged.flat(), seed),
    counts: countsOf(steps.cues.flat()),
    decision: decisionFrom(held, missed, log),
  };
}

function countsOf(cues: readonly CueExample[]): LemmaCounts {
  const counts = new Map<number, [number, number]>();
  for (const { lemma, label } of cues) {
    const [uses, heads] = counts.get(lemma) ?? [0, 0];
    counts.set(lemma, [uses + 1, heads + label]);
  }
  return counts;
}

interface ForDocument {
  readonly cues: readonly CueExample[];
  readonly scores: ReadonlyMap<CueExample, CueScore>;
  readonly spans: SpanScorers;
  readonly sentences: Reader;
  readonly shares: LemmaShares;
}

function judgedIn(
  context: SpeechContext,
  { cues, scores, spans, sentences, shares }: ForDocument,
): readonly Judged[] {
  const atoms = atomsOf(context);
  const rules = context.text.tokens.map((_token, index) => ruleAt(index, context));
  const oddsAt = sentenceOdds(ruledText(context, atoms, rules), sentences);
  const found: { readonly example: CueExample; readonly candidate: Candidate }[] = [];
  for (const example of cues) {
    const { index, lemma, rule } = example;
    const score = scores.get(example);
    if (score === undefined || !isCandidate(score, rule)) continue;
    const role = roleContext(context, atoms, index, rule);
    const candidate = {
      index,
      rule,
      lemma,
      first: role.first,
      inSentence: oddsAt(index),
      ...score,
      ...decodeRoles(spans, role, rule),
    };
    found.push({ example, candidate });
  }
  const numbers = candidateNumbers(
    found.map(({ candidate }) => candidate),
    { tokens: context.text.tokens, shares },
  );
  return found.map(({ example: { label, inCue } }, k) => ({ numbers: numbers[k]!, label, inCue }));
}
