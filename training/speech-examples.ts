import { MOST_FEATURES } from '../src/reading/perceptron/weights.ts';
import { ruleAt } from '../src/reading/speech/first-rule.ts';
import { atomsOf } from '../src/reading/speech/learned/atoms.ts';
import { type CueScore, isCandidate } from '../src/reading/speech/learned/candidate.ts';
import { cueFeatures, mayBeCue } from '../src/reading/speech/learned/cue-features.ts';
import { frameContext, frameFeatures } from '../src/reading/speech/learned/cue-frame.ts';
import { inputOf, type RawInput } from '../src/reading/speech/learned/network-input.ts';
import { CUE_LABEL } from '../src/reading/speech/learned/labels.ts';
import { roleContext, type RoleContext } from '../src/reading/speech/learned/role-context.ts';
import type { Attribution, SpeechContext } from '../src/reading/speech/rule.ts';

/** An attribution of the corpus in tokens. */
export interface GoldAttribution {
  readonly cue: readonly number[];
  readonly source: readonly (readonly number[])[];
  readonly content: readonly (readonly number[])[];
}

export interface SpeechDocument {
  readonly context: SpeechContext;
  readonly gold: readonly GoldAttribution[];
}

/** Whether a token heads a cue. */
export interface CueExample {
  readonly index: number;
  readonly features: Int32Array;
  /** How many of the features, the first, are of the word and its neighbours alone. */
  readonly near: number;
  /** What a rule makes of it. */
  readonly rule: Attribution | undefined;
  readonly lemma: number;
  /** What the network looks at; its last two numbers are set by weights that have not seen the document. */
  readonly input: RawInput;
  readonly label: number;
  /** Whether it is any part of one. */
  readonly inCue: boolean;
}

/** What stands around a likely cue. */
export interface ReadingExample {
  readonly role: RoleContext;
  readonly rule: Attribution | undefined;
  /** Absent for a cue that the first steps rule out: what is around it can be learnt, but it is not asked about. */
  readonly isCue?: 0 | 1;
  /** Absent where it is none. */
  readonly labels?: Uint8Array;
}

/** A lemma seen this often and never as a cue is not asked about again. */
const OFTEN = 6;

export function silentLemmas(documents: readonly SpeechDocument[]): Int32Array {
  const seen = new Map<number, number>();
  for (const document of documents) {
    const { lemma } = atomsOf(document.context);
    const heads = byHead(document);
    lemma.forEach((hash, index) =>
      seen.set(hash, heads.has(index) ? -Infinity : (seen.get(hash) ?? 0) + 1),
    );
  }
  const silent = [...seen].filter(([, count]) => count >= OFTEN).map(([lemma]) => lemma);
  return Int32Array.from(silent).sort();
}

/** Each attribution by the head of its cue. */
function byHead({ context, gold }: SpeechDocument) {
  const { tokens } = context.text;
  const heads = new Map<number, GoldAttribution>();
  for (const attribution of gold) {
    const inCue = new Set(attribution.cue);
    const head = attribution.cue.find((index) => !inCue.has(tokens[index]!.head));
    if (head !== undefined) heads.set(head, attribution);
  }
  return heads;
}

export function cuesOf(
  document: SpeechDocument,
  silent: ReadonlySet<number>,
): readonly CueExample[] {
  const { context } = document;
  const { tokens } = context.text;
  const atoms = atomsOf(context);
  const frames = frameContext(context, atoms);
  const heads = byHead(document);
  const inCue = new Set(document.gold.flatMap(({ cue }) => cue));
  const buffer = new Int32Array(MOST_FEATURES);
  const cues: CueExample[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const rule = ruleAt(index, context);
    const attribution = heads.get(index);
    if (rule !== undefined || (mayBeCue(context, index) && !silent.has(atoms.lemma[index]!))) {
      const from = cueFeatures(frames, { index, rule }, buffer);
      const count = frameFeatures(frames, { index, from }, buffer);
      const label = attribution === undefined ? 0 : 1;
      cues.push({
        index,
        features: buffer.slice(0, count),
        near: from,
        rule,
        lemma: atoms.lemma[index]!,
        input: inputOf(frames, { index, rule, near: 0, whole: 0 }),
        label,
        inCue: inCue.has(index),
      });
    }
  }
  return cues;
}

export function readingsOf(
  document: SpeechDocument,
  cues: readonly CueExample[],
  scores: ReadonlyMap<CueExample, CueScore>,
): readonly ReadingExample[] {
  const { context } = document;
  const atoms = atomsOf(context);
  const heads = byHead(document);
  const asked = new Set<number>();
  for (const cue of cues) {
    const score = scores.get(cue);
    if (score !== undefined && isCandidate(score, cue.rule)) asked.add(cue.index);
  }
  return [...new Set([...asked, ...heads.keys()])]
    .sort((a, b) => a - b)
    .map((index) => {
      const rule = ruleAt(index, context);
      const role = roleContext(context, atoms, index, rule);
      const attribution = heads.get(index);
      return {
        role,
        rule,
        ...(asked.has(index) ? { isCue: attribution === undefined ? 0 : 1 } : {}),
        ...(attribution === undefined ? {} : { labels: labelsOf(role, attribution) }),
      };
    });
}

function labelsOf(role: RoleContext, { cue, source, content }: GoldAttribution): Uint8Array {
  const labels = new Uint8Array(role.last - role.first);
  for (const i of [...cue, role.cue])
    if (i >= role.first && i < role.last) labels[i - role.first] = CUE_LABEL;
  const paint = (runs: readonly (readonly number[])[], opens: number) => {
    for (const run of runs) {
      const inside = run.filter((i) => i >= role.first && i < role.last && i !== role.cue);
      inside.forEach((i, k) => {
        const goesOn = k > 0 && inside[k - 1] === i - 1;
        labels[i - role.first] = goesOn ? opens + 1 : opens;
      });
    }
  };
  paint(source, 1);
  paint(content, 3);
  return labels;
}
