/** Triggers and frames for every claim kind, from `data/lexicon/`. */
export interface Lexicon {
  readonly name: string;
}
