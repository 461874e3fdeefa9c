import { beforeAll, describe, expect, test } from 'vitest';
import { isResolved, type PlaceMention } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { read } from '../../src/reading/read.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { reportOf } from './report.ts';

let resources: ReaderResources;
beforeAll(async () => {
  resources = await loadResources();
});

function places(body: string) {
  const reading = read(reportOf(body), resources);
  return reading.mentions
    .filter((mention): mention is PlaceMention => mention.type === 'place')
    .map(({ place }) => (isResolved(place) ? place.name : place.unresolved));
}

describe('capitals that are described', () => {
  // Read as "the capital of Afghanistan", it made the fall of Zaranj a fall of Kabul.
  test('the possessor of the province is not what the capital is of', () => {
    const found = places(
      "Insurgents captured Zaranj, the capital of Afghanistan's southwestern Nimroz province, on Friday.",
    );
    expect(found).toContain('Zaranj');
    expect(found).not.toContain('Kabul');
  });

  test('a list has a capital for each province', () => {
    const found = places('Fighting went on in the capitals of Helmand and Kandahar provinces.');
    expect(found).toEqual(expect.arrayContaining(['Lashkar Gah', 'Kandahar']));
  });

  // Read as the capital of the Afghans, it made the fall of Zaranj a fall of Kabul a week early.
  test("one of a country's provincial capitals is not the country's capital", () => {
    for (const seat of ['centre', 'capital']) {
      const found = places(`An Afghan provincial ${seat} on the Iranian border was overrun.`);
      expect(found).not.toContain('Kabul');
    }
    expect(places("The rebels reached Syria's provincial capital.")).not.toContain('Damascus');
  });

  test("a country's capital is still found", () => {
    expect(places('The president left the capital of Afghanistan by air.')).toContain('Kabul');
  });
});
