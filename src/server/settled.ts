import type { Standing, StandingState } from '../domain/index.ts';

/** A state is named only when it is more likely than not; till then nobody is said to hold a place. */
const MORE_LIKELY_THAN_NOT = 0.5;

export const settled = ({
  best,
  probability,
}: Pick<Standing, 'best' | 'probability'>): StandingState =>
  probability >= MORE_LIKELY_THAN_NOT ? best : { state: 'unknown' };
