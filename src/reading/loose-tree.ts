/** A tree whose arcs may still be bound anew: for each token its head, -1 at the root, and its relation. */
export interface LooseTree {
  readonly heads: number[] | Int32Array;
  readonly labels: string[];
}

/** Whether one token hangs on another, by however many steps: bound the other way round, they would make a circle. */
export function hangsOn(heads: LooseTree['heads'], below: number, above: number): boolean {
  for (let i = heads[below]!, steps = 0; i >= 0 && steps < heads.length; i = heads[i]!, steps++)
    if (i === above) return true;
  return false;
}
