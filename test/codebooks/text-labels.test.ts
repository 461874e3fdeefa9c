import { describe, expect, test } from 'vitest';
import { scoreLabels } from '../../bench/text-labels/score.ts';
import { isStateActor, labelModelFrom, labelText } from '../../src/codebooks/text-labels/code.ts';
import { INDIA_POLICE, type LabelScheme, SATP } from '../../src/codebooks/text-labels/schemes.ts';
import { loadResources } from '../../src/node/resources.ts';
import { loadLabels } from '../../src/node/text-labels.ts';
import { readReport } from '../../src/reader.ts';
import { reportOf } from '../reading/report.ts';

const resources = await loadResources();
const read = (body: string) => readReport(reportOf(body), resources);
const models = { 'india-police': await loadLabels(INDIA_POLICE), satp: await loadLabels(SATP) };

function labels(scheme: LabelScheme, body: string) {
  const { reading, claims } = read(body);
  return [...labelText(reading, claims, { scheme, model: models[scheme.name] })];
}

function claimed(scheme: LabelScheme, body: string) {
  const { reading, claims } = read(body);
  return [...scheme.fromClaims(claims, isStateActor(reading))];
}

describe('by words and claims', () => {
  test.each([
    ['Unidentified gunmen shot dead a trader in the market on Monday.', 'armed assault'],
    ['A roadside bomb exploded near a convoy and injured three persons.', 'bombing or explosion'],
    ['Militants abducted four labourers from a camp and released one of them.', 'kidnapping'],
  ])('satp: %s', (body, label) => {
    expect(labels(SATP, body)).toContain(label);
  });

  test('india-police: an arrest is an action', () => {
    const body = 'police arrested twelve persons in connection with the violence.';
    expect(labels(INDIA_POLICE, body)).toEqual(expect.arrayContaining(['ARREST', 'ANY_ACTION']));
  });

  test('india-police: an ordinary sentence has no label', () => {
    expect(labels(INDIA_POLICE, 'the assembly will meet on thursday to pass the budget.')).toEqual(
      [],
    );
  });

  test('weights of one scheme are not taken for another', () => {
    const file = { meta: { model: 'satp' }, arrays: {} };
    expect(() => labelModelFrom(file, INDIA_POLICE)).toThrow(/no weights for the labels of india/);
  });
});

describe('by claims alone', () => {
  test('satp: every report has a label', () => {
    expect(claimed(SATP, 'Militants kidnapped two engineers in the district.')).toEqual([
      'kidnapping',
    ]);
    expect(claimed(SATP, 'The court met on Monday.')).toEqual(['other']);
  });

  test('india-police: who is detained was arrested', () => {
    expect(claimed(INDIA_POLICE, 'Police arrested two men.')).toEqual(['ARREST', 'ANY_ACTION']);
  });
});

test('the mean is over labels, not over texts', () => {
  const { macroF1, labels: scores } = scoreLabels(
    ['a', 'b'],
    [
      { gold: new Set(['a']), found: new Set(['a']) },
      { gold: new Set(['b']), found: new Set(['a']) },
    ],
  );
  expect(scores['a']).toMatchObject({ f1: 0.6667, precision: 0.5, recall: 1 });
  expect(macroF1).toBe(0.3334);
});
