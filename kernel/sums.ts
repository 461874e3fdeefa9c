/**
 * The inner loops of reading, in AssemblyScript (TypeScript with the machine's numbers): what JavaScript does
 * number by number is done here on several at once. All that is given is an address in the one memory that
 * the caller fills. Rows of weights have 4 bytes a number, sums and values 8; widths are even.
 */

/** Two weights as sums count them. */
function two(weights: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(weights));
}

/** Adds to `out` the products of each of `count` values with a row of its own, the rows one after the other. */
export function addProducts(
  out: usize,
  values: usize,
  count: usize,
  rows: usize,
  width: usize,
): void {
  const size: usize = width << 2;
  let column: usize = 0;
  // Eight sums stay where they are while all rows go by.
  for (; column + 32 <= size; column += 32) {
    const sums = out + (column << 1);
    let a = v128.load(sums);
    let b = v128.load(sums, 16);
    let c = v128.load(sums, 32);
    let d = v128.load(sums, 48);
    let row = rows + column;
    for (let k: usize = 0; k < count; k++) {
      const value = v128.load64_splat(values + (k << 3));
      a = f64x2.add(a, f64x2.mul(value, two(row)));
      b = f64x2.add(b, f64x2.mul(value, two(row + 8)));
      c = f64x2.add(c, f64x2.mul(value, two(row + 16)));
      d = f64x2.add(d, f64x2.mul(value, two(row + 24)));
      row += size;
    }
    v128.store(sums, a);
    v128.store(sums, b, 16);
    v128.store(sums, c, 32);
    v128.store(sums, d, 48);
  }
  for (; column < size; column += 8) {
    const sums = out + (column << 1);
    let a = v128.load(sums);
    let row = rows + column;
    for (let k: usize = 0; k < count; k++) {
      a = f64x2.add(a, f64x2.mul(v128.load64_splat(values + (k << 3)), two(row)));
      row += size;
    }
    v128.store(sums, a);
  }
}

/** Adds to `out` the rows at `count` addresses. */
export function addRows(out: usize, addresses: usize, count: usize, width: usize): void {
  const size: usize = width << 2;
  let column: usize = 0;
  for (; column + 32 <= size; column += 32) {
    const sums = out + (column << 1);
    let a = v128.load(sums);
    let b = v128.load(sums, 16);
    let c = v128.load(sums, 32);
    let d = v128.load(sums, 48);
    for (let k: usize = 0; k < count; k++) {
      const row = load<usize>(addresses + (k << 2)) + column;
      a = f64x2.add(a, two(row));
      b = f64x2.add(b, two(row + 8));
      c = f64x2.add(c, two(row + 16));
      d = f64x2.add(d, two(row + 24));
    }
    v128.store(sums, a);
    v128.store(sums, b, 16);
    v128.store(sums, c, 32);
    v128.store(sums, d, 48);
  }
  for (; column < size; column += 8) {
    const sums = out + (column << 1);
    let a = v128.load(sums);
    for (let k: usize = 0; k < count; k++)
      a = f64x2.add(a, two(load<usize>(addresses + (k << 2)) + column));
    v128.store(sums, a);
  }
}

/** Sets `out` to what two runs of sums make together. */
export function addUp(out: usize, one: usize, other: usize, width: usize): void {
  for (let at: usize = 0; at < width << 3; at += 16)
    v128.store(out + at, f64x2.add(v128.load(one + at), v128.load(other + at)));
}

/** Writes sums as weights are written. */
export function round(weights: usize, sums: usize, width: usize): void {
  for (let k: usize = 0; k < width; k++)
    store<f32>(weights + (k << 2), <f32>load<f64>(sums + (k << 3)));
}
