import type { Actor, ActorId, Day } from '../domain/index.ts';
import type { ActorList } from '../reading/actor-list.ts';
import { belligerentOn, fighterKinds, isFought, suits } from '../reading/actors/belligerents.ts';
import { isActiveIn } from '../reading/actors/homes.ts';
import { groupsOfPeople } from '../reading/actors/of-people.ts';

/** Adjective of a country that has armed groups of its own in that year. */
export function nationAtWar(
  actors: ActorList,
  country: string | undefined,
  published: Day | undefined,
) {
  const year = Number(published?.slice(0, 4) ?? Number.NaN);
  const isAtWar = actors.actors.some(
    (one) => one.kind === 'armed-group' && one.country === country && isActiveIn(one, year),
  );
  return country !== undefined && isAtWar ? actors.state(country)?.demonyms[0] : undefined;
}

/** The one group of the people that the words name, or the one of them that the text knows. */
export function ofPeopleMeant(
  actors: ActorList,
  {
    country,
    published,
    parties,
  }: {
    readonly country: string | undefined;
    readonly published: Day | undefined;
    readonly parties: readonly ActorId[];
  },
  words: string,
): ActorId | undefined {
  // "Anti-Houthi fighters" are none of theirs.
  if (country === undefined || published === undefined || /\banti-/i.test(words)) return undefined;
  const year = Number(published.slice(0, 4));
  const groups = groupsOfPeople(actors, { country, year }, words);
  const sides = new Set(groups.map(({ side, id }) => side ?? id));
  const named = [...sides].filter((side) => parties.includes(side));
  const meant = named.length > 0 ? named : [...sides];
  return meant.length === 1 ? meant[0] : undefined;
}

/** "The forces of Kurdistan", "of the Kurdish region": the one side there that has a force or a group of that name. */
export function forcesOf(
  actors: ActorList,
  country: string | undefined,
  published: Day | undefined,
  region: string,
): ActorId | undefined {
  const year = Number(published?.slice(0, 4) ?? Number.NaN);
  const [name] = region.split(' ');
  const isCalled = (one: string) => one.startsWith(`${name} `);
  const here = actors.actors.filter((one) => one.country === country && isActiveIn(one, year));
  // A body that has forces: a regional government.
  const armed = new Set(here.flatMap(({ kind, side }) => (kind === 'force' && side) || []));
  const named = here.filter(
    (one) =>
      (/^(?:armed-group|force|state)$/.test(one.kind) || armed.has(one.id)) &&
      [one.name, ...one.aliases, ...(one.local ?? [])].some(isCalled),
  );
  const sides = new Set(named.map(({ side, id }) => side ?? id));
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}

/** Whom the words mean by the wars known of, or the only rebel group that the list has there in that year. */
export function belligerent(
  actors: ActorList,
  country: string | undefined,
  published: Day | undefined,
  words: string,
): Actor | undefined {
  if (country === undefined || published === undefined) return undefined;
  const { belligerents } = actors;
  const known = belligerentOn(belligerents, country, published, words);
  if (known !== undefined) return actors.get(known);
  // Where the war of those days is known, words that it has no group for mean none of the list's either.
  if (belligerents.some((one) => isFought(one, country, published))) return undefined;
  const others = fighterKinds(words).some((kind) => /^(?:militias|paramilitaries)$/.test(kind));
  const only = others ? undefined : onlyRebels(actors, country, Number(published.slice(0, 4)));
  return only && suits(only, words) !== false ? only : undefined;
}

/** Groups of other states' wars, and those that fight for the government, are no rebels here. */
function onlyRebels(actors: ActorList, country: string, year: number): Actor | undefined {
  const groups = actors.actors.filter(
    (one) =>
      one.kind === 'armed-group' &&
      one.acled === 'Rebel Group' &&
      one.country === country &&
      (one.side === undefined || one.side === one.id) &&
      isActiveIn(one, year),
  );
  const called = groups.filter(({ aliases }) =>
    aliases.some((name) => / (?:rebels|insurgents)$/i.test(name) && !/-backed /i.test(name)),
  );
  return called.length === 1 ? called[0] : groups.length === 1 ? groups[0] : undefined;
}

/** The only group that a party to the text is, or the only one of the country it is about. */
export function onlyGroup(
  parties: readonly ActorId[],
  actors: ActorList,
  country: string | undefined,
): ActorId | undefined {
  const groups = parties.filter((side) => actors.get(side)?.kind === 'armed-group');
  const home = groups.filter((side) => actors.get(side)?.country === country);
  const meant = groups.length === 1 ? groups : home;
  return meant.length === 1 ? meant[0] : undefined;
}
