import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary.ts';
import { runCli } from '../support/cli.ts';

// "Rebels is besieged there" was once said of those who besieged, and a denial listed as a capture.
test('says who besieges, who fights and what did not happen', async () => {
  const own = { cwd: temporaryFolder() };
  const text =
    'The Taliban besieged Kunduz on Saturday, residents said.\n\nThe army denied that Kunduz had fallen to the Taliban.';
  writeFileSync(join(own.cwd, 'a.txt'), text);
  await runCli(['add', 'a.txt', '--published', '2021-08-08'], own);
  const { out } = await runCli(['standing', 'Kunduz'], own);
  expect(out).toMatch(/others: Taliban besieges it/);
  expect(out).toMatch(/Afghan government: Taliban did not take it/);
  expect(out).toMatch(/besieged {2}by Taliban: [a-z ]+ \(0\.\d\d\)/);
  expect(out).toMatch(/control\.captured not/);
});

test('a place that only reports name is told with what the ledger has of it', async () => {
  const own = { cwd: temporaryFolder() };
  writeFileSync(
    join(own.cwd, 'a.txt'),
    'The Taliban captured the village of Zornabad, officials said.',
  );
  await runCli(['add', 'a.txt', '--published', '2021-08-08'], own);
  const { code, err } = await runCli(['standing', 'Zornabad'], own);
  expect([code, err]).toEqual([2, expect.stringMatching(/1 claim in the ledger names? it/)]);
});

// A question about Kawlin in Myanmar was once answered for Kuleaen in Cambodia.
test('a place of a like name is not taken for the one that reports name', async () => {
  const own = { cwd: temporaryFolder() };
  const text = 'People’s Defence Forces captured Kawlin on Monday, residents said.';
  writeFileSync(join(own.cwd, 'a.txt'), text);
  const added = await runCli(['add', 'a.txt', '--published', '2023-11-07'], own);
  expect(added.out).toMatch(/1 place named that the gazetteer lacks: Kawlin 1/);
  const { code, out, err } = await runCli(['standing', 'Kawlin'], own);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/no place "Kawlin" .*\n.*1 claim in the ledger names it/);
});

test('what the other side denies is disputed, until others than who gains say it is so', async () => {
  const own = { cwd: temporaryFolder() };
  const texts: Readonly<Record<string, string>> = {
    '2025-12-01': 'The Rapid Support Forces said that they had captured Babanusa on Monday.',
    '2025-12-02': "Sudan's army denied that the Rapid Support Forces had taken Babanusa.",
    '2025-12-03': 'The Rapid Support Forces said again that they hold Babanusa.',
    '2025-12-04': 'The Rapid Support Forces hold Babanusa, residents said.',
  };
  for (const [day, text] of Object.entries(texts)) {
    writeFileSync(join(own.cwd, `${day}.txt`), text);
    await runCli(['add', `${day}.txt`, '--published', day], own);
  }
  const disputed = async (day: string) =>
    /disputed {2}by Sudanese government/.test(
      (await runCli(['standing', 'Babanusa', '--at', day], own)).out,
    );
  const days: boolean[] = [];
  // One at a time: a ledger has one owner.
  for (const day of Object.keys(texts)) days.push(await disputed(day));
  expect(days).toEqual([false, true, true, false]);
});
