import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  mappingCodebook,
  toCsv,
  toGeoJson,
  type CodebookInput,
} from '../../src/codebooks/index.ts';
import {
  claimId,
  day,
  evidenceAt,
  placeId,
  reportId,
  statedTime,
  type Claim,
  type Report,
} from '../../src/domain/index.ts';
import { loadCodebooks } from '../../src/node/codebooks.ts';

const body = 'Taliban fighters captured Zaranj on Friday, killing at least 12 soldiers.';
const report: Report = {
  id: reportId('r1'),
  sha256: '',
  outlet: { basis: 'given', value: 'Example Wire' },
  url: null,
  title: 'Zaranj falls',
  byline: null,
  dateline: null,
  published: { basis: 'given', value: day('2021-08-06') },
  captured: '2021-08-06T12:00:00Z' as Report['captured'],
  language: 'en',
  body,
};
const claim: Claim = {
  id: claimId('c1'),
  report: report.id,
  kind: 'control.captured',
  actor: { name: 'Taliban', text: 'Taliban fighters', start: 0, end: 16 },
  target: null,
  place: {
    name: 'Zaranj',
    id: placeId('test:1'),
    path: ['Afghanistan', 'Nimruz', 'Zaranj'],
    lat: 30.96,
    lon: 61.86,
    precision: 'settlement',
    text: 'Zaranj',
    start: 26,
    end: 32,
    confidence: 0.9,
  },
  when: statedTime(day('2021-08-06'), day('2021-08-06'), 'on Friday'),
  said: statedTime(day('2021-08-06'), day('2021-08-06'), ''),
  amounts: [{ min: 12, max: null, unit: 'soldier', text: 'at least 12 soldiers', role: 'killed' }],
  polarity: 'positive',
  modality: 'stated',
  stance: 'says',
  chain: [{ role: 'outlet', name: 'Example Wire' }],
  evidence: evidenceAt(body, { start: 0, end: body.length }),
  rule: 'test',
  confidence: 0.9,
};
const input = (claims: readonly Claim[]): CodebookInput => ({
  claims,
  reports: new Map([[report.id, report]]),
  incidents: [],
  actor: () => undefined,
});

describe('codebooks that are data files', () => {
  test('every shipped file loads, and every column says what it is', async () => {
    const codebooks = await loadCodebooks();
    const files = readdirSync(join(import.meta.dirname, '../../data/codebooks'));
    expect(codebooks.size).toBe(files.filter((file) => file.endsWith('.json')).length);
    for (const codebook of codebooks.values())
      for (const column of codebook.columns) expect(column.about).not.toBe('');
  });

  test('a claim becomes a row; what is not known is blank', async () => {
    const hxl = (await loadCodebooks()).get('hxl')!;
    const [row] = hxl.code(input([claim]));
    expect(row).toMatchObject({ location: 'Zaranj', admin1: 'Nimruz', killed: 12, injured: null });
  });

  test('an unresolved place has no coordinates, in a table or on a map', async () => {
    const nowhere = { ...claim, place: { unresolved: 'no such name', text: 'Xanadu' } };
    const [row] = (await loadCodebooks()).get('hxl')!.code(input([nowhere]));
    expect(row).toMatchObject({ latitude: null, longitude: null });
    expect(toGeoJson(input([nowhere])).features[0]).toMatchObject({ geometry: null });
  });

  // Kawlin, the first district capital to fall, was in no table: the gazetteer lacks it.
  test('what is told of a place that was not found is a row, once for each who and when', async () => {
    const told = { ...claim, place: { unresolved: 'no such name', text: 'Kawlin' } };
    const described = { ...told, place: { unresolved: 'described', text: 'the town' } };
    const acled = (await loadCodebooks()).get('acled')!;
    const rows = acled.code(input([told, { ...told, id: claimId('c2') }, described]));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      event_id_cnty: 'c1',
      event_date: '2021-08-06',
      location: 'Kawlin',
      latitude: null,
      fatalities: 12,
    });
  });

  test('text from a report cannot become a formula or break a line', () => {
    const codebook = mappingCodebook({
      name: 'x',
      about: '',
      source: '',
      unit: 'claim',
      columns: [{ name: 'words', about: '', from: 'claim.evidence.exact' }],
    });
    const hostile = '=HYPERLINK("http://x.invalid")\nsecond';
    const rows = codebook.code(
      input([{ ...claim, evidence: evidenceAt(hostile, { start: 0, end: hostile.length }) }]),
    );
    expect(toCsv(codebook, rows)).toBe('words\r\n"\'=HYPERLINK(""http://x.invalid"")\nsecond"\r\n');
  });

  test('a file that is no codebook says what was expected', () => {
    expect(() => mappingCodebook({ name: 'x' } as never)).toThrow(
      'codebook "x": expected unit "claim" or "incident", saw "undefined"',
    );
  });
});
