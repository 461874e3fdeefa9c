import { NONE, type State } from './arc-eager.ts';
import type { ModelArray } from './container.ts';
import { join, mix } from './hash.ts';
import type { ParseAtoms } from './parse-features.ts';

/**
 * Contexts in which the weights have always come to the same move, near enough. A context is the tags of
 * the top of the stack and of the next two words, none in doubt, and the label that the top already has;
 * where that settles nothing, also the labels of their children, or the tag of the word below the top.
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

  /** The move that is settled in this state; -1 where none is. */
  move(state: State, atoms: ParseAtoms): number {
    const context = contextOf(state, atoms);
    if (context === 0) return -1;
    const move = this.find(context);
    if (move >= 0) return move;
    const byChildren = this.find(withChildren(context, state));
    return byChildren >= 0 ? byChildren : this.find(withBelow(context, state, atoms));
  }

  /** The move of a context; -1 where it is not settled. */
  find(context: number): number {
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

/** The contexts of a state, the widest first; none where a tag is in doubt. There has to be a word on the stack. */
export function contextsOf(state: State, atoms: ParseAtoms): readonly number[] {
  const context = contextOf(state, atoms);
  if (context === 0) return [];
  return [context, withChildren(context, state), withBelow(context, state, atoms)];
}

/** 0 where a tag is in doubt. */
function contextOf(state: State, { tag, doubt }: ParseAtoms): number {
  const { top, front, length, labels } = state;
  const next = front + 1 < length ? front + 1 : length;
  const sure = doubt[length]!;
  if (doubt[top] !== sure || doubt[front] !== sure || doubt[next] !== sure) return 0;
  return mix(200, join(join(join(tag[top]!, tag[front]!), tag[next]!), labels[top]!));
}

function withChildren(context: number, { top, front, leftLabels, rightLabels }: State): number {
  const above = join(rightLabels[top]!, leftLabels[top]!);
  return mix(201, join(join(context, leftLabels[front]!), above));
}

function withBelow(context: number, { depth, stack }: State, { tag }: ParseAtoms): number {
  return mix(202, join(context, depth > 1 ? tag[stack[depth - 2]!]! : NONE));
}
