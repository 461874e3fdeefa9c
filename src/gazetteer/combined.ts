import type { Place, PlaceId, Precision } from '../domain/index.ts';
import type { Candidate, FindOptions, Gazetteer } from './gazetteer.ts';
import { PROMINENCE, type PackedGazetteer } from './packed.ts';

/** As in a gazetteer of one file. */
const weight = ({ place, similarity }: Candidate) =>
  similarity * 20 + PROMINENCE[place.level] + Math.log10((place.population ?? 0) + 1);

/** Imported places by their parent, which may be in another file. */
function beneathOf(imported: readonly PackedGazetteer[]): ReadonlyMap<PlaceId, readonly Place[]> {
  const beneath = new Map<PlaceId, Place[]>();
  for (const part of imported) {
    for (const place of part.places()) {
      const parent = place.within.at(-1);
      if (parent === undefined) continue;
      const siblings = beneath.get(parent);
      if (siblings) siblings.push(place);
      else beneath.set(parent, [place]);
    }
  }
  return beneath;
}

/**
 * Several gazetteers as one: the shipped one first, then what users import. A place that several know
 * by the same id is one place, with the spellings of all; the first one's facts are shown.
 */
export class CombinedGazetteer implements Gazetteer {
  readonly parts: readonly Gazetteer[];
  readonly #imported: readonly PackedGazetteer[];
  #beneath: ReadonlyMap<PlaceId, readonly Place[]> | undefined;

  constructor(shipped: Gazetteer, imported: readonly PackedGazetteer[]) {
    this.parts = [shipped, ...imported];
    this.#imported = imported;
  }

  place(id: PlaceId): Place | undefined {
    const found = this.#first((part) => part.place(id));
    return found && this.#complete(found);
  }

  find(name: string, options: FindOptions = {}): readonly Candidate[] {
    const { within, limit, ...rest } = options;
    const best = new Map<PlaceId, Candidate>();
    for (const part of this.parts) {
      for (const { place, similarity } of part.find(name, rest)) {
        const known = best.get(place.id);
        if (known && known.similarity >= similarity) continue;
        best.set(place.id, { place: this.place(place.id) ?? place, similarity });
      }
    }
    return [...best.values()]
      .filter(({ place }) => within === undefined || place.within.includes(within))
      .sort((a, b) => weight(b) - weight(a))
      .slice(0, limit);
  }

  children(id: PlaceId, level?: Precision): readonly Place[] {
    this.#beneath ??= beneathOf(this.#imported);
    const imported = this.#beneath.get(id) ?? [];
    const all = [
      ...this.parts.flatMap((part) => part.children(id, level)),
      ...imported.filter((place) => level === undefined || place.level === level),
    ];
    const distinct = new Map(all.map((place) => [place.id, place]));
    return [...distinct.keys()].flatMap((each) => this.place(each) ?? []);
  }

  capital(id: PlaceId): Place | undefined {
    const found = this.#first((part) => part.capital(id));
    return found && this.#complete(found);
  }

  area(id: PlaceId): number | undefined {
    return this.parts.map((part) => part.area(id)).find((area) => area !== undefined);
  }

  country(code: string): Place | undefined {
    return this.#first((part) => part.country(code));
  }

  people(word: string): Place | undefined {
    return this.#first((part) => part.people(word));
  }

  #first(look: (part: Gazetteer) => Place | undefined): Place | undefined {
    for (const part of this.parts) {
      const found = look(part);
      if (found) return found;
    }
    return undefined;
  }

  /** An imported place names its nearest parent elsewhere; what is around that comes from there. */
  #complete(place: Place): Place {
    const [outermost] = place.within;
    const around = outermost && this.#first((part) => part.place(outermost));
    if (!around || around.path[0] === place.path[0]) return place;
    return {
      ...place,
      path: [...around.path, ...place.path],
      within: [...around.within, ...place.within],
    };
  }
}
