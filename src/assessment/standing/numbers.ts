import { dayNumber, type Day } from '../../domain/index.ts';

/** Gives each text a small number, the same each time: for keys that are compared often. */
export class Numbers {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }
}

/** The same for pairs; the text that tells two pairs apart is made once for each. */
export class PairNumbers<Key, Word extends string> {
  readonly #seen = new Map<Key, Map<Word, number>>();
  readonly #numbers = new Numbers();
  readonly #text: (key: Key, word: Word) => string;

  constructor(text: (key: Key, word: Word) => string) {
    this.#text = text;
  }

  of(key: Key, word: Word): number {
    let words = this.#seen.get(key);
    if (!words) this.#seen.set(key, (words = new Map()));
    let number = words.get(word);
    if (number === undefined) {
      number = this.#numbers.of(this.#text(key, word));
      words.set(word, number);
    }
    return number;
  }
}

/** Whole days since 1970-01-01, remembered: a ledger has few days and many claims. */
export class DayNumbers {
  readonly #numbers = new Map<Day, number>();

  of(day: Day): number {
    let number = this.#numbers.get(day);
    if (number === undefined) this.#numbers.set(day, (number = dayNumber(day)));
    return number;
  }
}
