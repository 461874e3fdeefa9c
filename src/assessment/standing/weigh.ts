import type {
  ActorId,
  Claim,
  Day,
  Interest,
  Modality,
  Movement,
  PlaceId,
  RecordedClaim,
  ReportHead,
  ReportId,
  ResolvedPlace,
} from '../../domain/index.ts';
import { dayOf, isResolved, supplied } from '../../domain/index.ts';
import type { Pointing, StandingParameters } from '../parameters.ts';
import { holderOf } from './holder.ts';
import { CODES } from './in-its-day.ts';
import type { DayNumbers, Numbers, PairNumbers } from './numbers.ts';
import { reachOf } from './reach.ts';
import { interestOf, type ClaimSource, type SourceFinder } from './source.ts';
import type { AssessmentContext } from '../types.ts';

/** A claim weighed for one place and day. Days are whole days since 1970-01-01. */
export interface Weighed {
  readonly claim: Claim;
  readonly report: ReportId;
  readonly place: PlaceId;
  readonly pointing: Pointing;
  readonly subject: ActorId | null;
  readonly day: number;
  readonly said: number;
  readonly recorded: number;
  readonly source: ClaimSource;
  readonly interest: Interest;
  /** Probability that it was read right, meant as fact and true of this place, whatever its source. */
  readonly base: number;
  /** Probability that it speaks of this day: of a capture told again. */
  readonly about: number;
  /** What the claim itself says of its own place; not what follows from it for a day or place near. */
  readonly direct: boolean;
  /** What a side says for itself. */
  readonly slanted: boolean;
  /** Numbers of what is compared often: pointing, subject (-1 for none), both, source and interest, report. */
  readonly code: number;
  readonly actor: number;
  readonly saying: number;
  readonly grade: number;
  readonly text: number;
  /** -1 when nobody is named, or no agency speaks. */
  readonly speaker: number;
  readonly agency: number;
  /** Number of the place it is told of, when that is another; else -1. */
  readonly around: number;
}

export interface Weighing {
  readonly unit: Weighed;
  /** What made `base` and `about`, with reasons. */
  readonly factors: Movement['factors'];
}

/** What numbers are given by; one for each assessment. */
export interface Numbering {
  readonly sayings: PairNumbers<ActorId | null, Pointing>;
  readonly grades: PairNumbers<ClaimSource, Interest>;
  readonly names: Numbers;
  readonly actors: Numbers;
  readonly days: DayNumbers;
  readonly text: (report: ReportId) => number;
}

export interface Weighers {
  readonly context: AssessmentContext;
  readonly sources: SourceFinder;
  readonly numbering: Numbering;
}

interface Step {
  readonly pointing: Pointing;
  readonly subject: ActorId | null;
  readonly day: number;
  readonly factor?: Factor;
}

type Factor = Movement['factors'][number];

/** Day the public record learned of a claim: its publication, else when the source spoke. */
export function saidDay({ claim, recorded }: RecordedClaim, report: ReportHead | undefined): Day {
  const published = report ? supplied(report.published) : undefined;
  if (published !== undefined) return published;
  return claim.said.basis === 'unknown' ? dayOf(recorded) : claim.said.end;
}

/** Kinds that can say something of who holds a place. */
const speaks = (kind: Claim['kind']) => kind.startsWith('control.') || CLASHES.has(kind);

const CLASHES: ReadonlySet<Claim['kind']> = new Set(['clash', 'strike', 'shelling', 'bombing']);

const UNCERTAIN: ReadonlySet<Modality> = new Set(['hypothetical', 'planned', 'predicted']);

/** What one claim says of the standing of its place, and weakly of the places around it. */
export function weigh(
  { claim, recorded }: RecordedClaim,
  report: ReportHead | undefined,
  { context, sources, numbering }: Weighers,
): Weighing[] {
  const { place } = claim;
  if (!speaks(claim.kind)) return [];
  if (!isResolved(place) || place.precision === 'region' || UNCERTAIN.has(claim.modality))
    return [];
  const { days } = numbering;
  const recordedDay = days.of(dayOf(recorded));
  const said = days.of(saidDay({ claim, recorded }, report));
  const parameters = context.parameters.standing;
  const time = timeOf(claim, said, days, parameters);
  if (time === undefined) return [];
  const country = context.places.place(place.id)?.country ?? '';
  const holder = (reference: Claim['actor']) => holderOf(reference, context, country);
  const steps = stepsOf(claim, { ...time, said }, holder, context);
  if (steps.length === 0) return [];
  const source = sources.find(claim, report, country);
  const opponent = holder(claim.target) ?? context.actors.government(country) ?? null;
  const common = [...claimFactors(claim, place, parameters), ...time.factors];
  const { names } = numbering;
  const speaker = source.speaker === null ? -1 : names.of(source.speaker);
  const agency = source.agency === null ? -1 : names.of(source.agency);
  const text = numbering.text(claim.report);
  const units: Weighing[] = [];
  for (const step of steps) {
    const denies = claim.stance === 'denies';
    const interest = interestOf(
      step.pointing,
      { subject: step.subject, opponent },
      source.side,
      denies,
    );
    for (const { id, factor } of reachOf(claim, place, step.pointing, context)) {
      const within = factor ? [factor] : [];
      const near = step.factor ? [step.factor] : [];
      const unit: Weighed = {
        claim,
        report: claim.report,
        place: id,
        pointing: step.pointing,
        subject: step.subject,
        day: step.day,
        said,
        recorded: recordedDay,
        source,
        interest,
        base: productOf([...common, ...within]),
        about: productOf(near),
        direct: !factor && !step.factor,
        slanted: SLANTED.has(interest),
        code: CODES[step.pointing],
        actor: step.subject === null ? -1 : numbering.actors.of(step.subject),
        saying: numbering.sayings.of(step.subject, step.pointing),
        grade: numbering.grades.of(source, interest),
        text,
        speaker,
        agency,
        around: factor ? names.of(place.id) : -1,
      };
      units.push({ unit, factors: [...common, ...near, ...within] });
    }
  }
  return units;
}

const SLANTED: ReadonlySet<Interest> = new Set(['gain', 'denial']);

export const gradeKey = (source: ClaimSource, interest: Interest) =>
  `${source.key}|${source.class}|${interest}`;

const productOf = (factors: readonly Factor[]) =>
  factors.reduce((product, { value }) => product * value, 1);

function claimFactors(claim: Claim, place: ResolvedPlace, p: StandingParameters): Factor[] {
  const modality = p.modality[claim.modality];
  return [
    {
      name: 'reading',
      value: claim.confidence ** p.witness.confidence.value,
      reason: p.witness.confidence.reason,
    },
    { name: 'place', value: place.confidence, reason: 'How sure the reader is of the place.' },
    { name: claim.modality, value: modality.value, reason: modality.reason },
  ].filter(({ value }) => value < 1);
}

/** The day a claim is about; undefined when it says nothing of any day we can tell. */
function timeOf(claim: Claim, said: number, days: DayNumbers, p: StandingParameters) {
  const { when } = claim;
  if (claim.modality === 'background' && when.basis !== 'stated') return undefined;
  const factors: Factor[] = [];
  if (when.basis !== 'stated') {
    factors.push({
      name: 'day implied',
      value: p.time.implied.value,
      reason: p.time.implied.reason,
    });
  }
  if (when.basis === 'unknown') return { day: said, exact: false, factors };
  const start = days.of(when.start);
  const end = days.of(when.end);
  if (start > said) return undefined;
  const span = Math.min(end, said) - start;
  if (span > 1) {
    const value = 1 / (1 + span / p.time.wide.value);
    factors.push({ name: `time within ${span} days`, value, reason: p.time.wide.reason });
  }
  return { day: Math.min(end, said), exact: when.basis === 'stated' && span === 0, factors };
}

function stepsOf(
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
