import { oneDay, weekday as weekdayOfDay, WEEKDAY, weekdayOf } from './calendar.ts';
import { stated, type TimeContext, type TimeRule, UNDATED } from './rule.ts';

const WORDS =
  'monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon.,tue.,tues.,wed.,thu.,thur.,thurs.,fri.,sat.,sun.'.split(
    ',',
  );

/** In news "on Thursday" is the last Thursday, the day of publication included, unless it lies ahead. */
function dayNamed(target: number, which: string | undefined, context: TimeContext) {
  const published = context.published!;
  const back = (weekdayOfDay(published) - target + 7) % 7;
  const ahead = (7 - back) % 7;
  if (which === 'last' || which === 'past' || which === 'previous')
    // Yesterday would have been called by its bare name, so "last" reaches a week further.
    return published - (back < 2 ? back + 7 : back);
  if (which === 'next' || which === 'coming' || which === 'upcoming')
    return published + (ahead === 0 ? 7 : ahead);
  if (which === 'this') return context.outlook === 'future' ? published + ahead : published - back;
  return context.outlook === 'future' ? published + ahead : published - back;
}

/** "on Thursday", "last Friday", "Friday's", "early on Monday", "Thursday night". */
export const weekday: TimeRule = {
  name: 'time.weekday',
  words: [
    ...WORDS,
    ...'last,past,previous,next,coming,upcoming,this,early,late,the,overnight'.split(','),
  ],
  pattern: new RegExp(
    `(?:the )?(?:(?:[Ee]arly|[Ll]ate|early hours of|evening of|morning of|afternoon of|night of|(?<night>[Oo]vernight|[Nn]ight(?= (?:in)?to ))) ?(?:on |to |into )?)?` +
      `(?:(?<which>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming|[Uu]pcoming|[Tt]his) )?(?<name>${WEEKDAY})(?![A-Za-z])` +
      `(?<part>,? (?:early |late )?(?:morning|afternoon|evening|night|overnight))?`,
    'y',
  ),
  resolve({ groups, 0: whole }, context) {
    if (
      whole.startsWith('the ') &&
      !/^the (?:early|evening|morning|afternoon|night|last|past|previous|next|coming|upcoming)/.test(
        whole,
      )
    )
      return undefined;
    if (context.published === undefined) return UNDATED;
    const { which, name, night } = groups!;
    // "Holds until Sunday" looks ahead where the verb does not look back.
    const ahead = /^(?:un)?till?$/.test(context.before) && context.outlook === 'open';
    const seen: TimeContext = ahead ? { ...context, outlook: 'future' } : context;
    const value = dayNamed(weekdayOf(name!), which?.toLowerCase(), seen);
    if (night) return stated({ start: value - 1, end: value }, 'weekday');
    return stated(oneDay(value), 'weekday');
  },
};

const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  today: [0, 0],
  tonight: [0, 0],
  yesterday: [-1, -1],
  tomorrow: [1, 1],
  overnight: [-1, 0],
  'last night': [-1, 0],
  'this morning': [0, 0],
  'this afternoon': [0, 0],
  'this evening': [0, 0],
  'earlier today': [0, 0],
  'later today': [0, 0],
  'the day before yesterday': [-2, -2],
  'the day after tomorrow': [2, 2],
};

/** "today", "yesterday", "overnight", "last night": counted from publication. */
export const namedDay: TimeRule = {
  name: 'time.named-day',
  words: 'today,tonight,yesterday,tomorrow,overnight,last,this,earlier,later,the'.split(','),
  pattern:
    /(?<name>the day before yesterday|the day after tomorrow|earlier today|later today|today|tonight|yesterday|tomorrow|overnight|last night|this (?:morning|afternoon|evening))\b(?: (?:morning|afternoon|evening|night))?/iy,
  resolve({ groups }, { published }) {
    if (published === undefined) return UNDATED;
    const [start, end] = DAYS[groups!['name']!.toLowerCase()]!;
    return stated(
      { start: published + start, end: published + end },
      start === end ? 'day' : 'period',
    );
  },
};

/** "14:05 GMT", "5 a.m.", "noon": within the day, never more exact than the type can say. */
export const timeOfDay: TimeRule = {
  name: 'time.of-day',
  words: ['digit', 'noon', 'midnight', 'dawn', 'midday', 'dusk'],
  pattern:
    /(?:(?<hour>[01]?\d|2[0-4])(?:[:.](?<minute>[0-5]\d))? ?(?:(?<half>[ap]\.?m\.?(?![a-z]))|(?<clock>hrs?\b|hours? (?:local|GMT)))?(?<zone> ?\(?(?:GMT|UTC|EST|EDT|CET|CEST|BST|IST|AFT|local time|Kabul time|Moscow time|Kyiv time)\)?)?|(?:noon|midday|midnight|dawn|dusk)\b)/y,
  resolve({ groups, 0: whole, index }, { published, before, body }) {
    const { hour, minute, half, clock, zone } = groups!;
    const follows = body.slice(index + whole.length, index + whole.length + 2);
    if (hour === undefined) {
      if (!['at', 'around', 'by', 'before', 'after', 'since', 'until'].includes(before))
        return undefined;
    } else if (!half && !clock && !zone) {
      if (minute === undefined || !whole.includes(':')) return undefined;
      if (!['at', 'around', 'about', 'by', 'from', 'since', 'until'].includes(before))
        return undefined;
      if (/^[\d%:]/.test(follows)) return undefined;
    } else if (!half && minute === undefined && !/^\d\d/.test(whole)) return undefined;
    if (published === undefined) return UNDATED;
    return { start: published, end: published, basis: 'implied', grain: 'hour' };
  },
};
