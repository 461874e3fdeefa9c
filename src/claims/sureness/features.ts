import { hashText, join, mix, remembered } from '../../reading/perceptron/hash.ts';

const nameOf = remembered(hashText);

/** Hashes of what may tell something: what it is, with one or more atoms. */
export class Features {
  private readonly found = new Set<number>();

  add(name: string, a: number | string = 0, b: number | string = 0, c: number | string = 0): void {
    this.found.add(mix(nameOf(name), join(join(atom(a), atom(b)), atom(c))));
  }

  get hashes(): Int32Array {
    return Int32Array.from(this.found);
  }
}

const atom = (value: number | string) => (typeof value === 'string' ? nameOf(value) : value);
