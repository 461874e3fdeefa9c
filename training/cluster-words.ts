/**
 * Words that stand between the same words, by the exchange algorithm over a bigram class model
 * (Kneser and Ney 1993): each word in turn moves to the class where the text becomes likeliest.
 */
export interface ClusterOptions {
  readonly classes: number;
  readonly rounds: number;
  readonly log?: (line: string) => void;
}

interface Links {
  readonly start: Int32Array;
  readonly word: Int32Array;
  readonly count: Int32Array;
}

/** `text` is word numbers by falling frequency, -1 between sentences. Returns each word's class. */
export function clusterWords(
  text: Int32Array,
  words: number,
  { classes, rounds, log }: ClusterOptions,
): Int32Array {
  const model = new ClassModel(text, words, classes);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let word = 0; word < words; word++) if (model.move(word)) moved++;
    log?.(`clusters round ${round + 1}: ${moved} of ${words} words moved`);
    if (moved < words / 200) break;
  }
  return model.classOf;
}

class ClassModel {
  readonly classOf: Int32Array;
  private readonly after: Links;
  private readonly before: Links;
  private readonly own: Int32Array;
  private readonly frequency: Int32Array;
  private readonly size: Int32Array;
  /** Bigrams of classes, and the same turned over so that both rows are runs in memory. */
  private readonly pairs: Int32Array;
  private readonly turned: Int32Array;
  private readonly logs: Float64Array;
  private readonly nextCount: Int32Array;
  private readonly lastCount: Int32Array;

  constructor(
    text: Int32Array,
    words: number,
    private readonly classes: number,
  ) {
    this.classOf = Int32Array.from({ length: words }, (_, word) => word % classes);
    this.frequency = new Int32Array(words);
    this.own = new Int32Array(words);
    this.size = new Int32Array(classes);
    this.pairs = new Int32Array(classes * classes);
    this.turned = new Int32Array(classes * classes);
    this.nextCount = new Int32Array(classes);
    this.lastCount = new Int32Array(classes);
    this.logs = Float64Array.from({ length: text.length + 2 }, (_, n) =>
      n === 0 ? 0 : n * Math.log(n),
    );
    for (const word of text) if (word >= 0) this.frequency[word]!++;
    for (let word = 0; word < words; word++)
      this.size[this.classOf[word]!]! += this.frequency[word]!;
    this.after = this.links(text, words, false);
    this.before = this.links(text, words, true);
    for (let i = 0; i + 1 < text.length; i++) {
      if (text[i]! < 0 || text[i + 1]! < 0) continue;
      const from = this.classOf[text[i]!]!;
      const to = this.classOf[text[i + 1]!]!;
      this.pairs[from * classes + to]!++;
      this.turned[to * classes + from]!++;
    }
  }

  private links(text: Int32Array, words: number, backwards: boolean): Links {
    const counts = Array.from({ length: words }, () => new Map<number, number>());
    for (let i = 0; i + 1 < text.length; i++) {
      const a = backwards ? text[i + 1]! : text[i]!;
      const b = backwards ? text[i]! : text[i + 1]!;
      if (a < 0 || b < 0) continue;
      if (a === b) {
        if (!backwards) this.own[a]!++;
      } else counts[a]!.set(b, (counts[a]!.get(b) ?? 0) + 1);
    }
    const start = new Int32Array(words + 1);
    counts.forEach((map, word) => (start[word + 1] = start[word]! + map.size));
    return {
      start,
      word: Int32Array.from(counts.flatMap((map) => [...map.keys()])),
      count: Int32Array.from(counts.flatMap((map) => [...map.values()])),
    };
  }

  /** Moves `word` to its best class; true when that is another one. */
  move(word: number): boolean {
    const from = this.classOf[word]!;
    const next = this.gather(this.after, word, this.nextCount);
    const last = this.gather(this.before, word, this.lastCount);
    this.shift(word, { to: from, sign: -1, next, last });
    let best = from;
    let most = -Infinity;
    for (let to = 0; to < this.classes; to++) {
      const gain = this.gain(word, { to, next, last });
      if (gain > most) {
        most = gain;
        best = to;
      }
    }
    this.shift(word, { to: best, sign: 1, next, last });
    this.classOf[word] = best;
    for (const label of next) this.nextCount[label] = 0;
    for (const label of last) this.lastCount[label] = 0;
    return best !== from;
  }

  private gather({ start, word, count }: Links, of: number, into: Int32Array): number[] {
    const labels: number[] = [];
    for (let at = start[of]!; at < start[of + 1]!; at++) {
      const label = this.classOf[word[at]!]!;
      if (into[label] === 0) labels.push(label);
      into[label]! += count[at]!;
    }
    return labels;
  }

  private shift(
    word: number,
    { to, sign, next, last }: { to: number; sign: 1 | -1; next: number[]; last: number[] },
  ): void {
    const { classes, pairs, turned, nextCount, lastCount } = this;
    for (const label of next) {
      pairs[to * classes + label]! += sign * nextCount[label]!;
      turned[label * classes + to]! += sign * nextCount[label]!;
    }
    for (const label of last) {
      pairs[label * classes + to]! += sign * lastCount[label]!;
      turned[to * classes + label]! += sign * lastCount[label]!;
    }
    pairs[to * classes + to]! += sign * this.own[word]!;
    turned[to * classes + to]! += sign * this.own[word]!;
    this.size[to]! += sign * this.frequency[word]!;
  }

  /** Change of the log-likelihood when `word`, in no class now, joins class `to`. */
  private gain(
    word: number,
    { to, next, last }: { to: number; next: number[]; last: number[] },
  ): number {
    const { classes, pairs, turned, nextCount, lastCount, logs, size } = this;
    const row = to * classes;
    let sum = 0;
    for (const label of next) {
      if (label === to) continue;
      const now = pairs[row + label]!;
      sum += logs[now + nextCount[label]!]! - logs[now]!;
    }
    for (const label of last) {
      if (label === to) continue;
      const now = turned[row + label]!;
      sum += logs[now + lastCount[label]!]! - logs[now]!;
    }
    const own = pairs[row + to]!;
    sum += logs[own + nextCount[to]! + lastCount[to]! + this.own[word]!]! - logs[own]!;
    const before = size[to]!;
    return sum - 2 * (logs[before + this.frequency[word]!]! - logs[before]!);
  }
}
