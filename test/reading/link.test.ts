import { describe, expect, test } from 'vitest';
import type { ActorMention, PlaceMention } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { read } from '../../src/reading/read.ts';
import { reportOf } from './report.ts';

const resources = await loadResources();
const mentions = (body: string) => read(reportOf(body, '2021-08-05'), resources).mentions;
const last = (body: string, text: string) =>
  mentions(body).findLast((mention) => mention.text === text);
const actor = (body: string, text: string) => last(body, text) as ActorMention | undefined;
const place = (body: string, text: string) => last(body, text) as PlaceMention | undefined;
const placeName = (body: string, text: string) => {
  const found = place(body, text)?.place;
  return found && 'name' in found ? found.name : undefined;
};

describe('pronouns', () => {
  test('“they” is the group last in focus, with the reason kept', () => {
    const they = actor('The Taliban entered Zaranj. They freed prisoners.', 'They');
    expect(they).toMatchObject({ name: 'Taliban', actor: 'taliban', side: 'taliban' });
    expect(they?.same?.reason).toContain('last in focus');
  });

  test('“he” is the person, not the force', () => {
    const body = 'Afghan troops left, said Dawood Ahmadi, an official. He gave no number.';
    expect(actor(body, 'He')?.name).toBe('Dawood Ahmadi');
  });

  test('“it” that does nothing is nobody', () => {
    expect(actor('The Taliban attacked. It is not clear who won.', 'It')).toBeUndefined();
  });

  test('“its” belongs to the subject of its own clause', () => {
    const body =
      'The Taliban captured Zaranj, officials said, since the United States began to withdraw its troops.';
    expect(actor(body, 'its')?.actor).toBe('united-states-government');
  });

  test('“one said” and “another told”: of the people who were asked', () => {
    const body =
      'Residents backed the claim. One said the troops had left. Another told the paper that fighters were in the city.';
    expect(actor(body, 'One')?.name).toBe('Residents');
    expect(actor(body, 'Another')?.name).toBe('Residents');
  });

  test('“one of the largest” and “one” that says nothing are nobody', () => {
    const body = 'Residents left. One of the largest towns said no. They saw one fall.';
    expect(actor(body, 'One')).toBeUndefined();
    expect(actor(body, 'one')).toBeUndefined();
  });

  test('a pronoun inside a quotation does not look outside it', () => {
    const body = 'The Taliban attacked on Monday. “They had no water,” a doctor said.';
    expect(actor(body, 'They')).toBeUndefined();
  });

  test('a quotation that runs on is one voice', () => {
    const body = '“The Taliban lack resources. Their offensive is stalling,” an official said.';
    expect(actor(body, 'Their')?.actor).toBe('taliban');
  });
});

describe('speakers', () => {
  test('who stands before “said they” is who is meant', () => {
    const body =
      'The Sudanese army withdrew a day after the Rapid Support Forces said they had won.';
    expect(actor(body, 'they')?.actor).toBe('rapid-support-forces');
  });

  test('“our” forces are on the side of the one who says so', () => {
    const body = '“Our defenders are near the city,” President Volodymyr Zelensky said.';
    expect(actor(body, 'defenders')?.side).toBe('ukraine-government');
  });
});

describe('descriptions', () => {
  test('“the militants” and “the group” are the group named before', () => {
    const body =
      'The Taliban captured Aybak. The militants met no resistance, and the group freed prisoners.';
    expect(actor(body, 'militants')?.actor).toBe('taliban');
    expect(actor(body, 'group')?.actor).toBe('taliban');
  });

  test('“its forces” are on the side of the government that speaks', () => {
    const forces = actor('The Congolese government said its forces held the city.', 'forces');
    expect(forces?.side).toBe('democratic-republic-of-the-congo-government');
  });

  test('“the group’s spokesman” speaks for the group', () => {
    const body = 'The Taliban took Herat. The group’s spokesman said the enemy had fled.';
    expect(actor(body, 'spokesman')?.body).toBe('taliban');
  });

  test('an office in apposition is its holder', () => {
    const body = 'The deputy governor, Rohgul Khairzad, said the Afghan city was lost.';
    const person = actor(body, 'Rohgul Khairzad');
    expect(person?.post).toBe('deputy governor');
    expect(person?.same?.reason).toBe('apposition');
  });
});

describe('places', () => {
  test('what is taken is a place', () => {
    const body = 'Troops left Wad Madani a day after the rebels said they had captured it.';
    expect(placeName(body, 'it')).toBe('Wad Madani');
  });

  test('a place on the way is not “the city”', () => {
    const body =
      'The Taliban captured Ghazni, about 150 km southwest of Kabul. They hold the centre of the city.';
    expect(placeName(body, 'city')).toBe('Ghazni');
  });

  test('“the city” is the settlement last named', () => {
    expect(placeName('Fighting raged in Lashkar Gah. Bodies lay in the city.', 'city')).toBe(
      'Lashkar Gah',
    );
  });

  test('“the city of Herat” is no reference', () => {
    const body = 'Fighting raged in Lashkar Gah and in the city of Herat.';
    expect(place(body, 'city')).toBeUndefined();
  });

  test('“the provincial capital” and “its capital” are looked up', () => {
    const body = 'The Taliban hold most of Helmand province. The provincial capital is besieged.';
    expect(placeName(body, 'provincial capital')).toBe('Lashkar Gah');
  });
});

test('links point back, to mentions of the same type', () => {
  const body =
    'The Taliban took Zaranj. They hold the city, the group said. Its fighters met no resistance. Afghan officials said they had left it.';
  const all = mentions(body);
  all.forEach((mention, id) => {
    expect(mention.id).toBe(id);
    if ((mention.type === 'actor' || mention.type === 'place') && mention.same) {
      expect(mention.same.as).toBeLessThan(id);
      expect(all[mention.same.as]!.type).toBe(mention.type);
      expect(mention.same.reason).not.toBe('');
    }
  });
});
