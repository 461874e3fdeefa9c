import type { ClaimKind, IncidentGroup } from '../../domain/index.ts';

/** What sort of happening each kind of claim tells of. Total: a new kind does not compile without. */
export const GROUP_OF: Readonly<Record<ClaimKind, IncidentGroup>> = {
  'control.captured': 'gain',
  'control.recaptured': 'gain',
  'control.surrendered': 'gain',
  'control.withdrawn': 'leave',
  'control.held': 'hold',
  'control.besieged': 'siege',
  'control.contested': 'fight',
  'control.threatened': 'movement',
  'control.count': 'words',
  clash: 'fight',
  strike: 'violence',
  shelling: 'violence',
  bombing: 'violence',
  killing: 'violence',
  wounding: 'violence',
  destruction: 'violence',
  abduction: 'detention',
  detention: 'detention',
  displacement: 'movement',
  'force.deployed': 'movement',
  'force.reinforced': 'movement',
  'force.withdrawn': 'movement',
  'force.exercise': 'movement',
  'arms.supplied': 'movement',
  'emergency.declared': 'alert',
  curfew: 'alert',
  'talks.held': 'talks',
  'talks.stalled': 'talks',
  agreement: 'talks',
  ceasefire: 'talks',
  visit: 'talks',
  demand: 'words',
  pledge: 'words',
  threat: 'words',
  accusation: 'words',
  denial: 'words',
  appeal: 'words',
  protest: 'words',
  aid: 'words',
  outlook: 'words',
};

/**
 * Groups whose incidents differ by who acts. In the others reports name now one side, now the other,
 * of the same fight or siege.
 */
export const BY_ACTOR: ReadonlySet<IncidentGroup> = new Set([
  'gain',
  'leave',
  'hold',
  'movement',
  'words',
]);
