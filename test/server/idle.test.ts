import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Idle } from '../../src/server/idle.ts';

function* counting(to: number, count: { steps: number }) {
  for (; count.steps < to; count.steps++) yield;
}

test('work goes on while nothing else happens', async () => {
  const count = { steps: 0 };
  new Idle().begin(counting(10_000, count));
  await wait(400);
  expect(count.steps).toBe(10_000);
});

test('work waits while an answer is made, and goes on after it', async () => {
  const count = { steps: 0 };
  const idle = new Idle();
  await idle.waitFor(async () => {
    idle.begin(counting(10, count));
    await wait(50);
    expect(count.steps).toBe(0);
  });
  await wait(50);
  expect(count.steps).toBe(10);
});
