import { describe, expect, test } from 'vitest';
import { addDays, placeId, statedTime, type Claim } from '../../src/domain/index.ts';
import { assessorOf, believed, held, on, told, type Entry } from './world.ts';

const LEFT = {
  report: 'one',
  on: 9,
  kind: 'control.withdrawn',
  actor: 'army',
  target: 'rebels',
} as const;

describe('standing', () => {
  test('nothing said, nothing known', () => {
    const standing = assessorOf([]).standing(placeId('Millbridge'), { at: on(3), known: on(3) });
    expect(standing.best).toEqual({ state: 'unknown' });
    expect(standing.newest).toBeNull();
    expect(standing.information).toBe(6);
    expect(standing.source).toBe('F');
  });

  test('beliefs sum to one', () => {
    const assessor = assessorOf([told({ on: 1 }), told({ on: 2, actor: 'army' })]);
    const { beliefs } = assessor.standing(placeId('Millbridge'), { at: on(2), known: on(9) });
    expect(beliefs.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
  });

  test('a capture by one side shows as held by that side', () => {
    const assessor = assessorOf([told({ on: 1 }), told({ on: 1 })]);
    const standing = assessor.standing(placeId('Millbridge'), { at: on(1), known: on(1) });
    expect(standing.best).toEqual({ state: 'held', by: 'rebels' });
    expect(standing.origins).toBe(2);
    expect(standing.information).toBe(1);
  });

  test('gains of an army count for its government', () => {
    const assessor = assessorOf([told({ on: 1, actor: 'army' }), told({ on: 1, actor: 'army' })]);
    expect(held(assessor, 'government', 1)).toBeGreaterThan(0.5);
  });

  test('a side is believed less on its own gain than on its own loss', () => {
    const own = assessorOf([told({ on: 1, speaker: 'Rebels' })]);
    const loss = assessorOf([told({ on: 1, speaker: 'Government', target: 'government' })]);
    expect(held(loss, 'rebels', 1)).toBeGreaterThan(held(own, 'rebels', 1));
  });

  test.each(['hypothetical', 'planned', 'predicted'] as const)(
    '%s captures never raise "held by"',
    (modality) => {
      const told1 = told({ on: 1, actor: 'army' });
      const before = held(assessorOf([told1]), 'rebels', 2);
      expect(held(assessorOf([told1, told({ on: 2, modality })]), 'rebels', 2)).toBe(before);
    },
  );

  test('a negated capture never raises "held by", whoever says so', () => {
    const capture = told({ on: 1 });
    const before = held(assessorOf([capture]), 'rebels', 2);
    for (const speaker of ['Rebels', 'Government', 'residents']) {
      const negated = told({ on: 2, polarity: 'negative', speaker });
      expect(held(assessorOf([capture, negated]), 'rebels', 2)).toBeLessThan(before);
    }
  });

  test('a threatened place is no less held', () => {
    const capture = told({ on: 1 });
    const threat = told({ on: 2, kind: 'control.threatened', actor: 'army' });
    expect(held(assessorOf([capture, threat]), 'rebels', 2)).toBe(
      held(assessorOf([capture]), 'rebels', 2),
    );
  });

  test('without news belief drifts to unknown, day by day', () => {
    const assessor = assessorOf([told({ on: 0 }), told({ on: 0 })]);
    const course = Array.from({ length: 300 }, (_, at) => held(assessor, 'rebels', at));
    for (let at = 1; at < course.length; at++) expect(course[at]).toBeLessThan(course[at - 1]!);
    expect(believed(assessor, 'unknown', 299)).toBeGreaterThan(0.5);
  });

  test('a takeover of under a day is a clash', () => {
    const assessor = assessorOf([
      told({ on: 3 }),
      told({ on: 3, kind: 'control.recaptured', actor: 'army' }),
    ]);
    const standing = assessor.standing(placeId('Millbridge'), { at: on(3), known: on(3) });
    expect(standing.best).toEqual({ state: 'contested' });
  });

  test('one side leaves while the other attacks: the other is likelier to have it than by either alone', () => {
    const leaves = told({ on: 2, kind: 'control.withdrawn', actor: 'army' });
    const attacks = told({ on: 2, kind: 'control.contested' });
    const by = (...entries: Entry[]) => held(assessorOf(entries), 'rebels', 2);
    expect(by(leaves, attacks)).toBeGreaterThan(3 * Math.max(by(leaves), by(attacks)));
    expect(by(leaves, attacks)).toBeGreaterThan(0.5);
    const stays = told({ on: 2, kind: 'control.contested', actor: 'army' });
    expect(by(leaves, stays)).toBeLessThan(by(leaves, attacks));
  });

  // "Has withdrawn from the city, which it captured early in the war": once the city was still theirs.
  test('a capture told with its leaving is past', () => {
    const capture = told({ report: 'one', published: 9, actor: 'army' });
    const leaving = told(LEFT);
    expect(held(assessorOf([capture, leaving]), 'government', 9)).toBeLessThan(0.1);
    const elsewhere = told({ on: 9, kind: 'control.withdrawn', actor: 'army' });
    expect(held(assessorOf([capture, elsewhere]), 'government', 9)).toBeGreaterThan(0.1);
    const enemy = told({ ...LEFT, speaker: 'Rebels' });
    expect(held(assessorOf([capture, enemy]), 'government', 9)).toBeGreaterThan(0.1);
    const { movements } = assessorOf([capture, leaving]).standing(placeId('Millbridge'), {
      at: on(9),
      known: on(9),
    });
    const names = movements.flatMap(({ factors }) => factors.map(({ name }) => name));
    expect(names).toContain('left again');
  });

  test('a fight has two sides, though only one is named', () => {
    const fight = told({ on: 0, kind: 'control.contested' });
    const other = told({ on: 0, actor: 'army', polarity: 'negative' });
    const alone = held(assessorOf([fight]), 'rebels', 4);
    expect(alone).toBeGreaterThan(0);
    expect(alone).toBeLessThan(1.2 * held(assessorOf([fight, other]), 'rebels', 4));
  });

  test('one spokesman in five papers does not outweigh the one who speaks against him', () => {
    const spokesman = () => told({ on: 3, speaker: 'Rebels' });
    const against = told({ on: 3, kind: 'control.recaptured', actor: 'army' });
    const one = believed(assessorOf([spokesman(), against]), 'contested', 3);
    const five = [spokesman(), spokesman(), spokesman(), spokesman(), spokesman()];
    expect(believed(assessorOf([...five, against]), 'contested', 3)).toBeCloseTo(one, 9);
  });

  // A party's word that soldiers had surrendered once silenced its opponent's admission two days later.
  test('one speaker says the same again more firmly: the firmer counts, and no more than once', () => {
    const speaker = 'Arlo Vance';
    const hedged = told({ on: 1, modality: 'hedged', speaker, report: 'first' });
    const firm = told({ on: 2, speaker, report: 'second' });
    const again = told({ on: 2, speaker, report: 'third' });
    const by = (...entries: Entry[]) => held(assessorOf(entries), 'rebels', 2);
    expect(by(hedged, firm)).toBeGreaterThan(by(hedged));
    expect(by(hedged, firm, again)).toBe(by(hedged, firm));
    expect(by(firm, again)).toBe(by(firm));
  });

  test('part of a place taken: contested, not held', () => {
    const assessor = assessorOf([
      told({ on: 1, part: 'prison' }),
      told({ on: 1, kind: 'control.held', actor: 'army', part: 'airport' }),
    ]);
    const standing = assessor.standing(placeId('Millbridge'), { at: on(1), known: on(1) });
    expect(standing.best).toEqual({ state: 'contested' });
  });

  test('a siege leaves the holder and shows beside it, until the place is taken', () => {
    const siege = [
      told({ on: 0, kind: 'control.held', actor: 'army' }),
      told({ on: 0, kind: 'control.held', actor: 'army' }),
      told({ on: 1, kind: 'control.besieged' }),
      told({ on: 1, kind: 'control.besieged' }),
    ];
    const asOf = { at: on(1), known: on(1) };
    const standing = assessorOf(siege).standing(placeId('Millbridge'), asOf);
    expect(standing.best).toEqual({ state: 'held', by: 'government' });
    expect(standing.besieged?.by).toBe('rebels');
    expect(standing.besieged!.probability).toBeGreaterThan(0.5);
    const taken = [...siege, told({ on: 2 }), told({ on: 2 })];
    const after = assessorOf(taken).standing(placeId('Millbridge'), { at: on(2), known: on(2) });
    expect(after.besieged!.probability).toBeLessThan(standing.besieged!.probability);
  });

  // A siege told once by a good outlet was once believed at 0.2, and so never shown.
  test('a siege told by one good source is more likely than not', () => {
    const once = assessorOf([told({ on: 1, kind: 'control.besieged' })]);
    const { besieged } = once.standing(placeId('Millbridge'), { at: on(1), known: on(1) });
    expect(besieged!.probability).toBeGreaterThan(0.5);
  });

  // "Have controlled the town since late 2023" once weighed a thirtieth of "control the town".
  test('what has lasted until it is told is so on that day, however long it has lasted', () => {
    const since = (days: number, kind: Claim['kind']) => {
      const entry = told({ on: 0, kind });
      const when = statedTime(addDays(on(0), -days), on(0), `for ${days} days`);
      const { claim } = entry.claim;
      return { ...entry, claim: { ...entry.claim, claim: { ...claim, when } } };
    };
    const believes = (entry: Entry) => held(assessorOf([entry]), 'rebels', 0);
    expect(believes(since(700, 'control.held'))).toBeCloseTo(believes(since(1, 'control.held')), 2);
    // A capture of some day in two years says little of any.
    expect(believes(since(700, 'control.captured'))).toBeLessThan(
      believes(since(1, 'control.captured')) / 2,
    );
  });

  test('a province taken is weak evidence for its places, stronger for its seat', () => {
    const province = [told({ on: 1, place: 'North' }), told({ on: 1, place: 'North' })];
    const assessor = assessorOf(province);
    const ofProvince = held(assessor, 'rebels', 1, { place: 'North' });
    const ofSeat = held(assessor, 'rebels', 1, { place: 'Harbour Town' });
    const ofDistrict = held(assessor, 'rebels', 1, { place: 'Ridge' });
    expect(ofProvince).toBeGreaterThan(ofSeat);
    expect(ofSeat).toBeGreaterThan(ofDistrict);
    expect(ofDistrict).toBeGreaterThan(0);
  });

  test('known then and seen now are different questions', () => {
    const assessor = assessorOf([told({ on: 2, published: 6 }), told({ on: 2, published: 6 })]);
    expect(held(assessor, 'rebels', 2, { known: 5 })).toBe(0);
    expect(held(assessor, 'rebels', 2, { known: 6 })).toBeGreaterThan(0.5);
  });

  test('who took a place on a stated day did not hold it the day before', () => {
    const assessor = assessorOf([told({ on: 5 }), told({ on: 5 })]);
    expect(held(assessor, 'rebels', 4, { known: 5 })).toBeLessThan(0.5);
    expect(held(assessor, 'rebels', 5, { known: 5 })).toBeGreaterThan(0.5);
  });

  test('switching a side off leaves what the others say', () => {
    const assessor = assessorOf([told({ on: 1, speaker: 'Rebels' })]);
    const asOf = { at: on(1), known: on(1) };
    const { best } = assessor.standing(placeId('Millbridge'), {
      ...asOf,
      without: { sides: [told({}).claim.claim.actor!.id!] },
    });
    expect(best).toEqual({ state: 'unknown' });
  });

  test('every movement names its claim, its log-odds and the reason of each factor', () => {
    const capture = told({ on: 1, modality: 'hedged' });
    const assessor = assessorOf([capture]);
    const { movements } = assessor.standing(placeId('Millbridge'), { at: on(1), known: on(1) });
    const movement = movements.find(({ day }) => day === on(1))!;
    expect(movement.claim).toBe(capture.claim.claim.id);
    expect(movement.towards).toEqual({ state: 'held', by: 'rebels' });
    expect(movement.logOdds).toBeGreaterThan(0);
    expect(movement.factors.map(({ name }) => name)).toContain('hedged');
    for (const { reason } of movement.factors) expect(reason).not.toBe('');
  });

  test('claimed stands beside assessed', () => {
    const assessor = assessorOf([
      told({ on: 1, speaker: 'Rebels' }),
      told({ on: 1, speaker: 'Government', polarity: 'negative', stance: 'denies' }),
    ]);
    const { claimed } = assessor.standing(placeId('Millbridge'), { at: on(1), known: on(1) });
    expect(claimed.map(({ by, says, of }) => [by, says, of])).toEqual(
      expect.arrayContaining([
        ['rebels', 'holds', 'rebels'],
        ['government', 'denies', 'rebels'],
      ]),
    );
  });
});
