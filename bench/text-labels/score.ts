export interface LabelScores {
  readonly macroF1: number;
  readonly labels: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const share = (part: number, whole: number) => (whole === 0 ? 0 : round(part / whole));

/** F1 of each label, and their plain mean. */
export function scoreLabels(
  labels: readonly string[],
  texts: readonly { readonly gold: ReadonlySet<string>; readonly found: ReadonlySet<string> }[],
): LabelScores {
  const scores = labels.map((label) => {
    const found = texts.filter((text) => text.found.has(label)).length;
    const gold = texts.filter((text) => text.gold.has(label)).length;
    const right = texts.filter((text) => text.found.has(label) && text.gold.has(label)).length;
    return {
      f1: share(2 * right, found + gold),
      precision: share(right, found),
      recall: share(right, gold),
      gold,
    };
  });
  return {
    macroF1: round(scores.reduce((sum, { f1 }) => sum + f1, 0) / labels.length),
    labels: Object.fromEntries(labels.map((label, i) => [label, scores[i]!])),
  };
}
