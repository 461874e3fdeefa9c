/** Gives each text a small number, the same each time: for keys that are compared often. */
export class Numbers {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }

  get size(): number {
    return this.#numbers.size;
  }
}
