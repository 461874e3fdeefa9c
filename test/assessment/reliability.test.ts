import { describe, expect, test } from 'vitest';
import { betaBelow, betaQuantile } from '../../src/assessment/reliability/beta.ts';
import {
  type Assessor,
  gradeOf,
  informationGrade,
  likelihoodWord,
  meanOfGrade,
} from '../../src/assessment/index.ts';
import { actorId, placeId } from '../../src/domain/index.ts';
import { assessorOf, held, on, told, type Entry } from './world.ts';

/** A spokesman announces captures week after week; others tell what was so. */
function boasts(borneOut: boolean): Entry[] {
  return Array.from({ length: 8 }, (_, week) => {
    const day = 7 * week + 1;
    return [
      told({ on: day, speaker: 'Rebels' }),
      ...Array.from({ length: 4 }, (_other, i) =>
        told({
          on: day + 1,
          kind: 'control.held',
          actor: borneOut ? 'rebels' : 'army',
          outlet: `Paper ${i}`,
        }),
      ),
    ];
  }).flat();
}

const boaster = (entries: readonly Entry[], day: number) =>
  assessorOf(entries)
    .reliabilities(on(day))
    .find(({ source, interest }) => source === 'side:rebels' && interest === 'gain')!;

describe('reliability', () => {
  test('a source whose gains are borne out rises above its class, one whose are not falls below', () => {
    const right = boaster(boasts(true), 63);
    const wrong = boaster(boasts(false), 63);
    expect(right.mean).toBeGreaterThan(0.6);
    expect(wrong.mean).toBeLessThan(0.5);
    expect(right.low).toBeLessThan(right.mean);
    expect(right.high).toBeGreaterThan(right.mean);
    expect(right.n).toBeGreaterThan(4);
  });

  test('a new boast of a known boaster weighs less', () => {
    const known = [...boasts(false), told({ on: 63, place: 'Ridge', speaker: 'Rebels' })];
    const fresh = [told({ on: 63, place: 'Ridge', speaker: 'Rebels' })];
    expect(held(assessorOf(known), 'rebels', 63, { place: 'Ridge' })).toBeLessThan(
      held(assessorOf(fresh), 'rebels', 63, { place: 'Ridge' }),
    );
  });

  test('a side is one source however it is quoted', () => {
    const assessor = assessorOf([
      told({ on: 1, speaker: 'Rebels' }),
      told({ on: 8, speaker: 'a spokesman for the Rebels' }),
    ]);
    const sides = assessor.reliabilities(on(20)).filter(({ source }) => source === 'side:rebels');
    expect(sides).toHaveLength(1);
    expect(sides[0]!.n).toBeGreaterThan(1);
  });

  test('what was settled by a week stays so whatever comes later', () => {
    const early = boaster(
      boasts(false).filter((_, i) => i < 15),
      22,
    );
    expect(boaster(boasts(false), 22)).toEqual(early);
  });

  test('a pinned grade counts instead, and says so', () => {
    const pins = new Map([['side:rebels', 'E' as const]]);
    const pinned = assessorOf([told({ on: 1, speaker: 'Rebels' })], pins);
    expect(held(pinned, 'rebels', 1)).toBeLessThan(
      held(assessorOf([told({ on: 1, speaker: 'Rebels' })]), 'rebels', 1),
    );
    const [source] = pinned.reliabilities(on(14));
    expect(source).toMatchObject({ pinned: true, grade: 'E', mean: meanOfGrade('E') });
  });

  test('pins put on, changed and taken back answer as if they had been so at first', () => {
    const entries = boasts(false);
    const asOf = { at: on(40), known: on(40) };
    const whole = (assessor: Assessor) => [
      assessor.standing(placeId('Millbridge'), asOf),
      assessor.reliabilities(on(40)),
    ];
    const assessor = assessorOf(entries);
    const learned = whole(assessor);
    const pins = new Map([['side:rebels', 0.9]]);
    const asked = assessor.standing(placeId('Millbridge'), { ...asOf, pins });
    expect(whole(assessor)).toEqual(learned);
    assessor.pin(pins);
    expect(whole(assessor)).toEqual(whole(assessorOf(entries, pins)));
    expect(whole(assessor)[0]).toEqual(asked);
    expect(whole(assessor)).not.toEqual(learned);
    assessor.pin(new Map());
    expect(whole(assessor)).toEqual(learned);
  });

  test('a pin moves the letter of the source, and the information keeps its own', () => {
    const entry = [told({ on: 1, speaker: 'Rebels' })];
    const asOf = { at: on(1), known: on(1) };
    const place = placeId('Millbridge');
    const learned = assessorOf(entry).standing(place, asOf);
    const standing = assessorOf(entry, new Map([['side:rebels', 'F' as const]])).standing(
      place,
      asOf,
    );
    expect(standing.source).toBe('F');
    expect(learned.source).not.toBe('F');
    expect(standing.movements[0]!.factors.at(-1)!.reason).toContain('a user has fixed it');
    const [source] = assessorOf(entry, new Map([['side:rebels', 0.7]])).reliabilities(on(14));
    expect(source).toMatchObject({ pinned: true, mean: 0.7, grade: gradeOf(0.7) });
    expect(source!.learned).not.toBe(0.7);
  });

  test('without a party, a place is seen without it', () => {
    const assessor = assessorOf([told({ on: 1, speaker: 'Rebels' }), told({ on: 1 })]);
    const place = assessor.places()[0]!;
    const all = assessor.probabilityHeld(place, actorId('rebels'), { at: on(1), known: on(1) });
    const without = assessor.probabilityHeld(place, actorId('rebels'), {
      at: on(1),
      known: on(1),
      without: { sides: [actorId('rebels')] },
    });
    expect(without).toBeLessThan(all);
  });
});

describe('words and grades', () => {
  test.each([
    [0.01, 'almost no chance'],
    [0.05, 'very unlikely'],
    [0.3, 'unlikely'],
    [0.5, 'roughly even chance'],
    [0.7, 'likely'],
    [0.9, 'very likely'],
    [0.96, 'almost certain'],
  ])('%d is %s (ICD 203)', (probability, word) => expect(likelihoodWord(probability)).toBe(word));

  test('letters and the middles of their ranges agree', () => {
    for (const grade of ['A', 'B', 'C', 'D', 'E'] as const) {
      expect(gradeOf(meanOfGrade(grade))).toBe(grade);
    }
  });

  test('information is graded by who else says so', () => {
    expect(informationGrade(2, 0, 0.97)).toBe(1);
    expect(informationGrade(1, 0, 0.9)).toBe(2);
    expect(informationGrade(1, 1, 0.6)).toBe(3);
    expect(informationGrade(1, 2, 0.3)).toBe(4);
    expect(informationGrade(0, 2, 0.1)).toBe(5);
    expect(informationGrade(0, 0, 0.9)).toBe(6);
  });

  test('beta quantiles undo the distribution', () => {
    expect(betaBelow(1, 1, 0.3)).toBeCloseTo(0.3, 9);
    expect(betaBelow(2, 3, 0.4)).toBeCloseTo(0.5248, 9);
    expect(betaBelow(5.5, 1.5, betaQuantile(5.5, 1.5, 0.95))).toBeCloseTo(0.95, 6);
  });
});
