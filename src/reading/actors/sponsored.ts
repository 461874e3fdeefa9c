import type { Actor, ActorId } from '../../domain/index.ts';
import type { ActorList } from '../actor-list.ts';
import { countriesOf } from './homes.ts';

const SPONSORED = /(?:^|\s)([\p{L}.]+(?: [\p{L}.]+)*?)[-‑–](backed|led|supported|aligned)\b/u;

/**
 * "Turkish-backed fighters", "HTS-led rebels": the group that leads, or the one of that country which
 * the list knows by who stands behind it; none where it knows several.
 */
export function sponsoredGroup(
  list: ActorList,
  country: string | undefined,
  words: string,
): ActorId | undefined {
  const [, sponsor, how] = SPONSORED.exec(words) ?? [];
  if (sponsor === undefined || how === undefined) return undefined;
  const named = list.find(sponsor).find(({ kind }) => kind === 'armed-group');
  if (named) return how === 'led' ? (named.side ?? named.id) : undefined;
  const whose = sponsorKey(list, sponsor);
  const known = list.actors.filter(
    (one) =>
      isThere(one, country) &&
      [one.name, ...one.aliases].some((alias) => {
        const [, other, otherHow] = SPONSORED.exec(alias) ?? [];
        return otherHow === how && other !== undefined && sponsorKey(list, other) === whose;
      }),
  );
  const sides = new Set(known.map(({ side, id }) => side ?? id));
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}

const isThere = (actor: Actor, country: string | undefined) =>
  /^(?:armed-group|force)$/.test(actor.kind) &&
  country !== undefined &&
  countriesOf(actor).includes(country);

/** "Turkish", "Turkey" and "Ankara" are one sponsor. */
function sponsorKey(list: ActorList, name: string): string {
  const [match] = list.namesAt([name.toLowerCase().replaceAll('.', '')], 0);
  const state = match?.entries.find(({ state }) => state);
  return state?.actor.id ?? name.toLowerCase();
}
