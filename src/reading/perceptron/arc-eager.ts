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

/** One sentence half parsed. */
export class State {
  readonly stack: Int32Array;
  depth = 0;
  front = 0;
  readonly heads: Int32Array;
  readonly labels: Int32Array;
  /** Outermost and second outermost children on each side. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
  /** Labels of the children on each side, as one number each. */
  readonly leftLabels: Int32Array;
  readonly rightLabels: Int32Array;

  constructor(readonly length: number) {
    const size = length + 1;
    // One block for all: small arrays of their own cost more to make than to fill.
    const block = new Int32Array(size * 9 + 1);
    let used = 0;
    const part = (length: number) => block.subarray(used, (used += length));
    this.heads = part(size);
    this.labels = part(size);
    this.left1 = part(size);
    this.left2 = part(size);
    this.right1 = part(size);
    this.right2 = part(size);
    block.fill(NONE, 0, used);
    this.stack = part(size + 1);
    this.leftLabels = part(size);
    this.rightLabels = part(size);
    this.leftCount = new Uint8Array(size);
    this.rightCount = new Uint8Array(size);
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
