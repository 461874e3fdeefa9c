import { expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { placeId } from '../../src/domain/index.ts';
import { RememberedStandings } from '../../src/server/remembered.ts';
import { settled } from '../../src/server/settled.ts';
import { ledger, pick, shuffled } from '../assessment/random-ledger.ts';
import { assessorOf, on, told } from '../assessment/world.ts';

const SEED = Number(process.env.SEED ?? (Math.random() * 1e9) | 0);
console.log(`remembered standings: SEED=${SEED}`);

const PLACES = ['Millbridge', 'Harbour Town', 'North', 'Ridge', 'Harbour'].map(placeId);

test.each([1, 2, 3, 4])(
  'what is remembered while claims and pins come in equals the answer from nothing: round %i',
  (round) => {
    const random = seededRandom(SEED + round);
    const assessor = assessorOf([]);
    const remembered = new RememberedStandings(assessor);
    for (const { claim, report } of shuffled(random, ledger(random, 60))) {
      assessor.add({ claims: [claim], reports: [report] });
      if (random() < 0.05) assessor.pin(new Map([['side:rebels', random()]]));
      // Few questions, so that most were asked before.
      const asOf = { at: on(pick(random, [9, 16])), known: on(pick(random, [16, 24, 60])) };
      const [standing, state] = [remembered.at(asOf), remembered.statesAt(asOf)];
      for (const place of PLACES) {
        expect(state(place)).toEqual(settled(assessor.summary(place, asOf)));
        if (random() < 0.5) expect(standing(place)).toEqual(assessor.summary(place, asOf));
      }
    }
  },
);

test('a report makes no place worked out again but its own', () => {
  const assessor = assessorOf(ledger(seededRandom(7), 40));
  const remembered = new RememberedStandings(assessor);
  const asOf = { at: on(3), known: on(3) };
  const before = PLACES.map(remembered.at(asOf));
  const late = told({ kind: 'control.contested', place: 'Ridge', on: 3 });
  assessor.add({ claims: [late.claim], reports: [late.report] });
  const after = PLACES.map(remembered.at(asOf));
  expect(PLACES.filter((_, i) => before[i] !== after[i])).toEqual(['Ridge']);
});

test('a gain told late makes the towns of its country worked out again', () => {
  const fights = [4, 5].map((day) => told({ kind: 'control.contested', on: day }));
  const assessor = assessorOf(fights);
  const remembered = new RememberedStandings(assessor);
  const asOf = { at: on(6), known: on(6) };
  const place = placeId('Millbridge');
  const before = remembered.at(asOf)(place);
  const late = told({ place: 'Fordham', on: 5 });
  assessor.add({ claims: [late.claim], reports: [late.report] });
  const after = remembered.at(asOf)(place);
  expect(after).toEqual(assessorOf([...fights, late]).summary(place, asOf));
  expect(after.beliefs).not.toEqual(before.beliefs);
});
