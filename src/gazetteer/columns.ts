import { readHashIndex } from './hash-index.ts';
import { readSections, threeBytes, uint32s } from './sections.ts';

export interface PackedAbout {
  readonly source: string;
  readonly version: string;
  readonly places: number;
  readonly sources: readonly string[];
  readonly countries: readonly string[];
  /** Parents that another gazetteer must supply. */
  readonly elsewhere: readonly string[];
  readonly people?: Readonly<Record<string, string>>;
}

/** Start of each run, from their lengths; one more than there are runs. */
function starts(lengths: Uint8Array): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i]! + lengths[i]!;
  return offsets;
}

/** @throws Error when the bytes are no gazetteer file. */
export function columnsOf(file: Uint8Array) {
  const { about, bytes } = readSections(file);
  return {
    about: about as PackedAbout,
    level: bytes('level'),
    country: bytes('country'),
    lat: bytes('lat'),
    lon: bytes('lon'),
    parent: bytes('parent'),
    population: uint32s(bytes('population')),
    seats: uint32s(bytes('seats')),
    idSource: bytes('idSource'),
    idNumber: uint32s(bytes('idNumber')),
    idText: bytes('idText'),
    idTextStart: starts(bytes('idTextLengths')),
    firstName: starts(bytes('nameCounts')),
    names: bytes('names'),
    nameStart: starts(bytes('nameLengths')),
    byPlain: readHashIndex('plain', bytes),
    bySound: readHashIndex('sound', bytes),
    byId: readHashIndex('id', bytes),
  };
}

export type Columns = ReturnType<typeof columnsOf>;

/** The place that each name is a name of. */
export function ownersOf({ firstName }: Columns): Uint32Array {
  const owners = new Uint32Array(firstName.at(-1)!);
  for (let place = 0; place + 1 < firstName.length; place++) {
    owners.fill(place, firstName[place], firstName[place + 1]);
  }
  return owners;
}

/** Children of each place, as runs of one list. */
export function childrenOf({ parent, about }: Columns) {
  const count = about.places;
  const start = new Uint32Array(count + 2);
  const inFile = (one: number) => one > 0 && one <= count;
  const parents = Uint32Array.from({ length: count }, (_, i) => threeBytes.read(parent, i));
  for (const one of parents) if (inFile(one)) start[one]!++;
  for (let i = 0; i <= count; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const list = new Uint32Array(start[count]!);
  parents.forEach((one, child) => {
    if (inFile(one)) list[next[one - 1]!++] = child;
  });
  return (place: number) => list.subarray(start[place], start[place + 1]);
}
