import { readFileSync } from 'node:fs';
import {
  contextOf,
  documentsOf,
  loadToponymResources,
  type ToponymResources,
} from '../bench/toponyms/documents.ts';
import { asAnnotated, goldSpans } from '../bench/toponyms/recognition.ts';
import { kilometresBetween } from '../src/gazetteer/distance.ts';
import { spanAt } from '../src/reading/places/given.ts';
import { FEATURES, featuresOf } from '../src/reading/places/features.ts';
import { findPeoples } from '../src/reading/places/peoples.ts';
import {
  evidenceFor,
  fittedWeights,
  groupsOf,
  peopleShares,
  settle,
  type NameGroup,
} from '../src/reading/places/resolve.ts';
import { SIGNS } from '../src/reading/places/acceptance.ts';
import { proposals } from '../src/reading/places/scan.ts';
import { ACCEPTANCE } from '../src/reading/places/weights.ts';
import { lookupIn } from '../src/reading/places/span.ts';

import { locationDocuments } from './location-documents.ts';

/**
 * Fits the weights of `src/reading/places/weights.ts`. Objective: the log-likelihood, over names in
 * annotated news whose candidates hold a right one, of the right candidates together (those within
 * 161 km) under a softmax of the weighted features, less `RIDGE`/2 times the squared distance from
 * the weights it starts with. The other names' beliefs, which some features read, are recomputed with
 * the weights of each epoch and held fixed within it.
 */
const RADIUS_KM = 161;
const RIDGE = 0.0002;
const EPOCHS = 8;
/** Both answers lie within the radius, so that the data cannot tell: a bare name means the town. */
const HELD = new Set<string>(['provinceOfNamesake', 'districtOfNamesake', 'inNamesakeCountry']);
/** Kept where news of one language's countries says too little of wars elsewhere. */
const HELD_SIGNS = new Set<string>(['levelNamed', 'inFocus']);
const STEPS = 40;
const RATE = 0.5;

interface Example {
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

interface Document {
  readonly groups: readonly NameGroup[];
  readonly peoples: ReadonlyMap<string, number>;
  /** Whether each candidate of each group is right, by majority of its mentions. */
  readonly right: readonly (readonly boolean[])[];
}

function prepare(path: string, resources: ToponymResources): readonly Document[] {
  return documentsOf([readFileSync(path, 'utf8')]).map(({ text, toponyms }) => {
    const { text: parsed } = contextOf(text, resources);
    const known = toponyms.filter(({ lat, lon }) => lat !== null && lon !== null);
    const lookup = lookupIn(resources.gazetteer);
    const spans = known.map((span) => spanAt(parsed, span, lookup));
    const groups = groupsOf(parsed, spans);
    const right = groups.map(({ span, members }) =>
      span.candidates.map(({ place }) => {
        const near = members.filter((i) => {
          const { lat, lon } = known[i]!;
          return kilometresBetween(place, { lat: lat!, lon: lon! }) <= RADIUS_KM;
        });
        return near.length * 2 > members.length;
      }),
    );
    return { groups, peoples: peopleShares(findPeoples(parsed, resources.gazetteer)), right };
  });
}

function examplesOf(documents: readonly Document[], weights: readonly number[]): Example[] {
  return documents.flatMap(({ groups, peoples, right }) => {
    const beliefs = settle(groups, peoples, weights);
    return groups.flatMap((group, i): Example[] => {
      const marks = right[i]!;
      if (!marks.includes(true) || !marks.includes(false)) return [];
      const evidence = evidenceFor(i, groups, beliefs, peoples);
      const features = group.span.candidates.map((one) => featuresOf(one, group.span, evidence));
      return [{ features, right: marks, weight: Math.sqrt(group.members.length) }];
    });
  });
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

function softmax(scores: readonly number[]): readonly number[] {
  const best = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - best));
  const total = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / total);
}

/** Gradient and value of the mean log-likelihood. */
function gradient(examples: readonly Example[], weights: readonly number[]) {
  const slope = weights.map(() => 0);
  let [likelihood, total] = [0, 0];
  for (const { features, right, weight } of examples) {
    const chances = softmax(features.map((row) => dot(row, weights)));
    const mass = chances.reduce((sum, chance, i) => sum + (right[i] ? chance : 0), 0);
    likelihood += weight * Math.log(Math.max(1e-12, mass));
    total += weight;
    features.forEach((row, i) => {
      const push = (right[i] ? chances[i]! / Math.max(1e-12, mass) : 0) - chances[i]!;
      row.forEach((value, f) => (slope[f]! += weight * push * value));
    });
  }
  return { slope: slope.map((value) => value / total), likelihood: likelihood / total };
}

export async function trainToponyms(paths: readonly string[], print: (line: string) => void) {
  const resources = await loadToponymResources();
  const documents = paths.flatMap((path) => prepare(path, resources));
  const start = fittedWeights();
  let weights = [...start];
  const squares = weights.map(() => 1e-8);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const examples = examplesOf(documents, weights);
    let likelihood = 0;
    for (let step = 0; step < STEPS; step++) {
      const found = gradient(examples, weights);
      likelihood = found.likelihood;
      weights = weights.map((value, i) => {
        if (HELD.has(FEATURES[i]!)) return value;
        const push = found.slope[i]! - RIDGE * (value - start[i]!);
        squares[i]! += push * push;
        return value + (RATE * push) / Math.sqrt(squares[i]!);
      });
    }
    print(`epoch ${epoch}: ${examples.length} names, mean log-likelihood ${likelihood.toFixed(4)}`);
  }
  FEATURES.forEach((name, i) => print(`  ${name}: ${weights[i]!.toFixed(2)},`));
}

const readDocuments = (path: string) =>
  path.endsWith('.conll') ? locationDocuments(path) : documentsOf([readFileSync(path, 'utf8')]);

/**
 * Fits the signs that a stretch names a place at all: logistic regression on the stretches that the
 * scan proposes, right where the annotators have exactly that name, with the same kind of ridge.
 */
export async function trainAcceptance(paths: readonly string[], print: (line: string) => void) {
  const resources = await loadToponymResources();
  const rows = paths.flatMap(readDocuments).flatMap((document) => {
    const context = contextOf(document.text, resources);
    const gold = goldSpans(document);
    return proposals(context, lookupIn(resources.gazetteer)).map(({ span, signs }) => ({
      values: SIGNS.map((sign) => signs[sign] ?? 0),
      right: gold.has(asAnnotated(context, span)),
    }));
  });
  const start = SIGNS.map((sign) => ACCEPTANCE[sign]);
  let weights = [...start];
  const squares = weights.map(() => 1e-8);
  for (let step = 0; step < 2000; step++) {
    const slope = weights.map(() => 0);
    for (const { values, right } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(values, weights)));
      values.forEach((value, f) => (slope[f]! += ((right ? 1 : 0) - chance) * value));
    }
    weights = weights.map((value, i) => {
      if (HELD_SIGNS.has(SIGNS[i]!)) return value;
      const push = slope[i]! / rows.length - RIDGE * value;
      squares[i]! += push * push;
      return value + (RATE * push) / Math.sqrt(squares[i]!);
    });
  }
  print(`${rows.length} stretches, ${rows.filter(({ right }) => right).length} right`);
  SIGNS.forEach((sign, i) => print(`  ${sign}: ${weights[i]!.toFixed(2)},`));
}

if (process.argv[1]?.endsWith('toponyms.ts')) {
  const [what, ...paths] = process.argv.slice(2);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  await (what === 'acceptance' ? trainAcceptance : trainToponyms)(paths, print);
}
