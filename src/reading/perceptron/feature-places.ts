const STEP = 0x9e3779b1;
const SPREAD = 0x85ebca6b;
/** Features that share a displacement, at most on the average. */
const SHARED = 5;
/** Places for each feature, at least; the number of places is a power of two. */
const ROOM = 1.1;
const MOST_DISPLACED = 0xffff;

/** A number of which the first bits are a feature's place. */
export const placed = (feature: number, displacement: number) =>
  Math.imul(feature ^ Math.imul(displacement, STEP), SPREAD);

/**
 * A place for every feature and none for two (Belazzouni, Botelho and Dietzfelbinger 2009, "hash, displace
 * and compress"): features whose last bits are the same share a displacement that keeps them clear of all
 * others. A feature is found or missed at the first look, so that the processor never guesses wrongly how
 * long to go on looking, and can wait for many looks at once.
 */
export class FeaturePlaces {
  /** Of a feature it takes the bits by which its displacement is found. */
  readonly mask: number;
  readonly displacements: Uint16Array;
  /** Of `placed` it leaves the first bits. */
  readonly shift: number;
  readonly size: number;

  constructor(features: Int32Array) {
    let groups = 2;
    while (groups * SHARED < features.length) groups *= 2;
    this.mask = groups - 1;
    this.displacements = new Uint16Array(groups);
    let bits = 4;
    while (1 << bits < features.length * ROOM) bits++;
    this.shift = 32 - bits;
    this.size = 1 << bits;
    this.displace(grouped(features, this.mask));
  }

  of(feature: number): number {
    return placed(feature, this.displacements[feature & this.mask]!) >>> this.shift;
  }

  /** The largest groups first: they have the most to keep clear of. */
  private displace({ members, starts, order }: Groups): void {
    const taken = new Uint8Array(this.size);
    for (const group of order) {
      const range = { members, first: starts[group]!, last: starts[group + 1]! };
      let displacement = 0;
      while (!this.take(range, displacement, taken))
        if (displacement++ === MOST_DISPLACED) throw new RangeError('the same feature twice');
      this.displacements[group] = displacement;
    }
  }

  /** Takes the features' places, unless one is taken. */
  private take({ members, first, last }: Members, displacement: number, taken: Uint8Array) {
    const { shift } = this;
    for (let i = first; i < last; i++) {
      const place = placed(members[i]!, displacement) >>> shift;
      if (taken[place] === 0) {
        taken[place] = 1;
        continue;
      }
      while (i-- > first) taken[placed(members[i]!, displacement) >>> shift] = 0;
      return false;
    }
    return true;
  }
}

/** Features of one group, from `first` on and before `last`. */
interface Members {
  readonly members: Int32Array;
  readonly first: number;
  readonly last: number;
}

interface Groups {
  /** The features, group by group. */
  readonly members: Int32Array;
  /** Where each group begins, and where the last ends. */
  readonly starts: Int32Array;
  /** Groups by falling size. */
  readonly order: Int32Array;
}

function grouped(features: Int32Array, mask: number): Groups {
  const starts = new Int32Array(mask + 2);
  for (let i = 0; i < features.length; i++) starts[(features[i]! & mask) + 1]!++;
  for (let group = 0; group <= mask; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const members = new Int32Array(features.length);
  for (let i = 0; i < features.length; i++) {
    const feature = features[i]!;
    members[next[feature & mask]!++] = feature;
  }
  // Sorted as plain numbers: asking a function for every pair takes several times as long.
  const order = new Int32Array(mask + 1);
  for (let group = 0; group <= mask; group++)
    order[group] = (starts[group]! - starts[group + 1]!) * (mask + 1) + group;
  order.sort();
  for (let rank = 0; rank <= mask; rank++) order[rank]! &= mask;
  return { members, starts, order };
}
