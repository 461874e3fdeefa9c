import type { ActorId, Claim, Movement } from '../../domain/index.ts';
import { isResolved } from '../../domain/index.ts';
import type { Pointing } from '../parameters.ts';
import type { AssessmentContext } from '../types.ts';

type Factor = Movement['factors'][number];

/** One thing a claim says of its place on one day. */
export interface Step {
  readonly pointing: Pointing;
  readonly subject: ActorId | null;
  readonly day: number;
  readonly factor?: Factor;
}

/** What a claim says of who holds its place, day by day; nothing when it is context alone. */
export function stepsOf(
  claim: Claim,
  time: { readonly day: number; readonly exact: boolean; readonly said: number },
  holder: (reference: Claim['actor']) => ActorId | null,
  context: AssessmentContext,
): Step[] {
  const subject = holder(claim.actor);
  const negative = claim.polarity === 'negative';
  const part =
    claim.facility !== undefined || (isResolved(claim.place) && claim.place.part !== undefined);
  const { day } = time;
  switch (claim.kind) {
    case 'control.captured':
    case 'control.recaptured':
    case 'control.surrendered':
      if (subject === null) return [];
      if (negative) return part ? [] : [{ pointing: 'notGained', subject, day }];
      if (part) return [{ pointing: 'partGain', subject, day }];
      return gainSteps(claim, { subject, loser: holder(claim.target) }, time, context);
    case 'control.held':
      if (subject === null) return [];
      if (negative) return part ? [] : [{ pointing: 'leave', subject, day }];
      return [{ pointing: part ? 'partHold' : 'hold', subject, day }];
    case 'control.withdrawn':
      if (subject === null || part) return [];
      return [{ pointing: negative ? 'hold' : 'leave', subject, day }];
    case 'control.contested':
      if (part) return negative ? [] : [{ pointing: 'clash', subject, day }];
      return [{ pointing: negative ? 'calm' : 'fight', subject, day }];
    case 'control.besieged':
      if (part) return negative ? [] : [{ pointing: 'clash', subject, day }];
      return [
        negative ? { pointing: 'calm', subject, day } : siegeStep(claim, subject, context, day),
      ];
    case 'clash':
    case 'strike':
    case 'shelling':
    case 'bombing':
      return negative ? [] : [{ pointing: 'clash', subject, day }];
    case 'control.threatened':
    case 'control.count':
    case 'killing':
    case 'wounding':
    case 'abduction':
    case 'detention':
    case 'displacement':
    case 'destruction':
    case 'force.deployed':
    case 'force.reinforced':
    case 'force.withdrawn':
    case 'force.exercise':
    case 'arms.supplied':
    case 'emergency.declared':
    case 'curfew':
    case 'talks.held':
    case 'talks.stalled':
    case 'agreement':
    case 'ceasefire':
    case 'visit':
    case 'demand':
    case 'pledge':
    case 'threat':
    case 'accusation':
    case 'denial':
    case 'appeal':
    case 'protest':
    case 'aid':
    case 'outlook':
      // Context: shown beside a standing, and never moves it.
      break;
  }
  return [];
}

function siegeStep(
  { when }: Claim,
  subject: ActorId | null,
  { parameters }: AssessmentContext,
  day: number,
): Step {
  const step: Step = { pointing: 'siege', subject, day };
  if (when.basis === 'stated') return step;
  return { ...step, factor: named('siege undated', parameters.standing.time.siegeImplied) };
}

/** A capture told without its day is mostly news: of that day or the one before. */
const IMPLIED_DAYS = 2;

function gainSteps(
  claim: Claim,
  { subject, loser }: { readonly subject: ActorId; readonly loser: ActorId | null },
  { day, exact, said }: { readonly day: number; readonly exact: boolean; readonly said: number },
  context: AssessmentContext,
): Step[] {
  const { before, beforeImplied, from, still, stillDays } = context.parameters.standing.time;
  const steps: Step[] = [{ pointing: 'gain', subject, day }];
  if (exact) {
    steps.push({ pointing: 'before', subject, day: day - 1, factor: named('before', before) });
  } else if (claim.modality !== 'background') {
    const factor = named('before', beforeImplied);
    steps.push({ pointing: 'before', subject, day: day - IMPLIED_DAYS, factor });
  }
  if (exact && loser !== null && loser !== subject) {
    steps.push({ pointing: 'hold', subject: loser, day: day - 1, factor: named('from', from) });
  }
  const recent = claim.modality !== 'background' && said - day <= stillDays.value;
  if (said > day && recent) {
    steps.push({ pointing: 'hold', subject, day: said, factor: named('still', still) });
  }
  return steps;
}

const named = (name: string, { value, reason }: { value: number; reason: string }): Factor => ({
  name,
  value,
  reason,
});
