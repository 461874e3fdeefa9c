import { dayFromNumber, dayNumber, dayOf, type Day, type Instant } from '../../domain/index.ts';

/** Gives each value a small number, the same each time: for keys that are compared often. */
export class Numbers<Value> {
  readonly #numbers = new Map<Value, number>();
  readonly #values: Value[] = [];
  /** Number of the value that was asked for last: it is often asked for again. */
  #last = 0;

  of(value: Value): number {
    if (this.#values[this.#last] !== value) this.#last = this.#find(value);
    return this.#last;
  }

  #find(value: Value): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.#values.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
  }

  /** Undefined where none was given. */
  numberOf(value: Value): number | undefined {
    return this.#numbers.get(value);
  }

  /** What has this number. */
  at(number: number): Value {
    return this.#values[number]!;
  }

  get size(): number {
    return this.#values.length;
  }
}

/** The same for pairs; the text that tells two pairs apart is made once for each. */
export class PairNumbers<Key, Word extends string> {
  readonly #seen = new Map<Key, Map<Word, number>>();
  readonly #numbers = new Numbers<string>();
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

/** Whole days since 1970-01-01 and back, remembered: a ledger has few days and many claims. */
export class DayNumbers {
  readonly #numbers = new Map<Day, number>();
  readonly #days = new Map<number, Day>();
  #last: { readonly instant: Instant; readonly number: number } | undefined;

  /** Of the day of a point in time: what comes in together is of one. */
  ofInstant(instant: Instant): number {
    if (this.#last?.instant !== instant) {
      this.#last = { instant, number: this.of(dayOf(instant)) };
    }
    return this.#last.number;
  }

  of(day: Day): number {
    let number = this.#numbers.get(day);
    if (number === undefined) this.#numbers.set(day, (number = dayNumber(day)));
    return number;
  }

  at(number: number): Day {
    let day = this.#days.get(number);
    if (day === undefined) this.#days.set(number, (day = dayFromNumber(number)));
    return day;
  }
}
