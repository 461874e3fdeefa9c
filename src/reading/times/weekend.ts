import { weekPeriod } from './calendar.ts';
import { stated, type TimeRule, UNDATED } from './rule.ts';

const BEFORE = new Set(['over', 'at', 'on', 'during', 'since', 'through', 'for', 'by']);
const SATURDAY = 5;

/** "Over the weekend": the one just past, or the one in which the report appears. */
export const weekend: TimeRule = {
  name: 'time.weekend',
  words: ['the'],
  pattern: /the weekend(?![a-z-])/iy,
  resolve(_, { published, before, outlook }) {
    if (!BEFORE.has(before)) return undefined;
    if (published === undefined) return UNDATED;
    const { start, end } = weekPeriod(published);
    const back = outlook === 'future' || published >= start + SATURDAY ? 0 : 7;
    return stated({ start: start + SATURDAY - back, end: end - back });
  },
};
