import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  countBeside,
  outlookBeside,
  parseParameters,
  placesIn,
  totalsIn,
  trendIn,
} from '../../src/assessment/index.ts';
import { trendOf } from '../../src/assessment/trends/trends.ts';
import { actorId, placeId } from '../../src/domain/index.ts';
import { assessorOf, context, on, parameters, told } from './world.ts';

const rebels = actorId('rebels');
const all = ['Millbridge', 'Harbour', 'Ridge'].map(placeId);

/** Three independent reports, so that the answer is not in doubt. */
const sure = (place: string, day: number, actor = 'rebels') =>
  [1, 2, 3].map(() => told({ place, on: day, actor }));

describe('totals', () => {
  test('every place counts once, in each denominator that is known', () => {
    const assessor = assessorOf([...sure('Millbridge', 1), ...sure('Harbour', 1, 'army')]);
    const totals = totalsIn(assessor, { at: on(1), known: on(1) }, all);
    const places = totals.totals.reduce((sum, total) => sum + total.places, 0);
    const expected = totals.totals.reduce((sum, total) => sum + total.expected, 0);
    expect(places).toBe(3);
    expect(expected).toBeCloseTo(3, 9);
    expect(totals.of).toEqual({ places: 3, population: 3000, noPopulation: 0, area: null });
    const held = totals.totals.find(({ state }) => state.state === 'held' && state.by === rebels);
    expect(held).toMatchObject({ places: 1, population: 1000, area: null });
  });

  test('places of a level in an area, known of or not', () => {
    const districts = placesIn(context.places, placeId('Exland'), 'district');
    expect(districts.map(({ id }) => id).sort()).toEqual(['Harbour', 'Ridge']);
  });
});

describe('diff', () => {
  test('tells what changed overnight, and which reports did it', () => {
    const entries = sure('Millbridge', 4);
    const assessor = assessorOf([...sure('Harbour', 1), ...entries]);
    const changes = changesBetween(
      assessor,
      { at: on(3), known: on(3) },
      { at: on(4), known: on(4) },
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]!.text).toMatch(
      /^Millbridge: unknown → held by Rebels \(almost certain, (?:0\.9\d|>0\.99)\)$/,
    );
    expect(new Set(changes[0]!.because.map(({ report }) => report))).toEqual(
      new Set(entries.map(({ report }) => report.id)),
    );
  });

  test('the same question twice has no difference', () => {
    const assessor = assessorOf(sure('Millbridge', 4));
    const asOf = { at: on(5), known: on(5) };
    expect(changesBetween(assessor, asOf, asOf)).toEqual([]);
  });
});

describe('trend', () => {
  const span = { from: on(0), to: on(20), known: on(20) };

  test('gains and losses fall in their weeks', () => {
    const assessor = assessorOf([
      ...sure('Millbridge', 2),
      ...sure('Harbour', 9),
      ...sure('Millbridge', 17, 'army'),
    ]);
    const { weeks } = trendIn(assessor, { actor: rebels }, all, span);
    const rounded = weeks.map(({ gained, lost }) =>
      [gained.expected, lost.expected].map(Math.round),
    );
    expect(rounded).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(weeks[0]!.held.low).toBeLessThanOrEqual(weeks[0]!.held.expected);
    const people = trendIn(assessor, { actor: rebels, measure: 'population' }, all, span).weeks;
    expect(people[2]!.lost.expected).toBeGreaterThan(700);
    expect(people[2]!.lost.high).toBeLessThanOrEqual(3000);
  });

  test('a change of pace is found, a steady pace has none', () => {
    const places = Array.from({ length: 40 }, (_, i) => ({
      place: placeId(`p${i}`),
      weight: 250,
    }));
    const trend = { actor: rebels, measure: 'area' } as const;
    const taken = (weekOf: (i: number) => number) =>
      trendOf(trend, places, { from: on(0), to: on(69) }, (place, day) =>
        day >= on(7 * weekOf(Number(place.slice(1)))) ? 1 : 0,
      );
    expect(taken((i) => (i < 5 ? i : 6 + Math.floor((i - 5) / 9))).changePoints[0]?.from).toBe(
      on(42),
    );
    expect(taken((i) => Math.floor(i / 4)).changePoints).toEqual([]);
  });
});

describe('checks', () => {
  test('an outlook stands beside what came before and after', () => {
    const outlook = told({ id: 'outlook', kind: 'outlook', published: 10, place: 'Exland' });
    const assessor = assessorOf([outlook, ...sure('Millbridge', 3), ...sure('Ridge', 13)]);
    const check = outlookBeside(assessor, outlook.claim.claim.id, all, on(20))!;
    expect(check.said).toBe(on(10));
    expect(Math.round(check.before.gained)).toBe(1);
    expect(Math.round(check.after!.gained)).toBe(1);
    expect(check.text).toContain('In the two weeks before');
  });

  test('a count stands beside our own, with what we know nothing about', () => {
    const count = told({
      kind: 'control.count',
      published: 10,
      place: 'Exland',
      amounts: [{ min: 0.45, max: 0.55, unit: 'fraction', text: 'about half' }],
    });
    const assessor = assessorOf([count, ...sure('Millbridge', 3)]);
    const check = countBeside(assessor, count.claim.claim.id, all, on(10))!;
    expect(check.of).toBe(3);
    expect(check.unknown).toBe(2);
    expect(check.claimedShare).toEqual({ min: 0.45, max: 0.55 });
    const { heldOutright, heldByOthers, contested, unknown, of } = check;
    expect(heldOutright + heldByOthers + contested + unknown).toBe(of);
    expect(check.text).toContain('does not tell of 2');
  });
});

describe('parameters', () => {
  test('every number has its reason, and a missing one is named', () => {
    const files = structuredClone(parameters) as unknown as Record<string, never>;
    expect(() => parseParameters(files)).not.toThrow();
    const broken = structuredClone(parameters) as unknown as {
      standing: { change: { unsaid: { reason: string } } };
    };
    broken.standing.change.unsaid.reason = '';
    expect(() => parseParameters(broken as never)).toThrow(/standing\.change\.unsaid\.reason/);
  });
});
