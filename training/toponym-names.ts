import { readFileSync } from 'node:fs';
import { contextOf, documentsOf, type ToponymResources } from '../bench/toponyms/documents.ts';
import { asAnnotated, goldSpans } from '../bench/toponyms/recognition.ts';
import { SIGNS } from '../src/reading/places/acceptance.ts';
import { proposals } from '../src/reading/places/scan.ts';
import { lookupIn } from '../src/reading/places/span.ts';
import { ACCEPTANCE } from '../src/reading/places/weights.ts';
import { locationDocuments } from './location-documents.ts';

const RIDGE = 0.0002;
const STEPS = 2000;
const RATE = 0.5;
/** Kept where news of one language's countries says too little of wars elsewhere. */
const HELD = new Set<string>(['levelNamed', 'inFocus']);

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

const readDocuments = (path: string) =>
  path.endsWith('.conll') ? locationDocuments(path) : documentsOf([readFileSync(path, 'utf8')]);

/**
 * Fits the signs that a stretch names a place at all: logistic regression on the stretches that the
 * scan proposes, right where the annotators have exactly that name, with the same kind of ridge.
 */
export function trainAcceptance(
  paths: readonly string[],
  resources: ToponymResources,
  print: (line: string) => void,
) {
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
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map(() => 0);
    for (const { values, right } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(values, weights)));
      values.forEach((value, f) => (slope[f]! += ((right ? 1 : 0) - chance) * value));
    }
    weights = weights.map((value, i) => {
      if (HELD.has(SIGNS[i]!)) return value;
      const push = slope[i]! / rows.length - RIDGE * value;
      squares[i]! += push * push;
      return value + (RATE * push) / Math.sqrt(squares[i]!);
    });
  }
  print(`${rows.length} stretches, ${rows.filter(({ right }) => right).length} right`);
  SIGNS.forEach((sign, i) => print(`  ${sign}: ${weights[i]!.toFixed(2)},`));
}
