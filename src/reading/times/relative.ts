import { smallNumber } from '../quantities/number-words.ts';
import {
  civil,
  dateOf,
  monthPeriod,
  oneDay,
  partNamed,
  partOf,
  type Period,
  weekPeriod,
  yearPeriod,
} from './calendar.ts';
import { type Finding, implied, stated, type TimeContext, type TimeRule, UNDATED } from './rule.ts';

const UNIT = '(?:hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century)';
const COUNT =
  '(?:\\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|eighteen|twenty|twenty-five|thirty|forty|fifty|sixty|hundred)';
const VAGUE = '(?:a few|few|several|some|many|recent|a number of)';

const DAYS_IN: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  night: 1,
  week: 7,
  weekend: 7,
  fortnight: 14,
};
const MONTHS_IN: Readonly<Record<string, number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The same day, `count` units away; negative counts look back. */
function shift(value: number, unit: string, count: number): number {
  const days = DAYS_IN[unit];
  if (days !== undefined) return value + Math.trunc(count * days);
  const { year, month, day } = dateOf(value);
  return civil(year, month + count * MONTHS_IN[unit]!, day);
}

/** The calendar unit around a day: its week, month, year. */
function around(value: number, unit: string): Period {
  const { year, month } = dateOf(value);
  if (unit === 'week' || unit === 'fortnight') return weekPeriod(value);
  if (unit === 'weekend') return { start: weekPeriod(value).start + 5, end: weekPeriod(value).end };
  if (unit === 'month') return monthPeriod(year, month);
  if (unit === 'quarter') {
    const first = month - ((month - 1) % 3);
    return { start: civil(year, first, 1), end: civil(year, first + 3, 0) };
  }
  if (unit === 'year') return yearPeriod(year);
  if (unit === 'decade')
    return { start: civil(year - (year % 10), 1, 1), end: civil(year - (year % 10) + 9, 12, 31) };
  return oneDay(value);
}

/** "last month", "this week", "next year", "earlier this year", "late last year", "the end of the month". */
export const calendarUnit: TimeRule = {
  name: 'time.calendar-unit',
  words: 'last,this,next,earlier,later,early,late,the,previous,mid,over'.split(','),
  pattern: new RegExp(
    `(?:(?<part>earlier|later|early|late|mid|(?:the )?(?:end|beginning|start|middle) of)[ -])?(?:over )?(?<which>last|this|next|the previous|the) (?<unit>weekend|week|fortnight|month|quarter|year|decade|century)(?![a-z-])`,
    'iy',
  ),
  resolve({ groups }, { published }) {
    const { part, unit: written } = groups!;
    const which = groups!['which']!.toLowerCase();
    const unit = written!.toLowerCase();
    const of = part?.toLowerCase();
    if (which === 'the' && !of?.endsWith('of')) return undefined;
    if (published === undefined) return UNDATED;
    const steps = which === 'last' || which === 'the previous' ? -1 : which === 'next' ? 1 : 0;
    // From the first of the month, so that the 31st does not overflow into the month after.
    const { year, month } = dateOf(published);
    const from = unit in MONTHS_IN ? civil(year, month, 1) : published;
    const period = around(shift(from, unit, steps), unit);
    if (of === 'earlier')
      return stated({ start: period.start, end: Math.min(published, period.end) });
    if (of === 'later')
      return stated({ start: Math.max(published, period.start), end: period.end });
    const third = of === undefined ? undefined : partNamed(of.replace(/^the /, ''));
    return stated(third === undefined ? period : partOf(period, third));
  },
};

/** "the past week", "the last 24 hours", "the coming days", "recent weeks". */
export const span: TimeRule = {
  name: 'time.span',
  words: 'the,past,recent,last,coming,next,these,previous'.split(','),
  pattern: new RegExp(
    `(?:(?:the )?(?<which>past|last|recent|previous|coming|next)|(?:these )(?<these>last|past))(?: (?:(?<count>${COUNT})|(?<vague>${VAGUE})))? (?<unit>${UNIT})s?(?![a-z-])`,
    'iy',
  ),
  resolve({ groups, 0: whole }, { published }) {
    const { which, count, unit: written } = groups!;
    const unit = written!.toLowerCase();
    const plural = whole.toLowerCase().endsWith('s');
    const opens = /^(?:the|these)/i.test(whole);
    // "last week" and "next year" are calendar units, "past month" without an article is a name.
    if (!count && !plural && !opens) return undefined;
    if (published === undefined) return UNDATED;
    const size = count === undefined ? (plural ? undefined : 1) : smallNumber(count);
    const ahead = which === 'coming' || which === 'next';
    const find = size === undefined ? implied : stated;
    const length = size ?? 6;
    const other = shift(published, unit, ahead ? length : -length);
    return find(ahead ? { start: published, end: other } : { start: other, end: published });
  },
};

/** How exact "ago" is: days to the day, weeks to the week, months to the month, years to the year. */
function awayFrom(value: number, unit: string, count: number): Period {
  const { year, month } = dateOf(value);
  if (unit === 'hour') return { start: Math.floor(value + count / 24), end: value };
  if (unit === 'day' || unit === 'night') return oneDay(value + count);
  if (unit === 'week' || unit === 'weekend' || unit === 'fortnight') {
    const middle = shift(value, unit, count);
    return Math.abs(count) === 1 && unit === 'week'
      ? oneDay(middle)
      : { start: middle - 3, end: middle + 3 };
  }
  if (unit === 'month') return monthPeriod(year, month + count);
  return yearPeriod(dateOf(civil(year, month + count * MONTHS_IN[unit]!, 1)).year);
}

/** "three days ago", "a week ago", "two decades ago": counted from publication. */
export const ago: TimeRule = {
  name: 'time.ago',
  words: [
    'digit',
    ...'a,an,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,eighteen,twenty,twenty-five,thirty,forty,fifty,sixty,several,some,many,few,hours,days,weeks,months,years,decades'.split(
      ',',
    ),
  ],
  pattern: new RegExp(
    `(?:(?<count>${COUNT})|(?<vague>${VAGUE}))?[ -]?(?<unit>${UNIT})s? ago\\b`,
    'iy',
  ),
  resolve({ groups }, { published }) {
    if (published === undefined) return UNDATED;
    const { count } = groups!;
    const unit = groups!['unit']!.toLowerCase();
    const size = count === undefined ? undefined : smallNumber(count);
    if (size !== undefined) return stated(awayFrom(published, unit, -size));
    // "days ago", "several months ago": two to ten of them.
    return implied({ start: shift(published, unit, -10), end: shift(published, unit, -2) });
  },
};

const NO_ANCHOR: Finding = { basis: 'unknown', reason: 'no day is named before it' };

/** Where the story is: the last day the text named. Only looking back may start from publication. */
function story({ anchor, published }: TimeContext, steps: number): Finding | Period {
  if (anchor !== undefined) return anchor;
  if (steps > 0) return NO_ANCHOR;
  return published === undefined ? UNDATED : oneDay(published);
}

/** "a day earlier", "two weeks later", "three days after": counted from the last day in the text. */
export const earlierLater: TimeRule = {
  name: 'time.earlier-later',
  words: ago.words.filter((word) => !word.endsWith('s') || word === 'several'),
  pattern: new RegExp(
    `(?<count>${COUNT}) (?<unit>${UNIT})s? (?<way>earlier|before(?! (?:the|a|an|it|he|she|they)\\b)|previously|later|afterwards?)\\b`,
    'iy',
  ),
  resolve({ groups }, context) {
    const { count, way } = groups!;
    const sign = /^(?:later|after)/i.test(way!) ? 1 : -1;
    const from = story(context, sign);
    if ('reason' in from) return from;
    const unit = groups!['unit']!.toLowerCase();
    return stated(
      awayFrom(sign < 0 ? from.start : from.end, unit, sign * (smallNumber(count!) ?? 1)),
    );
  },
};

/** "the next day", "the previous week", "the same day", "that night", "the day before". */
export const neighbour: TimeRule = {
  name: 'time.neighbour',
  words: ['the', 'that', 'same'],
  pattern: new RegExp(
    `(?:(?:the |that )?(?<which>next|following|previous|same|preceding) (?<unit>day|night|evening|morning|week|month|year)|(?:the )(?<bare>day|week|month|year|night|evening|morning|afternoon) (?<way>before|after|earlier|later)(?! (?:yesterday|tomorrow|[a-z]+))|that (?<that>day|night|evening|morning|week|month|year))(?![a-z-])`,
    'iy',
  ),
  resolve({ groups }, context) {
    const { which, bare, way, that } = groups!;
    const unit = (groups!['unit'] ?? bare ?? that)!.toLowerCase();
    const word = (which ?? way ?? 'same').toLowerCase();
    const steps = /^(?:next|following|after|later)$/.test(word) ? 1 : word === 'same' ? 0 : -1;
    const from = story(context, steps);
    if ('reason' in from) return from;
    const calendar = /^(?:week|month|year)$/.test(unit) ? unit : 'day';
    const base = steps > 0 ? from.end : from.start;
    const { year, month } = dateOf(base);
    const start = calendar in MONTHS_IN ? civil(year, month, 1) : base;
    return stated(
      around(shift(start, calendar, steps), calendar),
      calendar === 'day' ? 'day' : 'period',
    );
  },
};

/** "for days now", "for the third day", "for two weeks" after "has been": up to publication. */
export const duration: TimeRule = {
  name: 'time.duration',
  words: ['for'],
  pattern: new RegExp(
    `for (?:(?:more than|over|at least|nearly|almost|about) )?(?:(?<count>${COUNT})|(?<vague>${VAGUE}))? ?(?:consecutive |straight )?(?<unit>${UNIT})s?(?<now> now)?(?![a-z-])|for (?:a|the) (?<ordinal>second|third|fourth|fifth|sixth|seventh)(?: consecutive| straight)? (?<each>day|night|week|month|year)\\b`,
    'iy',
  ),
  resolve({ groups, 0: whole }, context) {
    const { count, now, ordinal, each } = groups!;
    if (!now && !ordinal && !sinceThen(context)) return undefined;
    if (context.published === undefined) return UNDATED;
    const end = context.published;
    if (ordinal) {
      const position =
        ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'].indexOf(ordinal.toLowerCase()) +
        1;
      return stated({ start: shift(end, each!.toLowerCase(), -position), end });
    }
    if (!count && !/s(?: now)?$/i.test(whole)) return undefined;
    const size = count === undefined ? undefined : smallNumber(count);
    const unit = groups!['unit']!.toLowerCase();
    const find = size === undefined ? implied : stated;
    return find({ start: shift(end, unit, -(size ?? 6)), end });
  },
};

/** "has been …": the verb before says that it goes on. */
function sinceThen({ text, token }: TimeContext) {
  const from = Math.max(text.sentences[text.tokens[token]!.sentence]!.first, token - 8);
  for (let i = token - 1; i >= from; i--) {
    const word = text.tokens[i]!.text.toLowerCase();
    if (word === 'has' || word === 'have' || word === "'ve" || word === '’ve') return true;
  }
  return false;
}
