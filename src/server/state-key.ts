import type { StandingState } from '../domain/index.ts';

export const stateKey = (state: StandingState) =>
  state.state === 'held' ? `held:${state.by}` : state.state;
