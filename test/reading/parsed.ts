import {
  day,
  type Instant,
  type ParsedText,
  type Report,
  reportId,
} from '../../src/domain/index.ts';
import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { parseText } from '../../src/reading/parse.ts';
import { splitText } from '../../src/reading/split.ts';

const models = await loadModels(packageRoot());

/** A report with this body; without `published` its date is not known. */
export const reportOf = (body: string, published?: string): Report => ({
  id: reportId('r0'),
  sha256: '',
  outlet: { basis: 'given', value: 'Example Wire' },
  url: null,
  title: null,
  byline: null,
  dateline: null,
  published:
    published === undefined
      ? { basis: 'unknown', reason: 'not given' }
      : { basis: 'given', value: day(published) },
  captured: '2021-08-05T12:00:00Z' as Instant,
  language: 'en',
  body,
});

/** The body split, tagged and parsed with the shipped models. */
export const parsed = (body: string, published?: string): ParsedText =>
  parseText(splitText(reportOf(body, published)), models);
