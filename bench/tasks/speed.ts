import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport, type ReaderResources } from '../../src/reader.ts';
import { parseText } from '../../src/reading/parse.ts';
import { splitText } from '../../src/reading/split.ts';
import { readConllu } from '../../training/conllu.ts';
import { reportOf } from '../report.ts';
import type { BenchOptions, BenchResult, BenchTask } from '../task.ts';

const ROUNDS = 5;
/** Texts are cut into reports of about the length of a news item. */
const REPORT_CHARACTERS = 4_000;

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt|jsonl)$/.test(file))
    .sort()
    .map((file) => join(path, file));
}

/** Bodies of a text, Markdown, JSONL or CoNLL-U file. */
function bodiesOf(file: string): string[] {
  if (file.endsWith('.conllu')) return chunks(readConllu(file).map(({ text }) => text));
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return chunks(text.split('\n'));
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map((row) => [row['body'], row['text']].find((value) => typeof value === 'string') ?? '')
    .filter((body) => body !== '');
}

function chunks(lines: readonly string[]): string[] {
  const bodies: string[] = [];
  let body = '';
  for (const line of lines) {
    body += `${line}\n`;
    if (body.length < REPORT_CHARACTERS) continue;
    bodies.push(body);
    body = '';
  }
  return body.trim() === '' ? bodies : [...bodies, body];
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * Milliseconds of processor time, so that other work on the machine does not count; collecting garbage
 * and compiling in the background do.
 */
function timed(reports: readonly Report[], work: (report: Report) => unknown): number {
  const times = Array.from({ length: ROUNDS + 1 }, () => {
    const start = process.cpuUsage();
    for (const report of reports) work(report);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return median(times.slice(1));
}

/** Milliseconds from the start of a new process to loaded resources. */
function startMs(root: string): number {
  const script = `import('${join(root, 'src/node/resources.ts')}').then((m) => m.loadResources()).then(() => console.log(performance.now()))`;
  const times = Array.from({ length: ROUNDS }, () => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    return Number(run.stdout.trim());
  });
  return Math.round(median(times));
}

const toTrees = (resources: ReaderResources) => (report: Report) =>
  parseText(splitText(report), resources);

export const task: BenchTask = {
  name: 'speed',
  about:
    'Words per second of one core, median of 5 after a warm-up; --data: text, Markdown, JSONL, CoNLL-U or a folder; default examples/.',
  async run({ data }: BenchOptions): Promise<BenchResult> {
    const root = packageRoot();
    const resources = await loadResources(root);
    const files = (data.length > 0 ? data : [join(root, 'examples')]).flatMap(filesOf);
    const reports = files
      .flatMap(bodiesOf)
      .map((body, i) => reportOf(body, { id: `r${i}`, published: '2021-08-06' }));
    const words = reports.reduce((sum, report) => sum + splitText(report).tokens.length, 0);
    const perSecond = (ms: number) => Math.round((words / ms) * 1000);
    const split = timed(reports, splitText);
    const trees = timed(reports, toTrees(resources));
    const whole = timed(reports, (report) => readReport(report, resources));
    return {
      task: 'speed',
      n: words,
      metrics: {
        wordsPerSecond: perSecond(whole),
        startMs: startMs(root),
        peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
        stages: {
          split: perSecond(split),
          splitTagParse: perSecond(trees),
          tagParse: perSecond(trees - split),
          namesToClaims: perSecond(whole - trees),
          whole: perSecond(whole),
        },
        reports: reports.length,
      },
    };
  },
};
