/** A file of named byte sections: magic, directory length, JSON directory, sections at multiples of 8. */

const MAGIC = 'DLGZ0001';
const HEAD = 12;

interface Directory {
  readonly about: unknown;
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

const align = (offset: number) => Math.ceil(offset / 8) * 8;

export function writeSections(
  about: unknown,
  sections: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
  const places: Record<string, readonly [number, number]> = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(sections)) {
    places[name] = [offset, bytes.length];
    offset = align(offset + bytes.length);
  }
  const directory = new TextEncoder().encode(JSON.stringify({ about, sections: places }));
  const base = align(HEAD + directory.length);
  const file = new Uint8Array(base + offset);
  file.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(file.buffer).setUint32(8, directory.length, true);
  file.set(directory, HEAD);
  for (const [name, bytes] of Object.entries(sections)) file.set(bytes, base + places[name]![0]);
  return file;
}

export interface Sections {
  readonly about: unknown;
  readonly bytes: (name: string) => Uint8Array;
}

/** @throws Error when the bytes are no file of ours or are cut short. */
export function readSections(file: Uint8Array): Sections {
  const decoder = new TextDecoder();
  if (file.length < HEAD || decoder.decode(file.subarray(0, 8)) !== MAGIC) {
    throw new Error('not a gazetteer file: wrong first bytes');
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getUint32(8, true);
  const directory = JSON.parse(decoder.decode(file.subarray(HEAD, HEAD + length))) as Directory;
  const base = align(HEAD + length);
  return {
    about: directory.about,
    bytes(name) {
      const place = directory.sections[name];
      if (!place) throw new Error(`gazetteer file has no section "${name}"`);
      const bytes = file.subarray(base + place[0], base + place[0] + place[1]);
      if (bytes.length < place[1]) throw new Error('gazetteer file is cut short');
      return bytes;
    },
  };
}

/** Little-endian 32-bit numbers; copies only when the bytes are not aligned. */
export function uint32s(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
}

export const bytesOf = (numbers: Uint32Array | Uint16Array) =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Numbers below 2²⁴, three bytes each, little-endian. */
export const threeBytes = {
  read: (bytes: Uint8Array, at: number) =>
    bytes[at * 3]! | (bytes[at * 3 + 1]! << 8) | (bytes[at * 3 + 2]! << 16),
  write: (bytes: Uint8Array, at: number, number: number) => {
    bytes[at * 3] = number & 255;
    bytes[at * 3 + 1] = (number >>> 8) & 255;
    bytes[at * 3 + 2] = (number >>> 16) & 255;
  },
  from: (numbers: readonly number[]) => {
    const bytes = new Uint8Array(numbers.length * 3);
    numbers.forEach((number, at) => threeBytes.write(bytes, at, number));
    return bytes;
  },
};
