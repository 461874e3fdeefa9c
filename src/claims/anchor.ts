import { dayNumber, impliedTime, supplied, type KnownTime } from '../domain/index.ts';
import { verbGroup } from './clause.ts';
import type { Finished } from './finish.ts';
import type { Search } from './search.ts';

/** Days before publication within which a stated day is what the report is about. */
const RECENT = 4;
/** "Kang had fallen the evening before. Now they were in Herat": what looks back from the day tells another. */
const LOOKS_BACK = /\b(?:before|earlier|previous(?:ly)?|after|since)\b/i;

/**
 * A day stated for one thing holds for what the paragraph goes on to tell in the past tense, until
 * another day is stated: "On Sunday they took Kunduz. … They also took the prison."
 */
export function anchored(search: Search, finished: readonly Finished[]): readonly Finished[] {
  const published = supplied(search.view.reading.report.published);
  if (published === undefined) return finished;
  const order = [...finished].sort((a, b) => a.trigger - b.trigger);
  const moved = new Map<Finished, Finished>();
  let anchor: { readonly time: KnownTime; readonly paragraph: number } | undefined;
  for (const one of order) {
    const { when } = one.claim;
    const paragraph = paragraphOf(search, one.trigger);
    if (when.basis === 'stated') {
      const age = dayNumber(published) - dayNumber(when.end);
      const day =
        when.start === when.end && age >= 0 && age <= RECENT && !LOOKS_BACK.test(when.text);
      if (day) anchor = { time: when, paragraph };
    } else if (
      when.basis === 'implied' &&
      anchor?.paragraph === paragraph &&
      isPast(search, one.trigger)
    )
      moved.set(one, {
        ...one,
        claim: { ...one.claim, when: impliedTime(anchor.time.start, anchor.time.end) },
      });
  }
  return finished.map((one) => moved.get(one) ?? one);
}

const paragraphOf = ({ view }: Search, token: number) =>
  view.reading.sentences[view.token(token).sentence]!.paragraph;

/** Simple past or past perfect; the present and the present perfect speak of the day of the report. */
function isPast({ view }: Search, trigger: number): boolean {
  const { xpos, upos } = view.token(trigger);
  if (upos === 'NOUN') return false;
  const group = verbGroup(view, trigger).map((i) => view.token(i).text.toLowerCase());
  if (group.some((text) => /^(is|are|has|have|am|will|'s|'ve)$/.test(text))) return false;
  return xpos === 'VBD' || group.some((text) => /^(was|were|had|did)$/.test(text));
}
