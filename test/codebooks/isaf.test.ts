import { beforeAll, describe, expect, test } from 'vitest';
import { viewOf } from '../../src/claims/text-view.ts';
import { codeRelease } from '../../src/codebooks/isaf/code.ts';
import { releaseDay } from '../../src/codebooks/isaf/release-date.ts';
import { loadResources } from '../../src/node/resources.ts';
import { read } from '../../src/reading/read.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { reportOf } from '../reading/report.ts';

let resources: ReaderResources;
beforeAll(async () => {
  resources = await loadResources();
});

function code(body: string) {
  const released = releaseDay(body);
  const reading = read(
    {
      ...reportOf(body),
      published: released
        ? { basis: 'stated', value: released }
        : { basis: 'unknown', reason: 'no date' },
    },
    resources,
  );
  return codeRelease(viewOf(reading), released);
}

describe('ISAF press releases', () => {
  test('a leader named apart is one more than the others', () => {
    const text =
      'KABUL, Afghanistan (March 3, 2012) A combined force captured a Taliban leader in Sangin district, Helmand province, yesterday. The force also detained two suspected insurgents during the operation.';
    expect(code(text)).toMatchObject({
      start_date: '2012-03-02',
      event_type: ['detention'],
      province: ['helmand'],
      target_group: ['taliban'],
      min_captured: 3,
      min_leaders_captured: 1,
      min_killed: 0,
    });
  });

  test('whom they came for is not whom they caught', () => {
    const text =
      'KABUL, Afghanistan (March 3, 2012) A security force detained several suspected insurgents while searching for a Haqqani leader in Khost province today. The force did not fire their weapons.';
    expect(code(text)).toMatchObject({
      min_captured: 3,
      min_leaders_captured: 0,
      killcaptureraid: true,
      noshotsfired: true,
      target_group: ['haqqani'],
    });
  });

  test('the year may stand in the number of the release only', () => {
    expect(releaseDay('June 8: Operations  2010-06-CA-024 For Immediate Release')).toBe(
      '2010-06-08',
    );
    expect(releaseDay('KABUL, Afghanistan (Aug. 28) A force')).toBeUndefined();
  });

  test('a year that the text does not give is not filled in', () => {
    expect(releaseDay('KABUL, Afghanistan (Dec. 9) A force')).toBeUndefined();
    expect(releaseDay('KABUL, Afghanistan (Jan. 28) A force')).toBeUndefined();
  });

  test('the second of a pair and "one additional suspected" are counted', () => {
    const head = 'KABUL, Afghanistan (March 3, 2012) ';
    const pair = `${head}A security force captured a Haqqani leader and two suspected insurgents in Khost province yesterday.`;
    expect(code(pair)).toMatchObject({ min_captured: 3, min_leaders_captured: 1 });
    const also = `${head}A security force captured a Taliban facilitator in Balkh province yesterday. The security force detained one additional suspected insurgent during the operation.`;
    expect(code(also)).toMatchObject({ min_captured: 2, min_leaders_captured: 0 });
    const among = `${head}A force detained several insurgents, including a Taliban commander, in Zabul province today.`;
    expect(code(among)).toMatchObject({ min_captured: 3, min_leaders_captured: 1 });
    const few = `${head}A patrol in Helmand province detained a few suspected insurgents today.`;
    expect(code(few)).toMatchObject({ min_captured: 3 });
  });

  test('a sum of hours is no day of its own', () => {
    const text =
      'KABUL, Afghanistan (March 3, 2012) Several insurgents were killed in Helmand province over the past 24 hours.';
    expect(code(text)).toMatchObject({ start_date: '2012-03-03' });
  });

  test('an empty text has nothing in it', () => {
    expect(code('')).toMatchObject({ start_date: null, min_captured: 0, province: [''] });
  });
});
