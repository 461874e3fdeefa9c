import { describe, expect, test } from 'vitest';
import { SettledMoves } from '../../src/reading/perceptron/settled-moves.ts';

describe('settled moves', () => {
  test('a context has its move, any other has none', () => {
    const contexts = [7, 23, -9, 1 << 20, 39];
    const settled = new SettledMoves({
      settledContexts: Int32Array.from(contexts),
      settledMoves: Uint8Array.of(3, 0, 85, 1, 2),
    });
    expect(contexts.map((context) => settled.find(context))).toEqual([3, 0, 85, 1, 2]);
    expect([8, -1, 55].map((context) => settled.find(context))).toEqual([-1, -1, -1]);
  });

  test('weights without any settle nothing', () => {
    expect(new SettledMoves({}).find(5)).toBe(-1);
  });
});
