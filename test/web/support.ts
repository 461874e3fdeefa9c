import { readdir, readFile } from 'node:fs/promises';
import { mkdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import type { Instant } from '../../src/domain/index.ts';
import { openLedger, type Ledger } from '../../src/ledger/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadResources } from '../../src/node/resources.ts';
import { readReport, type ReaderResources } from '../../src/reader.ts';
import { isRead, takeInText } from '../../src/report/index.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';

const ROOT = packageRoot();
const TAKEN = new Set(['.md', '.txt', '.html', '.jsonl']);

export interface Demo {
  readonly url: string;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** Builds the page from its sources, so that a test never sees yesterday's. */
export async function buildPage(folder: string): Promise<string> {
  await build({
    configFile: join(ROOT, 'web', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  return folder;
}

async function addExamples(ledger: Ledger, resources: ReaderResources, set: string) {
  const folder = resolve(ROOT, 'examples', set);
  const names = (await readdir(folder)).filter((name) => TAKEN.has(extname(name))).sort();
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    const captured = '2021-08-20T00:00:00.000Z' as Instant;
    for (const item of takeInText({ bytes, name, captured })) {
      if (!isRead(item)) throw new Error(`${name} could not be read`);
      const { claims, problems } = readReport(item.report, resources);
      await ledger.append({ ...item, claims, problems: [...item.problems, ...problems] });
    }
  }
}

/** A server in this process on a ledger of its own, with or without example reports or those of a folder. */
export async function startDemo(folder: string, page: string, set?: string): Promise<Demo> {
  const resources = await loadResources();
  const { gazetteer, actors } = resources;
  const ledger = await openLedger({
    folder,
    directory: {
      within: (place) => gazetteer.place(place)?.within ?? [],
      side: (actor) => actors.get(actor)?.side,
    },
  });
  if (set !== undefined) await addExamples(ledger, resources, set);
  const server: RunningServer = await startServer({ ledger, resources, page });
  return {
    url: server.url,
    ledger,
    close: async () => {
      await server.close();
      await ledger.close();
    },
  };
}

/** Chromium with a software renderer: the map needs WebGL, and a test machine has no graphics card. */
export async function launch(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  });
}

export interface Watched {
  readonly page: Page;
  /** Console errors, page errors and failed requests so far. */
  readonly faults: readonly string[];
  /** Requests to anybody but the server. */
  readonly outside: readonly string[];
}

export interface View {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

export async function openPage(browser: Browser, url: string, view: View = {}): Promise<Watched> {
  const { width = 1280, height = 800, dark = false } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(url).origin) && !/^(data|blob):/.test(request.url())) {
      outside.push(request.url());
    }
  });
  await page.goto(url);
  return { page, faults, outside };
}

/** Waits until the map has drawn everything it was given. */
export const drawn = (page: Page) =>
  page.waitForSelector('.map[data-drawn="true"]', { timeout: 60_000 });

const KEPT = join(ROOT, 'test', 'screenshots');

/** Pictures of the page; `SCREENSHOTS=1` renews those that are kept, otherwise they go nowhere. */
export async function shoot(page: Page, name: string) {
  const renew = process.env['SCREENSHOTS'] === '1';
  if (renew) mkdirSync(KEPT, { recursive: true });
  await page.screenshot(renew ? { path: join(KEPT, `${name}.png`) } : {});
}
