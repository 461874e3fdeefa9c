/** Both gates are looked up: this many steps to a unit, up to where they are flat. */
const STEPS = 256;
const FLAT = 10;
const table = (of: (value: number) => number) =>
  Float64Array.from({ length: 2 * FLAT * STEPS + 1 }, (_, k) => of(k / STEPS - FLAT));
let tables: { readonly logistic: Float64Array; readonly tangent: Float64Array } | undefined;
export const gateTables = () =>
  (tables ??= {
    logistic: table((value) => 1 / (1 + Math.exp(-value))),
    tangent: table(Math.tanh),
  });
export const looked = (values: Float64Array, value: number) =>
  values[
    value <= -FLAT ? 0 : value >= FLAT ? values.length - 1 : ((value + FLAT) * STEPS + 0.5) | 0
  ]!;
