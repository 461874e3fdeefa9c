import { describe, expect, test } from 'vitest';
import { actorId, type Actor } from '../../src/domain/index.ts';
import { loadActors } from '../../src/node/actors.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { makeActorList } from '../../src/reading/actor-list.ts';
import { pieces } from '../../src/reading/actors/pieces.ts';

const list = await loadActors(packageRoot());
const name = (alias: string) => list.find(alias).map(({ name }) => name);

const key = (alias: string) => pieces(alias).join(' ');

/** Names that two have at once, and why. */
const SHARED: readonly RegExp[] = [
  // The years of one end in the year in which the other's begin, or its name is kept by what came of it.
  /^(abu mohammed al golani|al jolani)$/,
  // Both of Kurds in Iraq, of whom the report says more.
  /^kurdish (rebels|guerrillas)$/,
  // The army and a faction that fought it: the later years tell.
  /^sna$/,
  // Both fight in Niger: neither is called so there.
  /^islamic state($| (linked|affiliated) )/,
];

const homes = ({ countries, country }: Actor) => countries ?? [country ?? ''];

/** Whether they have a country and more than a year in common, and different sides. */
const together = (a: Actor, b: Actor) =>
  (a.side ?? a.id) !== (b.side ?? b.id) &&
  homes(a).some((code) => code !== '' && homes(b).includes(code)) &&
  Math.min(a.to ?? Infinity, b.to ?? Infinity) > Math.max(a.from ?? 0, b.from ?? 0);

describe('actor list', () => {
  test('finds by any alias, however hyphens, marks and case are written', () => {
    expect(name('Islamic Emirate of Afghanistan')).toEqual(['Taliban']);
    expect(name('al - qaida')).toEqual(['Al-Qaeda']);
    expect(name('Hay’at Tahrir al-Sham')).toEqual(['Hayat Tahrir al-Sham']);
    expect(name('Élysée')).toEqual(['France']);
    expect(name('nobody at all')).toEqual([]);
  });

  test('holds at least 300 armed groups and alliances, every one with an alias or a country', () => {
    const groups = list.actors.filter(
      ({ acled, kind }) => kind !== 'state' && acled !== undefined && acled !== 'State Forces',
    );
    expect(groups.length).toBeGreaterThanOrEqual(300);
    const bare = groups.filter(({ aliases, country }) => aliases.length === 0 && !country);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('every side is an actor of the list, and every id is its own', () => {
    const ids = list.actors.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const unknown = list.actors.filter(({ side }) => side !== undefined && !list.get(side));
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  test('no side is itself on a side', () => {
    const parts = list.actors.filter(({ side }) => {
      const whole = side === undefined ? undefined : list.get(side);
      return whole?.side !== undefined && whole.side !== whole.id;
    });
    expect(parts.map(({ id }) => id)).toEqual([]);
  });

  test('no two share a name in the same country and years without a reason', () => {
    const named = new Map<string, Actor[]>();
    for (const actor of list.actors.filter(({ id }) => !id.endsWith('-government')))
      for (const alias of new Set([actor.name, ...actor.aliases, ...(actor.local ?? [])].map(key)))
        named.set(alias, [...(named.get(alias) ?? []), actor]);
    const shared = [...named].flatMap(([alias, actors]) =>
      actors.flatMap((a, i) =>
        actors
          .slice(i + 1)
          .filter((b) => together(a, b) && !SHARED.some((reason) => reason.test(alias)))
          .map((b) => `${alias}: ${a.id}, ${b.id}`),
      ),
    );
    expect(shared).toEqual([]);
  });

  test('a local name is found where names start, and by no name alone', () => {
    const guard: Actor = {
      id: actorId('old-guard'),
      name: 'Old Guard of Erewhon',
      kind: 'force',
      aliases: [],
      local: ['Old Guard'],
    };
    const own = makeActorList({ actors: [guard] });
    expect(own.find('Old Guard')).toEqual([]);
    expect(own.find('Old Guard of Erewhon')).toEqual([guard]);
    const [match] = own.namesAt(['old', 'guard', 'left'], 0);
    expect(match?.entries).toMatchObject([{ actor: guard, use: 'name', local: true }]);
  });

  test('the forces of a state stand on its government’s side', () => {
    expect(list.get(actorId('afghanistan-police'))?.side).toBe('afghanistan-government');
    expect(list.get(actorId('afghan-national-army'))?.side).toBe('afghanistan-government');
    expect(list.get(actorId('afghanistan-government'))?.name).toBe('Afghan government');
    expect(list.get(actorId('russia-government'))?.name).toBe('Russia');
  });

  test('knows what an alias may start with', () => {
    expect(list.startsAlias(['syrian', 'democratic'])).toBe(true);
    expect(list.startsAlias(['syrian', 'bakery'])).toBe(false);
  });
});
