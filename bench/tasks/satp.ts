import { SATP } from '../../src/codebooks/text-labels/schemes.ts';
import { labelTask } from '../text-labels/run.ts';

export const task = labelTask(
  SATP,
  'Kinds of attack, by report. --data FILE.tsv; --show prints the reports labelled wrongly.',
);
