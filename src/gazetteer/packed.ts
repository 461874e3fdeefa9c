import { countWhile, placeId, type Place, type PlaceId, type Precision } from '../domain/index.ts';
import { plain, similarity, sound, tight } from './fold.ts';
import type { Candidate, FindOptions, Gazetteer } from './gazetteer.ts';
import { childrenOf, columnsOf, ownersOf, type Columns, type PackedAbout } from './columns.ts';
import { LEVELS, unpackDegrees } from './pack.ts';
import { threeBytes } from './sections.ts';

const MOST_CANDIDATES = 40;
/** Entries of each memory; a few megabytes at most. */
const MOST_KEPT = 20_000;
/** Which of several places of one name comes first, before anything is known of the text. */
export const PROMINENCE: Readonly<Record<Precision, number>> = {
  country: 9,
  region: 8,
  province: 7,
  district: 5,
  settlement: 4,
  exact: 3,
};

/**
 * A gazetteer file as {@link ./pack.ts} writes it. Opening takes milliseconds: names are found by
 * hash in the bytes as they are, and a `Place` is made only when it is asked for.
 */
export class PackedGazetteer implements Gazetteer {
  readonly about: PackedAbout;
  readonly #columns: Columns;
  readonly #owners: Uint32Array;
  readonly #decoder = new TextDecoder();
  readonly #seats = new Map<number, number>();
  readonly #seatOf = new Map<number, number>();
  #children: ((place: number) => Uint32Array) | undefined;
  #people: ReadonlyMap<string, Place | undefined> | undefined;
  /** News repeats its names: what was found, and the places made of it, are kept for the next asking. */
  readonly #found = new Map<string, readonly Candidate[]>();
  readonly #made = new Map<number, Place>();

  readonly #areaOf: (place: Place) => number | undefined;

  /**
   * @param areaOf square kilometres of a place: boundaries are no part of the file
   * @throws Error when the bytes are no gazetteer file.
   */
  constructor(file: Uint8Array, areaOf: (place: Place) => number | undefined = () => undefined) {
    this.#areaOf = areaOf;
    this.#columns = columnsOf(file);
    this.about = this.#columns.about;
    this.#owners = ownersOf(this.#columns);
    this.#readSeats();
  }

  place(id: PlaceId): Place | undefined {
    const index = this.#indexOf(id);
    return index === undefined ? undefined : this.#place(index);
  }

  find(name: string, options: FindOptions = {}): readonly Candidate[] {
    const { level, country, within, limit = MOST_CANDIDATES, exact = false } = options;
    if (level !== undefined || country !== undefined || within !== undefined)
      return this.#search(name, options);
    const key = `${exact ? '=' : '~'}${limit} ${name}`;
    let found = this.#found.get(key);
    if (!found) {
      if (this.#found.size >= MOST_KEPT) this.#found.clear();
      found = this.#search(name, options);
      this.#found.set(key, found);
    }
    return found;
  }

  #search(name: string, options: FindOptions): readonly Candidate[] {
    const key = plain(name);
    if (key === '') return [];
    const best = new Map<number, number>();
    const visit = (number: number) => {
      const score = similarity(name, this.#name(number));
      const place = this.#owners[number]!;
      if (score > (best.get(place) ?? 0)) best.set(place, score);
    };
    this.#columns.byPlain.look(tight(key), visit);
    if (options.exact !== true) this.#columns.bySound.look(sound(key), visit);
    return best.size === 0 ? [] : this.#ranked(best, options);
  }

  children(id: PlaceId, level?: Precision): readonly Place[] {
    const index = this.#indexOf(id);
    if (index === undefined) return [];
    this.#children ??= childrenOf(this.#columns);
    const wanted = level === undefined ? undefined : LEVELS.indexOf(level);
    return [...this.#children(index)]
      .filter((child) => wanted === undefined || this.#columns.level[child] === wanted)
      .map((child) => this.#place(child));
  }

  capital(id: PlaceId): Place | undefined {
    const index = this.#indexOf(id);
    const seat = index === undefined ? undefined : this.#seats.get(index);
    return seat === undefined ? undefined : this.#place(seat);
  }

  area(id: PlaceId): number | undefined {
    const place = this.place(id);
    return place && this.#areaOf(place);
  }

  country(code: string): Place | undefined {
    return this.place(placeId(`iso3166:${code.toUpperCase()}`));
  }

  people(word: string): Place | undefined {
    this.#people ??= new Map(
      Object.entries(this.about.people ?? {}).map(([one, id]) => [one, this.place(placeId(id))]),
    );
    return this.#people.get(word);
  }

  /** Every place of the file. */
  *places(): Generator<Place> {
    for (let i = 0; i < this.about.places; i++) yield this.#place(i);
  }

  #readSeats(): void {
    const { seats, level } = this.#columns;
    for (let i = 0; i < seats.length; i += 2) {
      const [seat, division] = [seats[i]!, seats[i + 1]!];
      this.#seats.set(division, seat);
      const known = this.#seatOf.get(seat);
      // Shown is the first-level division: standings count provincial capitals, and Kabul is one.
      const rank = (one: number) =>
        ['province', 'district', 'country'].indexOf(LEVELS[level[one]!]!);
      if (known === undefined || rank(division) < rank(known)) this.#seatOf.set(seat, division);
    }
  }

  #ranked(best: ReadonlyMap<number, number>, options: FindOptions): readonly Candidate[] {
    const { level, country, population } = this.#columns;
    const weight = (place: number) =>
      best.get(place)! * 20 +
      PROMINENCE[LEVELS[level[place]!]!] +
      Math.log10(population[place]! + 1);
    const wantedLevel = options.level === undefined ? undefined : LEVELS.indexOf(options.level);
    const wantedCountry =
      options.country === undefined ? undefined : this.about.countries.indexOf(options.country);
    return [...best.keys()]
      .filter((place) => best.get(place)! > 0)
      .filter((place) => wantedLevel === undefined || level[place] === wantedLevel)
      .filter((place) => wantedCountry === undefined || country[place] === wantedCountry)
      .filter((place) => !options.within || this.#above(place).includes(options.within))
      .map((place) => ({ place, weight: weight(place) }))
      .sort((a, b) => b.weight - a.weight || a.place - b.place)
      .slice(0, options.limit ?? MOST_CANDIDATES)
      .map(({ place }) => ({ place: this.#place(place), similarity: best.get(place)! }));
  }

  #indexOf(id: string): number | undefined {
    const { about, idNumber } = this.#columns;
    const written = about.places - idNumber.length;
    const colon = id.indexOf(':');
    const code = id.slice(colon + 1);
    if (/^[1-9]\d{0,8}$/.test(code)) {
      return this.#numbered(about.sources.indexOf(id.slice(0, colon)), Number(code), written);
    }
    let found: number | undefined;
    this.#columns.byId.look(id, (index) => {
      if (this.#id(index) === id) found = index;
    });
    return found;
  }

  #numbered(source: number, number: number, written: number): number | undefined {
    const { idNumber, idSource, about } = this.#columns;
    const before = countWhile(
      idNumber.length,
      (at) => (idSource[written + at]! - source || idNumber[at]! - number) < 0,
    );
    const index = written + before;
    return index < about.places && idNumber[before] === number && idSource[index] === source
      ? index
      : undefined;
  }

  #id(index: number): PlaceId {
    const { about, idSource, idNumber, idText, idTextStart } = this.#columns;
    const written = about.places - idNumber.length;
    const code =
      index >= written
        ? String(idNumber[index - written])
        : this.#decoder.decode(idText.subarray(idTextStart[index], idTextStart[index + 1]));
    return placeId(`${about.sources[idSource[index]!]!}:${code}`);
  }

  #name(number: number): string {
    const { names, nameStart } = this.#columns;
    return this.#decoder.decode(names.subarray(nameStart[number], nameStart[number + 1]));
  }

  #firstName(place: number): string {
    return this.#name(this.#columns.firstName[place]!);
  }

  /** Indices of the places around this one, country first; a parent kept elsewhere ends the walk. */
  #around(place: number): { readonly inside: readonly number[]; readonly beyond?: PlaceId } {
    const { parent, about } = this.#columns;
    const inside: number[] = [];
    let at = threeBytes.read(parent, place);
    while (at > 0 && at <= about.places && inside.length < LEVELS.length) {
      inside.unshift(at - 1);
      at = threeBytes.read(parent, at - 1);
    }
    return at > about.places
      ? { inside, beyond: placeId(about.elsewhere[at - about.places - 1]!) }
      : { inside };
  }

  #above(place: number): readonly PlaceId[] {
    const { inside, beyond } = this.#around(place);
    return [...(beyond === undefined ? [] : [beyond]), ...inside.map((one) => this.#id(one))];
  }

  #place(index: number): Place {
    let place = this.#made.get(index);
    if (!place) {
      if (this.#made.size >= MOST_KEPT) this.#made.clear();
      place = Object.freeze(this.#make(index));
      this.#made.set(index, place);
    }
    return place;
  }

  #make(index: number): Place {
    const { level, lat, lon, country, population, about } = this.#columns;
    const name = this.#firstName(index);
    // A town that shares its district's name is written once: Afghanistan, Helmand, Lashkar Gah.
    const around = this.#around(index).inside.filter(
      (one) => LEVELS[level[one]!] !== 'district' || plain(this.#firstName(one)) !== plain(name),
    );
    const seatOf = this.#seatOf.get(index);
    return {
      id: this.#id(index),
      name,
      level: LEVELS[level[index]!]!,
      path: [...around.map((one) => this.#firstName(one)), name],
      within: this.#above(index),
      lat: unpackDegrees(lat, index),
      lon: unpackDegrees(lon, index),
      country: about.countries[country[index]!]!,
      ...(population[index]! > 0 ? { population: population[index]! } : {}),
      ...(seatOf === undefined ? {} : { capitalOf: this.#id(seatOf) }),
    };
  }
}
