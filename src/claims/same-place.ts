import type { Territory } from './territory/index.ts';

/** Whether both tell of one listed place. */
export const meet = (a: readonly Territory[], b: readonly Territory[]) =>
  a.some(
    ({ place }) =>
      'id' in place && b.some((other) => 'id' in other.place && other.place.id === place.id),
  );
