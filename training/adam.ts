export interface AdamOptions {
  /** Examples to a step: the gradient is their sum. */
  readonly batch: number;
  /** Share of the weights that goes at each step, times the rate. */
  readonly decay: number;
  /** A longer gradient is cut to this length. */
  readonly longest: number;
}

/** Adam (Kingma and Ba 2015) with decay of the weights. */
export class Adam {
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private steps = 0;

  constructor(
    private readonly weights: Float32Array,
    private readonly options: AdamOptions,
  ) {
    this.means = new Float32Array(weights.length);
    this.squares = new Float32Array(weights.length);
  }

  /** One step against the gradient of a batch, which is set to nothing. */
  step(gradient: Float32Array, rate: number): void {
    const { weights, means, squares } = this;
    const { decay } = this.options;
    this.steps++;
    const first = 1 / (1 - 0.9 ** this.steps);
    const second = 1 / (1 - 0.999 ** this.steps);
    const share = this.shareOf(gradient);
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]! * share;
      const mean = 0.9 * means[i]! + 0.1 * slope;
      const square = 0.999 * squares[i]! + 0.001 * slope * slope;
      means[i] = mean;
      squares[i] = square;
      const move = (mean * first) / (Math.sqrt(square * second) + 1e-8);
      weights[i]! -= rate * (move + decay * weights[i]!);
      gradient[i] = 0;
    }
  }

  private shareOf(gradient: Float32Array): number {
    const { batch, longest } = this.options;
    if (longest === Infinity) return 1 / batch;
    let square = 0;
    for (let i = 0; i < gradient.length; i++) square += gradient[i]! ** 2;
    return Math.min(1 / batch, longest / Math.sqrt(square + 1e-12));
  }
}
