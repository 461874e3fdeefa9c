import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Instant } from '../../src/domain/index.ts';
import { openLedger, type Ledger } from '../../src/ledger/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport, type ReaderResources } from '../../src/reader.ts';
import { isRead, takeInText } from '../../src/report/index.ts';
import { createApp, type Meta, type SourceList } from '../../src/server/index.ts';
import type { BenchResult, BenchTask } from '../task.ts';
import { spreadOf } from './spread.ts';
import { keysOf } from './without-keys.ts';

/** Every example report that can be read, as the demo has them. */
async function fill(ledger: Ledger, resources: ReaderResources): Promise<void> {
  const folder = join(packageRoot(), 'examples');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|txt|html|jsonl)$/.test(name) && !/README/.test(name))
    .sort();
  const captured = '2021-08-20T00:00:00.000Z' as Instant;
  for (const name of names) {
    const items = takeInText({ bytes: readFileSync(join(folder, name)), name, captured }).filter(
      isRead,
    );
    const entries = items.map((item) => ({
      ...item,
      claims: readReport(item.report, resources).claims,
    }));
    await ledger.appendMany(entries);
  }
}

/** Answers a request in full, as the page gets it, and says how many milliseconds that took. */
async function timed(app: Hono, path: string) {
  const started = performance.now();
  const response = await app.request(path);
  const text = await response.text();
  const ms = performance.now() - started;
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
  return { ms, text };
}

interface Country {
  readonly code: string;
  readonly days: readonly string[];
}

/** Each source, each side and each outlet left out, and each side graded, on several days. */
async function ask(app: Hono, { code, days }: Country) {
  const times = { without: [] as number[], pin: [] as number[] };
  for (const at of days) {
    const where = `country=${code}&at=${at}`;
    const list = await timed(app, `/api/sources?${where}`);
    const answer = JSON.parse(list.text) as SourceList;
    for (const key of keysOf(answer)) {
      const path = `/api/picture?${where}&without=${encodeURIComponent(key)}`;
      times.without.push((await timed(app, path)).ms);
    }
    for (const { id } of answer.sides) {
      const path = `/api/pins/effect?${where}&grade=E&source=side:${id}`;
      times.pin.push((await timed(app, path)).ms);
    }
  }
  return times;
}

async function measure(app: Hono, print: (line: string) => void): Promise<BenchResult> {
  const meta = JSON.parse((await timed(app, '/api/meta')).text) as Meta;
  const country = meta.countries[0]!;
  const days = ['2021-08-05', '2021-08-08', '2021-08-13', country.to];
  // Code is compiled and reliabilities are settled once; a reader's first question pays for it.
  const first = await timed(app, `/api/picture?country=${country.code}&at=2021-08-04`);
  print(`first picture: ${first.ms.toFixed(1)} ms`);
  const { without, pin } = await ask(app, { code: country.code, days });
  const metrics = {
    country: country.code,
    claims: country.claims,
    firstMs: Number(first.ms.toFixed(1)),
  };
  const all = { ...metrics, without: spreadOf(without), pinEffect: spreadOf(pin) };
  return { task: 'without', n: without.length, metrics: all };
}

export const task: BenchTask = {
  name: 'without',
  about:
    'the picture of a country without one source, outlet or side, as the page asks for it, on the example reports; no --data',
  async run({ print }) {
    const [resources, parameters] = await Promise.all([loadResources(), loadParameters()]);
    const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
    const ledger = await openLedger({ folder });
    try {
      await fill(ledger, resources);
      return await measure(createApp({ ledger, resources, parameters }), print);
    } finally {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
