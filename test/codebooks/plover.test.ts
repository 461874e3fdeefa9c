import { beforeAll, describe, expect, test } from 'vitest';
import { viewOf } from '../../src/claims/text-view.ts';
import { codeSentence } from '../../src/codebooks/plover/code.ts';
import { participants } from '../../src/codebooks/plover/countries.ts';
import { ploverLexicon, type PloverLexicon } from '../../src/codebooks/plover/lexicon.ts';
import { actorLookup } from '../../src/codebooks/plover/lookup.ts';
import { loadPlover } from '../../src/node/plover.ts';
import { loadResources } from '../../src/node/resources.ts';
import { read } from '../../src/reading/read.ts';
import type { ReaderResources } from '../../src/reader.ts';
import { reportOf } from '../reading/report.ts';

let resources: ReaderResources;
let lexicon: PloverLexicon;
beforeAll(async () => {
  [resources, lexicon] = await Promise.all([loadResources(), loadPlover()]);
});

function code(body: string) {
  const reading = read(reportOf(body), resources);
  const view = viewOf(reading);
  const event = codeSentence(view, reading.sentences[0]!, lexicon);
  const found =
    event && participants(view, event, actorLookup(resources.actors, resources.gazetteer));
  return {
    event: event?.event,
    source: found?.source.map(({ country }) => country),
    target: found?.target.map(({ country }) => country),
  };
}

describe('PLOVER', () => {
  test.each([
    ['Ukrainian troops attacked Russian positions.', 'FIGHT', ['UKR'], ['RUS']],
    ['Kenya promised to send food to Somalia.', 'AGREE', ['KEN'], ['SOM']],
    ['Turkey threatened to attack Syria.', 'THREATEN', ['TUR'], ['SYR']],
    ['Ethiopia rejected the proposal of Sudan.', 'REJECT', ['ETH'], ['SDN']],
    ['France condemned Mali.', 'DISAPPROVE', ['FRA'], ['MLI']],
    ['Egyptian police arrested 40 students.', 'COERCE', ['EGY'], ['EGY']],
    ['Ethnic Serbs demonstrated in Croatia.', 'PROTEST', ['HRV'], ['HRV']],
    ['The Red Cross accused Sudan.', 'DISAPPROVE', ['IGO'], ['SDN']],
    ['The president resigned.', 'RETREAT', [], []],
  ])('%s', (text, event, source, target) => {
    expect(code(text)).toEqual({ event, source, target });
  });

  test('a sentence without an event has none', () => {
    expect(code('The river is long.').event).toBeUndefined();
  });

  test('a file that lacks a class says which', () => {
    expect(() => ploverLexicon({ classes: {} } as never)).toThrow(
      'plover triggers: expected class AGREE, saw none',
    );
  });
});
