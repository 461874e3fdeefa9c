import { actorId, type Actor } from '../../domain/index.ts';
import type { ActorList } from '../actor-list.ts';

/** Codes of the countries that an actor is of. */
export const countriesOf = ({ countries, country }: Actor): readonly string[] =>
  countries ?? (country === undefined ? [] : [country]);

/** Whether the list has it as active in that year. */
export const isActiveIn = ({ from = 0, to = Infinity }: Actor, year: number) =>
  from <= year && year <= to;

/** Codes of the countries that armed groups fight in, as the list has them: a text on them is seldom about others. */
export function homesOf(
  mentions: readonly { readonly actor?: string }[],
  actors: ActorList,
): ReadonlySet<string> {
  const codes = mentions.flatMap(({ actor }) => {
    const group = actors.get(actorId(actor ?? ''));
    return group?.kind === 'armed-group' ? countriesOf(group) : [];
  });
  return new Set(codes);
}
