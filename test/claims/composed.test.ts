import { expect, test } from 'vitest';
import { parseComposed } from '../../bench/composed/data.ts';
import { isPlaced, isRight, scoreComposed } from '../../bench/composed/score.ts';
import { task } from '../../bench/tasks/reports.ts';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

const TEXT = `outlet: Example Wire
published: 2025-01-28
title: Goma falls

Fighters of M23 captured Goma on Monday, a spokesman said. The army holds Kinshasa.

> control.captured | m23 | Goma | stated | spokesman | captured Goma
? control.captured | rwanda-government | Goma | stated | - | captured Goma
? control.besieged | m23 | Goma | stated | spokesman | captured Goma
`;

test('a line is right where a claim at its words agrees in all it gives', () => {
  const report = parseComposed(TEXT);
  const { claims } = readReport(reportOf(report.body, report), resources);
  const { lines, extra } = scoreComposed(report, claims, resources);
  expect(lines.map(({ agreement }) => isRight(agreement!))).toEqual([true, false, false]);
  expect(lines.map(({ agreement }) => isPlaced(agreement!))).toEqual([true, false, false]);
  expect(lines.map(({ agreement }) => agreement!.kind)).toEqual([true, true, false]);
  expect(extra.map(({ evidence }) => evidence.exact)).toEqual(['army holds Kinshasa']);
});

test('words that the body does not have are refused', () => {
  expect(() => parseComposed(TEXT.replaceAll('Goma on Monday', 'it'))).toThrow(/no such words/);
});

test('the bench counts every line of a folder', async () => {
  const { n, metrics } = await task.run({ data: [], flags: { to: '2' }, print: () => {} });
  const { lines, right, missed } = metrics as Record<string, number> & {
    missed: Record<string, number>;
  };
  expect(n).toBe(2);
  expect(lines).toBe(right! + Object.values(missed).reduce((sum, count) => sum + count, 0));
});
