import { describe, expect, test } from 'vitest';
import { assessorOf, on, told, type Entry } from './world.ts';

const asOf = { at: on(30), known: on(30) };
const incidents = (entries: readonly Entry[]) => assessorOf(entries).incidents(asOf);

const dead = (min: number, max: number | null = min) => [
  { min, max, unit: 'person', text: `${min}`, role: 'killed' },
];

describe('incidents', () => {
  test('one capture told by three reports is one incident', () => {
    const [incident, ...others] = incidents([
      told({ on: 3 }),
      told({ on: 3, published: 4 }),
      told({ published: 5, speaker: 'Rebels' }),
    ]);
    expect(others).toEqual([]);
    expect(incident!.reports).toHaveLength(3);
    expect(incident!.origins).toHaveLength(3);
    expect(incident!.speakers).toEqual(['side:rebels']);
    expect([incident!.start, incident!.end]).toEqual([on(3), on(5)]);
  });

  test('captures weeks apart, or by two sides, are two', () => {
    expect(incidents([told({ on: 3 }), told({ on: 20 })])).toHaveLength(2);
    expect(incidents([told({ on: 3 }), told({ on: 3, actor: 'army' })])).toHaveLength(2);
  });

  test('a capture without an actor joins the only one near it', () => {
    expect(incidents([told({ on: 3 }), told({ on: 3, actor: null })])).toHaveLength(1);
  });

  test('a district centre lies in its district', () => {
    const both = [
      told({ on: 3, place: 'Harbour', kind: 'control.contested' }),
      told({ on: 3, place: 'Harbour Town', kind: 'control.contested' }),
    ];
    expect(incidents(both)).toHaveLength(1);
  });

  test('a denial stands beside what it denies', () => {
    const denial = told({ on: 3, polarity: 'negative', speaker: 'Government' });
    const [incident] = incidents([told({ on: 3 }), denial]);
    expect(incident!.denials).toEqual([denial.claim.claim.id]);
    expect(incident!.claims).toHaveLength(1);
  });

  test.each(['hypothetical', 'planned', 'predicted'] as const)('what is %s is none', (modality) => {
    expect(incidents([told({ on: 3, modality })])).toEqual([]);
  });

  test('numbers that differ stay side by side', () => {
    const [incident] = incidents([
      told({ on: 3, kind: 'killing', amounts: dead(10) }),
      told({ on: 3, kind: 'killing', amounts: dead(12, null) }),
      told({ on: 3, kind: 'killing', amounts: dead(20) }),
    ]);
    expect(incident!.amounts).toMatchObject([{ role: 'killed', min: 10, best: 12, max: null }]);
    expect(incident!.amounts[0]!.by).toHaveLength(3);
  });

  test('tolls too far apart are of two attacks', () => {
    const both = [
      told({ on: 3, kind: 'bombing', amounts: dead(2) }),
      told({ on: 3, kind: 'bombing', amounts: dead(60) }),
    ];
    expect(incidents(both)).toHaveLength(2);
  });

  test('nothing is known before it is published', () => {
    const assessor = assessorOf([told({ on: 3, published: 8 })]);
    expect(assessor.incidents({ at: on(9), known: on(7) })).toEqual([]);
    expect(assessor.incidents({ at: on(9), known: on(8) })).toHaveLength(1);
  });
});
