import { allowed } from '../src/reading/speech/learned/labels.ts';

const NEVER = -1e9;

/** Slopes of the loss by what each label adds at each place, and by each step from label to label. */
export interface ChainSlopes {
  readonly loss: number;
  readonly places: Float64Array;
  readonly steps: Float64Array;
}

/**
 * Minus the log likelihood of `gold` under a linear-chain conditional random field (Lafferty, McCallum and
 * Pereira 2001): `places` has what each label adds at each place, `steps` what each does after another, the
 * first row at the start. At `fixed` no other label may stand.
 */
export function chainSlopes(
  gold: Uint8Array,
  { places, steps }: { readonly places: Float64Array; readonly steps: Float64Array },
  fixed: number,
): ChainSlopes {
  const length = gold.length;
  const count = places.length / length;
  const at = (i: number, y: number) =>
    i === fixed && y !== gold[i] ? NEVER : places[i * count + y]!;
  const step = (before: number, y: number) =>
    allowed(Math.max(0, before), y) ? steps[(before + 1) * count + y]! : NEVER;
  const { forward, backward, total } = sums({ length, count, at, step });
  const slopes = new Float64Array(places.length);
  const stepSlopes = new Float64Array(steps.length);
  let score = 0;
  for (let i = 0; i < length; i++) {
    const label = gold[i]!;
    const before = i === 0 ? -1 : gold[i - 1]!;
    score += at(i, label) + step(before, label);
    stepSlopes[(before + 1) * count + label]! -= 1;
    for (let y = 0; y < count; y++) {
      const likely = Math.exp(forward[i * count + y]! + backward[i * count + y]! - total);
      if (i !== fixed) slopes[i * count + y] = likely - (y === label ? 1 : 0);
      if (i === 0) stepSlopes[y]! += likely;
      else
        for (let p = 0; p < count; p++)
          stepSlopes[(p + 1) * count + y]! += Math.exp(
            forward[(i - 1) * count + p]! +
              step(p, y) +
              at(i, y) +
              backward[i * count + y]! -
              total,
          );
    }
  }
  return { loss: total - score, places: slopes, steps: stepSlopes };
}

interface Chain {
  readonly length: number;
  readonly count: number;
  readonly at: (place: number, label: number) => number;
  readonly step: (before: number, label: number) => number;
}

/** Sums over all ways to a label and on from it, in log space. */
function sums({ length, count, at, step }: Chain) {
  const forward = new Float64Array(length * count);
  const backward = new Float64Array(length * count);
  const terms = new Float64Array(count);
  for (let i = 0; i < length; i++)
    for (let y = 0; y < count; y++) {
      if (i === 0) forward[y] = at(0, y) + step(-1, y);
      else {
        for (let p = 0; p < count; p++) terms[p] = forward[(i - 1) * count + p]! + step(p, y);
        forward[i * count + y] = at(i, y) + logSum(terms);
      }
    }
  for (let i = length - 2; i >= 0; i--)
    for (let p = 0; p < count; p++) {
      for (let y = 0; y < count; y++)
        terms[y] = step(p, y) + at(i + 1, y) + backward[(i + 1) * count + y]!;
      backward[i * count + p] = logSum(terms);
    }
  return { forward, backward, total: logSum(forward.slice((length - 1) * count)) };
}

function logSum(terms: Float64Array): number {
  let top = -Infinity;
  for (const term of terms) if (term > top) top = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}
