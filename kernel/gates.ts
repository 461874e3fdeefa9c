import { addProducts } from './sums';

/** Both gates are looked up in tables: this many steps to a unit, from -FLAT to FLAT, where they are flat. */
const STEPS: f64 = 256;
const FLAT: f64 = 10;

function looked(table: usize, value: f64): f64 {
  const step = min(max((value + FLAT) * STEPS + 0.5, 0), 2 * FLAT * STEPS);
  return load<f64>(table + ((<i32>step) << 3));
}

/**
 * One way through the places of a recurrent network (`recurrent.ts`), forwards (0) or backwards (1). `sums`
 * has what each place adds, both ways side by side, and is used up; `back` the weights from the state before;
 * `tables` the logistic function and the tangent. The states go to `states`.
 */
export function pass(
  states: usize,
  sums: usize,
  back: usize,
  tables: usize,
  length: usize,
  units: usize,
  way: usize,
): void {
  const both = units << 1;
  const tangent = tables + ((<i32>(2 * FLAT * STEPS) + 1) << 3);
  const weights = back + ((way * units * both) << 2);
  let before: usize = 0;
  for (let t: usize = 0; t < length; t++) {
    const place = way == 0 ? t : length - 1 - t;
    const step = sums + ((((place << 1) + way) * both) << 3);
    const here = states + ((place * both + way * units) << 3);
    if (t > 0) addProducts(step, before, units, weights, both);
    for (let j: usize = 0; j < units << 3; j += 8) {
      const gate = looked(tables, load<f64>(step + j));
      const fresh = looked(tangent, load<f64>(step + (units << 3) + j));
      const kept: f64 = t > 0 ? gate * load<f64>(before + j) : 0;
      store<f64>(here + j, (1 - gate) * fresh + kept);
    }
    before = here;
  }
}
