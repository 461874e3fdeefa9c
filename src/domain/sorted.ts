/** How many of the first so many hold, where none does after one that does not: found by halves. */
export function countWhile(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of rising numbers are below one. */
export const countBefore = (rising: ArrayLike<number>, number: number): number =>
  countWhile(rising.length, (index) => rising[index]! < number);
