import { describe, expect, test } from 'vitest';
import { loadActors } from '../../src/node/actors.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { findActors } from '../../src/reading/actors.ts';
import type { NameSpan } from '../../src/reading/drafts.ts';
import { parsed } from './parsed.ts';

const list = await loadActors(packageRoot());
const actors = (body: string, names: readonly NameSpan[] = []) =>
  findActors(parsed(body, '2021-08-05'), names, list);
const seen = (body: string) => actors(body).map(({ text, name, actor }) => [text, actor ?? name]);
const one = (body: string, text: string) => actors(body).find((actor) => actor.text === text);

describe('listed names', () => {
  test('are found whole, by the longest alias', () => {
    expect(seen('Supporters of Hayat Tahrir al-Sham clashed with Jaysh al-Islam.')).toContainEqual([
      'Hayat Tahrir al-Sham',
      'hayat-tahrir-al-sham',
    ]);
    expect(one('It was reported by TOLOnews.', 'TOLOnews')?.kind).toBe('outlet');
  });

  test('need the capitals of their acronyms', () => {
    expect(one('He told us that it is over.', 'us')).toBeUndefined();
    expect(seen('The group IS claimed the attack.')).toContainEqual(['IS', 'islamic-state']);
  });

  test('a shared acronym is read by the country in focus', () => {
    expect(seen('The SNA advanced in northern Syria, Syrian activists said.')).toContainEqual([
      'SNA',
      'syrian-national-army',
    ]);
    expect(seen('Somali officials said the SNA retook the town in Somalia.')).toContainEqual([
      'SNA',
      'somali-national-army',
    ]);
  });
});

describe('phrases', () => {
  test('a nationality and a force make a branch of that state, on its government’s side', () => {
    const forces = one('Afghan government forces retook the district.', 'Afghan government forces');
    expect(forces).toMatchObject({
      actor: 'afghanistan-forces',
      side: 'afghanistan-government',
      country: 'AF',
      kind: 'force',
    });
    expect(one('Ukraine’s defence ministry said so.', 'Ukraine’s defence ministry')?.actor).toBe(
      'ukraine-defence-ministry',
    );
  });

  test('nationalities that share a noun are one actor each', () => {
    const sides = actors('Russian, Uzbek and Tajik troops began a drill.').map(({ side }) => side);
    expect(sides).toEqual(['russia-government', 'uzbekistan-government', 'tajikistan-government']);
  });

  test('a group’s fighters are the group', () => {
    expect(seen('Taliban fighters entered the town.')).toEqual([['Taliban fighters', 'taliban']]);
    expect(seen('Two Hamas militants died.')).toEqual([['Hamas militants', 'hamas']]);
  });

  test('whoever leads or backs is not whose they are', () => {
    const forces = one('The withdrawal of US-led foreign forces began.', 'US-led foreign forces');
    expect(forces).toMatchObject({ kind: 'force', country: 'US' });
    expect(forces?.actor).toBeUndefined();
    expect(forces?.side).toBeUndefined();
  });

  test('the army is of the country whose group it fights, not of the one it flees to', () => {
    const body = `The RSF seized the oil field after the army pulled out to South Sudan.
The RSF of Sudan had shelled them; some are in South Sudan now, Sudanese engineers said.`;
    expect(one(body, 'army')?.side).toBe('sudan-government');
  });

  test('the government is that of the country the report is about', () => {
    const body = 'Afghan officials met in Kabul. The government sent the army to Herat.';
    expect(one(body, 'government')?.actor).toBe('afghanistan-government');
    expect(one(body, 'army')?.side).toBe('afghanistan-government');
    expect(one('The government sent the army.', 'government')?.side).toBeUndefined();
  });

  test('a noun that only modifies is no actor', () => {
    expect(seen('They took the police headquarters and a military base.')).toEqual([]);
    expect(seen('A rebel-held suburb was hit.')).toEqual([]);
  });
});

describe('persons', () => {
  test('a post after the name tells the body and the state', () => {
    const body =
      'Alexander Vikantov, deputy head of information and press at the Russian foreign ministry, spoke.';
    expect(one(body, 'Alexander Vikantov')).toMatchObject({
      kind: 'person',
      name: 'Alexander Vikantov',
      post: 'deputy head of information and press at the Russian foreign ministry',
      body: 'russia-foreign-ministry',
      side: 'russia-government',
      country: 'RU',
    });
  });

  test('a post before the name belongs to it', () => {
    expect(
      one('Taliban spokesman Zabihullah Mujahid said so.', 'Taliban spokesman Zabihullah Mujahid'),
    ).toMatchObject({ name: 'Zabihullah Mujahid', post: 'Taliban spokesman', body: 'taliban' });
    expect(one('Gen. Sami Sadat urged people to leave.', 'Gen. Sami Sadat')?.name).toBe(
      'Sami Sadat',
    );
  });

  test('a former governor speaks for nobody', () => {
    const body = 'Afghan news: Mohammad Ata Noor, a former governor of Balkh, vowed to fight.';
    expect(one(body, 'Mohammad Ata Noor')?.side).toBeUndefined();
  });

  test('a surname stands for the full name before it', () => {
    const body = 'Alexander Vikantov, an official, spoke. Later Vikantov said more.';
    expect(one(body, 'Vikantov')?.name).toBe('Alexander Vikantov');
  });
});

describe('states and capitals', () => {
  test('a capital that speaks or treats is a government', () => {
    expect(seen('Moscow said it would not intervene.')[0]).toEqual(['Moscow', 'russia-government']);
    expect(seen('Talks between Kabul and the Taliban stalled.')).toEqual([
      ['Kabul', 'afghanistan-government'],
      ['Taliban', 'taliban'],
    ]);
    expect(seen('The Kremlin denied it.')).toEqual([['Kremlin', 'russia-government']]);
  });

  test('a capital where things happen is a place', () => {
    expect(seen('A bomb exploded in Kabul.')).toEqual([]);
    expect(seen('The road between Kabul and Kandahar is closed.')).toEqual([]);
    expect(seen('Kabul fell on Sunday.')).toEqual([]);
  });

  test('a state acts as a subject and lies as a place', () => {
    expect(seen('Russia accused Ukraine of shelling.').map(([, id]) => id)).toEqual([
      'russia-government',
      'ukraine-government',
    ]);
    expect(seen('A village in Ukraine was hit.')).toEqual([]);
  });
});

describe('names the list does not have', () => {
  test('a brigade is proposed as a new group', () => {
    const body = 'Fighters of the Falcon Brigade held the bridge.';
    const text = parsed(body, '2021-08-05');
    const first = text.tokens.findIndex((token) => token.text === 'Falcon');
    const names: NameSpan[] = [{ first, last: first + 2, type: 'organisation', score: 0.9 }];
    expect(
      findActors(text, names, list).find(({ rule }) => rule === 'actor.new-group'),
    ).toMatchObject({ name: 'Falcon Brigade', kind: 'armed-group' });
  });
});

test('who filed a report is an outlet, whatever town is called so', () => {
  const found = actors(
    'MOSUL, Iraq, July 10 (Meridian) - Iraqi troops told Meridian they had won.',
  );
  expect(found.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'Meridian: outlet',
    'Iraqi troops: force',
    'Meridian: outlet',
  ]);
});

test('a breakaway region acts or lies, as states do', () => {
  expect(seen('Drought struck Somaliland.')).toEqual([]);
  expect(seen('Somaliland accused Puntland of an attack.')).toEqual([
    ['Somaliland', 'somaliland'],
    ['Puntland', 'puntland'],
  ]);
});

test('a brigade needs no tagger', () => {
  const found = actors('Fighters of the Falcon Brigade held the bridge.');
  expect(found.map(({ name }) => name)).toContain('Falcon Brigade');
});

test('a place that the gazetteer has is no person', () => {
  const text = parsed('Feroz Koh was lost.', '2021-08-05');
  const names: NameSpan[] = [{ first: 0, last: 2, type: 'person', score: 0.9 }];
  const find = () => [{ place: {} as never, similarity: 1 }];
  expect(findActors(text, names, list, { find })).toEqual([]);
});

test('actors come in order and do not overlap', () => {
  const body =
    'The Afghan National Army, Taliban spokesman Zabihullah Mujahid said, left the US-led coalition’s base. Russian and Syrian warplanes struck. President Vladimir Putin spoke to Iran’s foreign minister.';
  const found = actors(body);
  expect(found.length).toBeGreaterThan(4);
  found.forEach((actor, i) => {
    if (i > 0) expect(actor.first).toBeGreaterThanOrEqual(found[i - 1]!.last);
    expect(body.slice(actor.start, actor.end)).toBe(actor.text);
    expect(actor.head).toBeGreaterThanOrEqual(actor.first);
    expect(actor.head).toBeLessThan(actor.last);
  });
});
