import {
  addDays,
  statedTime,
  supplied,
  unknownTime,
  type Amount,
  type Time,
} from '../domain/index.ts';
import type { TextView } from './text-view.ts';

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 };
/** Words of the clause up to what it tells of. */
const CLAUSE = 10;

/**
 * "six weeks after losing it to the army": what is told behind "after" came so long before the rest.
 * Counted from publication, and as wide as the unit it is told in; unknown where nobody says how many.
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
  if (unit === 1 && (count === undefined || count.amount.min < FEW)) return undefined;
  if (published === undefined || count === undefined) return unknownTime('some time before', text);
  const { min, max } = count.amount;
  const [near, far] = [unit * min, unit * (max ?? min)].map(Math.round) as [number, number];
  if (far > CENTURY) return unknownTime('long before', text);
  const slack = Math.floor(unit / 2);
  return statedTime(addDays(published, -far - slack), addDays(published, slack - near), text);
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
