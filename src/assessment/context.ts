import type { Actor, ActorId, Place, PlaceId } from '../domain/index.ts';

/** What an assessment asks about places. A `Gazetteer` is one. */
export interface PlaceTree {
  place(id: PlaceId): Place | undefined;
  children(id: PlaceId): readonly Place[];
  /** Seat of a division; found among its children when absent. */
  capital?(id: PlaceId): Place | undefined;
  /** Square kilometres, when the gazetteer knows. */
  area?(id: PlaceId): number | undefined;
}

/** What an assessment asks about actors. */
export interface ActorSides {
  /** The holder under which the gains of `id` count: itself when the list gives none. */
  side(id: ActorId): ActorId;
  actor(id: ActorId): Actor | undefined;
  /** By name or alias, letter case ignored. */
  find(name: string): Actor | undefined;
  /** Side that governs a country, by ISO 3166-1 alpha-2. */
  government(country: string): ActorId | undefined;
}

/** A tree of the places given; a parent that is not given is skipped. */
export function placeTree(places: Iterable<Place>): PlaceTree {
  const byId = new Map<PlaceId, Place>();
  const children = new Map<PlaceId, Place[]>();
  for (const place of places) byId.set(place.id, place);
  for (const place of byId.values()) {
    const parent = place.within.findLast((id) => byId.has(id));
    if (parent === undefined) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(place);
    else children.set(parent, [place]);
  }
  const capitals = new Map<PlaceId, Place>();
  for (const place of byId.values()) {
    if (place.capitalOf !== undefined) capitals.set(place.capitalOf, place);
  }
  return {
    place: (id) => byId.get(id),
    children: (id) => children.get(id) ?? [],
    capital: (id) => capitals.get(id),
  };
}

/** The same tree, with the place that was asked for last at hand: of one claim it is asked for five times. */
export function withLast(places: PlaceTree): PlaceTree {
  let last: readonly [PlaceId, Place | undefined] | undefined;
  return {
    place(id) {
      if (last?.[0] !== id) last = [id, places.place(id)];
      return last[1];
    },
    children: (id) => places.children(id),
    capital: (id) => places.capital?.(id),
    area: (id) => places.area?.(id),
  };
}

const fold = (name: string) => name.normalize('NFC').toLowerCase().trim();

export function actorSides(actors: Iterable<Actor>): ActorSides {
  const byId = new Map<ActorId, Actor>();
  const byName = new Map<string, Actor>();
  const governments = new Map<string, ActorId>();
  for (const actor of actors) {
    byId.set(actor.id, actor);
    for (const name of [actor.name, ...actor.aliases]) {
      if (!byName.has(fold(name))) byName.set(fold(name), actor);
    }
  }
  const side = (id: ActorId): ActorId => byId.get(id)?.side ?? id;
  for (const actor of byId.values()) {
    const governs = actor.kind === 'state' || actor.sector === 'GOV';
    if (governs && actor.country !== undefined && !governments.has(actor.country)) {
      governments.set(actor.country, side(actor.id));
    }
  }
  return {
    side,
    actor: (id) => byId.get(id),
    find: (name) => byName.get(fold(name)),
    government: (country) => governments.get(country),
  };
}
