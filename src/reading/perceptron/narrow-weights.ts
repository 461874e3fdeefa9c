import type { ModelArray } from './container.ts';
import { FeaturePlaces, placed } from './feature-places.ts';
import { addSums, type FrozenScorer, MOST_CLASSES, type Scores } from './weights.ts';

/** Weights of up to so many classes lie beside the feature. */
export const NARROW = 6;

/**
 * Frozen weights of few classes: all that a feature says lies where the feature is found, two weights in
 * one number.
 */
export class NarrowWeights implements FrozenScorer {
  readonly fixed = true;
  private readonly places: FeaturePlaces;
  /** Features, each with `stride` - 1 numbers of two weights. */
  private readonly slots: Int32Array;
  /** The stride is 2 to this power. */
  private readonly strideBits: number;
  private readonly sums = new Int32Array(MOST_CLASSES);

  constructor(arrays: Readonly<Record<string, ModelArray>>, classCount: number) {
    const features = arrays['features'] as Int32Array;
    const lengths = arrays['lengths'] as Uint8Array;
    const classes = arrays['classes'] as Uint8Array;
    const weights = arrays['weights'] as Int8Array;
    this.places = new FeaturePlaces(features);
    this.strideBits = classCount <= 2 ? 1 : 2;
    this.slots = new Int32Array(this.places.size << this.strideBits);
    let read = 0;
    for (let row = 0; row < features.length; row++) {
      const slot = this.places.of(features[row]!) << this.strideBits;
      this.slots[slot] = features[row]!;
      for (const end = read + lengths[row]!; read < end; read++) {
        const label = classes[read]!;
        this.slots[slot + 1 + (label >> 1)]! += weights[read]! << ((label & 1) << 4);
      }
    }
  }

  newScores(classes: number): Int32Array {
    return new Int32Array(classes);
  }

  score(features: Int32Array, count: number, scores: Scores, from = 0): void {
    if (this.strideBits === 1) this.addOne(features, from, count);
    else this.addThree(features, from, count);
    addSums(this.sums, scores, from > 0);
  }

  private addOne(features: Int32Array, from: number, count: number): void {
    const { slots } = this;
    const { mask, displacements, shift } = this.places;
    let sum = 0;
    for (let i = from; i < count; i++) {
      const feature = features[i]!;
      const slot = (placed(feature, displacements[feature & mask]!) >>> shift) << 1;
      sum = (sum + (slots[slot + 1]! & whole(slots[slot]! ^ feature))) | 0;
    }
    this.setSums(0, sum);
  }

  private addThree(features: Int32Array, from: number, count: number): void {
    const { slots } = this;
    const { mask, displacements, shift } = this.places;
    let [first, second, third] = [0, 0, 0];
    for (let i = from; i < count; i++) {
      const feature = features[i]!;
      const slot = (placed(feature, displacements[feature & mask]!) >>> shift) << 2;
      const found = whole(slots[slot]! ^ feature);
      first = (first + (slots[slot + 1]! & found)) | 0;
      second = (second + (slots[slot + 2]! & found)) | 0;
      third = (third + (slots[slot + 3]! & found)) | 0;
    }
    this.setSums(0, first);
    this.setSums(2, second);
    this.setSums(4, third);
  }

  private setSums(label: number, both: number): void {
    const low = (both << 16) >> 16;
    this.sums[label] = low;
    this.sums[label + 1] = (both - low) >> 16;
  }
}

/** All bits where `difference` is 0, else none. */
const whole = (difference: number) => ~((difference | -difference) >> 31);
