import { namesTask } from './names-scoring.ts';

export const task = namesTask(
  'uner',
  2,
  'Span F1 of persons, organisations, locations; --data: Universal NER .iob2.',
);
