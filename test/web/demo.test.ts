import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { FELL } from './fell.ts';
import { buildPage, drawn, launch, openPage, shoot, startDemo, type Demo } from './support.ts';

const folder = temporaryFolder();
let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  const page = await buildPage(join(folder, 'page'));
  [browser, demo] = await Promise.all([
    launch(),
    startDemo(join(folder, 'ledger'), page, 'afghanistan-2021'),
  ]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const at = (day: number) => `${demo.url}/#country=AF&at=2021-08-${String(day).padStart(2, '0')}`;

/** What the mark of every capital says: its holder, or "contested", or "unknown". */
const marks = (page: Page) =>
  page.$$eval('.mark[data-place]', (found) =>
    Object.fromEntries(
      found.map((mark) => [mark.getAttribute('data-name'), mark.getAttribute('data-state')]),
    ),
  );

const shownDay = (page: Page) => page.locator('.overview h2').textContent();

describe('the slider from 1 to 16 August 2021', () => {
  const first = new Map<string, number>();
  const lashkarGah: string[] = [];
  const bazarak: string[] = [];
  let wrong: { readonly faults: readonly string[]; readonly outside: readonly string[] };

  beforeAll(async () => {
    const { page, faults, outside } = await openPage(browser, at(1));
    await drawn(page);
    const slider = page.getByRole('slider', { name: 'Happened by' });
    for (let day = 1; day <= 16; day++) {
      if (day > 1) {
        await slider.focus();
        await page.keyboard.press('ArrowRight');
      }
      await page.locator('.overview h2', { hasText: new RegExp(`^${day} August 2021$`) }).waitFor();
      // The slider may be a step ahead of the picture that is shown.
      const date = `2021-08-${String(day).padStart(2, '0')}`;
      await page.waitForSelector(`.marks[data-at="${date}"]`);
      const states = await marks(page);
      lashkarGah.push(states['Lashkar Gah'] ?? 'not shown');
      bazarak.push(states['Bazarak'] ?? 'not shown');
      for (const name of Object.keys(FELL)) {
        if (states[name] === 'taliban' && !first.has(name)) first.set(name, day);
      }
    }
    wrong = { faults, outside };
    await page.context().close();
  }, 120_000);

  test('makes no fault on the way, and no request to anybody else', () => {
    expect(wrong).toEqual({ faults: [], outside: [] });
  });

  test('shows no capital as taken before it fell', () => {
    const early = [...first].filter(([name, day]) => day < FELL[name]!);
    expect(early).toEqual([]);
  });

  test('shows each capital as taken on the day it fell, or the day after', () => {
    const late = Object.entries(FELL)
      .map(([name, fell]) => [name, fell, first.get(name) ?? 'never'] as const)
      .filter(([, fell, day]) => day === 'never' || day > fell + 1);
    expect(late).toEqual([]);
  });

  test('never shows Bazarak, the one capital that held out, as taken', () => {
    expect(bazarak).not.toContain('taliban');
    expect(bazarak[15]).toBe('national-resistance-front-of-afghanistan');
  });

  test('shows Zaranj on the 6th and Kabul on the 15th', () => {
    expect([first.get('Zaranj'), first.get('Kabul')]).toEqual([6, 15]);
  });

  test('shows Lashkar Gah contested on the 5th, not taken', () => {
    expect(lashkarGah[4]).toBe('contested');
    expect(lashkarGah.slice(0, 11)).not.toContain('taliban');
  });
});

describe('asking why', () => {
  test('a mark leads to its claims, and a claim to its sentence', async () => {
    const { page, faults } = await openPage(browser, at(5));
    await drawn(page);
    await shoot(page, 'map');
    await page.locator('.mark[data-name="Lashkar Gah"]').click();
    const panel = page.locator('.place');
    await expect.poll(() => panel.locator('.lede').textContent()).toMatch(/contested/);
    await shoot(page, 'place');
    const quote = panel.locator('.origin .quote').first();
    const words = (await quote.locator('q').textContent())!;
    await quote.click();
    const chosen = page.locator('.reading mark.is-chosen');
    await expect.poll(async () => (await chosen.allTextContents()).join('')).toContain(words);
    expect(await chosen.first().isVisible()).toBe(true);
    expect(await page.locator('.reading mark').count()).toBeGreaterThan(1);
    await expect.poll(() => page.locator('.explanation').textContent()).toMatch(/by rule/);
    await shoot(page, 'reading');
    await page.getByRole('button', { name: /Back to the place/ }).click();
    await expect.poll(() => page.locator('.place h2').textContent()).toBe('Lashkar Gah');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('five copies are one witness', async () => {
    const { page } = await openPage(browser, at(8));
    await drawn(page);
    await page.locator('.mark[data-name="Zaranj"]').click();
    await page.locator('.copies').first().waitFor();
    expect(await page.locator('.copies summary').first().textContent()).toMatch(
      /cop(y|ies), counted once/,
    );
    await page.context().close();
  });

  test('what was known on the 5th about the 5th is not what was known on the 16th', async () => {
    const { page } = await openPage(browser, `${at(6)}&known=2021-08-05`);
    await drawn(page);
    expect((await marks(page))['Zaranj']).not.toBe('taliban');
    const known = page.getByRole('slider', { name: 'Known by' });
    await known.focus();
    await page.keyboard.press('End');
    await expect.poll(async () => (await marks(page))['Zaranj']).toBe('taliban');
    expect(await shownDay(page)).toBe('6 August 2021');
    await page.context().close();
  });
});

describe('the page', () => {
  test('is used with the keyboard alone, from the day to the sentence', async () => {
    const { page, faults } = await openPage(browser, at(5));
    await drawn(page);
    const focusIs = async (selector: string) =>
      (await page.locator(`${selector}:focus`).count()) > 0;
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 80; presses++) {
        if (await focusIs(selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`the Tab key never reaches ${selector}`);
    };
    await tabTo('.mark');
    await page.keyboard.press('ArrowDown');
    expect(await focusIs('.mark')).toBe(true);
    const name = await page.locator('.mark:focus').getAttribute('data-name');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.place h2').textContent()).toBe(name);
    await page.goto(`${at(5)}&view=places`);
    await page.locator('.places-table').waitFor();
    await tabTo('.places-table tbody button');
    await page.keyboard.press('Enter');
    await page.locator('.place .quote').first().waitFor();
    await tabTo('.place .quote');
    await page.keyboard.press('Enter');
    await page.locator('.reading mark.is-chosen').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('says the same in its table as on its map', async () => {
    const { page } = await openPage(browser, at(9));
    await drawn(page);
    const taken = Object.values(await marks(page)).filter((state) => state === 'taliban').length;
    await page.getByRole('button', { name: 'Places', exact: true }).click();
    await page.locator('.places-table').waitFor();
    const rows = page.locator('.places-table tbody tr:not([data-level="province"])');
    expect(await rows.locator('td:first-of-type', { hasText: 'Taliban' }).count()).toBe(taken);
    await page.context().close();
  });

  test('names every capital on its map, no name over another', async () => {
    const { page } = await openPage(browser, at(15));
    await drawn(page);
    const names = await page.locator('.labels text').allTextContents();
    expect(Object.keys(FELL).filter((name) => !names.includes(name))).toEqual([]);
    const overlaps = await page.$$eval('.labels text', (texts) => {
      // A name's box holds its line too; the letters take the middle of it.
      const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()] as const);
      return boxes.flatMap(([one, a], i) =>
        boxes
          .slice(i + 1)
          .filter(
            ([, b]) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
          )
          .map(([other]) => `${one} and ${other}`),
      );
    });
    expect(overlaps).toEqual([]);
    await page.context().close();
  });

  test('names every control', async () => {
    // A link with a day that does not exist, which once left nothing of the page, shows the last.
    const { page } = await openPage(browser, at(99));
    await drawn(page);
    expect(await shownDay(page)).toBe('16 August 2021');
    for (const view of ['Places', 'Changes', 'Sources', 'Trends', 'Map']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await page.locator('.stage h2, .stage table, .map').first().waitFor();
      const nameless = await page.evaluate<
        string[]
      >(`[...document.querySelectorAll('button, input, select, textarea, a, [role=button]')]
        .filter((control) => !(control.getAttribute('aria-label') || control.textContent.trim() || control.labels?.length))
        .map((control) => control.outerHTML.slice(0, 80))`);
      expect(nameless).toEqual([]);
    }
    await page.context().close();
  });

  test('is dark when the system is, and when asked', async () => {
    const { page } = await openPage(browser, at(13), { dark: true });
    await drawn(page);
    const ground = () =>
      page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const dark = await ground();
    await shoot(page, 'dark');
    await page.getByRole('button', { name: 'Light colours' }).click();
    await expect.poll(ground).not.toBe(dark);
    await page.context().close();
  });

  // For a frame the picture of the day before passed for the one that was asked for.
  test('says that it waits from the moment another day is asked for', async () => {
    const { page } = await openPage(browser, `${at(3)}&view=places`);
    await page.locator('.places-table').waitFor();
    await page.route(/api\/picture/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    const busy = await page.evaluate<readonly string[]>(`new Promise((done) => {
      const seen = [];
      const main = document.querySelector('main');
      new MutationObserver(() => {
        if (!/12 August/.test(document.title) && seen.length === 0) return;
        seen.push(main.getAttribute('aria-busy'));
        if (seen.at(-1) === 'false') done(seen);
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      location.hash = ${JSON.stringify(new URL(`${at(12)}&view=places`).hash)};
    })`);
    expect([busy[0], busy.at(-1)]).toEqual(['true', 'false']);
    await page.context().close();
  });

  test('fits a phone', async () => {
    const { page, faults } = await openPage(browser, at(8), { width: 390, height: 844 });
    await drawn(page);
    const width = () => page.evaluate<number>('document.documentElement.scrollWidth');
    expect(await width()).toBe(390);
    await shoot(page, 'phone');
    await page.locator('.mark[data-name="Kunduz"]').click();
    await page.locator('.place .quote').first().waitFor();
    expect(await width()).toBe(390);
    await page.locator('.place .quote').first().click();
    await page.locator('.reading mark.is-chosen').first().waitFor();
    expect(await width()).toBe(390);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('a city leads to its province, and the province back', async () => {
    const { page } = await openPage(browser, at(8));
    await drawn(page);
    await page.locator('.mark[data-name="Kunduz"]').click();
    await page.locator('.path', { hasText: 'City, Kunduz, Afghanistan' }).waitFor();
    await page.locator('.path').getByRole('button', { name: 'Kunduz' }).click();
    await page.locator('.path', { hasText: 'Province, Afghanistan' }).waitFor();
    await page.getByRole('button', { name: /^Kunduz city/ }).click();
    await page.locator('.path', { hasText: 'City, Kunduz' }).waitFor();
    await page.context().close();
  });

  test('shows what a source does by leaving it out', async () => {
    const { page } = await openPage(browser, `${at(7)}&view=sources`);
    const uses = page.getByRole('switch');
    await uses.first().waitFor();
    expect(await uses.count()).toBeGreaterThan(5);
    await uses.first().click();
    await page.locator('.notice', { hasText: 'Without' }).waitFor();
    await page.getByRole('button', { name: 'Use every source' }).click();
    await page.locator('.notice').waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('trends', () => {
  test('a judgement of 5 August stands beside what came before, on the day, and after', async () => {
    const { page, faults } = await openPage(browser, `${at(15)}&view=trends`);
    const outlook = page.locator('.outlooks > li', { hasText: 'running out of steam' });
    await outlook.waitFor();
    expect(await outlook.textContent()).toMatch(/On 5 Aug/);
    await shoot(page, 'trends');
    const net = await outlook
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => Number(row.querySelectorAll('td')[0]!.textContent.replace('+', ''))),
      );
    expect(net).toHaveLength(3);
    // It held no capital when that was said, and most of them ten days later.
    expect(net[0]).toBeLessThan(2);
    expect(net[2]).toBeGreaterThan(20);
    const count = page.locator('.outlooks > li', { hasText: 'half of the country' });
    expect(await count.locator('.count-key').textContent()).toMatch(/the record does not tell \d+/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('of one province are counted in its districts, and a link keeps it', async () => {
    const { page } = await openPage(browser, `${at(15)}&view=trends`);
    await page.getByRole('combobox', { name: 'in which area' }).selectOption({ label: 'Helmand' });
    const note = page.locator('#weeks-title + .note');
    await expect.poll(() => note.textContent()).toMatch(/Of \d+ districts/);
    expect(page.url()).toContain('area=');
    await page.reload();
    await expect.poll(() => note.textContent()).toMatch(/Of \d+ districts/);
    await page.context().close();
  });

  test('are counted in capitals, people and land, and say what is not counted', async () => {
    const { page } = await openPage(browser, `${at(15)}&view=trends`);
    const note = page.locator('#weeks-title + .note');
    await page.locator('.segments label', { hasText: 'Area' }).click();
    await expect.poll(() => note.textContent()).toMatch(/Square kilometres of 34 provinces/);
    expect(await page.locator('.weeks').first().textContent()).toMatch(/Taliban.*\d\d,\d00/s);
    await page.locator('.segments label', { hasText: 'People' }).click();
    await expect.poll(() => note.textContent()).toMatch(/Those outside are not counted/);
    await page.context().close();
  });
});

describe('when the server fails', () => {
  test('the page says so, and trying again helps', async () => {
    const { page } = await openPage(browser, at(5));
    await drawn(page);
    const failing = '**/api/changes*';
    await page.route(failing, (route) => route.abort());
    await page.getByRole('button', { name: 'Changes', exact: true }).click();
    const failure = page.locator('.failure', { hasText: 'could not be loaded' });
    await failure.waitFor();
    await page.unroute(failing);
    await failure.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.chronicle').waitFor();
    await failure.waitFor({ state: 'detached' });
    await page.context().close();
  });
});

describe('fixing the grade of a source', () => {
  test('shows what it does, writes it with a reason and a name, and takes it back', async () => {
    const { page, faults } = await openPage(browser, `${at(9)}&view=sources`);
    const summary = () => page.locator('.overview .lede').textContent();
    await page.locator('.sources-table').waitFor();
    const before = await summary();
    await page.getByRole('button', { name: 'Fix the grade of Local officials, not named' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^E/ }).check();
    await dialog.locator('.before-after li').first().waitFor();
    await shoot(page, 'grade');
    await dialog.getByLabel('Why').fill('claims of last week were not borne out');
    await dialog.getByLabel('Your name').fill('A. Person');
    await page.keyboard.press('Enter');
    const pinned = page.locator('.pinned > li');
    await expect
      .poll(() => pinned.textContent())
      .toMatch(/Local officials, not named: grade E.*A\. Person/s);
    await page.locator('.sources-table .is-pinned').first().waitFor();
    await page.locator('.colophon', { hasText: '1 source is fixed by hand' }).waitFor();
    await pinned.getByRole('button', { name: 'Take back' }).click();
    await dialog.getByLabel('Why').fill('they were, after all');
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await page.locator('.sources-table .is-pinned').first().waitFor({ state: 'detached' });
    await expect.poll(summary).toBe(before);
    await page.getByText('2 entries in the ledger').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('an empty ledger', () => {
  let empty: Demo;
  beforeAll(async () => {
    empty = await startDemo(join(folder, 'empty'), join(folder, 'page'));
  });
  afterAll(() => empty?.close());

  test('says what to do, and takes an article', async () => {
    const { page, faults } = await openPage(browser, empty.url);
    await page.getByRole('heading', { name: 'The ledger is empty.' }).waitFor();
    await shoot(page, 'empty');
    await page.getByRole('button', { name: 'Add a report' }).click();
    await page
      .getByRole('textbox', { name: 'Text' })
      .fill(
        'Taliban fighters captured the city of Kunduz on Sunday, a provincial council member said.',
      );
    await page.getByLabel('Outlet').fill('Northern Courier');
    await page.getByLabel('Published').fill('2021-08-08');
    await page.getByRole('button', { name: 'Read and add' }).click();
    const results = page.locator('.results');
    await expect.poll(() => results.textContent()).toMatch(/added: \d+ claims?/);
    await drawn(page);
    await page.locator('.mark[data-name="Kunduz"]').waitFor();
    // The bar of a record's only day once ran over the days beside it.
    const bar = await page.locator('.histogram .bar').boundingBox();
    const clocks = await page.locator('.clocks').boundingBox();
    expect(bar!.x).toBeGreaterThan(clocks!.x + clocks!.width);
    await results.locator('.link').click();
    await page.locator('.reading mark').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('takes a dropped file', async () => {
    const { page } = await openPage(browser, empty.url);
    await page.evaluate(`{
      const files = new DataTransfer();
      files.items.add(new File(['The Taliban seized Farah on Tuesday, officials said.'], 'farah.txt'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    }`);
    await expect.poll(() => page.locator('.results').textContent()).toMatch(/added/);
    await page.context().close();
  });
});
