import { describe, expect, test } from 'vitest';
import { findQuantities } from '../../src/reading/quantities.ts';
import { findTimes } from '../../src/reading/times.ts';
import { parsed } from './parsed.ts';

/** "words = min..max unit/role"; `..` without an end when there is none. */
const shown = (body: string) => {
  const text = parsed(body, '2021-08-05');
  return findQuantities(text, findTimes(text)).map(({ text, amount: { min, max, unit, role } }) => {
    const interval = min === max ? `${min}` : `${min}..${max ?? ''}`;
    return `${text} = ${interval} ${unit}${role === undefined ? '' : `/${role}`}`;
  });
};

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['At least 12 civilians were killed.', ['At least 12 civilians = 12.. civilian/killed']],
  ['The drills involve 2,500 troops.', ['2,500 troops = 2500 troop']],
  ['Up to 2,500 troops left.', ['Up to 2,500 troops = 0..2500 troop']],
  ['More than a hundred fighters surrendered.', ['More than a hundred fighters = 100.. fighter']],
  ['Between 20 and 25 soldiers died.', ['Between 20 and 25 soldiers = 20..25 soldier/killed']],
  ['Some 20-25 soldiers fled.', ['Some 20-25 soldiers = 20..25 soldier']],
  ['Dozens of civilians fled.', ['Dozens of civilians = 24.. civilian']],
  ['Tens of thousands of people fled.', ['Tens of thousands of people = 20000.. person']],
  ['Several provincial capitals were encircled.', ['Several provincial capitals = 3.. capital']],
  ['They retook some districts.', ['some districts = 2.. district']],
  ['They hold some 400 districts.', ['some 400 districts = 400 district']],
  [
    'They control about half of Afghanistan’s roughly 400 districts.',
    ['about half = 0.5 fraction', 'roughly 400 districts = 400 district'],
  ],
  ['They seized half the city.', ['half = 0.5 fraction']],
  ['Two-thirds of the province was lost.', ['Two-thirds = 0.6666666666666666 fraction']],
  ['About 70% of homes were burnt.', ['About 70% = 0.7 fraction']],
  ['Over 50 percent of the land is theirs.', ['Over 50 percent = 0.5..1 fraction']],
  ['A dozen tanks were lost.', ['A dozen tanks = 12 tank']],
  ['Two dozen tanks were lost.', ['Two dozen tanks = 24 tank']],
  ['Twenty-five people were wounded.', ['Twenty-five people = 25 person/wounded']],
  ['No casualties were reported.', ['No casualties = 0 casualty']],
  ['It lies 20 kilometers from the border.', ['20 kilometers = 20 kilometre']],
  ['It lies 20 km from the border.', ['20 km = 20 kilometre']],
  ['The blast left 12 dead.', ['12 dead = 12 person/killed']],
  [
    'It killed 12 and wounded 20 others.',
    ['12 = 12 person/killed', '20 others = 20 person/wounded'],
  ],
  ['They got $5 million in aid.', ['5 million = 5000000 US dollar']],
  ['Some 2.5 million people need food.', ['Some 2.5 million people = 2500000 person']],
  ['They took some radio and TV stations.', ['some radio and TV stations = 2.. station']],
];

describe('quantities', () => {
  test.each(CASES)('%s', (body, expected) => {
    expect(shown(body)).toEqual(expected);
  });

  test.each([
    'In 2020 talks began.',
    'They met on August 5.',
    'A 20-year-old was there.',
    'He is 20 years old.',
    'A man aged 34 came.',
    'F-16s flew over.',
    'Article 5 was invoked.',
    'It began at 14:05 GMT.',
    'Some say so.',
    'No city has fallen.',
  ])('no quantity: %s', (body) => {
    expect(shown(body)).toEqual([]);
  });
});
