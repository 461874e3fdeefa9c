import { countWhile } from '../../domain/index.ts';

type Order = (a: number, b: number) => number;

/** Entries, by number, that hang together by the words they share, each family in the order of publication. */
export class Families {
  readonly #order: Order;
  readonly #of = new Map<number, number[]>();

  constructor(order: Order) {
    this.#order = order;
  }

  /** One more, that shares words with some: makes one family of theirs. Returns those published after it. */
  join(number: number, others: readonly number[]): readonly number[] {
    const families = new Set(others.map((other) => this.#of.get(other) ?? [other]));
    const [largest, ...rest] = [...families].sort((a, b) => b.length - a.length) as [
      number[],
      ...number[][],
    ];
    let family = largest;
    for (const one of [...rest, [number]]) {
      if (one.length === 1) this.#insert(family, one[0]!);
      else family = merged(family, one, this.#order);
    }
    const moved = family === largest ? [...rest.flat(), ...others, number] : family;
    for (const member of moved) this.#of.set(member, family);
    return family.slice(this.#countUpTo(family, number));
  }

  #insert(family: number[], number: number): void {
    family.splice(this.#countUpTo(family, number), 0, number);
  }

  #countUpTo(family: readonly number[], number: number): number {
    return countWhile(family.length, (index) => this.#order(family[index]!, number) <= 0);
  }
}

function merged(a: readonly number[], b: readonly number[], order: Order): number[] {
  const all: number[] = [];
  let next = 0;
  for (const number of a) {
    while (next < b.length && order(b[next]!, number) < 0) all.push(b[next++]!);
    all.push(number);
  }
  return all.concat(b.slice(next));
}
