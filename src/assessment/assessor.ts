import type {
  Claim,
  ClaimId,
  Day,
  Incident,
  Origin,
  OriginId,
  PlaceId,
  RecordedClaim,
  ReportHead,
  ReportId,
  Standing,
} from '../domain/index.ts';
import { dayFromNumber, dayNumber } from '../domain/index.ts';
import { incidentsOf, type Told } from './incidents/incidents.ts';
import { tell } from './incidents/tell.ts';
import { Origins } from './origins/origins.ts';
import { beliefAt, buildChain } from './standing/chain.ts';
import { Model, stateAt } from './standing/model.ts';
import { siegeAt } from './standing/siege.ts';
import { SourceFinder } from './standing/source.ts';
import { beliefsOf, standingOf } from './standing/standing.ts';
import { weigh, type Weighed } from './standing/weigh.ts';
import {
  compareWeighed,
  keeps,
  witnesses,
  type Day as DayOfWitnesses,
} from './standing/witnesses.ts';
import type { AsOf, AssessmentContext, Batch, DayBelief, MapStanding } from './types.ts';

interface PlaceRecord {
  units: Weighed[];
  sorted: boolean;
}

/**
 * Claims in, answers out. Evidence is prepared once per claim when it is added; every answer for any
 * (at, known) is then computed from it. The answers depend on what was added, never on its order.
 */
export class Assessor {
  readonly context: AssessmentContext;
  readonly #model: Model;
  readonly #sources: SourceFinder;
  readonly #places = new Map<PlaceId, PlaceRecord>();
  readonly #claims = new Map<ClaimId, RecordedClaim>();
  readonly #reports = new Map<ReportId, ReportHead>();
  readonly #origins: Origins;
  /** Claims by area and group: an incident never crosses either. */
  readonly #told = new Map<string, Told[]>();

  constructor(context: AssessmentContext) {
    this.context = context;
    this.#model = new Model(context.parameters.standing);
    this.#sources = new SourceFinder(context.actors, context.parameters.sources);
    this.#origins = new Origins(context.parameters.origins);
  }

  /** Adds claims and their reports; what is there already is passed over. Returns the places touched. */
  add({ claims, reports }: Batch): PlaceId[] {
    for (const report of reports) {
      if (this.#reports.has(report.id)) continue;
      this.#reports.set(report.id, report);
      this.#origins.add(report);
    }
    const touched = new Set<PlaceId>();
    for (const recorded of claims) {
      if (this.#claims.has(recorded.claim.id)) continue;
      this.#claims.set(recorded.claim.id, recorded);
      const report = this.#reports.get(recorded.claim.report);
      for (const unit of weigh(recorded, report, this.context, this.#sources)) {
        this.#recordOf(unit.place).units.push(unit);
        this.#recordOf(unit.place).sorted = false;
        touched.add(unit.place);
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
    const { standing } = this.context.parameters;
    return standingOf(question, this.#days(place, asOf), this.#model, standing);
  }

  /** What a map draws, for the places given or all that are known of. */
  map(asOf: AsOf, places: Iterable<PlaceId> = this.places()): MapStanding[] {
    const result: MapStanding[] = [];
    for (const place of places) result.push(this.#mapStanding(place, asOf));
    return result;
  }

  /** Belief for each day from `from` to `to`, as known on that day and as known on `known`. */
  series(place: PlaceId, from: Day, to: Day, known: Day): DayBelief[] {
    const now = buildChain(this.#model, this.#days(place, { at: to, known }));
    const result: DayBelief[] = [];
    for (let number = dayNumber(from); number <= dayNumber(to); number++) {
      const day = dayFromNumber(number);
      const then = buildChain(this.#model, this.#days(place, { at: day, known: day }));
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

  #file(told: Told): void {
    const key = `${told.area}|${told.group}`;
    const block = this.#told.get(key);
    if (block) block.push(told);
    else this.#told.set(key, [told]);
  }

  #mapStanding(place: PlaceId, asOf: AsOf): MapStanding {
    const days = this.#days(place, asOf);
    const at = dayNumber(asOf.at);
    const chain = buildChain(this.#model, days);
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

  /** The witnesses of one place that were known, day by day. */
  #days(place: PlaceId, { known, clock = 'said', without }: AsOf): DayOfWitnesses[] {
    const record = this.#places.get(place);
    if (!record) return [];
    if (!record.sorted) {
      record.units.sort(compareWeighed);
      record.sorted = true;
    }
    const limit = dayNumber(known);
    const kept = keeps(without);
    const units = record.units.filter((unit) => unit[clock] <= limit && kept(unit));
    return witnesses(units, {
      reliability: (unit) => this.#prior(unit),
      origin: (unit) => this.#origins.of(unit.report, limit),
      parameters: this.context.parameters.standing,
    });
  }

  #prior({ source, interest }: Weighed): number {
    return this.context.parameters.sources.classes[source.class][interest].value;
  }

  #recordOf(place: PlaceId): PlaceRecord {
    let record = this.#places.get(place);
    if (!record) this.#places.set(place, (record = { units: [], sorted: true }));
    return record;
  }
}
