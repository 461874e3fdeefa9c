import type { StandingState } from '../../src/domain/index.ts';
import { useSetting } from '../state/context.ts';
import { stateFill } from './colours.ts';
import { stateName } from './words.ts';

export function StateChip({ state }: { readonly state: StandingState }) {
  const { holders } = useSetting();
  return (
    <span className="state">
      <svg viewBox="0 0 10 10" className="swatch" aria-hidden="true">
        <rect x="0.5" y="0.5" width="9" height="9" fill={stateFill(state, holders)} />
      </svg>
      {stateName(state, holders)}
    </span>
  );
}
