import {
  addDays,
  statedTime,
  supplied,
  unknownTime,
  type Amount,
  type Day,
  type Time,
  type TimeMention,
} from '../domain/index.ts';
import type { TextView } from './text-view.ts';

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
/** Words of the clause up to what it tells of. */
const CLAUSE = 10;

/**
 * "six weeks after losing it to the army": what is told behind "after" came so long before the rest.
 * Counted from the day that the sentence names, else from publication and then as wide as the unit it is
 * told in; unknown where nobody says how many.
 */
export function elapsedBefore(view: TextView, trigger: number): Time | undefined {
  const { sentence } = view.token(trigger);
  const { first } = view.reading.sentences[sentence]!;
  for (let i = trigger - 1; i > first && i > trigger - CLAUSE; i--) {
    const { text, upos } = view.token(i);
    if (upos === 'VERB' || /^[,;:.()–—]$/.test(text)) return undefined;
    if (!/^(?:after|since)$/i.test(text)) continue;
    const unit = DAYS[view.lemma(i - 1)];
    return unit === undefined ? undefined : timeOf(view, i - 1, unit);
  }
  return undefined;
}

function timeOf(view: TextView, noun: number, unit: number): Time | undefined {
  const published = supplied(view.reading.report.published);
  const count = countAt(view, noun);
  const text = view.reading.report.body.slice(
    view.token(count?.first ?? noun).start,
    view.token(noun + 1).end,
  );
  const named =
    unit === 1 && count?.amount.max === count?.amount.min ? dayNamed(view, noun) : undefined;
  if (named !== undefined && count) {
    const day = addDays(named, -count.amount.min);
    return statedTime(day, day, text);
  }
  if (unit === 1 && (count === undefined || count.amount.min < FEW)) return undefined;
  if (published === undefined || count === undefined) return unknownTime('some time before', text);
  const { min, max } = count.amount;
  const [near, far] = [unit * min, unit * (max ?? min)].map(Math.round) as [number, number];
  if (far > CENTURY) return unknownTime('long before', text);
  const slack = Math.floor(unit / 2);
  return statedTime(addDays(published, -far - slack), addDays(published, slack - near), text);
}

/** "retook it on Monday, three days after losing it": the one day that the rest of the sentence names. */
function dayNamed(view: TextView, noun: number): Day | undefined {
  const { first, last } = view.reading.sentences[view.token(noun).sentence]!;
  const published = supplied(view.reading.report.published);
  const days = new Set<Day>();
  for (let i = first; i < last; i++) {
    const mention = view.time(i);
    const time = mention && notAfter(mention, published);
    if (!time || time.basis === 'unknown' || (mention.first <= noun && noun < mention.last))
      continue;
    if (time.start === time.end) days.add(time.start);
  }
  return days.size === 1 ? [...days][0] : undefined;
}

/** A weekday of what has happened is the last one, whatever the tense beside it. */
export function notAfter({ time, rule }: TimeMention, published: Day | undefined): Time {
  if (published === undefined || time.basis === 'unknown' || !rule.includes('weekday')) return time;
  if (time.start <= published) return time;
  return { ...time, start: addDays(time.start, -7), end: addDays(time.end, -7) };
}

/** In days: what came before is no matter of this war, and may be of no year that a date can name. */
const CENTURY = 36_500;
/** A day or two after it is as good as news. */
const FEW = 3;

/** How many, and the token with which it begins. */
interface Count {
  readonly first: number;
  readonly amount: Pick<Amount, 'min' | 'max'>;
}

/** "six weeks", "a week", "more than a year". */
function countAt(view: TextView, noun: number): Count | undefined {
  const { first } = view.reading.sentences[view.token(noun).sentence]!;
  if (noun === first) return view.quantity(noun);
  const mention = view.quantity(noun) ?? view.quantity(noun - 1);
  if (mention && mention.last >= noun) return mention;
  if (!/^(?:an?|one)$/i.test(view.token(noun - 1).text)) return undefined;
  return { first: noun - 1, amount: { min: 1, max: 1 } };
}
