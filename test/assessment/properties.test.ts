import { seededRandom } from '../../bench/random.ts';
import { describe, expect, test } from 'vitest';
import { Model } from '../../src/assessment/standing/model.ts';
import { statesOf } from '../../src/assessment/standing/states.ts';
import type { Rates } from '../../src/assessment/standing/paced-step.ts';
import { Chain, newsOf } from '../../src/assessment/standing/chain.ts';
import { Arena } from '../../src/assessment/standing/arena.ts';
import { Hearing } from '../../src/assessment/standing/hearing.ts';
import { CODES } from '../../src/assessment/standing/in-its-day.ts';
import { Registry } from '../../src/assessment/standing/registry.ts';
import type { Unit } from '../../src/assessment/standing/units.ts';
import { POINTINGS } from '../../src/assessment/parameters.ts';
import { fingerprint, stateKey } from '../../src/assessment/index.ts';
import {
  actorId,
  claimId,
  placeId,
  reportId,
  type Standing,
  type StandingState,
} from '../../src/domain/index.ts';
import { ledger, pick, shuffled, TANGLED } from './random-ledger.ts';
import { addAll, assessorOf, held, on, parameters, told, type Entry, type Told } from './world.ts';

const SEED = Number(process.env.SEED ?? (Math.random() * 1e9) | 0);
console.log(`assessment properties: SEED=${SEED}`);

function picture(entries: readonly Entry[]) {
  const assessor = assessorOf(entries);
  const standings = [on(8), on(15), on(24)].flatMap((known) =>
    ['Millbridge', 'Harbour Town', 'North', 'Ridge', 'Harbour'].flatMap((place) => {
      const { beliefs, besieged, origins } = assessor.standing(placeId(place), {
        at: known,
        known,
      });
      const sorted = beliefs
        .map(({ state, probability }) => [JSON.stringify(state), probability] as const)
        .sort((a, b) => (a[0] < b[0] ? -1 : 1));
      return [
        ...sorted.map(([, probability]) => probability),
        besieged?.probability ?? -1,
        origins,
      ];
    }),
  );
  const asOf = { at: on(24), known: on(24) };
  const incidents = assessor
    .incidents(asOf)
    .map((incident) => JSON.stringify(incident))
    .sort();
  const origins = JSON.stringify(assessor.origins(on(24)));
  const reliabilities = assessor
    .reliabilities(on(24))
    .flatMap(({ mean, low, high, n }) => [mean, low, high, n]);
  return { standings, incidents, origins, reliabilities };
}

function expectSame(a: ReturnType<typeof picture>, b: ReturnType<typeof picture>) {
  expect(b.standings.length).toBe(a.standings.length);
  for (const [i, value] of a.standings.entries()) {
    expect(Math.abs(b.standings[i]! - value)).toBeLessThan(1e-9);
  }
  expect(b.incidents).toEqual(a.incidents);
  expect(b.origins).toBe(a.origins);
  expect(b.reliabilities.length).toBe(a.reliabilities.length);
  for (const [i, value] of a.reliabilities.entries()) {
    expect(Math.abs(b.reliabilities[i]! - value)).toBeLessThan(1e-9);
  }
}

function expectNear(found: Standing['beliefs'], expected: Standing['beliefs']) {
  const probabilityOf = (beliefs: Standing['beliefs'], state: StandingState) =>
    beliefs.find((belief) => stateKey(belief.state) === stateKey(state))?.probability ?? NaN;
  for (const { state, probability } of expected) {
    expect(Math.abs(probabilityOf(found, state) - probability)).toBeLessThan(1e-9);
  }
}

describe('any order of arrival', () => {
  test.each([1, 2, 3, 4, 5, 6])('permutation %i gives the same picture', (round) => {
    const random = seededRandom(SEED + round);
    const entries = ledger(random, 60);
    expectSame(picture(entries), picture(shuffled(random, entries)));
  });

  test('asked in between or not, the picture is the same', () => {
    const random = seededRandom(SEED + 100);
    const entries = shuffled(random, ledger(random, 50));
    const assessor = assessorOf([]);
    for (const { claim, report } of entries) {
      assessor.add({ claims: [claim], reports: [report] });
      assessor.standing(placeId('Millbridge'), { at: on(24), known: on(24) });
      assessor.reliabilities(on(24));
    }
    const fresh = assessorOf(entries);
    for (const place of ['Millbridge', 'North', 'Ridge']) {
      const asOf = { at: on(20), known: on(24) };
      expect(assessor.standing(placeId(place), asOf)).toEqual(fresh.standing(placeId(place), asOf));
    }
    expect(assessor.reliabilities(on(24))).toEqual(fresh.reliabilities(on(24)));
  });

  test('settled ahead a place at a time, while more comes in and others ask, it is the same', () => {
    const random = seededRandom(SEED + 120);
    const entries = shuffled(random, ledger(random, 50));
    const assessor = assessorOf(entries.slice(0, 30));
    const early = assessor.workAhead();
    for (let step = 0; step < 7; step++) early.next();
    for (const { claim, report } of entries.slice(30)) {
      assessor.add({ claims: [claim], reports: [report] });
      early.next();
      assessor.standing(placeId('Ridge'), { at: on(9), known: on(12) });
    }
    for (const _ of assessor.workAhead()) assessor.map({ at: on(5), known: on(9) });
    const fresh = assessorOf(entries);
    for (let day = 1; day <= 40; day += 3) {
      expect(assessor.reliabilities(on(day))).toEqual(fresh.reliabilities(on(day)));
    }
  });

  test.each([1, 2, 3, 4])(
    'of copies, parts and mergers gives the same origins: round %i',
    (round) => {
      const random = seededRandom(SEED + 80 + round);
      for (let size = 3; size < 30; size++) {
        const entries = ledger(random, size, { texts: TANGLED });
        const inOrder = entries.toSorted((a, b) => (a.claim.recorded < b.claim.recorded ? -1 : 1));
        const [first, second] = [assessorOf(inOrder), assessorOf(shuffled(random, entries))];
        for (const known of [on(8), on(15), on(99)]) {
          expect(second.origins(known)).toEqual(first.origins(known));
        }
      }
    },
  );

  test('two stories built on one statement are one witness, wherever else that is told', () => {
    const statement = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');
    const textOf = (own: string) => ({
      fingerprint: fingerprint(
        { title: null, byline: null, dateline: null, body: `${statement} ${own}` },
        parameters.origins,
      ),
    });
    const around = (word: string) => Array.from({ length: 90 }, (_, i) => `${word}${i}`).join(' ');
    const taken = (id: string, outlet: string, part: Pick<Told, 'fingerprint'>) =>
      told({
        id,
        report: `r${id}`,
        kind: 'control.captured',
        actor: 'rebels',
        place: 'Millbridge',
        published: 10,
        outlet,
        ...part,
      });
    const denied = {
      kind: 'control.held',
      actor: 'army',
      place: 'Millbridge',
      published: 10,
    } as const;
    const both = [
      taken('a', 'Herald', textOf(around('north'))),
      taken('b', 'Courier', textOf(around('south'))),
      told({ id: 'c', report: 'rc', outlet: 'Post', ...denied }),
    ];
    const story = told({
      id: 'd',
      report: 'rd',
      kind: 'clash',
      actor: 'rebels',
      place: 'Ridge',
      published: 9,
      outlet: 'Post',
      ...textOf(''),
    });
    const assessor = assessorOf(both);
    const before = assessor.reliabilities(on(24));
    addAll(assessor, [story]);
    const after = assessor.reliabilities(on(24));
    expect(after).toEqual(assessorOf([...both, story]).reliabilities(on(24)));
    expect(after).not.toEqual(before);
  });

  test.each([1, 2, 3, 4])(
    'any pair of clocks, asked while claims come in, equals the answer from nothing: round %i',
    (round) => {
      const random = seededRandom(SEED + 150 + round);
      const entries = shuffled(random, ledger(random, 70));
      const assessor = assessorOf([]);
      const taken: Entry[] = [];
      const anyDay = () => on(Math.floor(random() * 120) - 10);
      for (const entry of entries) {
        assessor.add({ claims: [entry.claim], reports: [entry.report] });
        taken.push(entry);
        if (random() < 0.8) continue;
        const clock = random() < 0.5 ? ('said' as const) : ('recorded' as const);
        const asOf = { at: anyDay(), known: anyDay(), clock };
        const fresh = assessorOf(shuffled(random, taken));
        const places = ['Millbridge', 'Harbour Town', 'North', 'Ridge', 'Harbour'].map(placeId);
        for (const place of places) {
          expectNear(assessor.beliefs(place, asOf), fresh.beliefs(place, asOf));
        }
        expect(assessor.map(asOf, places).map(({ best }) => best)).toEqual(
          fresh.map(asOf, places).map(({ best }) => best),
        );
      }
    },
  );

  test('what was known on a day does not change when more is learned', () => {
    const random = seededRandom(SEED + 200);
    const entries = ledger(random, 60);
    const known = on(12);
    const early = assessorOf(
      entries.filter(
        ({ report }) => report.published.basis === 'given' && report.published.value <= known,
      ),
    );
    const all = assessorOf(entries);
    for (const place of ['Millbridge', 'North', 'Ridge']) {
      const asOf = { at: known, known };
      expect(all.standing(placeId(place), asOf)).toEqual(early.standing(placeId(place), asOf));
    }
  });
});

describe('one origin is one witness', () => {
  test('copies of a text move nothing, however many', () => {
    const random = seededRandom(SEED + 300);
    const body = Array.from({ length: 80 }, () => `w${Math.floor(random() * 1e6)}`).join(' ');
    const print = fingerprint(
      { title: null, byline: null, dateline: null, body },
      parameters.origins,
    );
    const copies = Array.from({ length: 40 }, () => told({ on: 2, fingerprint: print }));
    const one = held(assessorOf(copies.slice(0, 1)), 'rebels', 2);
    expect(held(assessorOf(copies), 'rebels', 2)).toBeCloseTo(one, 12);
    const standing = assessorOf(copies).standing(placeId('Millbridge'), {
      at: on(2),
      known: on(2),
    });
    expect(standing.origins).toBe(1);
    expect(held(assessorOf([copies[0]!, told({ on: 2 })]), 'rebels', 2)).toBeGreaterThan(one);
  });

  test('one spokesman quoted by many outlets is one witness', () => {
    const quotes = Array.from({ length: 9 }, () => told({ on: 2, speaker: 'Rebels' }));
    const one = held(assessorOf(quotes.slice(0, 1)), 'rebels', 2);
    expect(held(assessorOf(quotes), 'rebels', 2)).toBeCloseTo(one, 12);
  });
});

describe('filter and smoother', () => {
  const model = new Model(parameters.standing);
  const holders = [actorId('a'), actorId('b')];
  const states = statesOf(holders);

  interface FakeWitness {
    readonly day: number;
    readonly subject: number;
    readonly code: number;
    readonly weight: { readonly trust: number; readonly about: number; readonly slant: number };
  }

  function randomWitnesses(random: () => number): FakeWitness[] {
    let day = 0;
    let told = 0;
    return Array.from({ length: 3 }, () => {
      day += 1 + Math.floor(random() * 2);
      const count = 1 + Math.floor(random() * 2);
      return Array.from({ length: count }, (): FakeWitness => ({
        day,
        // Both holders must be among the states for the oracle to have the same ones.
        subject: told < 2 ? told++ : Math.floor(random() * 2),
        code: CODES[
          pick(
            random,
            POINTINGS.filter((name) => name !== 'clash'),
          )
        ],
        weight: {
          trust: 0.1 + 0.8 * random(),
          about: 0.2 + 0.8 * random(),
          slant: random() < 0.5 ? 1 : 3,
        },
      }));
    }).flat();
  }

  /** A unit but for what a test says of it. */
  const PLAIN: Unit = {
    claim: 0,
    day: 0,
    said: 0,
    recorded: 0,
    base: 1,
    about: 1,
    code: 0,
    direct: true,
    slanted: false,
    actor: 0,
    saying: 0,
    voice: 0,
    text: 0,
    speaker: -1,
    outlet: 0,
    around: -1,
  };

  function hearingOf(all: readonly FakeWitness[]): Hearing {
    const registry = new Registry({
      claims: { numberOf: () => 0, idOf: () => claimId('c0') },
      texts: { numberOf: () => 0, idOf: () => reportId('r0') },
    });
    for (const holder of holders) registry.actors.of(holder);
    const hearing = new Hearing(parameters.standing, registry);
    all.forEach(({ day, subject, code, weight }, i) => {
      if (all[i - 1]?.day !== day) hearing.starts.push(i);
      hearing.units.add({ ...PLAIN, day, code, actor: subject, about: weight.about });
    });
    hearing.rows = Int32Array.from(all, (_, i) => i);
    hearing.actors = Int32Array.from(all, ({ subject }) => subject);
    hearing.subjects = new Int32Array(all.length);
    hearing.count = all.length;
    hearing.codes = Uint8Array.from(all, ({ code }) => code);
    hearing.trust = Float64Array.from(all, ({ weight }) => weight.trust);
    hearing.about = Float64Array.from(all, ({ weight }) => weight.about);
    hearing.slant = Float64Array.from(all, ({ weight }) => weight.slant);
    return hearing;
  }

  /** Belief at `at` as the sum over every path of states, day by day. */
  function byPaths(all: readonly FakeWitness[], at: number, pace: Rates): number[] {
    const first = all[0]!.day;
    const last = Math.max(at, all.at(-1)!.day);
    const hearing = hearingOf(all);
    const step = (day: number, from: number, to: number) => {
      const range = { from: all.findIndex((one) => one.day === day), to: 0 };
      range.to = all.findLastIndex((one) => one.day === day) + 1;
      const unit = new Float64Array(states.size);
      unit[from] = 1;
      const news = newsOf(hearing, { ...range, last: day >= last });
      model.forward(unit, { from: day - 1, to: day, news, pace });
      return unit[to]!;
    };
    const weight = (day: number, state: number) => {
      const likelihood = new Float64Array(states.size).fill(1);
      for (const one of all) {
        if (one.day === day) model.weigh(likelihood, one.code, one.subject, one.weight);
      }
      return likelihood[state]!;
    };
    const totals = Array.from({ length: states.size }, () => 0);
    const walk = (day: number, state: number, product: number, atState: number) => {
      const seen = day === at ? state : atState;
      const here = product * weight(day, state);
      if (day === last) {
        totals[seen]! += here;
        return;
      }
      for (let next = 0; next < states.size; next++) {
        walk(day + 1, next, here * step(day + 1, state, next), seen);
      }
    };
    const initial = model.initial(states);
    for (let before = 0; before < states.size; before++) {
      for (let state = 0; state < states.size; state++) {
        walk(first, state, initial[before]! * step(first, before, state), -1);
      }
    }
    const sum = totals.reduce((a, b) => a + b, 0);
    return totals.map((total) => total / sum);
  }

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('round %i equals the sum over all paths', (round) => {
    const random = seededRandom(SEED + 1000 + round);
    const all = randomWitnesses(random);
    const end = all.at(-1)!.day;
    const values = Float64Array.from(
      Array.from({ length: end + 2 }).flatMap(() => {
        const isAsAny = random() < 0.4;
        const rates = holders.map(() => (isAsAny ? 1 : 1 + 4 * random()));
        return [...rates, rates.reduce((sum, rate) => sum + rate, 0)];
      }),
    );
    const pace: Rates = { from: 0, holders: holders.length, values };
    for (let at = all[0]!.day; at <= end + 1; at++) {
      const known = Math.max(at, end);
      const setting = { known, arena: new Arena(), pace: { among: () => pace } };
      const chain = new Chain(model, hearingOf(all), setting);
      expect(chain.states.holders).toEqual(states.holders);
      const expected = byPaths(all, at, pace);
      const found = chain.beliefAt(at);
      for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 10);
    }
  });
});
