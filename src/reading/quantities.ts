import type { Amount, ParsedText, ParsedToken } from '../domain/index.ts';
import type { QuantityDraft, TimeDraft } from './drafts.ts';
import { bounded } from './quantities/bounds.ts';
import { type Numeral, numeralAt } from './quantities/numeral.ts';
import { type Unit, unitOf } from './quantities/unit.ts';

/**
 * Counted things in the text, as intervals: "at least 12 civilians", "about half of Afghanistan's
 * roughly 400 districts" (two of them). Numbers inside times, names and ages are left out.
 */
export function findQuantities(
  text: ParsedText,
  times: readonly TimeDraft[],
): readonly QuantityDraft[] {
  const { tokens } = text;
  const found: QuantityDraft[] = [];
  let time = 0;
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (time < times.length && times[time]!.last <= i) time++;
    if (times[time] !== undefined && i >= times[time]!.first) {
      i = times[time]!.last - 1;
      continue;
    }
    const numeral = numeralAt(tokens, i);
    if (numeral === undefined || numeral.first < from || isPartOfName(tokens, numeral)) continue;
    const counted = draft(text, numeral, from);
    if (counted === undefined) continue;
    found.push(counted);
    from = counted.last;
    // The unit may itself open a numeral ("half of 400"), so only the numeral is skipped.
    i = numeral.last - 1;
  }
  return found;
}

const AGE = /^(?:years?|months?)$/;

function isPartOfName(tokens: readonly ParsedToken[], { first, last }: Numeral) {
  const before = tokens[first - 1];
  const next = tokens[last];
  if (before?.text === '-' && before.end === tokens[first]!.start) return true;
  if (next?.text === '-' && next.start === tokens[last - 1]!.end) {
    const unit = tokens[last + 1];
    // "20-year-old" is an age, "30,000-strong" is a count.
    return !(
      unit !== undefined &&
      unit.start === next.end &&
      /^(?:strong|kilomet|mile|man|member|seat)/.test(unit.text)
    );
  }
  // "1TV" is a name, "20km" a length.
  if (next?.start === tokens[last - 1]!.end && /^\p{Lu}/u.test(next.text)) return true;
  if (next !== undefined && AGE.test(next.text) && tokens[last + 1]?.text === 'old') return true;
  const word = before?.text.toLowerCase();
  if (word === 'aged' || word === 'age' || word === 'no.' || word === 'number') return true;
  // "Flight 370", "Article 5": a name before, and no noun after.
  return (
    before?.upos === 'PROPN' &&
    before.sentence === tokens[first]!.sentence &&
    next?.upos !== 'NOUN' &&
    next?.upos !== 'ADJ'
  );
}

function draft(text: ParsedText, numeral: Numeral, from: number): QuantityDraft | undefined {
  const { tokens } = text;
  const { sentence } = tokens[numeral.first]!;
  const whole = bounded(tokens, numeral);
  const unit = unitOf(tokens, { ...whole, first: numeral.first });
  if (unit === undefined) return undefined;
  const first = Math.max(whole.first, from, text.sentences[sentence]!.first);
  const last = Math.min(unit.last, text.sentences[sentence]!.last);
  if (numeral.last > last) return undefined;
  const { start } = tokens[first]!;
  const { end } = tokens[last - 1]!;
  const words = text.report.body.slice(start, end);
  return {
    type: 'quantity',
    start,
    end,
    text: words,
    sentence,
    first,
    last,
    head: last - 1,
    rule: `quantity.${numeral.kind}`,
    amount: amount(whole, unit, words),
  };
}

function amount({ min, max }: Numeral, { unit, role }: Unit, text: string): Amount {
  const share = unit === 'fraction' && min > 1 ? 100 : 1;
  const most = unit === 'fraction' && max === null ? share : max;
  const high = most === null ? null : most / share;
  return { min: min / share, max: high, unit, text, ...(role === undefined ? {} : { role }) };
}
