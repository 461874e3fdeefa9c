import { expect, test } from 'vitest';
import { reportOf } from '../../bench/report.ts';
import { readReport } from '../../src/reader.ts';
import { resources } from './read.ts';

/** Place and day of each claim about control, of a report of Wednesday, 11 August 2021. */
const days = (body: string) =>
  readReport(reportOf(body, { outlet: 'Example Wire', published: '2021-08-11' }), resources)
    .claims.filter(({ kind }) => kind.startsWith('control.'))
    .map(({ place, when }) => {
      const day = when.basis === 'unknown' ? '-' : when.start;
      return `${'id' in place ? place.name : place.text} ${day}`;
    });

test.each([
  ['The Taliban captured Farah the evening before, residents said.', ['Farah 2021-08-10']],
  [
    'A day earlier Zabihullah Mujahid had said that his men had captured Farah.',
    ['Farah 2021-08-10'],
  ],
  // Counted from the day that the sentence names.
  [
    'The army retook Farah on Monday, three days after losing it.',
    ['Farah 2021-08-09', 'Farah 2021-08-06'],
  ],
  // The day of one speaker is not the other's.
  [
    'The army says it holds Farah; the Taliban say Kunduz fell to them on Sunday.',
    ['Farah 2021-08-11', 'Kunduz 2021-08-08'],
  ],
  // What looks back from a day is not the day of what follows.
  [
    'The Taliban had taken Kang the evening before. They were fighting in Herat, officials said.',
    ['Kang 2021-08-10', 'Herat 2021-08-11'],
  ],
])('%s', (body, expected) => {
  expect(days(body)).toEqual(expected);
});
