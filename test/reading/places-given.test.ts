import { beforeAll, expect, test } from 'vitest';
import { loadResources } from '../../src/node/resources.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { findActors } from '../../src/reading/actors.ts';
import { findNames } from '../../src/reading/names.ts';
import { parseText } from '../../src/reading/parse.ts';
import { resolveNames } from '../../src/reading/places.ts';
import { splitText } from '../../src/reading/split.ts';
import { reportOf } from './report.ts';

let resources: ReaderResources;
beforeAll(async () => {
  resources = await loadResources();
});

/** Where the names between brackets are put, as paths. */
function placed(marked: string): readonly string[] {
  const spans: { start: number; end: number }[] = [];
  let body = '';
  for (const [i, piece] of marked.split(/[[\]]/).entries()) {
    if (i % 2 === 1) spans.push({ start: body.length, end: body.length + piece.length });
    body += piece;
  }
  const text = parseText(splitText(reportOf(body)), resources);
  const names = findNames(text, resources);
  const actors = findActors(text, names, resources.actors);
  const places = resolveNames({ text, names, actors, times: [] }, resources.gazetteer, spans);
  return places.map((place) => place?.path.join('/') ?? '?');
}

test.each([
  [
    'the abbreviation of a state is the state, whatever else bears its full name',
    'He moved from [Tacoma], [Wash.], to [Spokane].',
    1,
    'United States/Washington',
  ],
  [
    'an abbreviation that two countries use is read where the text plays',
    'Firefighters from [Perth] and [Bunbury] were sent north. Fires burn in much of [WA], Australian officials said.',
    2,
    'Australia/Western Australia',
  ],
  [
    'towns that could lie in one county do',
    'The [Henry County] sheriff closed the road from [Paris] to [McKenzie] and [Camden] on Monday.',
    1,
    'United States/Tennessee/Henry County/Paris',
  ],
  [
    'a great city is not the village called after it',
    'Dealers in [New York], [Chicago] and [London] said sales had doubled. The American buyers stayed away.',
    2,
    'United Kingdom/England/Greater London/London',
  ],
  [
    'a side of a town is in the town that the text is about',
    'The man from the [South Side] was charged, [Chicago] police said.',
    0,
    'United States/Illinois/Cook County/Chicago',
  ],
  [
    'the corner of two streets is in the town, not where the streets have their names from',
    'He fell at the corner of [Hubbard] and [Oxford] streets. [Chicago] police were called.',
    1,
    'United States/Illinois/Cook County/Chicago',
  ],
  [
    'a name without an entry lies where the text puts it',
    'English traders met on [Kamzik Square] in [Bratislava] and flew on to [London].',
    0,
    'Slovakia/Bratislava Region/Bratislava',
  ],
  [
    'nobody owns a village that sounds like him',
    "The home at [Eva's Village] in [Paterson], New Jersey, took in forty mothers.",
    0,
    'United States/New Jersey/Passaic County/Paterson',
  ],
])('%s', (_, marked, at, path) => {
  expect(placed(marked)[at]).toContain(path);
});
