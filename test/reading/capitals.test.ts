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

  test("a country's capital is still found", () => {
    expect(places('The president left the capital of Afghanistan by air.')).toContain('Kabul');
  });
});
