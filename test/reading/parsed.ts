import { reportOf } from '../../bench/report.ts';
import type { ParsedText } from '../../src/domain/index.ts';
import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { parseText } from '../../src/reading/parse.ts';
import { splitText } from '../../src/reading/split.ts';

const models = await loadModels(packageRoot());

/** The body split, tagged and parsed with the shipped models. */
export const parsed = (body: string, published?: string): ParsedText =>
  parseText(splitText(reportOf(body, published === undefined ? {} : { published })), models);
