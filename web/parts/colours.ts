import type { StandingState } from '../../src/domain/index.ts';
import type { Holder } from '../../src/server/wire.ts';

/** Colour only ever means a holder. As many as stay apart for colour-blind readers and in print. */
export const HOLDER_COLOURS = 6;

export function holderVariable(id: string, holders: ReadonlyMap<string, Holder>): string {
  const index = holders.get(id)?.index ?? HOLDER_COLOURS;
  return index < HOLDER_COLOURS ? `--holder-${index}` : '--holder-other';
}

export const holderColour = (id: string, holders: ReadonlyMap<string, Holder>) =>
  `var(${holderVariable(id, holders)})`;

/** Paint for a state; contested is striped, unknown is blank paper. */
export function stateFill(state: StandingState, holders: ReadonlyMap<string, Holder>): string {
  switch (state.state) {
    case 'held':
      return holderColour(state.by, holders);
    case 'contested':
      return 'url(#contested)';
    case 'unknown':
      return 'var(--paper)';
  }
}

export const stateKey = (state: StandingState) =>
  state.state === 'held' ? `held:${state.by}` : state.state;
