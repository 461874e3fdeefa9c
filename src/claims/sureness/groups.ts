import type { ClaimKind } from '../../domain/index.ts';

/** What is said of control of a place. */
export type ControlGroup = 'gain' | 'hold' | 'fight' | 'siege' | 'leave';

const GROUPS: Readonly<Partial<Record<ClaimKind, ControlGroup>>> = {
  'control.captured': 'gain',
  'control.recaptured': 'gain',
  'control.surrendered': 'gain',
  'control.held': 'hold',
  'control.contested': 'fight',
  'control.threatened': 'fight',
  clash: 'fight',
  shelling: 'fight',
  'control.besieged': 'siege',
  'control.withdrawn': 'leave',
};

/** The group of a kind that annotated reports have, so that what is right can be counted; none of the others. */
export const controlGroup = (kind: ClaimKind): ControlGroup | undefined => GROUPS[kind];
