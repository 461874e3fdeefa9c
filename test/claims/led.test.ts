import { describe, expect, test } from 'vitest';
import { claimsIn } from './read.ts';

const AFDL = 'alliance-of-democratic-forces-for-the-liberation-of-congo';

const sides = (text: string) =>
  claimsIn(text).flatMap(({ kind, actor, place }) =>
    kind.startsWith('control.') && 'id' in place ? [`${place.name}: ${actor?.id}`] : [],
  );

describe('a group that only its leader brings into the text', () => {
  test('his rebels, and "the rebels" after them, though a group of another country is named', () => {
    expect(
      sides(
        'Laurent Kabila’s rebels captured Lubumbashi, in Zaire, on Wednesday. The rebels have held Kisangani since March. In Angola, UNITA denied that it had sent men to Zaire.',
      ),
    ).toEqual([`Lubumbashi: ${AFDL}`, `Kisangani: ${AFDL}`]);
  });

  test('"the Alliance" is the group with the word in its name', () => {
    expect(
      sides(
        'The Alliance of Democratic Forces for the Liberation of Congo fights on in Zaire. On Saturday the Alliance captured Kananga.',
      ),
    ).toContain(`Kananga: ${AFDL}`);
  });
});

describe('who acts and what is done, where the tree says little', () => {
  test.each([
    ['Thousands of soldiers are defending Goma against M23.', 'control.held'],
    ['M23 rebels hold the hills. Goma remains besieged.', 'control.besieged'],
    ['M23 rebels have cut Goma off from the lake.', 'control.besieged'],
  ])('%s', (text, kind) => {
    expect(claimsIn(text).map((claim) => claim.kind)).toContain(kind);
  });
});
