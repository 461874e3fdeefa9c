import { KERNEL } from './kernel-bytes.ts';

/** What `kernel/` offers; all numbers but counts and widths are addresses in the memory of a {@link Room}. */
export interface Kernel {
  addProducts(out: number, values: number, count: number, ...rows: RowsAndWidth): void;
  addRows(out: number, addresses: number, count: number, width: number): void;
  addUp(out: number, one: number, other: number, width: number): void;
  round(weights: number, sums: number, width: number): void;
  pass(states: number, sums: number, back: number, ...rest: PassRest): void;
  score(table: number, features: number, count: number, ...to: ScoresAndAdd): void;
}

type RowsAndWidth = readonly [rows: number, width: number];
type PassRest = readonly [tables: number, length: number, units: number, way: 0 | 1];
type ScoresAndAdd = readonly [scores: number, add: 0 | 1];

/** What the language's own types leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: object } },
  ) => { readonly exports: unknown };
};

const PAGE = 65_536;
const ALIGNED = 16;

let compiled: object | undefined;
const kernelModule = () =>
  (compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(KERNEL), (character) => character.charCodeAt(0)),
  ));

/** Memory that weights and the kernel share, given out piece by piece and never taken back. */
export class Room {
  readonly kernel: Kernel;
  private readonly buffer: ArrayBuffer;
  private used = 0;

  /** @param bytes all that will be asked for, and 16 for each piece. */
  constructor(bytes: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    this.buffer = memory.buffer;
    this.kernel = new WebAssembly.Instance(kernelModule(), { env: { memory } }).exports as Kernel;
  }

  bytes = (length: number) => new Int8Array(this.buffer, this.take(length), length);
  shorts = (length: number) => new Uint16Array(this.buffer, this.take(2 * length), length);
  ints = (length: number) => new Int32Array(this.buffer, this.take(4 * length), length);
  weights = (length: number) => new Float32Array(this.buffer, this.take(4 * length), length);
  sums = (length: number) => new Float64Array(this.buffer, this.take(8 * length), length);

  /** Whether an array lies here. */
  has(array: { readonly buffer: ArrayBufferLike }): boolean {
    return array.buffer === this.buffer;
  }

  /** Adds to `out` the first `count` rows whose addresses `rows` has. */
  addRows(out: number, rows: Int32Array, count: number, width: number): void {
    // What is written behind the end of an array is lost in silence, and the kernel would read on.
    if (count > rows.length) throw new RangeError(`at most ${rows.length} rows, saw ${count}`);
    this.kernel.addRows(out, rows.byteOffset, count, width);
  }

  private take(bytes: number): number {
    const address = this.used;
    this.used += Math.ceil(bytes / ALIGNED) * ALIGNED;
    if (this.used > this.buffer.byteLength) throw new RangeError('no room');
    return address;
  }
}
