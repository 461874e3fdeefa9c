/** Of how many uses of a lemma that were asked about which share heads a cue, in the corpus. */
export interface LemmaShare {
  readonly uses: number;
  readonly share: number;
}

/** What is thought of a lemma before any use is seen: a cue in one of five, worth so many uses. */
const PRIOR = { share: 0.2, uses: 1.5 };
export class LemmaShares {
  private readonly counts: ReadonlyMap<number, readonly [uses: number, heads: number]>;

  /** Counts by hash of the lemma. */
  constructor(counts: Iterable<readonly [number, readonly [uses: number, heads: number]]>) {
    this.counts = new Map(counts);
  }

  of(lemma: number): LemmaShare {
    const [uses, heads] = this.counts.get(lemma) ?? [0, 0];
    return { uses, share: (heads + PRIOR.share * PRIOR.uses) / (uses + PRIOR.uses) };
  }
}
