import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { parseComposed, type Composed } from '../composed/data.ts';
import { isPlaced, isRight, scoreComposed, type Line, type Score } from '../composed/score.ts';
import { reportOf } from '../report.ts';
import type { BenchTask } from '../task.ts';

const FOLDER = join(packageRoot(), 'test', 'claims', 'reports');

const told = ({ kind, actor, place, polarity, modality, chain, rule, evidence }: Claim) =>
  [
    kind,
    actor?.id ?? '-',
    isResolved(place) ? place.name : `?${place.text}`,
    polarity === 'negative' ? 'negative' : modality,
    chain.map(({ name }) => name).join(' – '),
    rule,
    evidence.exact,
  ].join(' | ');

function show(name: string, { lines, extra }: Score, print: (line: string) => void) {
  print(`## ${name}`);
  for (const { expected, claim, agreement } of lines) {
    if (agreement && isRight(agreement)) continue;
    print(`  ${agreement && isPlaced(agreement) ? '~' : '-'} ${expected.line}`);
    if (claim) print(`      ${told(claim)}`);
  }
  for (const claim of extra) print(`  + ${told(claim)}`);
}

/** Why a line is missed: the first thing its best claim has wrong. */
function causeOf({ agreement }: Line): string {
  if (!agreement) return 'nothing';
  if (!agreement.kind) return 'kind';
  return agreement.place ? 'side' : 'place';
}

const load = async (path: string): Promise<Composed> => parseComposed(await readFile(path, 'utf8'));

export const task: BenchTask = {
  name: 'reports',
  about:
    'Reports of our own, annotated line by line. --data FOLDER (repeatable; default test/claims/reports), --from and --to to take files by number, --show to print what was missed (-), misjudged (~) and too much (+).',
  async run({ data, flags, print }) {
    const resources = await loadResources();
    const lines: Line[] = [];
    let extra = 0;
    let n = 0;
    for (const folder of data.length > 0 ? data : [FOLDER])
      for (const name of (await readdir(folder)).sort()) {
        const number = Number.parseInt(name, 10);
        if (number < Number(flags.from ?? 0) || number > Number(flags.to ?? Infinity)) continue;
        const report = await load(join(folder, name));
        const { claims } = readReport(reportOf(report.body, report), resources);
        const score = scoreComposed(report, claims, resources);
        if (flags.show === 'true') show(name, score, print);
        lines.push(...score.lines);
        extra += score.extra.length;
        n++;
      }
    return { task: 'reports', n, metrics: { ...metricsOf(lines), extra } };
  },
};

function metricsOf(lines: readonly Line[]) {
  const placed = lines.filter(({ agreement }) => agreement && isPlaced(agreement));
  const count = (test: (line: Line) => boolean) => placed.filter(test).length;
  const missed = { nothing: 0, kind: 0, place: 0, side: 0 };
  for (const line of lines)
    if (!placed.includes(line)) missed[causeOf(line) as keyof typeof missed]++;
  return {
    lines: lines.length,
    right: placed.length,
    resolved: count(({ agreement }) => agreement!.resolved),
    speaker: count(({ agreement }) => agreement!.speaker),
    modality: count(({ agreement }) => agreement!.modality),
    whole: count(({ agreement }) => isRight(agreement!)),
    missed,
  };
}
