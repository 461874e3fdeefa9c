import { widened } from '../room.ts';

const FIRST_ROOM = 1024;
const NONE = -1;

/** In which places, by number, each report is heard: of a million claims in some megabytes. */
export class TextPlaces {
  /** By report: where its last place stands. */
  readonly #last: number[] = [];
  #places = new Int32Array(FIRST_ROOM);
  /** Where the place before it of the same report stands. */
  #before = new Int32Array(FIRST_ROOM);
  #count = 0;

  add(text: number, place: number): void {
    while (this.#last.length <= text) this.#last.push(NONE);
    const last = this.#last[text]!;
    // What a report says of one place it mostly says in a row.
    if (last !== NONE && this.#places[last] === place) return;
    if (this.#count === this.#places.length) {
      this.#places = widened(this.#places, this.#count);
      this.#before = widened(this.#before, this.#count);
    }
    this.#places[this.#count] = place;
    this.#before[this.#count] = last;
    this.#last[text] = this.#count++;
  }

  /** Some may come twice. */
  *of(text: number): Generator<number> {
    let at = this.#last[text] ?? NONE;
    for (; at !== NONE; at = this.#before[at]!) yield this.#places[at]!;
  }
}
