import type {
  Claim,
  Day,
  Interest,
  Modality,
  Movement,
  RecordedClaim,
  ReportHead,
  ResolvedPlace,
} from '../../domain/index.ts';
import { dayOf, isResolved, supplied } from '../../domain/index.ts';
import type { StandingParameters } from '../parameters.ts';
import { holderOf } from './holder.ts';
import { CODES } from './in-its-day.ts';
import type { DayNumbers } from './numbers.ts';
import type { Registry } from './registry.ts';
import { reachOf } from './reach.ts';
import { stepsOf } from './steps.ts';
import { interestOf, type SourceFinder } from './source.ts';
import type { Weighed } from './units.ts';
import type { AssessmentContext } from '../types.ts';

/** One unit, and what made its `base` and `about`, with reasons. */
export interface Weighing {
  readonly unit: Weighed;
  /** Of all the claim says. */
  readonly common: Movement['factors'];
  /** Of this day, and of this place, when they are others. */
  readonly near: Factor | undefined;
  readonly within: Factor | undefined;
}

export const factorsOf = ({ common, near, within }: Weighing): Movement['factors'] => [
  ...common,
  ...(near ? [near] : []),
  ...(within ? [within] : []),
];

export interface Weighers {
  readonly context: AssessmentContext;
  readonly sources: SourceFinder;
  readonly registry: Registry;
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

/** What one claim, by its number, says of the standing of its place, and weakly of the places around it. */
export function weigh(
  number: number,
  told: RecordedClaim,
  report: ReportHead | undefined,
  { context, sources, registry }: Weighers,
): Weighing[] {
  const { claim } = told;
  const { place } = claim;
  if (!speaks(claim.kind)) return [];
  if (!isResolved(place) || place.precision === 'region' || UNCERTAIN.has(claim.modality))
    return [];
  const { days, names } = registry;
  const recorded = days.ofInstant(told.recorded);
  const said = days.of(saidDay(told, report));
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
  const base = productOf(common);
  const text = registry.texts.numberOf(claim.report);
  const speaker = source.speaker === null ? -1 : names.of(source.speaker);
  const outlet = registry.outlets.of(outletsOf(claim));
  const units: Weighing[] = [];
  const denies = claim.stance === 'denies';
  for (const step of steps) {
    const interest = interestOf(
      step.pointing,
      { subject: step.subject, opponent },
      source.side,
      denies,
    );
    for (const { id, factor } of reachOf(claim, place, step.pointing, context)) {
      const unit: Weighed = {
        place: id,
        at: registry.places.of(id),
        claim: number,
        day: step.day,
        said,
        recorded,
        base: factor ? base * factor.value : base,
        about: step.factor?.value ?? 1,
        code: CODES[step.pointing],
        direct: !factor && !step.factor,
        slanted: SLANTED.has(interest),
        actor: step.subject === null ? -1 : registry.actors.of(step.subject),
        saying: registry.sayings.of(step.subject, step.pointing),
        voice: registry.voice(source, interest),
        text,
        speaker,
        outlet,
        around: factor ? names.of(place.id) : -1,
      };
      units.push({ unit, common, near: step.factor, within: factor });
    }
  }
  return units;
}

/** One a line; most chains have one. */
function outletsOf({ chain }: Claim): string {
  const outlets = chain.filter(({ role }) => role === 'outlet');
  return outlets.length === 1 ? outlets[0]!.name : outlets.map(({ name }) => name).join('\n');
}

const SLANTED: ReadonlySet<Interest> = new Set(['gain', 'denial']);

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
    {
      name: 'side inferred',
      value: claim.inferred?.actor === undefined ? 1 : p.witness.inferred.value,
      reason: p.witness.inferred.reason,
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
  // "Have held P since spring": who holds it when it is told holds it on that day. How long a siege has
  // lasted is told on the day it ends, too.
  const lasts = claim.kind === 'control.held' && end === said;
  if (span > 1 && !lasts) {
    const value = 1 / (1 + span / p.time.wide.value);
    factors.push({ name: `time within ${span} days`, value, reason: p.time.wide.reason });
  }
  return { day: Math.min(end, said), exact: when.basis === 'stated' && span === 0, factors };
}
