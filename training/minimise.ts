/** Fills `gradient` for the given weights and returns the loss. */
export type Loss = (weights: Float64Array, gradient: Float64Array) => number;

interface Step {
  readonly moved: Float64Array;
  readonly bent: Float64Array;
  /** One over the product of the two. */
  readonly scale: number;
}

const MEMORY = 6;
const MOST_HALVINGS = 12;
const ENOUGH = 1e-4;
const SMALLEST_GAIN = 1e-5;

/** Limited-memory BFGS (Liu and Nocedal 1989) with a step that is halved until the loss falls; in place. */
export function minimise(weights: Float64Array, loss: Loss, steps: number): number {
  const size = weights.length;
  const memory: Step[] = [];
  const next = new Float64Array(size);
  let gradient = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  let value = loss(weights, gradient);
  for (let step = 0; step < steps; step++) {
    const way = direction(gradient, memory);
    const slope = -product(gradient, way);
    let pace = memory.length > 0 ? 1 : 1 / Math.sqrt(product(gradient, gradient) + 1e-12);
    let [nextValue, halvings] = [Infinity, 0];
    for (; halvings < MOST_HALVINGS; halvings++, pace /= 2) {
      for (let i = 0; i < size; i++) next[i] = weights[i]! - pace * way[i]!;
      nextValue = loss(next, nextGradient);
      if (nextValue <= value + ENOUGH * pace * slope) break;
    }
    if (halvings === MOST_HALVINGS) break;
    const moved = next.map((to, i) => to - weights[i]!);
    const bent = nextGradient.map((to, i) => to - gradient[i]!);
    const curve = product(moved, bent);
    if (curve > 1e-10) memory.push({ moved, bent, scale: 1 / curve });
    if (memory.length > MEMORY) memory.shift();
    const gain = value - nextValue;
    weights.set(next);
    [gradient, nextGradient] = [nextGradient, gradient];
    value = nextValue;
    if (gain < SMALLEST_GAIN * Math.abs(value)) break;
  }
  return value;
}

/** The gradient, bent by what the last steps told of the loss. */
function direction(gradient: Float64Array, memory: readonly Step[]): Float64Array {
  const way = gradient.slice();
  const shares: number[] = [];
  for (let k = memory.length - 1; k >= 0; k--) {
    const { moved, bent, scale } = memory[k]!;
    shares[k] = scale * product(moved, way);
    add(way, bent, -shares[k]!);
  }
  const last = memory.at(-1);
  if (last) {
    const size = 1 / (last.scale * product(last.bent, last.bent));
    for (let i = 0; i < way.length; i++) way[i]! *= size;
  }
  memory.forEach(({ moved, bent, scale }, k) =>
    add(way, moved, shares[k]! - scale * product(bent, way)),
  );
  return way;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * what[i]!;
}
