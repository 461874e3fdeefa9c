import type { State } from './arc-eager.ts';
import type { ModelArray } from './container.ts';
import { join, mix } from './hash.ts';
import type { ParseAtoms } from './parse-features.ts';

/**
 * Contexts in which the weights have always come to the same move, near enough: a third of all moves. A
 * context is the tags of the top of the stack and of the next two words, none in doubt, and the label
 * that the top already has.
 */
export class SettledMoves {
  private readonly contexts: Int32Array;
  private readonly moves: Uint8Array;
  private readonly mask: number;

  constructor(arrays: Readonly<Record<string, ModelArray>>) {
    const contexts = arrays['settledContexts'] ?? new Int32Array(0);
    const moves = arrays['settledMoves'] ?? new Uint8Array(0);
    let size = 16;
    while (size < contexts.length * 3) size *= 2;
    this.mask = size - 1;
    this.contexts = new Int32Array(size);
    this.moves = new Uint8Array(size);
    contexts.forEach((context, i) => {
      const slot = this.slotOf(context);
      this.contexts[slot] = context;
      this.moves[slot] = moves[i]!;
    });
  }

  /** The move of a context; -1 where it is not settled. */
  move(context: number): number {
    const slot = this.slotOf(context);
    return this.contexts[slot] === 0 ? -1 : this.moves[slot]!;
  }

  private slotOf(context: number): number {
    let slot = context & this.mask;
    while (this.contexts[slot] !== context && this.contexts[slot] !== 0)
      slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** 0 where a tag is in doubt. There has to be a word on the stack. */
export function contextOf(state: State, { tag, doubt }: ParseAtoms): number {
  const { top, front, length, labels } = state;
  const next = front + 1 < length ? front + 1 : length;
  const sure = doubt[length]!;
  if (doubt[top] !== sure || doubt[front] !== sure || doubt[next] !== sure) return 0;
  return mix(200, join(join(join(tag[top]!, tag[front]!), tag[next]!), labels[top]!));
}
