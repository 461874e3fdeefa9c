import type { ModelArray, ModelFile } from '../src/reading/perceptron/container.ts';
import { MOST_FEATURES, SparseWeights } from '../src/reading/perceptron/weights.ts';
import type { SpeechContext } from '../src/reading/speech/rule.ts';
import { atomsOf } from '../src/reading/speech/learned/atoms.ts';
import { cueFeatures, mayBeCue } from '../src/reading/speech/learned/cue-features.ts';
import { decodeRoles, transitionFeature } from '../src/reading/speech/learned/decode.ts';
import { ruleAt } from '../src/reading/speech/learned/find.ts';
import {
  roleContext,
  roleFeatures,
  type RoleContext,
} from '../src/reading/speech/learned/role-features.ts';
import { Learner } from './learner.ts';
import { seededRandom, shuffled } from './random.ts';

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

export interface SpeechOptions {
  readonly epochs: number;
  readonly seed: number;
  readonly least: number;
  readonly log: (line: string) => void;
}

interface CueExample {
  readonly features: Int32Array;
  readonly label: number;
  readonly lemma: number;
}

interface RoleExample {
  readonly role: RoleContext;
  readonly labels: Uint8Array;
}

/** One document in this many is kept back to set the threshold. */
const HELD_BACK = 10;

export function trainSpeech(
  documents: readonly SpeechDocument[],
  options: SpeechOptions,
): ModelFile {
  const cues: CueExample[] = [];
  const held: CueExample[] = [];
  const roles: RoleExample[] = [];
  documents.forEach((document, k) => {
    const examples = examplesOf(document);
    for (const example of examples.cues) (k % HELD_BACK === 0 ? held : cues).push(example);
    roles.push(...examples.roles);
  });
  options.log(`${cues.length} words, ${roles.length} attributions`);
  const partial = twice(2, options, (learner) => trainCues(learner, cues, options));
  const threshold = bestThreshold(partial, held, options.log);
  const cueLearner = twice(2, options, (learner) =>
    trainCues(learner, [...cues, ...held], options),
  );
  const roleLearner = twice(5, options, (learner) => trainRoles(learner, roles, options));
  const named = (prefix: string, arrays: Readonly<Record<string, ModelArray>>) =>
    Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${prefix}${name}`, array]));
  return {
    meta: { model: 'speech', threshold, seed: options.seed },
    arrays: {
      silent: silentLemmas(cues),
      ...named('cue.', cueLearner.frozen(CUE_UNIT)),
      ...named('role.', roleLearner.frozen(ROLE_UNIT)),
    },
  };
}

const CUE_UNIT = 1 / 4;
/** Labels of whole sentences are corrected at once, so their weights grow larger. */
const ROLE_UNIT = 1;
/** A lemma seen this often and never as a cue is not asked about again. */
const OFTEN = 6;

function silentLemmas(examples: readonly CueExample[]): Int32Array {
  const seen = new Map<number, number>();
  for (const { lemma, label } of examples)
    seen.set(lemma, label === 1 ? -Infinity : (seen.get(lemma) ?? 0) + 1);
  return Int32Array.from(
    [...seen].filter(([, count]) => count >= OFTEN).map(([lemma]) => lemma),
  ).sort();
}

/** Once with every feature, once more with those that came to matter. */
function twice(
  classes: number,
  { least, log }: SpeechOptions,
  train: (learner: Learner) => void,
): Learner {
  const first = new Learner(classes);
  train(first);
  if (least <= 0) return first;
  const allowed = first.featuresOfWeight(least);
  log(`keeping ${allowed.size} of ${first.size} features`);
  const second = new Learner(classes, allowed);
  train(second);
  return second;
}

function examplesOf({ context, gold }: SpeechDocument) {
  const { tokens } = context.text;
  const atoms = atomsOf(context);
  const heads = new Map<number, GoldAttribution>();
  for (const attribution of gold) {
    const inCue = new Set(attribution.cue);
    const head = attribution.cue.find((index) => !inCue.has(tokens[index]!.head));
    if (head !== undefined) heads.set(head, attribution);
  }
  const buffer = new Int32Array(MOST_FEATURES);
  const cues: CueExample[] = [];
  const roles: RoleExample[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const rule = ruleAt(index, context);
    const attribution = heads.get(index);
    if (rule !== undefined || mayBeCue(context, index)) {
      const count = cueFeatures(context, atoms, { index, rule }, buffer);
      cues.push({
        features: buffer.slice(0, count),
        label: attribution === undefined ? 0 : 1,
        lemma: atoms.lemma[index]!,
      });
    }
    if (attribution !== undefined) {
      const role = roleContext(context, atoms, index, rule);
      roles.push({ role, labels: labelsOf(role, attribution) });
    }
  }
  return { cues, roles };
}

function labelsOf(role: RoleContext, { source, content }: GoldAttribution): Uint8Array {
  const labels = new Uint8Array(role.last - role.first);
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

function trainCues(
  learner: Learner,
  examples: readonly CueExample[],
  { epochs, seed, log }: SpeechOptions,
) {
  const random = seededRandom(seed);
  const scores = new Float64Array(2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    for (const index of shuffled(examples.length, random)) {
      const { features, label } = examples[index]!;
      learner.score(features, features.length, scores);
      learner.tick();
      const guess = scores[1]! > scores[0]! ? 1 : 0;
      if (guess === label) continue;
      wrong++;
      learner.update(features, features.length, label, guess);
    }
    log(`cues epoch ${epoch + 1}: ${wrong} wrong, ${learner.size} features`);
  }
}

/** Threshold on the averaged weights that gives the best F1 on documents kept back. */
function bestThreshold(learner: Learner, held: readonly CueExample[], log: (line: string) => void) {
  const scorer = new SparseWeights(learner.frozen(CUE_UNIT));
  const scores = new Float64Array(2);
  const scored = held.map(({ features, label }) => {
    scorer.score(features, features.length, scores);
    return { margin: scores[1]! - scores[0]!, label };
  });
  scored.sort((a, b) => b.margin - a.margin);
  const gold = scored.filter(({ label }) => label === 1).length;
  let right = 0;
  let best = { f1: 0, margin: 0 };
  scored.forEach(({ margin, label }, k) => {
    right += label;
    const f1 = (2 * right) / (k + 1 + gold);
    if (f1 > best.f1) best = { f1, margin };
  });
  log(`cue heads on documents kept back: F1 ${best.f1.toFixed(4)} at ${best.margin.toFixed(2)}`);
  return best.margin;
}

function trainRoles(
  learner: Learner,
  examples: readonly RoleExample[],
  { epochs, seed, log }: SpeechOptions,
) {
  const random = seededRandom(seed);
  const features = new Int32Array(MOST_FEATURES);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let wrong = 0;
    for (const index of shuffled(examples.length, random)) {
      const { role, labels } = examples[index]!;
      const guess = decodeRoles(learner, role);
      learner.tick();
      if (guess.every((label, i) => label === labels[i])) continue;
      wrong++;
      correct(learner, { role, labels }, guess, features);
    }
    log(`roles epoch ${epoch + 1}: ${wrong} wrong, ${learner.size} features`);
  }
}

function correct(
  learner: Learner,
  { role, labels }: RoleExample,
  guess: Uint8Array,
  features: Int32Array,
) {
  const step = new Int32Array(1);
  for (let i = 0; i < labels.length; i++) {
    const [good, bad] = [labels[i]!, guess[i]!];
    if (good !== bad)
      learner.update(features, roleFeatures(role, role.first + i, features), good, bad);
    const previousGood = i === 0 ? -1 : labels[i - 1]!;
    const previousBad = i === 0 ? -1 : guess[i - 1]!;
    if (good === bad && previousGood === previousBad) continue;
    step[0] = transitionFeature(previousGood);
    learner.change(step, 1, good, 1);
    step[0] = transitionFeature(previousBad);
    learner.change(step, 1, bad, -1);
  }
}
