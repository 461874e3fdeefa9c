import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/node/package-root.ts';
import { decodeModel, encodeModel } from '../../src/reading/perceptron/container.ts';
import { fileLine } from '../../training/cards-command.ts';

const folder = join(packageRoot(), 'models');
const files = readdirSync(folder).filter((file) => !file.endsWith('.md'));
const cards = readdirSync(folder).filter((file) => file.endsWith('.md'));

describe('models', () => {
  test.each(cards)('%s tells size, checksum, data, accuracy and command', (file) => {
    const card = readFileSync(join(folder, file), 'utf8');
    const name = /^File: `([^`]+)`/m.exec(card)?.[1] ?? '';
    expect(card).toContain(fileLine(folder, name));
    expect(card).toMatch(/^## Data$/m);
    expect(card).toMatch(/^## Accuracy$/m);
    expect(card).toContain('npm run train -- ');
  });

  test('together under 20 MB', () => {
    const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
    expect(bytes).toBeLessThan(20_000_000);
  });

  test('a file cut short, or of another kind, is told', () => {
    const whole = encodeModel({
      meta: { model: 'x' },
      arrays: { weights: Int8Array.of(1, -2, 3) },
    });
    expect(decodeModel(whole).arrays['weights']).toEqual(Int8Array.of(1, -2, 3));
    expect(() => decodeModel(whole.subarray(0, whole.length - 8))).toThrow(/cut short/);
    expect(() => decodeModel(whole.subarray(0, 10))).toThrow(/cut short/);
    expect(() => decodeModel(new TextEncoder().encode('{"not": "weights"}'))).toThrow(/DLW1/);
  });
});
