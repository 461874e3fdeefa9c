import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { buildPage, drawn, launch, openPage, startDemo, type Demo } from './support.ts';

const REPORTS = [
  ['2019-11-02', 'Government troops are in control of Sheberghan, residents said on Saturday.'],
  ['2021-07-01', 'The Taliban said on Thursday that they had captured Sheberghan.'],
  [
    '2021-07-02',
    'The Afghan army denied on Friday that the Taliban had taken Sheberghan.\n\nTaliban fighters captured Zornabad, residents said.',
  ],
];

const folder = temporaryFolder();
let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  for (const [day, text] of REPORTS) {
    const head = `---\noutlet: Northern Ledger\ntitle: Sheberghan\npublished: ${day}\n---\n\n`;
    writeFileSync(join(reports, `${day}.md`), head + text);
  }
  const page = await buildPage(join(folder, 'page'));
  [browser, demo] = await Promise.all([launch(), startDemo(join(folder, 'ledger'), page, reports)]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const open = async (day: string) => {
  const { page } = await openPage(browser, `${demo.url}/#country=AF&at=${day}`);
  await drawn(page);
  return page;
};

describe('a record of several years', () => {
  // "2", "9", "16" once told no year.
  test.each([1280, 390])(
    'says the year under its days, no date over another, %i wide',
    async (width) => {
      const { page } = await openPage(browser, `${demo.url}/#country=AF`, { width });
      await drawn(page);
      const ticks = page.locator('.histogram .tick');
      const texts = (await ticks.allTextContents()).join(' | ');
      expect(texts).toMatch(/^2 Nov 2019 .* 2020\b.* 2021\b/);
      const boxes = await Promise.all((await ticks.all()).map((tick) => tick.boundingBox()));
      for (const [index, box] of boxes.entries()) {
        expect(box!.x).toBeGreaterThanOrEqual(
          index === 0 ? 0 : boxes[index - 1]!.x + boxes[index - 1]!.width,
        );
      }
      await page.context().close();
    },
  );

  // Twenty months were once ninety lines of nothing, no year in any.
  test('is told in the weeks in which something moved', async () => {
    const { page } = await openPage(browser, `${demo.url}/#view=trends&country=AF&at=2021-07-02`);
    const rows = page.locator('.weeks').first().locator('tbody tr');
    await rows.first().waitFor();
    const texts = await rows.allTextContents();
    expect(texts.length).toBeLessThan(8);
    expect(texts.join(' | ')).toMatch(/Nov 2019–\d+ \w+ 2021less than half a place in \d\d weeks/);
    await page.context().close();
  });
});

describe('a capture that only the captors tell of', () => {
  const mark = '.mark[data-name="Sheberghan"]';

  test('has no flag until the other side denies it', async () => {
    const page = await open('2021-07-01');
    expect(await page.locator(`${mark} .glyph-flag`).count()).toBe(0);
    await page.context().close();
  });

  test('is drawn and told as disputed once it does', async () => {
    const page = await open('2021-07-02');
    await page.locator(`${mark} .glyph-flag`).waitFor();
    expect(await page.locator(mark).getAttribute('aria-label')).toMatch(
      /^Taliban .* Sheberghan, \d+.%; Afghan government says otherwise$/,
    );
    await page.locator(mark).click();
    await expect
      .poll(() => page.locator('.place .lede').textContent())
      .toMatch(/Afghan government says otherwise\./);
    await page.context().close();
  });
});

describe('a claim that was read wrongly', () => {
  const mark = '.mark[data-name="Sheberghan"]';

  test('is set aside where it is read, and counts again when taken back', async () => {
    const page = await open('2021-07-01');
    const state = () => page.locator(mark).getAttribute('data-state');
    expect(await state()).toBe('taliban');
    await page.locator(mark).click();
    await page.getByText('they had captured Sheberghan').click();
    const explained = page.getByLabel('What was read here');
    await explained.getByRole('button', { name: 'Read wrongly?' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set this claim aside' });
    await dialog.getByLabel('Why').fill('the district, not the city');
    await dialog.getByLabel('Your name').fill('A. Person');
    await dialog.getByRole('button', { name: 'Set it aside' }).click();
    await expect
      .poll(() => explained.textContent())
      .toMatch(/counts nowhere: “the district, not the city” A\. Person/);
    await page.locator('.reading mark.is-retracted').waitFor();
    await expect.poll(state).not.toBe('taliban');

    await explained.getByRole('button', { name: 'Let it count again' }).click();
    await page.getByLabel('Why').fill('it was the city');
    await page.getByRole('button', { name: 'Let it count', exact: true }).click();
    await expect.poll(state).toBe('taliban');
    await page.context().close();
  });
});

describe('a place that the gazetteer lacks', () => {
  test('is told of beside the map, and found by its name', async () => {
    const page = await open('2021-07-02');
    await page.getByText('1 place named by 1 claim of the record is on no map').click();
    await page.locator('.unplaced summary', { hasText: 'Zornabad' }).click();
    await page.getByText('Taliban fighters captured Zornabad').waitFor();
    await page.getByPlaceholder('Find a place').fill('zornabad');
    await page.locator('.found').getByText('on no map, named by 1 claim').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.reading mark.is-chosen', { hasText: 'Zornabad' }).waitFor();
    await page.context().close();
  });
});

describe('what could not be read', () => {
  test('is told of with its reason', async () => {
    const page = await open('2021-07-01');
    await page.getByRole('button', { name: 'Add a report' }).click();
    const text = 'Birmanie : l’armée s’est emparée de la ville, selon des habitants. ';
    await page.getByRole('textbox', { name: 'Text' }).fill(text.repeat(4));
    await page.getByRole('button', { name: 'Read and add' }).click();
    await page.getByText('1 item could not be read').click();
    await page.locator('.unread li', { hasText: 'this reader reads English' }).waitFor();
    await page.context().close();
  });
});

describe('what was told', () => {
  test('is saved as a table that holds the claim, its report and the place as it was named', async () => {
    const { page, faults } = await openPage(browser, `${demo.url}/#view=places&country=AF`);
    const link = page.getByRole('link', { name: 'ACLED' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe('dateline-acled-AF-2021-07-02.csv');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^\uFEFFevent_id_cnty,/);
    expect(text).toMatch(/,Zornabad,/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  // Long names of sides once pushed the last columns out of sight.
  test('stands in a table that needs no scrolling sideways', async () => {
    const { page } = await openPage(browser, `${demo.url}/#view=places&country=AF`);
    const view = page.locator('.table-view');
    await view.locator('tbody tr').first().waitFor();
    const over = await view.evaluate((node) => node.scrollWidth - node.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
