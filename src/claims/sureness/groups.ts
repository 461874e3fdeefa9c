import type { ClaimKind } from '../../domain/index.ts';

const GROUPS: Readonly<Partial<Record<ClaimKind, string>>> = {
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

/** What is said of control of a place: gain, hold, fight, siege or leave; other kinds stand for themselves. */
export const groupOf = (kind: ClaimKind): string => GROUPS[kind] ?? kind;

/** Kinds that annotated reports have, so that what is right can be counted. */
export const isGroup = (kind: ClaimKind) => GROUPS[kind] !== undefined;
