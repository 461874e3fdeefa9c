import { describe, expect, test } from 'vitest';
import { actorId } from '../../src/domain/index.ts';
import { loadActors } from '../../src/node/actors.ts';
import { packageRoot } from '../../src/node/package-root.ts';

const list = await loadActors(packageRoot());
const name = (alias: string) => list.find(alias).map(({ name }) => name);

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
