/**
 * Arc-eager transitions (Nivre 2003). There is no root to attach to: a word that nothing governs when
 * the buffer is empty is the root. Place `length` stands for the end of the sentence in features.
 */
export const SHIFT = 0;
export const REDUCE = 1;
/** Kinds of transition; a class is a kind, and for the two arcs also a label. */
export const LEFT = 2;
export const RIGHT = 3;

export const NONE = -1;

const NO_WORDS = new Int32Array(0);

/** One sentence half parsed. */
export class State {
  depth = 0;
  front = 0;
  length = 0;
  stack = NO_WORDS;
  heads = NO_WORDS;
  labels = NO_WORDS;
  /** Outermost and second outermost children on each side. */
  left1 = NO_WORDS;
  left2 = NO_WORDS;
  right1 = NO_WORDS;
  right2 = NO_WORDS;
  leftCount = NO_WORDS;
  rightCount = NO_WORDS;
  /** Labels of the children on each side, as one number each. */
  leftLabels = NO_WORDS;
  rightLabels = NO_WORDS;

  constructor(length: number) {
    this.begin(length);
  }

  /** Another sentence: nothing is left of the one before. */
  begin(length: number): void {
    const size = length + 1;
    if (this.heads.length < size) this.makeRoom(2 * size);
    for (const array of [this.heads, this.labels, this.left1, this.left2, this.right1, this.right2])
      array.fill(NONE, 0, size);
    for (const array of [this.leftCount, this.rightCount, this.leftLabels, this.rightLabels])
      array.fill(0, 0, size);
    this.length = length;
    this.depth = 0;
    this.front = 0;
  }

  private makeRoom(size: number): void {
    const room = () => new Int32Array(size);
    this.stack = room();
    this.heads = room();
    this.labels = room();
    this.left1 = room();
    this.left2 = room();
    this.right1 = room();
    this.right2 = room();
    this.leftCount = room();
    this.rightCount = room();
    this.leftLabels = room();
    this.rightLabels = room();
  }

  get top(): number {
    return this.depth > 0 ? this.stack[this.depth - 1]! : NONE;
  }

  get done(): boolean {
    return this.front === this.length;
  }

  shift(): void {
    this.stack[this.depth++] = this.front++;
  }

  reduce(): void {
    this.depth--;
  }

  /** The front of the buffer governs the top of the stack, which is popped. */
  left(label: number): void {
    const child = this.stack[--this.depth]!;
    const head = this.front;
    this.heads[child] = head;
    this.labels[child] = label;
    this.left2[head] = this.left1[head]!;
    this.left1[head] = child;
    if (this.leftCount[head]! < 7) this.leftCount[head]!++;
    this.leftLabels[head] = (this.leftLabels[head]! + Math.imul(label + 1, 0x3c6ef372)) | 0;
  }

  /** The top of the stack governs the front of the buffer, which is pushed. */
  right(label: number): void {
    const head = this.top;
    const child = this.front;
    this.heads[child] = head;
    this.labels[child] = label;
    this.right2[head] = this.right1[head]!;
    this.right1[head] = child;
    if (this.rightCount[head]! < 7) this.rightCount[head]!++;
    this.rightLabels[head] = (this.rightLabels[head]! + Math.imul(label + 1, 0x3c6ef372)) | 0;
    this.stack[this.depth++] = this.front++;
  }

  can(kind: number): boolean {
    if (kind === SHIFT) return true;
    const top = this.top;
    if (top === NONE) return false;
    if (kind === RIGHT) return true;
    return (this.heads[top] !== NONE) === (kind === REDUCE);
  }
}
