export interface RecurrentShape {
  /** Units each way; a multiple of eight. */
  readonly units: number;
  readonly dimensions: number;
  readonly categories: number;
  /** Labels of a word. */
  readonly labels: number;
  /** Units between the cue's state and its odds. */
  readonly upper: number;
  /** How many other places those units see. */
  readonly beside: number;
}

/** Where each part's weights begin in the one array that holds them all. */
export function recurrentLayout(shape: RecurrentShape) {
  const { units, dimensions, categories, labels, upper, beside } = shape;
  /** What a place adds to: two gates each way. */
  const width = 4 * units;
  const states = 2 * units;
  let size = 0;
  const part = (count: number) => {
    const from = size;
    size += count;
    return from;
  };
  return {
    width,
    states,
    words: part(dimensions * width),
    cueWord: part(dimensions * width),
    categories: part(categories * width),
    bias: part(width),
    /** From the state before; forwards, then backwards. */
    back: part(states * states),
    labels: part(states * labels),
    labelBias: part(labels),
    /** From label to label; the first row is of the start. */
    steps: part((labels + 1) * labels),
    odds: part(states),
    /** Of the place itself, then of each of those beside it. */
    upper: part((1 + beside) * states * upper),
    upperBias: part(upper),
    upperOdds: part(upper),
    oddsBias: part(1),
    size,
  };
}
