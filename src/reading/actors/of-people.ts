import type { Actor } from '../../domain/index.ts';
import type { ActorList } from '../actor-list.ts';
import { countriesOf, isActiveIn } from './homes.ts';

/** Letters that an adjective and a name of the same people share: "Kurdish", "Kurdistan". */
const STEM = 4;

/** Adjectives of faith and of where, which many groups have in common. */
const COMMON =
  /^(?:islam|musl|christ|north|south|east|west|nation|libera|democrat|people|arab|afric)/i;

/**
 * "Tamil rebels", "Kurdish fighters": the groups of that country that bear the name of the people,
 * active in that year.
 */
export function groupsOfPeople(
  list: ActorList,
  { country, year }: { readonly country: string; readonly year: number },
  words: string,
): readonly Actor[] {
  const peoples = (words.match(/\p{Lu}\p{L}+(?=[ -])/gu) ?? []).filter(
    (word) => !COMMON.test(word),
  );
  const stems = peoples
    .map((word) => word.replace(/(?:ian|ish|ese|an|i)$/, '').toLowerCase())
    .filter((stem) => stem.length >= STEM && !isOfState(list, peoples));
  if (stems.length === 0) return [];
  return list.actors.filter(
    (group) =>
      group.kind === 'armed-group' &&
      countriesOf(group).includes(country) &&
      isActiveIn(group, year) &&
      [group.name, ...group.aliases].some((name) =>
        name
          .toLowerCase()
          .split(/[\s-]+/)
          .some((word) => stems.some((stem) => word.startsWith(stem))),
      ),
  );
}

/** "Albanian guerrillas": their state is another's. */
const isOfState = (list: ActorList, peoples: readonly string[]) =>
  peoples.some((word) =>
    list
      .namesAt([word.toLowerCase()], 0)
      .some(({ entries }) => entries.some(({ use }) => use === 'demonym')),
  );
