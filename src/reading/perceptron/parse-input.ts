import { NONE, type State } from './arc-eager.ts';
import type { ClassInput } from './class-network.ts';
import { between, type ParseAtoms } from './parse-features.ts';

/** Words looked at; of the first `VECTOR_SLOTS` also the vector, of all the tag and the label. */
const POSITIONS = 20;
export const VECTOR_SLOTS = 13;
const SECONDS = 3;
const COUNTS = 8;
const BETWEEN = 27;

/** Numbers the categories of a decision, by how many tags and labels there are. */
export class ParseInput implements ClassInput {
  readonly slots = new Int32Array(VECTOR_SLOTS);
  readonly categories = new Int32Array(2 * POSITIONS + SECONDS + 5);
  readonly size: number;
  private readonly places = new Int32Array(POSITIONS);
  private readonly labelStart: number;
  private readonly secondStart: number;
  private readonly countStart: number;

  constructor(
    private readonly tagCount: number,
    private readonly labelCount: number,
  ) {
    this.labelStart = POSITIONS * tagCount;
    this.secondStart = this.labelStart + POSITIONS * labelCount;
    this.countStart = this.secondStart + SECONDS * tagCount;
    this.size = this.countStart + 4 * COUNTS + BETWEEN;
  }

  read(state: State, atoms: ParseAtoms): void {
    const { slots, categories, places, tagCount, labelCount } = this;
    setPlaces(state, places);
    for (let k = 0; k < VECTOR_SLOTS; k++) slots[k] = places[k]! < 0 ? -1 : atoms.row[places[k]!]!;
    let n = 0;
    for (let k = 0; k < POSITIONS; k++) {
      const at = places[k]!;
      categories[n++] = at < 0 ? -1 : k * tagCount + atoms.tagId[at]!;
      const label = at < 0 ? NONE : state.labels[at]!;
      categories[n++] = label < 0 ? -1 : this.labelStart + k * labelCount + label;
    }
    for (let k = 0; k < SECONDS; k++) {
      const second = atoms.secondId[places[SECOND_OF[k]!]!] ?? 0;
      categories[n++] = second === 0 ? -1 : this.secondStart + k * tagCount + second;
    }
    const { front, leftCount, rightCount } = state;
    const s0 = places[0]!;
    const count = (k: number, value: number) => this.countStart + k * COUNTS + Math.min(7, value);
    categories[n++] = count(0, front - s0);
    categories[n++] = count(1, leftCount[s0]!);
    categories[n++] = count(2, rightCount[s0]!);
    categories[n++] = count(3, leftCount[front]!);
    categories[n++] = this.countStart + 4 * COUNTS + between(atoms, s0, front);
  }
}

/** s0, n0 and n1 among the positions. */
const SECOND_OF = [0, 1, 2];

const of = (links: Int32Array, i: number) => (i === NONE ? NONE : links[i]!);

function setPlaces(state: State, places: Int32Array): void {
  const { heads, left1, left2, right1, right2, front, depth, stack, length } = state;
  const s0 = depth > 0 ? stack[depth - 1]! : NONE;
  const s1 = depth > 1 ? stack[depth - 2]! : NONE;
  const ahead = (by: number) => (front + by < length ? front + by : NONE);
  const head = of(heads, s0);
  const right = of(right1, s0);
  let k = 0;
  places[k++] = s0;
  places[k++] = ahead(0);
  places[k++] = ahead(1);
  places[k++] = ahead(2);
  places[k++] = s1;
  places[k++] = depth > 2 ? stack[depth - 3]! : NONE;
  places[k++] = front > 0 ? front - 1 : NONE;
  places[k++] = head;
  places[k++] = of(left1, s0);
  places[k++] = right;
  places[k++] = of(left1, right);
  places[k++] = left1[front]!;
  places[k++] = of(left1, s1);
  places[k++] = ahead(3);
  places[k++] = s0 !== NONE && s0 + 1 < front ? s0 + 1 : NONE;
  places[k++] = of(heads, head);
  places[k++] = of(left2, s0);
  places[k++] = of(right2, s0);
  places[k++] = left2[front]!;
  places[k++] = of(right1, s1);
}
