import { describe, expect, test } from 'vitest';
import { placeId } from '../../src/domain/index.ts';
import { assessorOf, held, on, parameters, told, type Entry } from './world.ts';

/** Millbridge, fought over for days; then nothing is told of it. */
const FOUGHT: readonly Entry[] = [1, 2, 3].flatMap((day) => [
  told({ kind: 'control.contested', on: day }),
  told({ kind: 'control.contested', on: day, actor: 'army' }),
]);

const fell = (place: string, day: number, more: Parameters<typeof told>[0] = {}) =>
  told({ place, on: day, published: day, ...more });

const after = (more: readonly Entry[], day = 6) =>
  held(assessorOf([...FOUGHT, ...more]), 'rebels', day);

describe('the pace of a war', () => {
  const quiet = after([]);

  test('a fight ends sooner for a side that takes other places of the country', () => {
    const one = after([fell('Harbour', 4)]);
    const two = after([fell('Harbour', 4), fell('Fordham', 5)]);
    expect(one).toBeGreaterThan(1.2 * quiet);
    expect(two).toBeGreaterThan(one);
  });

  test('for that side, and not for the other', () => {
    const government = (more: readonly Entry[]) =>
      held(assessorOf([...FOUGHT, ...more]), 'government', 6);
    expect(government([fell('Harbour', 4)])).toBeLessThan(government([]));
  });

  test('once, however many tell of it', () => {
    const one = after([fell('Harbour', 4)]);
    const many = after([
      fell('Harbour', 4),
      fell('Harbour', 4),
      fell('Harbour', 5),
      fell('Harbour', 5),
    ]);
    expect(many).toBeCloseTo(one, 12);
  });

  test('what is told on the day itself counts from the next on', () => {
    expect(after([fell('Harbour', 6)])).toBeCloseTo(quiet, 12);
    const late = fell('Harbour', 5, { published: 6 });
    expect(after([late])).toBeCloseTo(quiet, 12);
  });

  test('what was told long ago, or long after it happened, is no news', () => {
    const { days } = parameters.standing.pace;
    expect(after([fell('Harbour', -days.value)])).toBeCloseTo(quiet, 12);
    expect(after([fell('Harbour', 5, { on: 5 - days.value - 1 })])).toBeCloseTo(quiet, 12);
  });

  test("a side's own word for its gains counts for little", () => {
    const announced = after([fell('Harbour', 4, { speaker: 'Rebels' })]);
    expect(announced).toBeGreaterThan(quiet);
    expect(announced - quiet).toBeLessThan((after([fell('Harbour', 4)]) - quiet) / 3);
  });

  test('without the source that tells of it the pace is that of any day', () => {
    const assessor = assessorOf([...FOUGHT, fell('Harbour', 4, { outlet: 'Herald' })]);
    const asOf = { at: on(6), known: on(6), without: { outlets: ['Herald'] } };
    const { beliefs } = assessor.standing(placeId('Millbridge'), asOf);
    const found = beliefs.find(({ state }) => state.state === 'held' && state.by === 'rebels');
    expect(found?.probability).toBeCloseTo(quiet, 12);
  });

  test('a capture told amid others is more readily believed, and why says so', () => {
    const taken = told({ on: 6 });
    const alone = assessorOf([...FOUGHT, taken]);
    const amid = assessorOf([...FOUGHT, fell('Harbour', 4), fell('Fordham', 5), taken]);
    expect(held(amid, 'rebels', 6)).toBeGreaterThan(held(alone, 'rebels', 6));
    const { movements } = amid.standing(placeId('Millbridge'), { at: on(6), known: on(6) });
    const pace = movements
      .filter(({ claim }) => claim === taken.claim.claim.id)
      .flatMap(({ factors }) => factors)
      .find(({ name }) => name === 'pace');
    expect(pace?.value).toBeGreaterThan(2);
    expect(pace?.reason).toContain('In the 4 days before, 2 other places in the country');
  });
});
