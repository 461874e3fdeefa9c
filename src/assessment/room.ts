/** The same numbers with room for one at an index beyond them, and for as many again. */
export function widened(numbers: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * (index + 1));
  wider.set(numbers);
  return wider;
}
