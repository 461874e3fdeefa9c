import { readFileSync } from 'node:fs';
import type { BenchOptions, BenchResult, BenchTask } from '../task.ts';
import { scoreRecognition } from '../toponyms/recognition.ts';
import { scoreResolution } from '../toponyms/resolution.ts';
import { documentsOf, loadToponymResources } from '../toponyms/documents.ts';

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

export const task: BenchTask = {
  name: 'toponyms',
  about:
    'Place names found (exact span F1) and, with gold spans, placed within 161 km; --data FILE.jsonl with {text, toponyms: [{start, end, name, type, lat, lon}]}. --errors N prints N errors of each kind.',
  async run({ data, flags, print }: BenchOptions): Promise<BenchResult> {
    const resources = await loadToponymResources();
    const documents = documentsOf(data.map((file) => readFileSync(file, 'utf8')));
    const recognition = scoreRecognition(documents, resources);
    const resolution = scoreResolution(documents, resources);
    const errors = Number(flags['errors'] ?? 0);
    for (const line of recognition.errors.slice(0, errors)) print(line);
    for (const line of resolution.errors.slice(0, errors)) print(line);
    return {
      task: 'toponyms',
      n: documents.length,
      metrics: {
        recognitionF1: rounded(recognition.f1),
        precision: rounded(recognition.precision),
        recall: rounded(recognition.recall),
        acc161: rounded(resolution.right / Math.max(1, resolution.withCoordinates)),
        covered: rounded(resolution.placed / Math.max(1, resolution.withCoordinates)),
        medianKm: rounded(resolution.medianKm),
        withCoordinates: resolution.withCoordinates,
      },
    };
  },
};
