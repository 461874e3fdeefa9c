import { expect, test } from 'vitest';
import { seededRandom } from '../../bench/random.ts';
import { IdTable } from '../../src/assessment/id-table.ts';
import { KeyTable } from '../../src/assessment/origins/key-table.ts';
import { Units, type Unit } from '../../src/assessment/standing/units.ts';

const SEED = Number(process.env.SEED ?? (Math.random() * 1e9) | 0);
console.log(`tables: SEED=${SEED}`);

test('ids have numbers in the order in which they first came', () => {
  const random = seededRandom(SEED + 1);
  const table = new IdTable();
  const numbers = new Map<string, number>();
  for (let i = 0; i < 20_000; i++) {
    const id = `c${Math.floor(random() * 15_000).toString(16)}`;
    const isNew = !numbers.has(id);
    if (isNew) numbers.set(id, numbers.size);
    expect(table.add(id)).toBe(isNew ? numbers.get(id) : undefined);
  }
  for (const [id, number] of numbers) {
    expect([table.numberOf(id), table.ids[number]]).toEqual([number, id]);
  }
  expect(table.numberOf('another')).toBeUndefined();
});

test('under each key is what was kept there last', () => {
  const random = seededRandom(SEED + 2);
  const table = new KeyTable();
  const kept = new Map<number, number>();
  for (let i = 0; i < 30_000; i++) {
    // Hashes of 32 bits, some of them alike in their low bits.
    const key = (Math.floor(random() * 40) * 2 ** 27 + Math.floor(random() * 500)) >>> 0;
    expect(table.exchange(key, i)).toBe(kept.get(key) ?? -1);
    kept.set(key, i);
  }
});

test('rows sorted as they come in stand as if sorted at once', () => {
  const random = seededRandom(SEED + 3);
  const below = (most: number) => Math.floor(random() * most);
  const some = Array.from({ length: 400 }, (_, claim): Unit => {
    const [day, said, code, voice] = [below(40), below(60), below(4), below(9)];
    const numbers = { recorded: said, actor: 1, saying: code, text: claim, outlet: 0 };
    const flags = { direct: true, slanted: false, speaker: -1, around: -1 };
    return { claim, day, said, code, voice, base: random(), about: 1, ...numbers, ...flags };
  });
  const idOf = (claim: number) => `c${(claim * 7919) % 1000}`;
  const [step, once] = [new Units(), new Units()];
  for (const unit of some) {
    step.add(unit);
    once.add(unit);
    if (random() < 0.2) step.sort(idOf);
  }
  step.sort(idOf);
  once.sort(idOf);
  const rowsOf = (units: Units) =>
    Array.from({ length: units.count }, (_, row) => [
      units.claim(row),
      units.day(row),
      units.base(row),
      units.voice(row),
    ]);
  expect(rowsOf(step)).toEqual(rowsOf(once));
  for (let day = -1; day < 42; day++) expect(step.firstOf(day)).toBe(once.firstOf(day));
});
