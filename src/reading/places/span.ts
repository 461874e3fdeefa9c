import type { ParsedText, ParsedToken, Precision } from '../../domain/index.ts';
import type { Candidate, Gazetteer } from '../../gazetteer/gazetteer.ts';
import type { PlaceContext } from '../places.ts';

/** A stretch of text that may name a place, with everything the gazetteer knows by that name. */
export interface PlaceSpan {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: number;
  readonly candidates: readonly Candidate[];
  /** Level that a word beside it gives: "Kunduz city", "province of Kunduz". */
  readonly level?: Precision;
  readonly tagged: boolean;
}

/** Names to candidates, asked once per name and document. */
export interface Lookup {
  readonly gazetteer: Gazetteer;
  exact(name: string): readonly Candidate[];
  close(name: string): readonly Candidate[];
}

export function lookupIn(gazetteer: Gazetteer): Lookup {
  const memo = (find: (name: string) => readonly Candidate[]) => {
    const known = new Map<string, readonly Candidate[]>();
    return (name: string) => {
      let found = known.get(name);
      if (!found) known.set(name, (found = find(name)));
      return found;
    };
  };
  return {
    gazetteer,
    exact: memo((name) => gazetteer.find(name, { exact: true })),
    close: memo((name) => gazetteer.find(name)),
  };
}

export const tokensOf = ({ text }: PlaceContext): readonly ParsedToken[] => text.tokens;

export const textOf = ({ report, tokens }: ParsedText, first: number, last: number) =>
  report.body.slice(tokens[first]!.start, tokens[last - 1]!.end);
