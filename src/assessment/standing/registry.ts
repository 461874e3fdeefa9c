import type { ActorId, ClaimId, Interest, PlaceId, ReportId } from '../../domain/index.ts';
import type { Pointing } from '../parameters.ts';
import { DayNumbers, Numbers, PairNumbers } from './numbers.ts';
import type { ClaimSource } from './source.ts';
import { StatesTable } from './states.ts';

/** Who says something, and with what interest: what reliability is learned of. */
export interface Voice {
  readonly source: ClaimSource;
  readonly interest: Interest;
  /** Voices of one source key, class and interest are of one grade. */
  readonly grade: number;
  /** Numbers of names; -1 when no agency speaks. */
  readonly agency: number;
  /** Number of the side it speaks for; 0 for none. */
  readonly side: number;
}

export const gradeKey = (source: ClaimSource, interest: Interest) =>
  `${source.key}|${source.class}|${interest}`;

const INTERESTS: readonly Interest[] = ['gain', 'admission', 'denial', 'neutral'];

/** What others number. */
interface Named {
  readonly claims: {
    readonly numberOf: (claim: ClaimId) => number | undefined;
    readonly idOf: (number: number) => ClaimId;
  };
  readonly texts: {
    readonly numberOf: (report: ReportId) => number;
    readonly idOf: (text: number) => ReportId;
  };
}

/** What the numbers in units stand for; one for each assessment. */
export class Registry {
  readonly actors = new Numbers<ActorId>();
  readonly states = new StatesTable(this.actors);
  readonly sayings = new PairNumbers<ActorId | null, Pointing>(
    (subject, pointing) => `${pointing}|${subject ?? ''}`,
  );
  /** Places that units and claims are of. */
  readonly places = new Numbers<PlaceId>();
  /** Places, people and agencies, wherever two of a kind are compared. */
  readonly names = new Numbers<string>();
  /** Outlets of a chain, one a line. */
  readonly outlets = new Numbers<string>();
  readonly days = new DayNumbers();
  readonly voices: Voice[] = [];
  readonly #voicesOf = new Map<ClaimSource, number[]>();
  readonly #grades = new Numbers<string>();
  readonly claims: Named['claims'];
  readonly texts: Named['texts'];

  constructor({ claims, texts }: Named) {
    this.claims = claims;
    this.texts = texts;
  }

  voice(source: ClaimSource, interest: Interest): number {
    let numbers = this.#voicesOf.get(source);
    if (!numbers) this.#voicesOf.set(source, (numbers = []));
    const which = INTERESTS.indexOf(interest);
    return (numbers[which] ??= this.#newVoice(source, interest));
  }

  #newVoice(source: ClaimSource, interest: Interest): number {
    const grade = this.#grades.of(gradeKey(source, interest));
    const agency = source.agency === null ? -1 : this.names.of(source.agency);
    const side = source.side === null ? 0 : 1 + this.actors.of(source.side);
    return this.voices.push({ source, interest, grade, agency, side }) - 1;
  }
}
