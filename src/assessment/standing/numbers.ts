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

/** Gives each pair of an object and a word a small number, the same each time. */
export class PairNumbers<Key, Word extends string> {
  readonly #numbers = new Map<Key, Map<Word, number>>();
  #size = 0;

  of(key: Key, word: Word): number {
    let words = this.#numbers.get(key);
    if (!words) this.#numbers.set(key, (words = new Map()));
    let number = words.get(word);
    if (number === undefined) words.set(word, (number = this.#size++));
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
