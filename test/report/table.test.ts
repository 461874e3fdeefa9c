import { describe, expect, test } from 'vitest';
import { type Captured, isRead } from '../../src/report/index.ts';
import { PROSE, take, unreadOf } from './support.ts';

const bodies = (all: readonly Captured[]) =>
  all.map(({ report }) => ('body' in report ? report.body : report.unread));
const published = (all: readonly Captured[]) =>
  all.map(({ report }) => ('published' in report ? report.published : undefined));

describe('a table', () => {
  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('of %s is a report a row', (_, mark) => {
    const rows = [
      ['Date', 'Source', 'Headline', 'Text', 'URL'],
      ['2021-08-05', 'The Example', 'A town falls', `"${PROSE}"`, 'https://a.example/1'],
      ['6 August 2021', 'Meridian', '', `"${PROSE.replaceAll('"', '""')}\n\nMore, of it."`, ''],
    ];
    const all = take(rows.map((row) => row.join(mark)).join('\r\n'), { name: 'reports.csv' });
    expect(all.map(isRead)).toEqual([true, true]);
    expect(all[0]!.report).toMatchObject({
      outlet: { basis: 'stated', value: 'The Example' },
      title: 'A town falls',
      url: 'https://a.example/1',
      published: { basis: 'stated', value: '2021-08-05' },
      body: PROSE,
    });
    expect(all[1]!.report).toMatchObject({
      outlet: { basis: 'stated', value: 'Meridian' },
      title: null,
      published: { basis: 'stated', value: '2021-08-06' },
      body: `${PROSE}\n\nMore, of it.`,
    });
  });

  test('as ACLED exports it: notes are the text', () => {
    const text = `event_id_cnty,event_date,source,notes\nAFG1,05 August 2021,Pajhwok,"${PROSE}"`;
    const [captured] = take(text, { name: 'export.csv' });
    expect(captured!.report).toMatchObject({
      outlet: { value: 'Pajhwok' },
      published: { value: '2021-08-05' },
      body: PROSE,
    });
  });

  test('one day that can be read in one way only tells how to read the others of its column', () => {
    const table = (days: readonly string[]) =>
      take(['text,date', ...days.map((day, i) => `"${PROSE} ${i}",${day}`)].join('\n'), {
        name: 'a.csv',
      });
    expect(published(table(['05/08/2021', '25/07/2021']))).toMatchObject([
      { basis: 'stated', value: '2021-08-05' },
      { basis: 'stated', value: '2021-07-25' },
    ]);
    expect(published(table(['8/5/2021', '7/25/2021']))).toMatchObject([
      { value: '2021-08-05' },
      { value: '2021-07-25' },
    ]);
    // Nothing tells, or one contradicts the other: nothing is guessed.
    for (const days of [['05/08/2021'], ['05/08/2021', '25/07/2021', '7/26/2021']])
      expect(published(table(days))[0]).toMatchObject({ basis: 'unknown' });
  });

  test('a headline alone is read as the text', () => {
    const all = take(`headline,date\n"${PROSE}",2021-08-05`, { name: 'a.tsv' });
    expect(bodies(all)).toEqual([PROSE]);
  });

  test('the same rows have the same ids when others have come to them', () => {
    const rows = [`"${PROSE} One.",2021-08-05`, `"${PROSE} Two.",2021-08-06`];
    const ids = (lines: readonly string[]) =>
      take(['text,date', ...lines].join('\n'), { name: 'a.csv' }).map(({ report }) => report.id);
    expect(ids([rows[1]!, `"${PROSE} Three.",2021-08-07`, rows[0]!])).toEqual(
      expect.arrayContaining(ids(rows)),
    );
  });

  test('what a row lacks is its own affair', () => {
    const all = take(`text,date\n"${PROSE}",2021-08-05\n,\n"",2021-08-06\n"${PROSE}"`, {
      name: 'a.csv',
    });
    expect(all.map(isRead)).toEqual([true, false, true]);
    expect(bodies(all)[1]).toMatch(/^row 4: saw no words/);
  });

  test('rows before a quotation mark out of place are read, and what is left is kept', () => {
    const all = take(`text,date\n"${PROSE}",2021-08-05\n"${PROSE},2021-08-06\nmore,x`, {
      name: 'a.csv',
    });
    expect(all.map(isRead)).toEqual([true, false]);
    expect(bodies(all)[1]).toContain('saw a quotation mark out of place in row 3');
    expect(new TextDecoder().decode(all[1]!.raw)).toBe(`"${PROSE},2021-08-06\nmore,x`);
  });

  test.each([
    ['who,what\na,b', 'saw a table with columns "who", "what"; expected one named "text"'],
    ['', 'saw no bytes'],
  ])('that says nothing is refused: %j', (text, reason) => {
    expect(unreadOf(text, { name: 'a.csv' }).unread).toContain(reason);
  });
});
