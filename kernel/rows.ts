const STEP: i32 = 0x9e3779b1;
const SPREAD: i32 = 0x85ebca6b;

/** Frozen weights of many classes, as `wide-weights.ts` lays them out. */
@unmanaged
export class Table {
  /** For `feature-places.ts`. */
  mask: i32;
  shift: i32;
  displacements: usize;
  /** Feature and row, alternating; the row is a place in `pairs` with its length, or `~` a place in `full`. */
  slots: usize;
  /** Class in the high byte, weight in the low one. */
  pairs: usize;
  /** Rows with a byte for every class. */
  full: usize;
  /** Bytes of a full row: a multiple of 16. */
  width: usize;
  /** Working memory for the rows found. */
  foundPairs: usize;
  foundFull: usize;
  /** Read by nobody: what was read ahead must be put somewhere. */
  ahead: i32;
}

/**
 * Sets `scores` to the sums of the weights that `count` features have for each class, or adds them. Rows are
 * found first and then added: the processor waits for many at once instead of for each in turn.
 */
export function score(table: Table, features: usize, count: usize, scores: usize, add: bool): void {
  const mask = table.mask;
  const shift = table.shift;
  const displacements = table.displacements;
  const slots = table.slots;
  let pairs = table.foundPairs;
  let full = table.foundFull;
  for (let i: usize = 0; i < count << 2; i += 4) {
    const feature = load<i32>(features + i);
    const displacement = load<u16>(displacements + ((feature & mask) << 1));
    const place = (<u32>((feature ^ (displacement * STEP)) * SPREAD)) >>> shift;
    const slot = slots + (place << 3);
    const row = load<i32>(slot, 4);
    // Written in any case and counted where it is one: no branch that the processor could take wrongly.
    const one = <i32>(load<i32>(slot) == feature);
    const long = row >>> 31;
    store<i32>(full, ~row);
    store<i32>(pairs, row);
    full += (one & long) << 2;
    pairs += (one & ~long) << 2;
  }
  addFull(table, full, scores, add);
  addPairs(table, pairs, scores);
}

function addFull(table: Table, end: usize, scores: usize, add: bool): void {
  const rows = table.full;
  const width = table.width;
  for (let column: usize = 0; column < width; column += 16) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    for (let found = table.foundFull; found < end; found += 4) {
      const row = rows + load<usize>(found) + column;
      low = i16x8.add(low, v128.load8x8_s(row));
      high = i16x8.add(high, v128.load8x8_s(row, 8));
    }
    const sums = scores + (column << 2);
    let a = i32x4.extend_low_i16x8_s(low);
    let b = i32x4.extend_high_i16x8_s(low);
    let c = i32x4.extend_low_i16x8_s(high);
    let d = i32x4.extend_high_i16x8_s(high);
    if (add) {
      a = i32x4.add(a, v128.load(sums));
      b = i32x4.add(b, v128.load(sums, 16));
      c = i32x4.add(c, v128.load(sums, 32));
      d = i32x4.add(d, v128.load(sums, 48));
    }
    v128.store(sums, a);
    v128.store(sums, b, 16);
    v128.store(sums, c, 32);
    v128.store(sums, d, 48);
  }
}

function addPairs(table: Table, end: usize, scores: usize): void {
  // Touched first, since the loops below are too short for the processor to see the next row coming.
  let ahead: i32 = 0;
  for (let found = table.foundPairs; found < end; found += 4)
    ahead ^= load<u8>(table.pairs + ((load<i32>(found) >>> 8) << 1));
  table.ahead = ahead;
  for (let found = table.foundPairs; found < end; found += 4) {
    const row = load<i32>(found);
    let at = table.pairs + ((row >>> 8) << 1);
    const last = at + ((row & 0xff) << 1);
    for (; at < last; at += 2) {
      const sum = scores + (load<u8>(at, 1) << 2);
      store<i32>(sum, load<i32>(sum) + load<i8>(at));
    }
  }
}
