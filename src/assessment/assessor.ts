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
} from '../domain/index.ts';
import { addDays, dayFromNumber, dayNumber, dayOf, isResolved } from '../domain/index.ts';
import { incidentsOf, type Told } from './incidents/incidents.ts';
import { tell } from './incidents/tell.ts';
import { Origins } from './origins/origins.ts';
import { learn, pinned, priorOf, type Learned } from './reliability/learn.ts';
import { beliefAt, buildChain, type Chain } from './standing/chain.ts';
import { Numbers } from './standing/numbers.ts';
import { Model, stateAt } from './standing/model.ts';
import { siegeAt } from './standing/siege.ts';
import { SourceFinder } from './standing/source.ts';
import { beliefsOf, standingOf } from './standing/standing.ts';
import { holderOf } from './standing/holder.ts';
import { saidDay, weigh, type Weighed, type Weighers } from './standing/weigh.ts';
import {
  compareWeighed,
  keeps,
  witnesses,
  type Day as DayOfWitnesses,
} from './standing/witnesses.ts';
import { checkCount, checkOutlook, type CountCheck, type OutlookCheck } from './trends/checks.ts';
import { changeOf } from './trends/diff.ts';
import { totalsOf } from './trends/totals.ts';
import { intervalOf, trendOf, type Trend } from './trends/trends.ts';
import type {
  AsOf,
  AssessmentContext,
  Batch,
  Change,
  DayBelief,
  MapStanding,
  Totals,
} from './types.ts';

/** 1970-01-01 was a Thursday: three days after this, weeks begin on Mondays. */
const MONDAY = 3;

/** Which units count, and how far. */
interface Reading {
  readonly limit: number;
  readonly clock: 'said' | 'recorded';
  readonly keep: (unit: Weighed) => boolean;
  readonly reliability: (unit: Weighed) => number;
}

/** What was known of a place, read for one question. */
interface Evidence {
  readonly days: readonly DayOfWitnesses[];
  readonly chain: Chain;
}

/** Days of a trend, and the day by which all was known that it rests on. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly known: Day;
}

interface PlaceRecord {
  units: Weighed[];
  sorted: boolean;
  /** The last answer worked out: a map is asked for again and again as of one day. */
  last: { readonly key: string; readonly evidence: Evidence } | undefined;
}

/**
 * Claims in, answers out. Evidence is prepared once per claim when it is added; every answer for any
 * (at, known) is then computed from it. The answers depend on what was added, never on its order.
 */
export class Assessor {
  readonly context: AssessmentContext;
  readonly #model: Model;
  readonly #prior: ReturnType<typeof priorOf>;
  readonly #sources: SourceFinder;
  readonly #weighers: Weighers;
  readonly #places = new Map<PlaceId, PlaceRecord>();
  readonly #claims = new Map<ClaimId, RecordedClaim>();
  readonly #reports = new Map<ReportId, ReportHead>();
  readonly #origins: Origins;
  /** Claims by area and group: an incident never crosses either. */
  readonly #told = new Map<string, Told[]>();
  /** By clock and settling day; forgotten when a claim from before that day comes in. */
  /** Counts what changes answers about places that nothing new was said of. */
  #epoch = 0;
  readonly #learned = new Map<string, { readonly until: number; readonly learned: Learned }>();

  constructor(context: AssessmentContext) {
    this.context = context;
    this.#model = new Model(context.parameters.standing);
    this.#prior = priorOf(context.parameters);
    this.#sources = new SourceFinder(context.actors, context.parameters.sources);
    this.#origins = new Origins(context.parameters.origins);
    this.#weighers = {
      context,
      sources: this.#sources,
      numbering: {
        sayings: new Numbers(),
        grades: new Numbers(),
        names: new Numbers(),
        text: (report) => this.#origins.numberOf(report),
      },
    };
  }

  /** Adds claims and their reports; what is there already is passed over. Returns the places touched. */
  add({ claims, reports }: Batch): PlaceId[] {
    for (const report of reports) {
      if (this.#reports.has(report.id)) continue;
      this.#reports.set(report.id, report);
      if (this.#origins.add(report)) this.#epoch++;
    }
    const touched = new Set<PlaceId>();
    for (const recorded of claims) {
      if (this.#claims.has(recorded.claim.id)) continue;
      this.#claims.set(recorded.claim.id, recorded);
      const report = this.#reports.get(recorded.claim.report);
      for (const { unit } of weigh(recorded, report, this.#weighers)) {
        const record = this.#recordOf(unit.place);
        record.units.push(unit);
        record.sorted = false;
        record.last = undefined;
        touched.add(unit.place);
        this.#forget(unit);
      }
      const told = tell(recorded, report, this.context, this.#sources);
      if (told) this.#file(told);
    }
    return [...touched];
  }

  claim(id: ClaimId): RecordedClaim | undefined {
    return this.#claims.get(id);
  }

  report(id: ReportId): ReportHead | undefined {
    return this.#reports.get(id);
  }

  /** Places that some claim about control, or violence in a place, speaks of. */
  places(): PlaceId[] {
    return [...this.#places.keys()].sort();
  }

  standing(place: PlaceId, asOf: AsOf): Standing {
    const question = { place, at: asOf.at, known: asOf.known };
    const known = dayNumber(asOf.known);
    return standingOf(question, this.#evidence(place, asOf), {
      model: this.#model,
      parameters: this.context.parameters.standing,
      origin: ({ text }) => this.#origins.main(text, known),
      factors: (unit) => this.#factorsOf(unit),
    });
  }

  /** What a map draws, for the places given or all that are known of. */
  map(asOf: AsOf, places: Iterable<PlaceId> = this.places()): MapStanding[] {
    const result: MapStanding[] = [];
    for (const place of places) result.push(this.#mapStanding(place, asOf));
    return result;
  }

  /** How likely `actor` holds a place: the belief alone, without what is behind it. */
  probabilityHeld(place: PlaceId, actor: ActorId, asOf: AsOf): number {
    const chain = this.#evidence(place, asOf).chain;
    const index = chain.states.holders.indexOf(actor);
    return index < 0 ? 0 : beliefAt(this.#model, chain, dayNumber(asOf.at))[index]!;
  }

  /** Belief for each day from `from` to `to`, as known on that day and as known on `known`. */
  series(place: PlaceId, from: Day, to: Day, known: Day): DayBelief[] {
    const now = this.#evidence(place, { at: to, known }).chain;
    const result: DayBelief[] = [];
    for (let number = dayNumber(from); number <= dayNumber(to); number++) {
      const day = dayFromNumber(number);
      const then = this.#evidence(place, { at: day, known: day }).chain;
      result.push({
        day,
        filtered: beliefsOf(then.states, beliefAt(this.#model, then, number)),
        smoothed: beliefsOf(now.states, beliefAt(this.#model, now, number)),
      });
    }
    return result;
  }

  /** Copies and rewrites of one text, as known on a day. */
  origins(known: Day): Origin[] {
    return this.#origins.list(dayNumber(known));
  }

  /** Origins a report draws on, the main one first. */
  originsOf(report: ReportId, known: Day): OriginId[] {
    return this.#origins.of(report, dayNumber(known));
  }

  /** What happened up to `at`, as known by `known`: at one place, or everywhere. */
  incidents(asOf: AsOf, place?: PlaceId): Incident[] {
    const known = dayNumber(asOf.known);
    const at = dayNumber(asOf.at);
    const originsOf = ({ report }: Claim) => this.#origins.of(report, known);
    return [...this.#told.values()].flatMap((block) => {
      if (
        place !== undefined &&
        block[0]!.area !== place &&
        !block.some((told) => told.place === place)
      )
        return [];
      const told = block.filter(({ said, start }) => said <= known && start <= at);
      return incidentsOf(told, originsOf, this.context.parameters.incidents);
    });
  }

  /** Beliefs about a place, most likely first. */
  beliefs(place: PlaceId, asOf: AsOf): Standing['beliefs'] {
    const chain = this.#evidence(place, asOf).chain;
    return beliefsOf(chain.states, beliefAt(this.#model, chain, dayNumber(asOf.at)));
  }

  /** How much each state has of the places given. */
  totals(asOf: AsOf, places: Iterable<PlaceId>): Totals {
    const believed = [...places].map((place) => ({ place, beliefs: this.beliefs(place, asOf) }));
    return totalsOf(asOf, believed, this.context.places);
  }

  /** What changed in the picture from one question to another, largest change first. */
  diff(before: AsOf, after: AsOf, places: Iterable<PlaceId> = this.places()): Change[] {
    const { places: tree, actors } = this.context;
    const changes: Change[] = [];
    for (const place of places) {
      const [a, b] = [this.standing(place, before), this.standing(place, after)];
      const change = changeOf(a, b, tree.place(place), actors);
      if (!change) continue;
      const because = change.because.map((item) => ({
        ...item,
        report: this.#claims.get(item.claim)!.claim.report,
      }));
      changes.push({ ...change, because });
    }
    return changes.sort(
      (a, b) => b.toProbability - a.toProbability || (a.place < b.place ? -1 : 1),
    );
  }

  /** Gains and losses of an actor, week by week, in the places given. */
  trend(actor: ActorId, places: Iterable<PlaceId>, span: Span): Trend {
    const { places: tree } = this.context;
    const listed = [...places].map((place) => ({
      place,
      population: tree.place(place)?.population,
      area: tree.area?.(place),
    }));
    return trendOf(actor, listed, span, this.#heldOn(actor, span.known));
  }

  /** An outlook claim beside what the record shows of the places given. */
  checkOutlook(id: ClaimId, places: Iterable<PlaceId>, known: Day): OutlookCheck | undefined {
    const recorded = this.#claims.get(id);
    const actor = recorded && holderOf(recorded.claim.actor, this.context);
    if (!recorded || !actor) return undefined;
    const said = this.#saidOf(recorded);
    const list = [...places];
    const held = this.#heldOn(actor, known);
    return checkOutlook(recorded.claim, actor, { said, last: known }, (from, to) => {
      const changes = list.map((place) => held(place, to) - held(place, addDays(from, -1)));
      const sum = (sign: number) =>
        changes.reduce((total, change) => total + Math.max(0, sign * change), 0);
      return { gained: sum(1), lost: sum(-1) };
    });
  }

  /** A claim of how many places somebody holds beside our own count of the places given. */
  checkCount(id: ClaimId, places: Iterable<PlaceId>, known: Day): CountCheck | undefined {
    const recorded = this.#claims.get(id);
    const actor = recorded && holderOf(recorded.claim.actor, this.context);
    const area = recorded?.claim.place;
    if (!recorded || !actor || !area || !isResolved(area)) return undefined;
    const at = this.#saidOf(recorded);
    const all = [...places].map((place) => this.beliefs(place, { at, known }));
    const held = all.map(
      (beliefs) =>
        beliefs.find(({ state }) => state.state === 'held' && state.by === actor)?.probability ?? 0,
    );
    const best = all.map((beliefs) => beliefs[0]!.state);
    return checkCount(
      recorded.claim,
      { actor, area: area.id, at },
      {
        of: all.length,
        held: intervalOf(held),
        heldByOthers: best.filter((state) => state.state === 'held' && state.by !== actor).length,
        contested: best.filter(({ state }) => state === 'contested').length,
        unknown: best.filter(({ state }) => state === 'unknown').length,
      },
    );
  }

  /** Chains are built once for the many days a trend asks about. */
  #heldOn(actor: ActorId, known: Day) {
    const chains = new Map<PlaceId, Chain>();
    return (place: PlaceId, day: Day): number => {
      let chain = chains.get(place);
      if (!chain) {
        chain = this.#evidence(place, { at: day, known }).chain;
        chains.set(place, chain);
      }
      const index = chain.states.holders.indexOf(actor);
      return index < 0 ? 0 : beliefAt(this.#model, chain, dayNumber(day))[index]!;
    };
  }

  #saidOf({ claim, recorded }: RecordedClaim): Day {
    const report = this.#reports.get(claim.report);
    return dayFromNumber(saidDay(claim, dayNumber(dayOf(recorded)), report));
  }

  #file(told: Told): void {
    const key = `${told.area}|${told.group}`;
    const block = this.#told.get(key);
    if (block) block.push(told);
    else this.#told.set(key, [told]);
  }

  #mapStanding(place: PlaceId, asOf: AsOf): MapStanding {
    const { days, chain } = this.#evidence(place, asOf);
    const at = dayNumber(asOf.at);
    const belief = beliefAt(this.#model, chain, at);
    let best = 0;
    for (let i = 1; i < belief.length; i++) if (belief[i]! > belief[best]!) best = i;
    const siege = siegeAt(days, at, this.context.parameters.standing);
    const newest = days.findLast(
      ({ day, witnesses }) => day <= at && witnesses.some(({ trust }) => trust > 0),
    );
    return {
      place,
      best: stateAt(chain.states, best),
      probability: belief[best]!,
      besieged: siege && siege.probability >= 0.5 ? (siege.by ?? 'unnamed') : null,
      newest: newest ? dayFromNumber(newest.day) : null,
    };
  }

  /** How far each source was to be believed, as settled last by `known`. */
  reliabilities(known: Day, clock: AsOf['clock'] = 'said'): readonly Reliability[] {
    return this.#learnedBy(dayNumber(known), clock).list;
  }

  /** The witnesses of one place that were known, day by day, and their chain. */
  #evidence(place: PlaceId, { known, clock = 'said', without }: AsOf): Evidence {
    const record = this.#places.get(place);
    if (!record) return { days: [], chain: buildChain(this.#model, []) };
    const limit = dayNumber(known);
    // First, for it may start a new epoch.
    const { reliabilities } = this.#learnedBy(limit, clock);
    const key = `${clock}|${limit}|${this.#epoch}`;
    if (!without && record.last?.key === key) return record.last.evidence;
    const { pins } = this.context;
    const days = this.#witnesses(record, {
      limit,
      clock,
      keep: keeps(without),
      reliability: (unit) =>
        pinned(unit, pins) ?? reliabilities.get(unit.grade) ?? this.#prior(unit).mean,
    });
    const evidence = { days, chain: buildChain(this.#model, days) };
    if (!without) record.last = { key, evidence };
    return evidence;
  }

  #witnesses(record: PlaceRecord, { limit, clock, keep, reliability }: Reading): DayOfWitnesses[] {
    if (!record.sorted) {
      record.units.sort(compareWeighed);
      record.sorted = true;
    }
    const units = record.units.filter((unit) => unit[clock] <= limit && keep(unit));
    return witnesses(units, {
      reliability,
      origins: (unit) => this.#origins.roots(unit.text, limit),
      parameters: this.context.parameters.standing,
    });
  }

  #learnedBy(known: number, clock: 'said' | 'recorded'): Learned {
    const every = this.context.parameters.standing.learning.everyDays.value;
    const until = Math.floor((known + MONDAY) / every) * every - MONDAY;
    const key = `${clock}|${until}`;
    let entry = this.#learned.get(key);
    if (!entry) {
      const records = [...this.#places].sort(([a], [b]) => (a < b ? -1 : 1));
      const places = (reliability: (unit: Weighed) => number) =>
        records.map(([, record]) =>
          this.#witnesses(record, { limit: until - 1, clock, keep: () => true, reliability }),
        );
      const { parameters, pins } = this.context;
      entry = { until, learned: learn(places, this.#model, parameters, pins) };
      this.#learned.set(key, entry);
    }
    return entry.learned;
  }

  #forget(unit: Weighed): void {
    for (const [key, { until }] of this.#learned) {
      const clock = key.startsWith('said') ? 'said' : 'recorded';
      if (unit[clock] >= until) continue;
      this.#learned.delete(key);
      this.#epoch++;
    }
  }

  /** Weighed again from its claim: kept for no claim, asked for by few. */
  #factorsOf(unit: Weighed): Movement['factors'] {
    const { claim } = unit;
    const weighings = weigh(
      this.#claims.get(claim.id)!,
      this.#reports.get(claim.report),
      this.#weighers,
    );
    const same = weighings.find(
      ({ unit: { place, day, saying } }) =>
        place === unit.place && day === unit.day && saying === unit.saying,
    );
    return same?.factors ?? [];
  }

  #recordOf(place: PlaceId): PlaceRecord {
    let record = this.#places.get(place);
    if (!record) this.#places.set(place, (record = { units: [], sorted: true, last: undefined }));
    return record;
  }
}
