import { readFileSync } from 'node:fs';
import {
  contextOf,
  documentsOf,
  type ToponymDocument,
  type ToponymResources,
} from '../bench/toponyms/documents.ts';
import { scoreResolution } from '../bench/toponyms/resolution.ts';
import { kilometresBetween } from '../src/gazetteer/distance.ts';
import { FEATURES, featuresOf, featuresOfNowhere } from '../src/reading/places/features.ts';
import { spansAt } from '../src/reading/places/given.ts';
import { findPeoples } from '../src/reading/places/peoples.ts';
import {
  evidenceFor,
  fittedWeights,
  groupsOf,
  peopleShares,
  settle,
  type NameGroup,
} from '../src/reading/places/resolve.ts';
import { withFullForms } from '../src/reading/places/short-forms.ts';
import { lookupIn } from '../src/reading/places/span.ts';

/**
 * Fits the weights of `src/reading/places/weights.ts`. Objective: the log-likelihood, over names in
 * annotated news that have candidates, of the right ones together (those within 161 km; where there
 * are none, of "none of these") under a softmax of the weighted features, less `RIDGE`/2 times the
 * squared weights. The other names' beliefs, which some features read, are recomputed with the
 * weights of each epoch and held fixed within it.
 */
const RADIUS_KM = 161;
const RIDGE = 0.0003;
const EPOCHS = 8;
const STEPS = 60;
const RATE = 0.5;
/**
 * The news at hand spells its places one way, so that it cannot say what a spelling is worth.
 * Both answers lie within the radius, so that the data cannot tell: a bare name means the town; or
 * local papers, of which the larger set is made, use the name for what nobody elsewhere would.
 */
const HELD = new Set<string>([
  'similarity',
  'provinceOfNamesake',
  'districtOfNamesake',
  'inNamesakeCountry',
  'provinceOfCity',
  'townOfArea',
  'townOfMetropolis',
]);

interface Example {
  readonly features: readonly (readonly number[])[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

interface Document {
  readonly groups: readonly NameGroup[];
  readonly peoples: ReadonlyMap<string, number>;
  /** Whether each candidate of each group is right, by majority of its mentions; "none" at the end. */
  readonly right: readonly (readonly boolean[])[];
}

function prepare({ text, toponyms }: ToponymDocument, resources: ToponymResources): Document {
  const { text: parsed } = contextOf(text, resources);
  const known = toponyms.filter(({ lat, lon }) => lat !== null && lon !== null);
  const spans = withFullForms(spansAt(parsed, known, lookupIn(resources.gazetteer)));
  const groups = groupsOf(parsed, spans);
  const right = groups.map(({ span, members }) => {
    const marks = span.candidates.map(({ place }) => {
      const near = members.filter((i) => {
        const { lat, lon } = known[i]!;
        return kilometresBetween(place, { lat: lat!, lon: lon! }) <= RADIUS_KM;
      });
      return near.length * 2 > members.length;
    });
    return [...marks, !marks.includes(true)];
  });
  return { groups, peoples: peopleShares(findPeoples(parsed, resources.gazetteer)), right };
}

function examplesOf(documents: readonly Document[], weights: readonly number[]): Example[] {
  return documents.flatMap(({ groups, peoples, right }) => {
    const beliefs = settle(groups, peoples, weights);
    return groups.flatMap((group, i): Example[] => {
      if (group.span.candidates.length === 0) return [];
      const evidence = evidenceFor(i, groups, beliefs, peoples);
      const features = [
        ...group.span.candidates.map((one) => featuresOf(one, group.span, evidence)),
        featuresOfNowhere(evidence, group.span),
      ];
      return [{ features, right: right[i]!, weight: Math.sqrt(group.members.length) }];
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

function fit(documents: readonly Document[], print: (line: string) => void): readonly number[] {
  const shipped = fittedWeights();
  let weights: number[] = FEATURES.map((name, i) => (HELD.has(name) ? shipped[i]! : 0));
  const squares = weights.map(() => 1e-8);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const examples = examplesOf(documents, weights);
    let likelihood = 0;
    for (let step = 0; step < STEPS; step++) {
      const found = gradient(examples, weights);
      likelihood = found.likelihood;
      weights = weights.map((value, i) => {
        if (HELD.has(FEATURES[i]!)) return value;
        const push = found.slope[i]! - RIDGE * value;
        squares[i]! += push * push;
        return value + (RATE * push) / Math.sqrt(squares[i]!);
      });
    }
    print(`epoch ${epoch}: ${examples.length} names, mean log-likelihood ${likelihood.toFixed(4)}`);
  }
  return weights;
}

const readSet = (path: string) => documentsOf([readFileSync(path, 'utf8')]);

/** Fits on all documents of the files and prints the weights. */
export function trainResolution(
  paths: readonly string[],
  resources: ToponymResources,
  print: (line: string) => void,
) {
  const documents = paths.flatMap(readSet).map((one) => prepare(one, resources));
  const weights = fit(documents, print);
  FEATURES.forEach((name, i) => print(`  ${name}: ${weights[i]!.toFixed(2)},`));
}

/** Fits on each half of the files' documents, every second one, and measures on the other. */
export function holdOutResolution(
  paths: readonly string[],
  resources: ToponymResources,
  print: (line: string) => void,
) {
  const sets = paths.map((path) => ({ path, documents: readSet(path) }));
  const prepared = sets.map(({ documents }) => documents.map((one) => prepare(one, resources)));
  const counts = sets.map(() => ({ right: 0, of: 0 }));
  for (const half of [0, 1]) {
    const weights = fit(
      prepared.flatMap((documents) => documents.filter((_, i) => i % 2 !== half)),
      () => undefined,
    );
    sets.forEach(({ documents }, number) => {
      const tested = documents.filter((_, i) => i % 2 === half);
      const { right, withCoordinates } = scoreResolution(tested, resources, weights);
      counts[number]!.right += right;
      counts[number]!.of += withCoordinates;
    });
  }
  counts.forEach(({ right, of }, i) =>
    print(`${sets[i]!.path}: held out ${(right / of).toFixed(4)} of ${of}`),
  );
}
