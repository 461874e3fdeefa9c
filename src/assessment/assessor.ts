import type {
  ActorId,
  Claim,
  ClaimId,
  Day,
  Incident,
  Movement,
  Origin,
  OriginId,
  PlaceId,
  RecordedClaim,
  Reliability,
  ReportHead,
  ReportId,
  Standing,
  StandingSummary,
} from '../domain/index.ts';
import { withLast } from './context.ts';
import { EvidenceStore, type Basis } from './evidence.ts';
import { Happenings } from './incidents/index.ts';
import { areaOf, tell } from './incidents/tell.ts';
import { Origins } from './origins/origins.ts';
import { RecordedClaims } from './recorded-claims.ts';
import { Model } from './standing/model.ts';
import { pushesOf, type Push } from './standing/movements.ts';
import { Registry } from './standing/registry.ts';
import { siegeAt } from './standing/siege.ts';
import { SourceFinder } from './standing/source.ts';
import { beliefsOf, standingOf, summaryOf, type Teller } from './standing/standing.ts';
import { factorsOf, weigh, type Weighers } from './standing/weigh.ts';
import type { Witness } from './standing/witnesses.ts';
import type { AsOf, AssessmentContext, Batch, DayBelief, MapStanding, Pins } from './types.ts';

/**
 * Claims in, answers out. Evidence is prepared once per claim when it is added; every answer for any
 * (at, known) is then computed from it. The answers depend on what was added, never on its order.
 */
export class Assessor {
  readonly context: AssessmentContext;
  readonly #model: Model;
  readonly #weighers: Weighers;
  readonly #origins: Origins;
  readonly #evidence: EvidenceStore;
  readonly #happenings: Happenings;
  readonly #claims = new RecordedClaims();
  readonly #reports = new Map<ReportId, ReportHead>();

  constructor(context: AssessmentContext) {
    this.context = context;
    const { standing, sources, origins, incidents } = context.parameters;
    this.#model = new Model(standing);
    this.#origins = new Origins(origins);
    const registry = new Registry({ claims: this.#claims, texts: this.#origins });
    this.#evidence = new EvidenceStore(context, {
      model: this.#model,
      origins: this.#origins,
      registry,
    });
    this.#happenings = new Happenings(incidents, registry.places, {
      tell: (number) => this.#told(this.#claims.at(number)),
      areaOf: (place) => areaOf(place, context),
    });
    this.#weighers = {
      context: { ...context, places: withLast(context.places) },
      sources: new SourceFinder(context.actors, sources),
      registry,
    };
  }

  /**
   * Adds claims with their reports, a report with or before its claims; what is there already is
   * passed over. Returns the places touched.
   */
  add({ claims, reports }: Batch): PlaceId[] {
    for (const report of reports) {
      if (this.#reports.has(report.id)) continue;
      this.#reports.set(report.id, report);
      const changed = this.#origins.add(report);
      if (changed !== undefined) this.#evidence.reconsider(changed);
    }
    const touched = new Set<PlaceId>();
    let report: ReportHead | undefined;
    for (const recorded of claims) {
      const number = this.#claims.add(recorded);
      if (number === undefined) continue;
      // Claims of one report come together.
      if (report?.id !== recorded.claim.report) report = this.#reports.get(recorded.claim.report);
      for (const { unit } of weigh(number, recorded, report, this.#weighers)) {
        this.#evidence.add(unit);
        touched.add(unit.place);
      }
      this.#happenings.add(number, recorded.claim);
    }
    return [...touched];
  }

  /** Grades that users have fixed, from now on; every answer is as if they had been there at first. */
  pin(pins: Pins): void {
    this.#evidence.pin(pins);
  }

  /** Works ahead on what any question of the record's weeks needs; stops after every place. */
  workAhead(): Generator<void> {
    return this.#evidence.workAhead();
  }

  get claims(): ReadonlyMap<ClaimId, RecordedClaim> {
    return this.#claims;
  }

  get reports(): ReadonlyMap<ReportId, ReportHead> {
    return this.#reports;
  }

  claim(id: ClaimId): RecordedClaim | undefined {
    return this.#claims.get(id);
  }

  report(id: ReportId): ReportHead | undefined {
    return this.#reports.get(id);
  }

  /** Places that some claim about control, or violence in a place, speaks of. */
  places(): PlaceId[] {
    return [...this.#evidence.places].sort();
  }

  standing(place: PlaceId, asOf: AsOf): Standing {
    const known = this.#dayNumber(asOf.known);
    const evidence = this.#evidence.of(place, asOf);
    return standingOf({ place, at: asOf.at, known: asOf.known }, evidence, {
      ...this.#teller(asOf),
      origin: (text) => this.#origins.main(text, known),
      factors: (witness) => this.#factorsOf(place, witness),
      pace: (subject, day) => evidence.pace?.told(this.#weighers.registry.actors.of(subject), day),
    });
  }

  /** A standing without what moved it: for many places at once. */
  summary(place: PlaceId, asOf: AsOf): StandingSummary {
    const question = { place, at: asOf.at, known: asOf.known };
    return summaryOf(question, this.#evidence.on(place, asOf), this.#teller(asOf));
  }

  #teller(asOf: AsOf): Teller {
    const known = this.#dayNumber(asOf.known);
    const pins = asOf.pins ?? this.#evidence.pins;
    return {
      model: this.#model,
      parameters: this.context.parameters.standing,
      root: (text) => this.#origins.root(text, known),
      pin: (source) => pins.get(source),
    };
  }

  /** What moved belief about a place since an earlier question, of claims not heard of it till then. */
  pushes(place: PlaceId, before: AsOf, now: AsOf): Push[] {
    const { chain, hearing } = this.#evidence.since(place, before, now);
    return pushesOf(this.#model, chain, hearing, {
      at: this.#dayNumber(now.at),
      isNew: this.#evidence.isNewSince(place, before),
    });
  }

  /** What every answer of a question rests on; with `versionOf` it says whether one still holds. */
  basis(asOf: AsOf): Basis {
    return this.#evidence.basis(asOf);
  }

  /** Another number once more was heard of a place, or the same by other origins, or of gains in its country by then. */
  versionOf(place: PlaceId, asOf: AsOf): number {
    return this.#evidence.versionOf(place, asOf);
  }

  /** What a map draws, for the places given or all that are known of. */
  map(asOf: AsOf, places: Iterable<PlaceId> = this.places()): MapStanding[] {
    return Array.from(places, (place) => this.mapStanding(place, asOf));
  }

  /** The same of one place. */
  mapStanding(place: PlaceId, asOf: AsOf): MapStanding {
    const { chain, hearing } = this.#evidence.on(place, asOf);
    const at = this.#dayNumber(asOf.at);
    const belief = chain.beliefAt(at);
    const best = likeliest(belief);
    const siege = siegeAt(hearing, at, this.context.parameters.standing);
    const newest = chain.links.findLast(({ day }) => day <= at) ?? hearing.past?.belief;
    return {
      place,
      best: chain.states.all[best]!,
      probability: belief[best]!,
      besieged: siege && siege.probability >= 0.5 ? (siege.by ?? 'unnamed') : null,
      newest: newest ? this.#weighers.registry.days.at(newest.day) : null,
    };
  }

  /** Beliefs about a place, most likely first. */
  beliefs(place: PlaceId, asOf: AsOf): Standing['beliefs'] {
    const { chain } = this.#evidence.of(place, asOf);
    return beliefsOf(chain.states, chain.beliefAt(this.#dayNumber(asOf.at)));
  }

  /** How likely `actor` holds a place: the belief alone, without what is behind it. */
  probabilityHeld(place: PlaceId, actor: ActorId, asOf: AsOf): number {
    const { chain } = this.#evidence.of(place, asOf);
    const index = chain.states.holders.indexOf(actor);
    return index < 0 ? 0 : chain.beliefAt(this.#dayNumber(asOf.at))[index]!;
  }

  /** Belief for each day from `from` to `to`, as known on that day and as known on `known`. */
  series(place: PlaceId, from: Day, to: Day, known: Day): DayBelief[] {
    const { chain } = this.#evidence.of(place, { at: to, known });
    const first = this.#dayNumber(from);
    const days = Array.from(
      { length: Math.max(0, this.#dayNumber(to) - first + 1) },
      (_, i) => first + i,
    );
    const seenNow = days.map((day) => beliefsOf(chain.states, chain.beliefAt(day)));
    return days.map((number, i): DayBelief => {
      const day = this.#weighers.registry.days.at(number);
      const filtered = this.beliefs(place, { at: day, known: day });
      return { day, filtered, smoothed: seenNow[i]! };
    });
  }

  /** Copies and rewrites of one text, as known on a day. */
  origins(known: Day): Origin[] {
    return this.#origins.list(this.#dayNumber(known));
  }

  /** Origins a report draws on, the main one first. */
  originsOf(report: ReportId, known: Day): OriginId[] {
    return this.#origins.of(report, this.#dayNumber(known));
  }

  /** What happened up to `at`, as known by `known`: at one place, or everywhere. */
  incidents(asOf: AsOf, place?: PlaceId): Incident[] {
    const days = { at: this.#dayNumber(asOf.at), known: this.#dayNumber(asOf.known) };
    const trace = {
      originsOf: ({ report }: Claim) => this.#origins.of(report, days.known),
      speakerOf: (claim: Claim) => this.#sourceOf(claim).speaker,
    };
    return this.#happenings.list(days, trace, place);
  }

  /** How far each source was to be believed, as settled last by `known`. */
  reliabilities(known: Day, clock: AsOf['clock'] = 'said'): readonly Reliability[] {
    return this.#evidence.reliabilities(this.#dayNumber(known), clock);
  }

  /** Every source heard of some places by `known`, those too that nobody could test yet. */
  sources(
    known: Day,
    within: (place: PlaceId) => boolean,
    clock: AsOf['clock'] = 'said',
  ): readonly Reliability[] {
    return this.#evidence.heard(this.#dayNumber(known), clock, within);
  }

  #dayNumber(day: Day): number {
    return this.#weighers.registry.days.of(day);
  }

  #sourceOf(claim: Claim) {
    const place = 'id' in claim.place ? this.context.places.place(claim.place.id) : undefined;
    const report = this.#reports.get(claim.report);
    return this.#weighers.sources.find(claim, report, place?.country ?? '');
  }

  #told(recorded: RecordedClaim) {
    return tell(recorded, this.#reports.get(recorded.claim.report), this.#weighers);
  }

  /** Weighed again from its claim: kept for no claim, asked for by few. */
  #factorsOf(place: PlaceId, { claim, day, saying }: Witness): Movement['factors'] {
    const number = this.#claims.numberOf(claim)!;
    const recorded = this.#claims.at(number);
    const report = this.#reports.get(recorded.claim.report);
    const weighings = weigh(number, recorded, report, this.#weighers);
    const same = weighings.find(
      ({ unit }) => unit.place === place && unit.day === day && unit.saying === saying,
    );
    return same ? factorsOf(same) : [];
  }
}

function likeliest(belief: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < belief.length; i++) if (belief[i]! > belief[best]!) best = i;
  return best;
}
