/**
 * What each label adds at each position after each label before it, as [position][before][label]; at the
 * first position `before` is 0. -Infinity where a label may not stand.
 */
export interface Lattice {
  readonly length: number;
  /** How many labels there are. */
  readonly count: number;
  readonly gains: Float64Array;
}

export interface Sequence {
  readonly labels: Uint8Array;
  readonly score: number;
}

/** A sequence to be followed up: that of `labels` before `at`, there `label`, from there on the best. */
interface Turn {
  readonly labels: Uint8Array;
  readonly at: number;
  readonly label: number;
  /** Of all that stands before `at`. */
  readonly before: number;
  readonly score: number;
}

/**
 * The `most` best sequences of labels that are not more than `gap` below the best, best first. The best way
 * on from every label is known beforehand, so that each sequence is the best one with one turn off another.
 */
export function bestSequences(
  lattice: Lattice,
  { most, gap }: { readonly most: number; readonly gap: number },
): readonly Sequence[] {
  const { length, count, gains } = lattice;
  const { onward, choice } = waysOn(lattice);
  const found: Sequence[] = [];
  const turns: Turn[] = [];
  const first = onward[0]!;
  let turn: Turn | undefined = {
    labels: new Uint8Array(length),
    at: 0,
    label: choice[0]!,
    before: 0,
    score: first,
  };
  while (turn !== undefined) {
    const labels = turn.labels.slice();
    labels[turn.at] = turn.label;
    for (let i = turn.at + 1; i < length; i++) labels[i] = choice[i * count + labels[i - 1]!]!;
    found.push({ labels, score: turn.score });
    const left = most - found.length;
    if (left === 0) break;
    let { before } = turn;
    for (let i = turn.at; i < length; i++) {
      const row = (i * count + (i === 0 ? 0 : labels[i - 1]!)) * count;
      // Where it turned off, other turns were weighed already; at the very start none was.
      if (i > turn.at || found.length === 1)
        for (let label = 0; label < count; label++) {
          if (label === labels[i]) continue;
          const score = before + gains[row + label]! + onward[(i + 1) * count + label]!;
          if (score >= first - gap) insert(turns, { labels, at: i, label, before, score }, left);
        }
      before += gains[row + labels[i]!]!;
    }
    turn = turns.shift();
  }
  return found;
}

/** By position and label before: the most that what follows can add, and the label it does so by. */
function waysOn({ length, count, gains }: Lattice) {
  const onward = new Float64Array((length + 1) * count);
  const choice = new Uint8Array(length * count);
  for (let i = length - 1; i >= 0; i--)
    for (let before = 0; before < count; before++) {
      let top = -Infinity;
      const row = (i * count + before) * count;
      for (let label = 0; label < count; label++) {
        const score = gains[row + label]! + onward[(i + 1) * count + label]!;
        if (score <= top) continue;
        top = score;
        choice[i * count + before] = label;
      }
      onward[i * count + before] = top;
    }
  return { onward, choice };
}

/** Puts a turn in its place, best first, and keeps no more than `most`. */
function insert(turns: Turn[], turn: Turn, most: number): void {
  let place = turns.length;
  while (place > 0 && turns[place - 1]!.score < turn.score) place--;
  if (place >= most) return;
  turns.splice(place, 0, turn);
  if (turns.length > most) turns.pop();
}
