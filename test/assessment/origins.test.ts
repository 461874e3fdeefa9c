import { describe, expect, test } from 'vitest';
import { fingerprint } from '../../src/assessment/index.ts';
import { creditsIn } from '../../src/assessment/origins/credits.ts';
import { on, parameters, told, assessorOf } from './world.ts';

const { origins } = parameters;
const { agencies } = origins;

/** Sentences that share no four words with those of another seed. */
function story(seed: string, sentences = 24): string[] {
  return Array.from({ length: sentences }, (_, i) => {
    const words = Array.from({ length: 14 }, (_word, j) => `${seed}${(i * 37 + j * 11) % 97}x${i}`);
    return `In ${seed.toUpperCase()}ville ${words.join(' ')}.`;
  });
}

const printOf = (body: string) =>
  fingerprint({ title: null, byline: null, dateline: null, body }, origins);

/** Origins of texts published on the days given, in the order given. */
function originsOf(texts: readonly (readonly [string, number])[]) {
  const entries = texts.map(([body, published]) => told({ published, fingerprint: printOf(body) }));
  const assessor = assessorOf(entries);
  return (index: number, known = 99) => assessor.originsOf(entries[index]!.report.id, on(known));
}

const join = (sentences: readonly string[]) => sentences.join(' ');

describe('origins', () => {
  const a = story('alpha');
  const b = story('beta');

  test.each([
    ['word for word', join(a)],
    ['cut to half', join(a.slice(0, 12))],
    ['with another lead', join([...story('gamma', 4), ...a.slice(4)])],
    ['in another order', join([...a.slice(12), ...a.slice(0, 12)])],
  ])('a copy %s has the same origin', (_, copy) => {
    const of = originsOf([
      [join(a), 0],
      [copy, 1],
    ]);
    expect(of(1)).toEqual(of(0));
  });

  test('different stories have different origins', () => {
    const of = originsOf([
      [join(a), 0],
      [join(b), 0],
    ]);
    expect(of(1)).not.toEqual(of(0));
  });

  test('a short report is found in the long one it was cut from', () => {
    const of = originsOf([
      [join(a), 0],
      [join(a.slice(0, 3)), 0],
    ]);
    expect(of(1)).toEqual(of(0));
  });

  test.each([
    ['after its parts', [0, 1, 2]],
    ['before its parts', [2, 0, 1]],
    ['between its parts', [0, 2, 1]],
  ])('a report merged from two stories, published %s, joins neither to the other', (_, days) => {
    const of = originsOf([
      [join(a), days[0]!],
      [join(b), days[1]!],
      [join([...a.slice(0, 14), ...b.slice(0, 14)]), days[2]!],
    ]);
    expect(of(0)).not.toEqual(of(1));
    expect(of(2)).toEqual(expect.arrayContaining([of(0)[0], of(1)[0]]));
    expect(of(2)).toHaveLength(2);
  });

  test('what was an origin on a day stays so', () => {
    const of = originsOf([
      [join(a.slice(0, 12)), 0],
      [join(b), 1],
      [join(a), 5],
    ]);
    expect(of(0, 3)).toEqual(of(0, 9));
    expect(of(2, 9)).toEqual(of(0, 9));
  });
});

describe('credits', () => {
  const credits = (body: string, head: { byline?: string; dateline?: string } = {}) =>
    creditsIn({ body, byline: head.byline ?? null, dateline: head.dateline ?? null }, agencies);

  test.each([
    ['KABUL (AFP) - The city fell on Friday.', 'AFP'],
    ['Residents told The Associated Press that the town was quiet.', 'AP'],
    ['Reuters reported that the bridge was down.', 'Reuters'],
    ['The bridge was down, according to Xinhua news agency.', 'Xinhua'],
    ['The road is open again. — dpa', 'dpa'],
  ])('%s', (body, agency) => expect(credits(body)).toEqual([agency]));

  test('bylines and datelines count', () => {
    expect(credits('Nothing here.', { byline: 'By Ana Marr, Reuters' })).toEqual(['Reuters']);
    expect(credits('Nothing here.', { dateline: 'KABUL, Aug. 5 (AFP)' })).toEqual(['AFP']);
  });

  // The Arakan Army was once read as a Turkish agency.
  test('letters that the text gives for a name of its own are no credit', () => {
    const army = 'Fighters of the Arakan Army (AA) took the post, it said. The AA said more.';
    expect(credits(army)).toEqual([]);
    expect(credits('The road is open, Anadolu Agency (AA) said.')).toEqual(['Anadolu']);
    expect(credits('The Arakan Army (AA) took the post, Reuters reported.')).toEqual(['Reuters']);
  });

  test.each(['An app was APPROVED.', 'The PAY was late.', 'He read SANAA signs.'])(
    'letters inside a word are no credit: %s',
    (body) => expect(credits(body)).toEqual([]),
  );
});
