import { plain } from '../../gazetteer/fold.ts';
import type { PlaceSpan } from './span.ts';
import { levelOfKind } from './words.ts';

/** "Suffolk" where the text also has "Suffolk County": what the full name may mean, the short one may. */
export function withFullForms(spans: readonly PlaceSpan[]): readonly PlaceSpan[] {
  const full = new Map<string, PlaceSpan>();
  for (const span of spans) {
    const words = plain(span.text).split(' ');
    if (words.length > 1 && levelOfKind(words.at(-1)!) !== undefined) {
      full.set(words.slice(0, -1).join(' '), span);
    }
  }
  if (full.size === 0) return spans;
  return spans.map((span) => {
    const longer = full.get(plain(span.text));
    if (!longer || span.level !== undefined) return span;
    const known = new Set(span.candidates.map(({ place }) => place.id));
    const more = longer.candidates.filter(({ place }) => !known.has(place.id));
    return more.length === 0 ? span : { ...span, candidates: [...span.candidates, ...more] };
  });
}
