import { describe, expect, test } from 'vitest';
import { SourceFinder } from '../../src/assessment/standing/source.ts';
import { context, parameters, told } from './world.ts';
import { actorId, type ChainLink } from '../../src/domain/index.ts';

const finder = new SourceFinder(context.actors, parameters.sources);

function sourceOf(speaker?: Omit<ChainLink, 'role'>, outlet = 'The Herald') {
  const { claim, report } = told({
    outlet,
    ...(speaker ? { speaker: { role: 'speaker', ...speaker } } : {}),
  });
  return finder.find(claim.claim, report, 'XX');
}

describe('who answers for a claim', () => {
  test.each([
    ['Rebels', 'party', 'rebels'],
    ['a spokesman for the Rebels', 'party', 'rebels'],
    ['a Rebels commander', 'party-official', 'rebels'],
    ['defence ministry', 'party', 'government'],
    ['Ana Marr, a member of the provincial council', 'local-official', 'government'],
    ['the district police chief', 'local-official', 'government'],
    ['security officials', 'party-official', 'government'],
    ['residents reached by phone', 'resident', null],
    ['the Northern Observatory', 'monitor', null],
    ['two sources', 'unnamed', null],
    ['Ana Marr', 'resident', null],
  ] as const)('%s: %s', (text, kind, side) => {
    const [name] = text.split(', ');
    const anonymous = !/\p{Lu}/u.test(text);
    expect(sourceOf({ name: name!, text, anonymous })).toMatchObject({ class: kind, side });
  });

  test('a named person is one speaker in every outlet; residents are not', () => {
    const person = { name: 'Ana Marr', text: 'lawmaker Ana Marr' };
    expect(sourceOf(person).speaker).toBe('person:ana-marr');
    expect(sourceOf(person, 'The Post').speaker).toBe('person:ana-marr');
    expect(sourceOf({ name: 'residents', anonymous: true }).speaker).toBeNull();
  });

  test('an official whose side the chain gives is no spokesman of it', () => {
    const found = sourceOf({ name: 'Ana Marr', id: 'government' });
    expect(found).toMatchObject({ class: 'party-official', side: 'government' });
    expect(found.key).toBe('person:ana-marr');
  });

  // "Rebels claim capture of Lashio" once counted as somebody else who bore the rebels out.
  test('rebels, not named, are the group that they say has taken a place', () => {
    const of = (actor: string | undefined, name: string) => {
      const chain = [
        { role: 'speaker', name, anonymous: true },
        { role: 'outlet', name: 'The Herald' },
      ] as const;
      const { claim, report } = told({ outlet: 'The Herald' });
      const by = actor && { name: actor, id: actorId(actor), text: actor, start: 0, end: 1 };
      return finder.find({ ...claim.claim, chain, actor: by || null }, report, 'XX');
    };
    expect(of('militia', 'insurgents')).toMatchObject({ key: 'side:militia', class: 'party' });
    expect(of('militia', 'fighters')).toMatchObject({ side: 'militia', class: 'party-official' });
    expect(of('government', 'insurgents').side).toBeNull();
    expect(of(undefined, 'insurgents').side).toBeNull();
  });

  test('without a speaker the outlet answers, a ministry for its side', () => {
    expect(sourceOf()).toMatchObject({ class: 'outlet', key: 'outlet:the-herald', side: null });
    expect(sourceOf(undefined, 'Ministry of Defence')).toMatchObject({
      class: 'party',
      side: 'government',
    });
    expect(sourceOf(undefined, 'Northern Monitor')).toMatchObject({ class: 'monitor' });
  });
});
