import { INDIA_POLICE } from '../src/codebooks/text-labels/schemes.ts';
import { trainLabels } from './train-labels.ts';
import type { TrainingOptions } from './main.ts';

export const run = (options: TrainingOptions) => trainLabels(INDIA_POLICE, options);
