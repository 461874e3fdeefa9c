import { expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { Assessor } from '../../src/assessment/index.ts';
import { placeId } from '../../src/domain/index.ts';
import { ledger, pick, shuffled, TANGLED } from './random-ledger.ts';
import { addAll, context, on, type Entry } from './world.ts';

const SEED = Number(process.env.SEED ?? (Math.random() * 1e9) | 0);
console.log(`what was heard before: SEED=${SEED}`);

const PLACES = ['Millbridge', 'Harbour Town', 'North', 'Ridge', 'Harbour'].map(placeId);
const DAYS = 60;

/** Everything that can be remembered is, and nothing. */
const ALL = { back: [40, 30, 22, 14], spared: 1, most: 300 };
const NOTHING = { back: [], spared: Infinity, most: 0 };

const assessorWith = (remembering: typeof ALL, entries: readonly Entry[]) => {
  const assessor = new Assessor({ ...context, remembering });
  addAll(assessor, entries);
  return assessor;
};

test.each([1, 2, 3])(
  'any pair of clocks, gone on to from what was heard before, equals the answer from nothing: round %i',
  (round) => {
    const random = seededRandom(SEED + round);
    const back = round === 1 ? 4 : 30;
    const entries = ledger(random, 400, { days: DAYS, back, texts: TANGLED });
    const inTime = entries.toSorted((a, b) => (a.claim.recorded < b.claim.recorded ? -1 : 1));
    const late = shuffled(random, inTime.splice(0, 60));
    const assessor = assessorWith(ALL, inTime);
    const taken = [...inTime];
    const pins = new Map<string, number>();
    for (let question = 0; question < 14; question++) {
      const at = Math.floor(random() * (DAYS + 10));
      const known = at + Math.floor(random() * pick(random, [1, 8, 30]));
      const asOf = { at: on(at), known: on(known) };
      const again = { at: on(at - 1), known: on(at - 1 + Math.floor(random() * 2)) };
      const fresh = assessorWith(NOTHING, shuffled(random, taken));
      fresh.pin(pins);
      for (const place of PLACES) {
        expect(assessor.summary(place, asOf)).toEqual(fresh.summary(place, asOf));
        expect(assessor.map(again, [place])).toEqual(fresh.map(again, [place]));
        expect(assessor.summary(place, again)).toEqual(fresh.summary(place, again));
        expect(assessor.pushes(place, again, asOf)).toEqual(fresh.pushes(place, again, asOf));
      }
      if (random() < 0.3) {
        const more = late.splice(0, 5);
        addAll(assessor, more);
        taken.push(...more);
      }
      if (random() < 0.05) {
        pins.set(pick(random, ['side:rebels', 'outlet:herald']), random());
        assessor.pin(new Map(pins));
      }
    }
  },
);
