import { namesTask } from './names-scoring.ts';

export const task = namesTask(
  'crossner',
  1,
  "Span F1 of names in CrossNER politics' nine types; --data: word TAB label, IOB2.",
);
