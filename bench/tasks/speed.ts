import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { extractClaims } from '../../src/claims/extract.ts';
import { readReport, type ReaderResources } from '../../src/reader.ts';
import { findActors } from '../../src/reading/actors.ts';
import { linkMentions } from '../../src/reading/link.ts';
import { findNames } from '../../src/reading/names.ts';
import { parseText } from '../../src/reading/parse.ts';
import { findPlaces } from '../../src/reading/places.ts';
import { findQuantities } from '../../src/reading/quantities.ts';
import { read } from '../../src/reading/read.ts';
import { findSpeech } from '../../src/reading/speech.ts';
import { splitText } from '../../src/reading/split.ts';
import { findTimes } from '../../src/reading/times.ts';
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

/** Reports are read again until so many words are behind: by then what is compiled stays so. */
const WARM_WORDS = 250_000;

interface Times {
  /** The first time that this work is done in the process. */
  readonly first: number;
  /** Median of five, when nothing is left to compile. */
  readonly steady: number;
}

/**
 * Milliseconds of processor time, so that other work on the machine does not count; collecting garbage
 * and compiling in the background do.
 */
function timed<T>(inputs: readonly T[], words: number, work: (input: T) => unknown): Times {
  const once = () => {
    const start = process.cpuUsage();
    for (const input of inputs) work(input);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const first = once();
  for (let read = words; read < WARM_WORDS; read += words) once();
  return { first, steady: median(Array.from({ length: ROUNDS }, once)) };
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

/** What each stage of `read.ts` and `reader.ts` makes of one report. */
function stagesOf(report: Report, resources: ReaderResources) {
  const split = splitText(report);
  const parsed = parseText(split, resources);
  const names = findNames(parsed, resources);
  const times = findTimes(parsed);
  const quantities = findQuantities(parsed, times);
  const actors = findActors(parsed, names, resources.actors, resources.gazetteer);
  const places = findPlaces({ text: parsed, names, actors, times }, resources.gazetteer);
  const found = [...actors, ...places, ...times, ...quantities];
  const mentions = linkMentions(parsed, found, resources);
  return {
    report,
    split,
    parsed,
    names,
    times,
    actors,
    found,
    mentions,
    reading: read(report, resources),
  };
}

type Stages = ReturnType<typeof stagesOf>;

/** Each stage alone, on what the stages before it made. */
const STAGES: Readonly<Record<string, (made: Stages, resources: ReaderResources) => unknown>> = {
  split: ({ report }) => splitText(report),
  tagsAndTrees: ({ split }, resources) => parseText(split, resources),
  names: ({ parsed }, resources) => findNames(parsed, resources),
  times: ({ parsed }) => findTimes(parsed),
  quantities: ({ parsed, times }) => findQuantities(parsed, times),
  actors: ({ parsed, names }, { actors, gazetteer }) =>
    findActors(parsed, names, actors, gazetteer),
  places: ({ parsed: text, names, actors, times }, { gazetteer }) =>
    findPlaces({ text, names, actors, times }, gazetteer),
  links: ({ parsed, found }, resources) => linkMentions(parsed, found, resources),
  speech: ({ parsed, mentions }, { speech }) => findSpeech(parsed, mentions, speech),
  claims: ({ reading }, resources) => extractClaims(reading, resources),
};

export const task: BenchTask = {
  name: 'speed',
  about:
    'Words per second of one core, the first time and when warm, and what each stage takes; --data: text, Markdown, JSONL, CoNLL-U or a folder; default examples/.',
  async run({ data }: BenchOptions): Promise<BenchResult> {
    const root = packageRoot();
    const resources = await loadResources(root);
    const files = (data.length > 0 ? data : [join(root, 'examples')]).flatMap(filesOf);
    const reports = files
      .flatMap(bodiesOf)
      .map((body, i) => reportOf(body, { id: `r${i}`, published: '2021-08-06' }));
    const words = reports.reduce((sum, report) => sum + splitText(report).tokens.length, 0);
    const perSecond = (ms: number) => Math.round((words / ms) * 1000);
    // Before anything else has been compiled for it.
    const whole = timed(reports, words, (report) => readReport(report, resources));
    // Before the stages' inputs of all reports are held at once.
    const peak = process.resourceUsage().maxRSS;
    const made = reports.map((report) => stagesOf(report, resources));
    const stages = Object.entries(STAGES).map(([name, stage]) => {
      const { steady } = timed(made, words, (one) => stage(one, resources));
      return [name, Math.round((steady / words) * 1e5) / 100] as const;
    });
    return {
      task: 'speed',
      n: words,
      metrics: {
        wordsPerSecond: perSecond(whole.steady),
        firstTime: perSecond(whole.first),
        microsecondsPerWord: Object.fromEntries(stages),
        startMs: startMs(root),
        peakMB: Math.round(peak / 1024),
        reports: reports.length,
      },
    };
  },
};
