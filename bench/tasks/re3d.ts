import { namesTask } from './names-scoring.ts';

export const task = namesTask(
  're3d',
  1,
  "Span F1 of names and descriptions in re3d's ten types; --data: word TAB label, IOB2.",
);
