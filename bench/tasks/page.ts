import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Meta, SourceList } from '../../src/server/index.ts';
import { buildPage, launch, openPage, startDemo } from '../../test/web/support.ts';
import type { BenchResult, BenchTask } from '../task.ts';
import { answerOf } from './serving-client.ts';
import { spreadOf } from './spread.ts';
import { keysOf } from './without-keys.ts';

/**
 * Where the switches are; the table, which has every place of the country; and the map, drawn by
 * whatever the machine draws with. Each with milliseconds between two questions, in which the page asks
 * for the days beside the one shown, and the map draws what came.
 */
const PAUSES = { sources: 400, places: 400, map: 1500 } as const;
type View = keyof typeof PAUSES;
const VIEWS = Object.keys(PAUSES) as readonly View[];
/** Of the days of the ledger, the shares at which questions are asked: not neighbours, whose pictures are asked for ahead. */
const DAYS = [0.25, 0.5, 0.75, 1];
/** For a page to be at rest after it was opened. */
const OPENING_MS = 2000;

interface Shown {
  /** From the new address to a frame that shows its picture. */
  readonly ms: number;
  /** Of the picture's request alone. */
  readonly request: number;
}

/** Changes the address as a switch does, and waits for the frame after the one that has the picture. */
const showing = (hash: string, key: string) => `new Promise((done) => {
  performance.clearResourceTimings();
  const start = performance.now();
  location.hash = ${JSON.stringify(hash)};
  const look = () => {
    const { without } = document.querySelector('.stage').dataset;
    if (without !== ${JSON.stringify(key)}) return requestAnimationFrame(look);
    requestAnimationFrame(() => setTimeout(() => {
      const ms = performance.now() - start;
      const asked = performance.getEntriesByType('resource').find(({ name }) =>
        new URL(name).pathname === '/api/picture' && new URL(name).searchParams.get('without') === ${JSON.stringify(key)});
      done({ ms, request: asked ? asked.duration : -1 });
    }));
  };
  look();
})`;

interface Question {
  readonly at: string;
  readonly country: string;
  readonly keys: readonly string[];
}

/** Every source, side and outlet of some days of the country that has most claims. */
async function questionsOf(url: string): Promise<readonly Question[]> {
  const meta = JSON.parse(await answerOf(`${url}/api/meta`)) as Meta;
  const [country] = meta.countries;
  if (!country) throw new Error(`expected a ledger with claims, saw none at ${url}`);
  const { code, from, to } = country;
  const first = Date.parse(from);
  const days = DAYS.map((share) =>
    new Date(first + share * (Date.parse(to) - first)).toISOString().slice(0, 10),
  );
  const questions: Question[] = [];
  for (const at of days) {
    const list = await answerOf(`${url}/api/sources?country=${code}&at=${at}`);
    questions.push({ at, country: code, keys: keysOf(JSON.parse(list) as SourceList) });
  }
  return questions;
}

async function ask(page: Page, view: View, questions: readonly Question[]) {
  const shown: Shown[] = [];
  for (const { at, country, keys } of questions) {
    const where = `#view=${view}&country=${country}&at=${at}`;
    await page.evaluate(showing(where, ''));
    for (const key of keys) {
      await page.waitForTimeout(PAUSES[view]);
      const hash = `${where}&without=${encodeURIComponent(key)}`;
      shown.push(await page.evaluate<Shown>(showing(hash, key)));
    }
  }
  return shown;
}

async function measure(url: string, print: (line: string) => void): Promise<BenchResult> {
  const questions = await questionsOf(url);
  const browser = await launch();
  const metrics: Record<string, unknown> = {};
  let n = 0;
  try {
    for (const view of VIEWS) {
      // A page of its own: what one view was told is not kept for the next.
      const { page, faults } = await openPage(browser, `${url}/#view=${view}`);
      await page.waitForSelector('.stage');
      await page.waitForTimeout(OPENING_MS);
      const shown = await ask(page, view, questions);
      if (faults.length > 0) throw new Error(`the page failed: ${faults.join('; ')}`);
      await page.context().close();
      n = shown.length;
      metrics[view] = spreadOf(shown.map(({ ms }) => ms));
      metrics[`${view} request`] = spreadOf(shown.map(({ request }) => request));
      print(`${view}: ${JSON.stringify(metrics[view])}`);
    }
  } finally {
    await browser.close();
  }
  return { task: 'page', n, metrics };
}

export const task: BenchTask = {
  name: 'page',
  about:
    'The picture of a country without one source, outlet or side, in a headless browser without a graphics card: from the switch to the frame that shows it, beside the list of sources, in the table of places and on the map, on four days of the example reports. --url URL asks a server that runs already. No --data.',
  async run({ flags, print }) {
    if (flags.url !== undefined) return measure(flags.url, print);
    const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
    try {
      const built = await buildPage(join(folder, 'page'));
      const demo = await startDemo(join(folder, 'ledger'), built, 'afghanistan-2021');
      try {
        return await measure(demo.url, print);
      } finally {
        await demo.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
