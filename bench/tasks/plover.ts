import { readFile } from 'node:fs/promises';
import { viewOf } from '../../src/claims/text-view.ts';
import { codeSentence } from '../../src/codebooks/plover/code.ts';
import { participants, type ActorCode } from '../../src/codebooks/plover/countries.ts';
import { actorLookup } from '../../src/codebooks/plover/lookup.ts';
import { loadPlover } from '../../src/node/plover.ts';
import { loadResources } from '../../src/node/resources.ts';
import { read } from '../../src/reading/read.ts';
import { reportOf } from '../report.ts';
import type { BenchTask } from '../task.ts';

interface GoldActor {
  readonly code?: string;
  readonly sector?: string;
}

interface GoldRecord {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly event: string;
  readonly source: readonly GoldActor[] | string;
  readonly target?: readonly GoldActor[] | string;
}

interface Counts {
  right: number;
  found: number;
  gold: number;
}

const goldCodes = (actors: GoldRecord['source'] | undefined) =>
  typeof actors === 'string' || actors === undefined
    ? []
    : [...new Set(actors.flatMap(({ code }) => (code === undefined ? [] : [code])))];

/** A record with two sources and no target is mutual: each is the other's target too. */
function tally(counts: Counts, gold: readonly string[], found: readonly ActorCode[]): void {
  const codes = new Set(found.map(({ country }) => country));
  counts.gold += gold.length;
  counts.found += codes.size;
  counts.right += gold.filter((code) => codes.has(code)).length;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const f1 = ({ right, found, gold }: Counts) =>
  found + gold === 0 ? 0 : round((2 * right) / (found + gold));

export const task: BenchTask = {
  name: 'plover',
  about:
    'Event type, and countries of source and target, of one sentence each. --data FILE.jsonl of gold records; --show to print the misses.',
  async run({ data, flags, print }) {
    const resources = await loadResources();
    const lexicon = await loadPlover();
    const lookup = actorLookup(resources.actors, resources.gazetteer);
    const records = (await Promise.all(data.map((file) => readFile(file, 'utf8'))))
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as GoldRecord);
    const source: Counts = { right: 0, found: 0, gold: 0 };
    const target: Counts = { right: 0, found: 0, gold: 0 };
    let right = 0;
    for (const record of records) {
      const view = viewOf(
        read(
          reportOf(record.text.trim(), { id: `r${record.id}`, published: record.date }),
          resources,
        ),
      );
      const events = view.reading.sentences.map((s) => codeSentence(view, s, lexicon));
      const event = events.find((found) => found !== undefined);
      const coded = event && participants(view, event, lookup);
      const from = coded?.source ?? [];
      const to = coded?.target ?? [];
      tally(source, goldCodes(record.source), from);
      tally(target, goldCodes(record.target), to);
      if (event?.event === record.event) right++;
      if (flags.show === 'true')
        print(
          [
            event?.event === record.event ? '=' : '-',
            `${record.event}/${event?.event ?? 'none'} (${event?.because ?? ''})`,
            `${goldCodes(record.source).join(' ')}/${from.map((c) => c.country).join(' ')}`,
            `${goldCodes(record.target).join(' ')}/${to.map((c) => c.country).join(' ')}`,
            record.text,
          ].join(' | '),
        );
    }
    return {
      task: 'plover',
      n: records.length,
      metrics: {
        type: round(right / Math.max(1, records.length)),
        sourceCountryF1: f1(source),
        targetCountryF1: f1(target),
      },
    };
  },
};
