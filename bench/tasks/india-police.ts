import { INDIA_POLICE } from '../../src/codebooks/text-labels/schemes.ts';
import { labelTask } from '../text-labels/run.ts';

export const task = labelTask(
  INDIA_POLICE,
  'What police did, by sentence. --data FILE.tsv; --show prints the sentences labelled wrongly.',
);
