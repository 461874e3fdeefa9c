import type { Report } from '../../src/domain/index.ts';
import { reportOf as composed } from '../../bench/report.ts';

export const reportOf = (body: string, published = '2021-08-06'): Report =>
  composed(body, { published });
