import {
  LEFT,
  NONE,
  REDUCE,
  RIGHT,
  SHIFT,
  type State,
} from '../src/reading/perceptron/arc-eager.ts';

/** Gold arcs that each kind of transition makes unreachable (Goldberg and Nivre 2012). */
export interface Costs {
  readonly [SHIFT]: number;
  readonly [REDUCE]: number;
  readonly [LEFT]: number;
  readonly [RIGHT]: number;
}

/** `heads` is gold, -1 for the root, which stands behind the end of the buffer. */
export function costsOf(state: State, heads: readonly number[]): Costs {
  const { front, depth, stack } = state;
  const top = state.top;
  let waiting = 0;
  let headInStack = 0;
  for (let i = 0; i < depth; i++) {
    const word = stack[i]!;
    if (heads[word] === front && state.heads[word] === NONE) waiting++;
    if (heads[front] === word) headInStack = 1;
  }
  const shift = waiting + headInStack;
  if (top === NONE) return { [SHIFT]: shift, [REDUCE]: 0, [LEFT]: 0, [RIGHT]: 0 };
  let childrenAhead = 0;
  for (let word = front; word < state.length; word++) if (heads[word] === top) childrenAhead++;
  const topHead = heads[top]!;
  const topHeadAhead = topHead === NONE || topHead > front ? 1 : 0;
  const right =
    (heads[front] === top ? 0 : headAvailable(heads[front]!, front, headInStack)) + waiting;
  return {
    [SHIFT]: shift,
    [REDUCE]: childrenAhead,
    [LEFT]: childrenAhead + topHeadAhead,
    [RIGHT]: right,
  };
}

const headAvailable = (head: number, front: number, inStack: number) =>
  head === NONE || head > front ? 1 : inStack;
