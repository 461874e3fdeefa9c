import { readFileSync } from 'node:fs';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { reportOf } from '../report.ts';
import type { BenchTask } from '../task.ts';

/** "lgl-dev.jsonl:400" is its first 400 reports. */
function textsOf(data: string): readonly string[] {
  const [, file = data, most] = /^(.*?)(?::(\d+))?$/s.exec(data) ?? [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines
    .slice(0, most === undefined ? Infinity : Number(most))
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

const isAboutPlace = ({ kind, place, modality, polarity }: Claim) =>
  kind.startsWith('control.') &&
  kind !== 'control.count' &&
  isResolved(place) &&
  modality === 'stated' &&
  polarity === 'positive';

const told = ({ kind, actor, place, rule, evidence }: Claim) =>
  [
    kind,
    actor?.id ?? actor?.name ?? '-',
    isResolved(place) ? place.name : '?',
    rule,
    evidence.exact,
  ]
    .join(' | ')
    .replaceAll('\n', ' ');

export const task: BenchTask = {
  name: 'peaceful',
  about:
    'Claims about control of a named place in news that is mostly not about war; each is printed, to be checked by hand. --data FILE.jsonl with {text}, or FILE.jsonl:N for its first N.',
  async run({ data, print }) {
    const resources = await loadResources();
    let words = 0;
    let claims = 0;
    let reports = 0;
    for (const text of data.flatMap(textsOf)) {
      reports++;
      words += text.split(/\s+/).length;
      for (const claim of readReport(reportOf(text), resources).claims) {
        if (!isAboutPlace(claim)) continue;
        claims++;
        print(told(claim));
      }
    }
    return { task: 'peaceful', n: reports, metrics: { words, claims } };
  },
};
