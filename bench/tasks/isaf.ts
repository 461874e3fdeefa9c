import { readFile } from 'node:fs/promises';
import { viewOf } from '../../src/claims/text-view.ts';
import { codeRelease, type IsafRecord } from '../../src/codebooks/isaf/code.ts';
import { releaseDay } from '../../src/codebooks/isaf/release-date.ts';
import { reportId, type Instant, type Report } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { read } from '../../src/reading/read.ts';
import type { BenchTask } from '../task.ts';

interface Release {
  readonly id: string;
  readonly text: string;
  readonly gold: IsafRecord & { readonly name: string };
}

const FIELDS = [
  'start_date',
  'event_type',
  'province',
  'target_group',
  'min_killed',
  'min_captured',
  'killq',
  'captureq',
  'killcaptureraid',
  'airstrike',
  'noshotsfired',
  'min_leaders_killed',
  'min_leaders_captured',
] as const;

/** Fields whose values are lists; a list may also be joined by ";". */
const parts = (value: unknown) =>
  (Array.isArray(value) ? value : [value])
    .flatMap((part) => String(part).split(';'))
    .filter((part) => part !== '');

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((part) => b.includes(part));

/** The published scorer: groups and event types by the share of the gold found, the rest 0 or 1. */
function published(field: (typeof FIELDS)[number], gold: unknown, found: unknown): number {
  if (field === 'event_type' || field === 'target_group') {
    const wanted = parts(gold);
    if (wanted.length === 0) return parts(found).length === 0 ? 1 : 0;
    return wanted.filter((part) => parts(found).includes(part)).length / wanted.length;
  }
  return field === 'province' ? Number(sameSet(parts(gold), parts(found))) : Number(gold === found);
}

function strict(field: (typeof FIELDS)[number], gold: unknown, found: unknown): number {
  return field === 'event_type' || field === 'target_group'
    ? Number(sameSet(parts(gold), parts(found)))
    : published(field, gold, found);
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
const mean = (values: readonly number[]) =>
  round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));

export const task: BenchTask = {
  name: 'isaf',
  about: 'Thirteen fields of press releases. --data FILE.jsonl; --show FIELD prints its misses.',
  async run({ data, flags, print }) {
    const resources = await loadResources();
    const releases = (await Promise.all(data.map((file) => readFile(file, 'utf8'))))
      .flatMap((text) => text.split('\n'))
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Release);
    const scores = new Map(FIELDS.map((field) => [field, [] as number[]]));
    const stricter: number[] = [];
    for (const release of releases) {
      const released = releaseDay(release.text);
      const report: Report = {
        id: reportId(`r${release.id}`),
        sha256: '',
        outlet: { basis: 'given', value: 'ISAF Joint Command' },
        url: null,
        title: null,
        byline: null,
        dateline: null,
        published: released
          ? { basis: 'stated', value: released }
          : { basis: 'unknown', reason: 'the release gives no date' },
        captured: '2013-12-31T00:00:00Z' as Instant,
        language: 'en',
        body: release.text,
      };
      const record = codeRelease(viewOf(read(report, resources)), released);
      for (const field of FIELDS) {
        const score = published(field, release.gold[field], record[field]);
        scores.get(field)!.push(score);
        stricter.push(strict(field, release.gold[field], record[field]));
        if (flags.show === field && score < 1)
          print(
            `${release.id} gold ${JSON.stringify(release.gold[field])} found ${JSON.stringify(record[field])}\n    ${release.text.replaceAll(/\s+/g, ' ').slice(0, 900)}`,
          );
      }
    }
    return {
      task: 'isaf',
      n: releases.length,
      metrics: {
        mean13: mean([...scores.values()].flat()),
        strict13: mean(stricter),
        fields: Object.fromEntries([...scores].map(([field, values]) => [field, mean(values)])),
      },
    };
  },
};
