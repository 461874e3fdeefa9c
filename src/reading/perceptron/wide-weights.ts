import type { ModelArray } from './container.ts';
import { FeaturePlaces } from './feature-places.ts';
import { Room } from './kernel.ts';
import { addSums, type FrozenScorer, MOST_CLASSES, MOST_FEATURES, type Scores } from './weights.ts';

/** A short row's place in the runs of pairs and its length, in one number. */
const LENGTH_BITS = 8;
/** A row with weights for at least this share of the classes is written out in full. */
const FULL_SHARE = 1 / 5;
/** Full rows are added so many bytes at a time. */
const BLOCK = 16;
/** Arrays for features and scores that lie beside the weights: whoever asks often has one of each. */
const MOST_LENT = 4;
/** Bytes for these, and whatever else is small. */
const SMALL = 16_384;

/**
 * Frozen weights of many classes. A short row is a run of (class, weight) pairs. A long one has a byte for
 * every class: plain features have long rows and are in every decision. `kernel/rows.ts` adds them up.
 */
export class WideWeights implements FrozenScorer {
  readonly fixed = true;
  private readonly room: Room;
  private readonly table: number;
  /** For features and scores that lie elsewhere. */
  private readonly given: Int32Array;
  private readonly sums: Int32Array;
  private lent = 0;

  constructor(arrays: Readonly<Record<string, ModelArray>>, classCount: number) {
    const features = arrays['features'] as Int32Array;
    const lengths = arrays['lengths'] as Uint8Array;
    const weights = arrays['weights'] as Int8Array;
    const places = new FeaturePlaces(features);
    const isFull = (length: number) => length >= classCount * FULL_SHARE;
    const width = Math.ceil(classCount / BLOCK) * BLOCK;
    const fullBytes = width * lengths.filter(isFull).length;
    const { size, displacements } = places;
    this.room = new Room(
      8 * size + 2 * (weights.length + displacements.length) + fullBytes + SMALL,
    );
    const { room } = this;
    const rows = {
      slots: room.ints(2 * size),
      pairs: room.shorts(lengths.reduce((sum, n) => sum + (isFull(n) ? 0 : n), 0)),
      full: room.bytes(fullBytes),
    };
    if (rows.pairs.length >= 1 << (31 - LENGTH_BITS)) throw new RangeError('too many weights');
    fill(rows, arrays, { places, width, isFull });
    const where = room.shorts(displacements.length);
    where.set(displacements);
    const found = () => room.ints(MOST_FEATURES + 1).byteOffset;
    const { slots, pairs, full } = rows;
    const table = [
      places.mask,
      places.shift,
      where,
      slots,
      pairs,
      full,
      width,
      found(),
      found(),
      0,
    ];
    const written = room.ints(table.length);
    written.set(table.map((part) => (typeof part === 'number' ? part : part.byteOffset)));
    this.table = written.byteOffset;
    this.given = room.ints(MOST_FEATURES);
    this.sums = room.ints(MOST_CLASSES);
  }

  newFeatures(): Int32Array {
    return this.lend(MOST_FEATURES);
  }

  newScores(classes: number): Int32Array {
    return this.lend(MOST_CLASSES).subarray(0, classes);
  }

  /** An array where the kernel reads and writes it; of plain ones all is copied. */
  private lend(length: number): Int32Array {
    return this.lent++ < MOST_LENT ? this.room.ints(length) : new Int32Array(length);
  }

  score(features: Int32Array, count: number, scores: Scores, from = 0): void {
    const { room, given, sums } = this;
    const asked = room.has(features) ? features : given;
    if (asked === given) given.set(features.subarray(from, count), from);
    const here = room.has(scores);
    const out = here ? scores : sums;
    const first = asked.byteOffset + 4 * from;
    room.kernel.score(this.table, first, count - from, out.byteOffset, here && from > 0 ? 1 : 0);
    if (!here) addSums(sums, scores, from > 0);
  }
}

interface Rows {
  /** Feature and row, alternating; the row is a place in `pairs` with its length, or `~` a place in `full`. */
  readonly slots: Int32Array;
  /** Class in the high byte, weight in the low one. */
  readonly pairs: Uint16Array;
  readonly full: Int8Array;
}

interface Form {
  readonly places: FeaturePlaces;
  /** Bytes of a full row. */
  readonly width: number;
  readonly isFull: (length: number) => boolean;
}

function fill(
  { slots, pairs, full }: Rows,
  arrays: Readonly<Record<string, ModelArray>>,
  { places, width, isFull }: Form,
): void {
  const features = arrays['features'] as Int32Array;
  const lengths = arrays['lengths'] as Uint8Array;
  const classes = arrays['classes'] as Uint8Array;
  const weights = arrays['weights'] as Int8Array;
  let read = 0;
  let nextPair = 0;
  let nextFull = 0;
  for (let row = 0; row < features.length; row++) {
    const length = lengths[row]!;
    const end = read + length;
    const slot = 2 * places.of(features[row]!);
    slots[slot] = features[row]!;
    if (isFull(length)) {
      slots[slot + 1] = ~nextFull;
      for (; read < end; read++) full[nextFull + classes[read]!] = weights[read]!;
      nextFull += width;
    } else {
      slots[slot + 1] = (nextPair << LENGTH_BITS) | length;
      for (; read < end; read++)
        pairs[nextPair++] = (classes[read]! << 8) | (weights[read]! & 0xff);
    }
  }
}
