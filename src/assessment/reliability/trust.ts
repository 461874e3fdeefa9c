import type { Reliability } from '../../domain/index.ts';
import type { AssessmentParameters } from '../parameters.ts';
import { gradeKey, type Registry } from '../standing/registry.ts';
import type { Pins } from '../types.ts';
import { pinned, priorOf, untested } from './learn.ts';

/** How far each voice is believed: as pinned, else as learned, else as its class is. */
export class Trust {
  readonly #registry: Registry;
  readonly #prior: ReturnType<typeof priorOf>;
  /** By what was learned. */
  readonly #tables = new WeakMap<ReadonlyMap<number, number>, Float64Array>();

  constructor(parameters: AssessmentParameters, registry: Registry) {
    this.#registry = registry;
    this.#prior = priorOf(parameters);
  }

  /** By voice. */
  of(learned: ReadonlyMap<number, number>, pins: Pins): Float64Array {
    const { voices } = this.#registry;
    let found = this.#tables.get(learned);
    if (!found || found.length < voices.length) {
      found = Float64Array.from(
        voices,
        (voice) => pinned(voice, pins) ?? learned.get(voice.grade) ?? this.#prior(voice).mean,
      );
      this.#tables.set(learned, found);
    }
    return found;
  }

  /** Of one voice, whatever was learned. */
  atFirst(number: number, pins: Pins): number {
    const voice = this.#registry.voices[number]!;
    return pinned(voice, pins) ?? this.#prior(voice).mean;
  }

  /** What was learned of each voice, or what it starts at: of its grade, once. */
  told(voices: Iterable<number>, list: readonly Reliability[], pins: Pins): readonly Reliability[] {
    const learned = new Map(
      list.map((each) => [`${each.source}|${each.class}|${each.interest}`, each]),
    );
    const found = new Map<number, Reliability>();
    for (const number of voices) {
      const voice = this.#registry.voices[number]!;
      if (found.has(voice.grade)) continue;
      const tried = learned.get(gradeKey(voice.source, voice.interest));
      found.set(voice.grade, tried ?? untested(voice, this.#prior(voice), pins));
    }
    return [...found.values()];
  }
}
