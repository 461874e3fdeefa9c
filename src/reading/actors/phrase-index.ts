import type { ActorPhrase } from './phrase.ts';

/** The phrases of a text, found by where they stand. */
export class PhraseIndex {
  readonly #byFirst = new Map<number, ActorPhrase[]>();
  readonly #byHead = new Map<number, ActorPhrase>();

  constructor(readonly all: readonly ActorPhrase[]) {
    for (const phrase of all) {
      const there = this.#byFirst.get(phrase.first);
      if (there) there.push(phrase);
      else this.#byFirst.set(phrase.first, [phrase]);
      this.#byHead.set(phrase.head, phrase);
    }
  }

  startingAt(token: number): readonly ActorPhrase[] {
    return this.#byFirst.get(token) ?? [];
  }

  /** Phrases that lie in [first, last), in order. */
  within(first: number, last: number): readonly ActorPhrase[] {
    const found: ActorPhrase[] = [];
    for (let at = first; at < last; at++) {
      const phrase = this.#byHead.get(at);
      if (phrase && phrase.first >= first && phrase.last <= last) found.push(phrase);
    }
    return found;
  }
}
