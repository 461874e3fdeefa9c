import type { ModelArray } from '../../perceptron/container.ts';

/** Weights that share a unit. */
const BLOCK = 64;

/** Fractions as 8-bit steps of a unit that each block has of its own. */
export function packed(weights: Float32Array): Record<string, ModelArray> {
  const units = new Float32Array(Math.ceil(weights.length / BLOCK));
  const steps = new Int8Array(weights.length);
  for (let block = 0; block < units.length; block++) {
    const from = block * BLOCK;
    const some = weights.subarray(from, from + BLOCK);
    const unit = some.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
    units[block] = unit;
    if (unit > 0)
      steps.set(
        some.map((weight) => Math.round(weight / unit)),
        from,
      );
  }
  return { units: new Int32Array(units.buffer), steps };
}

export function unpacked(arrays: Readonly<Record<string, ModelArray>>): Float32Array {
  const units = new Float32Array((arrays['units'] as Int32Array).slice().buffer);
  const steps = arrays['steps'] as Int8Array;
  return Float32Array.from(steps, (step, i) => step * units[Math.floor(i / BLOCK)]!);
}
