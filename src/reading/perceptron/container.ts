/**
 * File of weights: "DLW1", length of the header (uint32), header as JSON (`meta`, and name, type and
 * length of each array), then the arrays in order, each starting at a multiple of eight bytes.
 * Everything is little-endian.
 */
export type ModelArray = Int8Array | Uint8Array | Uint16Array | Int32Array;

export interface ModelFile {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: Readonly<Record<string, ModelArray>>;
}

const MAGIC = 0x31574c44;
const TYPES = { Int8Array, Uint8Array, Uint16Array, Int32Array } as const;
type TypeName = keyof typeof TYPES;

interface Header {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: readonly {
    readonly name: string;
    readonly type: TypeName;
    readonly length: number;
  }[];
}

const aligned = (offset: number) => Math.ceil(offset / 8) * 8;

export function encodeModel({ meta, arrays }: ModelFile): Uint8Array {
  const entries = Object.entries(arrays);
  const header: Header = {
    meta,
    arrays: entries.map(([name, array]) => ({
      name,
      type: array.constructor.name as TypeName,
      length: array.length,
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  let size = aligned(8 + text.length);
  for (const [, array] of entries) size = aligned(size + array.byteLength);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  bytes.set(text, 8);
  let offset = aligned(8 + text.length);
  for (const [, array] of entries) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset = aligned(offset + array.byteLength);
  }
  return bytes;
}

/** @throws RangeError when `bytes` is not a whole file of weights. */
export function decodeModel(bytes: Uint8Array): ModelFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) {
    throw new RangeError('not a file of weights: it does not start with "DLW1"');
  }
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw new RangeError('file of weights is cut short in its header');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, end))) as Header;
  const arrays: Record<string, ModelArray> = {};
  let offset = aligned(end);
  for (const { name, type, length } of header.arrays) {
    const Type = TYPES[type];
    const byteLength = length * Type.BYTES_PER_ELEMENT;
    if (offset + byteLength > bytes.length) {
      throw new RangeError(`file of weights is cut short in "${name}"`);
    }
    arrays[name] = new Type(
      view.buffer.slice(
        view.byteOffset + offset,
        view.byteOffset + offset + byteLength,
      ) as ArrayBuffer,
    );
    offset = aligned(offset + byteLength);
  }
  return { meta: header.meta, arrays };
}
