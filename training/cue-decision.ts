/** Of thresholds whose F1 is within this of the best, the highest is taken: precision comes free. */
const SLACK = 0.0003;

/** Where a cue is taken for one, and how its score is made a probability. */
export interface CueDecision {
  readonly threshold: number;
  /** Confidence is the logistic function of `slope` × log odds + `offset`. */
  readonly slope: number;
  readonly offset: number;
}

interface Scored {
  readonly score: number;
  readonly label: number;
  readonly inCue: boolean;
}

/**
 * Threshold and confidence from documents kept back: the highest score whose F1 is as good as the
 * best, for precision comes free, and Platt's scaling (1999) of those that come near it. `missed`
 * heads were not scored at all.
 */
export function decisionFrom(
  held: readonly Scored[],
  missed: number,
  log: (line: string) => void,
): CueDecision {
  const scored = [...held].sort((a, b) => b.score - a.score);
  const gold = missed + scored.filter(({ label }) => label === 1).length;
  let right = 0;
  const curve = scored.map(({ score, label }, k) => {
    right += label;
    return { score, f1: (2 * right) / (k + 1 + gold) };
  });
  const top = Math.max(...curve.map(({ f1 }) => f1));
  const { score: threshold, f1 } = curve.find(({ f1 }) => f1 >= top - SLACK)!;
  log(`cue heads on documents kept back: F1 ${f1.toFixed(4)} at ${threshold.toFixed(2)}`);
  return { threshold, ...platt(scored.filter(({ score }) => score > threshold - NEAR)) };
}

/** How far below the threshold a rule may still take a cue. */
const NEAR = 3;
const STEPS = 400;

function platt(scored: readonly Scored[]) {
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let [bySlope, byOffset] = [0, 0];
    for (const { score, inCue } of scored) {
      const gap = 1 / (1 + Math.exp(-slope * score - offset)) - (inCue ? 1 : 0);
      bySlope += gap * score;
      byOffset += gap;
    }
    slope -= (0.2 * bySlope) / scored.length;
    offset -= (0.2 * byOffset) / scored.length;
  }
  return { slope, offset };
}
