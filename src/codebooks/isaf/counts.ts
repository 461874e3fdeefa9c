import type { TextView } from '../../claims/text-view.ts';
import { peopleWithFate, type Fate, type People } from './people.ts';

/** The least number of people, and of leaders among them. */
export interface Tally {
  readonly people: number;
  readonly leaders: number;
  /** Leaders, facilitators and others singled out. */
  readonly ranked: number;
}

/** A leader or other singled-out person who is one of those counted. */
const INCLUDED =
  /\bone of (?:whom|them|the|multiple|several|those|which|two|three|four|five|six)\b|\bone of \w+ (?:insurgents|men|individuals|suspects)\b|\bincluding (?:a|an|the)\b[^,.]*(?:leader|commander|facilitator)|\bwas identified as\b|\bself-?identified\b/i;
/** "Several insurgents, including a Taliban commander", "one of those detained is a leader". */
const LEADER_AMONG =
  /\bincluding (?:a|an|the|one)\b[^,.]*\b(?:leader|commander)\b|\bone of\b[^.]*\b(?:is|was|as) (?:a|an|the)\b[^,.]*\b(?:leader|commander)\b/i;
/** A sum over weeks, not this operation: "more than 25 leaders since December 1". */
const CUMULATIVE =
  /\b(?:since (?:[A-Z]|the (?:beginning|start))|so far|(?:this|the past|the last) (?:month|year|week|\d+ days))|\b(?:\d+(?:th|st|nd|rd)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b[^.]*\b(?:leader|captured)/;

/**
 * Counts over the whole release. The same people are told of several times, in the headline, the
 * lead and the body, so the largest exact number holds; a leader named apart is one more.
 */
export function tally(view: TextView, fate: Fate): Tally {
  const sentences = view.reading.sentences
    .map((sentence) => ({
      text: view.reading.report.body.slice(sentence.start, sentence.end),
      people: peopleWithFate(view, fate, [sentence.first, sentence.last]),
    }))
    .filter(({ text }) => !CUMULATIVE.test(text));
  const all = sentences.flatMap(({ people }) => people);
  const others = all.filter((people) => !people.ranked);
  const among = sentences.some(({ text, people }) => people.length > 0 && LEADER_AMONG.test(text));
  const leaders = Math.max(largest(all.filter(({ leader }) => leader)), Number(among));
  const apart = Math.max(
    0,
    ...sentences.map(({ people }) =>
      people.filter(({ ranked }) => ranked).reduce((sum, { count }) => sum + count, 0),
    ),
  );
  const included =
    others.length > 0 &&
    sentences.some(({ text, people }) => people.length > 0 && INCLUDED.test(text));
  return {
    people: largest(others) + (included && others.length > 0 ? 0 : apart),
    leaders,
    ranked: apart,
  };
}

function largest(people: readonly People[]): number {
  const exact = people.filter((group) => group.exact);
  return Math.max(0, ...(exact.length > 0 ? exact : people).map(({ count }) => count));
}
