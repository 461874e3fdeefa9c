import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeId } from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/index.ts';
import { loadGazetteer } from '../../src/node/gazetteer.ts';
import { packageRoot } from '../../src/node/package-root.ts';

const DATA = join(packageRoot(), 'data', 'gazetteer');
const json = (...path: string[]) =>
  JSON.parse(readFileSync(join(DATA, ...path), 'utf8')) as unknown;
let gazetteer: Gazetteer;
beforeAll(async () => {
  gazetteer = await loadGazetteer(packageRoot());
});

const CAPITALS = `Badakhshan:Fayzabad Badghis:Qala-e_Naw Baghlan:Pul-e_Khumri Balkh:Mazar-i-Sharif
  Bamyan:Bamyan Daykundi:Nili Farah:Farah Faryab:Maymana Ghazni:Ghazni Ghor:Firuzkoh
  Helmand:Lashkar_Gah Herat:Herat Jowzjan:Sheberghan Kabul:Kabul Kandahar:Kandahar
  Kapisa:Mahmud-e_Raqi Khost:Khost Kunar:Asadabad Kunduz:Kunduz Laghman:Mehtarlam Logar:Pul-e_Alam
  Nangarhar:Jalalabad Nimroz:Zaranj Nuristan:Parun Paktia:Gardez Paktika:Sharana
  Panjshir:Bazarak Parwan:Charikar Samangan:Aybak Sar-e_Pul:Sar-e_Pul Takhar:Taloqan
  Uruzgan:Tarin_Kot Maidan_Wardak:Maidan_Shahr Zabul:Qalat`
  .split(/\s+/)
  .map((pair) => pair.replaceAll('_', ' ').split(':') as [string, string]);

describe('Afghanistan', () => {
  test('has 34 provinces, each with its seat', () => {
    const provinces = gazetteer.children(placeId('iso3166:AF'), 'province');
    const seats = provinces.map(({ id, name }) => [name, gazetteer.capital(id)?.name ?? '']);
    expect(Object.fromEntries(seats)).toEqual(Object.fromEntries(CAPITALS));
    expect(provinces.every(({ id }) => gazetteer.capital(id)?.capitalOf === id)).toBe(true);
  });

  test('has the area it is known to have, province by province', () => {
    const provinces = gazetteer.children(placeId('iso3166:AF'), 'province');
    const area = new Map(provinces.map(({ id, name }) => [name, gazetteer.area(id) ?? 0]));
    // Central Statistics Organization: 652,864 km² in all, Helmand 58,584, Kabul 4,462.
    const whole = [...area.values()].reduce((sum, each) => sum + each, 0);
    expect(Math.abs(whole / 652_864 - 1)).toBeLessThan(0.03);
    expect(Math.abs(area.get('Helmand')! / 58_584 - 1)).toBeLessThan(0.05);
    expect(gazetteer.area(placeId('iso3166:AF'))).toBeUndefined();
  });

  test('has 398 districts', () => {
    const provinces = gazetteer.children(placeId('iso3166:AF'), 'province');
    const districts = provinces.flatMap(({ id }) => gazetteer.children(id, 'district'));
    expect(districts).toHaveLength(398);
    expect(districts.every(({ lat, lon }) => lat > 29 && lat < 39 && lon > 60 && lon < 75)).toBe(
      true,
    );
  });

  test.each(
    `Lashkargah=Lashkar Gah; Lashkar-Gah=Lashkar Gah; Nerkh=Nirkh; Dashti Archi=Dasht-e Archi;
    Zharay=Zhari; Sar-e-Pol=Sar-e Pul; Sari Pul=Sar-e Pul; Pul-i-Khumri=Pul-e Khumri;
    Qala-i-Naw=Qala-e Naw; Feroz Koh=Firuzkoh; Firuzkuh=Firuzkoh; Chaghcharan=Firuzkoh;
    Maydan Shahr=Maidan Shahr; Tirin Kot=Tarin Kot; Tarinkot=Tarin Kot; Shibirghan=Sheberghan;
    Taluqan=Taloqan; Aibak=Aybak; Assadabad=Asadabad; Mehtar Lam=Mehtarlam;
    Mahmud-i-Raqi=Mahmud-e Raqi; Charekar=Charikar; Sharan=Sharana; Gardiz=Gardez; Neeli=Nili;
    Bamiyan=Bamyan; Kalat=Qalat; Zarang=Zaranj; Faizabad=Fayzabad; Maimana=Maymana;
    Mazar-e-Sharif=Mazar-i-Sharif; Konduz=Kunduz; Hirat=Herat; Girishk=Gereshk; Musa Qaleh=Musa Qala`
      .split(';')
      .map((pair) => pair.trim().split('=') as [string, string]),
  )('%s is %s', (spelling, name) => {
    const found = gazetteer.find(spelling, { country: 'AF' });
    expect(found.map(({ place }) => place.name)).toContain(name);
  });
});

describe('elsewhere', () => {
  test.each(
    `Kiev=Kyiv=UA; Izyum=Izium=UA; Kharkov=Kharkiv=UA; Artemivsk=Bakhmut=UA;
    Severodonetsk=Sievierodonetsk=UA; Rakka=Raqqa=SY; Deir Ezzor=Deir ez-Zor=SY; Ain al-Arab=Kobani=SY;
    Falluja=Fallujah=IQ; Basrah=Basra=IQ; Al-Fashir=El Fasher=SD; Geneina=El Geneina=SD;
    Mekele=Mekelle=ET; Rangoon=Yangon=MM; Nord-Kivu=North Kivu=CD; Tombouctou=Timbuktu=ML;
    Banghazi=Benghazi=LY; Hudaydah=Hodeidah=YE; Khan Yunis=Khan Younis=PS; Khankendi=Stepanakert=AZ;
    Genichesk=Henichesk=UA; Bachmut=Bakhmut=UA; Yuzovka=Donetsk=UA; Mingaora=Mingora=PK`
      .split(';')
      .map((line) => line.trim().split('=') as [string, string, string]),
  )('%s is %s in %s', (spelling, name, country) => {
    const found = gazetteer.find(spelling, { country });
    expect(found.map(({ place }) => place.name)).toContain(name);
  });

  test.each(['Middle East', 'Central Asia', 'Sahel', 'Donbas', 'Kurdistan', 'Kashmir', 'Darfur'])(
    '%s is a region',
    (name) => expect(gazetteer.find(name, { level: 'region' })[0]?.place.name).toBe(name),
  );

  test('every country of the list has a point and is found by its names', () => {
    const countries = json('countries.json') as {
      code: string;
      name: string;
      aliases?: string[];
    }[];
    const lost = countries
      .filter(({ code }) => !['BV', 'HM'].includes(code))
      .filter(({ code, name, aliases = [] }) => {
        const place = gazetteer.country(code);
        const known = [name, ...aliases].every((one) =>
          gazetteer.find(one, { level: 'country' }).some((found) => found.place.country === code),
        );
        return !place || !known || (place.lat === 0 && place.lon === 0);
      });
    expect(lost.map(({ code }) => code)).toEqual([]);
  });

  test.each(['Miss', 'Mass', 'Ill', 'Ind'])('%s is no state without its full stop', (word) => {
    expect(
      gazetteer.find(word, { level: 'province' }).map(({ place }) => place.country),
    ).not.toContain('US');
  });

  test('an old spelling does not stand in for another place of that name', () => {
    const [first] = gazetteer.find('Dzerzhinsk');
    expect(first?.place.path[0]).toBe('Russia');
  });

  test('words for peoples lead to their place', () => {
    expect(gazetteer.people('Afghan')?.id).toBe('iso3166:AF');
    expect(gazetteer.people('Scottish')?.name).toBe('Scotland');
    expect(gazetteer.people('constructor')).toBeUndefined();
  });

  test.each([
    '',
    ' ',
    '—',
    '0',
    '\u0000',
    '🏳️',
    'x'.repeat(5000),
    "Robert'); DROP TABLE",
    'ﷺ',
    '\uD800',
  ])('no harm from %j', (name) => {
    expect(Array.isArray(gazetteer.find(name))).toBe(true);
  });
});

describe('what is shipped', () => {
  test('the file was built from our own additions as they are', () => {
    const extra = json('extra.json') as {
      places: { id: string; names: string[] }[];
      names: Record<string, string[]>;
    };
    for (const { id, names } of extra.places) {
      expect([id, gazetteer.place(placeId(id))?.name]).toEqual([id, names[0]]);
    }
    for (const [id, names] of Object.entries(extra.names)) {
      expect([id, gazetteer.place(placeId(id))?.name]).toEqual([id, names[0]]);
    }
  });

  test('boundaries name places of the gazetteer', () => {
    const { features } = json('boundaries', 'AF.json') as {
      features: { properties: { id: string; name: string; country: string } }[];
    };
    expect(features).toHaveLength(34);
    for (const { properties } of features) {
      expect(gazetteer.place(placeId(properties.id))).toMatchObject({
        name: properties.name,
        level: 'province',
        country: 'AF',
      });
    }
  });

  test('all of it is under 15 MB', () => {
    const files = readdirSync(DATA, { recursive: true, encoding: 'utf8' });
    const sizes = files.map((file) => statSync(join(DATA, file))).filter((stat) => stat.isFile());
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(15_000_000);
  });
});
