import { readFile } from 'node:fs/promises';
import { fingerprint } from '../../src/assessment/origins/fingerprint.ts';
import { Origins } from '../../src/assessment/origins/origins.ts';
import type { OriginParameters } from '../../src/assessment/parameters.ts';
import { addDays, day, reportId, type Instant, type ReportHead } from '../../src/domain/index.ts';
import { loadParameters } from '../../src/node/assessment.ts';
import { merge, variantsOf, type Story, type Variant } from '../origins/copies.ts';
import { sameEventPairs } from '../origins/events.ts';
import { Random } from '../random.ts';
import type { BenchTask } from '../task.ts';

async function loadStories(files: readonly string[]): Promise<Story[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Story);
}

function headOf(text: string, number: number, parameters: OriginParameters): ReportHead {
  const report = { title: null, body: text, byline: null, dateline: null };
  return {
    ...report,
    id: reportId(`r${number.toString(16).padStart(16, '0')}`),
    sha256: '',
    outlet: { basis: 'unknown', reason: 'made by program' },
    url: null,
    published: { basis: 'given', value: addDays(day('2020-01-01'), Math.floor(number / 500)) },
    captured: '2020-01-01T00:00:00Z' as Instant,
    language: 'en',
    fingerprint: fingerprint(report, parameters),
  };
}

/** Texts of the same words that share no run of words with anything. */
function filler(stories: readonly Story[], random: Random): string {
  const words = `${random.pick(stories).text} ${random.pick(stories).text}`.split(/\s+/);
  const length = 80 + random.below(700);
  return Array.from({ length }, () => random.pick(words)).join(' ');
}

function pairScore(variants: readonly Variant[], originsOf: (index: number) => readonly string[]) {
  let right = 0;
  let found = 0;
  let gold = 0;
  const missed = new Map<string, number>();
  const wrong = new Map<string, number>();
  const origins = variants.map((_, index) => originsOf(index));
  for (let i = 0; i < variants.length; i++) {
    for (let j = 0; j < i; j++) {
      const same = variants[i]!.of.some((id) => variants[j]!.of.includes(id));
      const said = origins[i]!.some((id) => origins[j]!.includes(id));
      if (same) gold++;
      if (said) found++;
      if (same && said) right++;
      if (same === said) continue;
      const kinds = [variants[i]!.kind, variants[j]!.kind].sort().join(' – ');
      const tally = same ? missed : wrong;
      tally.set(kinds, (tally.get(kinds) ?? 0) + 1);
    }
  }
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : right / gold;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), missed, wrong };
}

const most = (tally: ReadonlyMap<string, number>) =>
  [...tally]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([kinds, n]) => `${kinds} ${n}`)
    .join('; ');

export const task: BenchTask = {
  name: 'origins',
  about:
    'Copies made by program from --data ARTICLES.jsonl ({id, text}) found again among other texts. --seed N (default 1), --reports N texts in all (default 10000). Times are of one core.',
  async run({ data, flags, print }) {
    const seed = Number(flags.seed ?? 1);
    const size = Number(flags.reports ?? 10_000);
    print(`seed ${seed}, ${size} reports`);
    const random = new Random(seed);
    const [{ origins: parameters }, stories] = await Promise.all([
      loadParameters(),
      loadStories(data),
    ]);
    const variants: Variant[] = stories.flatMap((story) => [
      { kind: 'original', text: story.text, of: [story.id] },
      ...variantsOf(story, random),
      ...(random.next() < 0.3 ? [merge(story, random.pick(stories), random)] : []),
    ]);
    const texts: { text: string; variant?: number }[] = variants.map(({ text }, variant) => ({
      text,
      variant,
    }));
    while (texts.length < size) texts.push({ text: filler(stories, random) });
    const ordered = random.shuffle(texts);
    const place = new Map<number, ReportHead>();
    const index = new Origins(parameters);
    const started = process.cpuUsage();
    for (const [number, { text, variant }] of ordered.entries()) {
      const head = headOf(text, number, parameters);
      if (variant !== undefined) place.set(variant, head);
      index.add(head);
    }
    const { user, system } = process.cpuUsage(started);
    const msPerReport = (user + system) / 1000 / ordered.length;
    const score = pairScore(variants, (variant) => index.of(place.get(variant)!.id));
    print(`precision ${score.precision.toFixed(4)}, recall ${score.recall.toFixed(4)}`);
    print(`missed: ${most(score.missed)}`);
    print(`wrongly merged: ${most(score.wrong)}`);
    const events = falseMerges(stories, parameters, print);
    return {
      task: 'origins',
      n: ordered.length,
      metrics: {
        pairF1: score.f1,
        falseMerge: events.share,
        eventPairs: events.pairs,
        msPerReport,
        seed,
      },
    };
  },
};

/** Different stories about one event, each as published: how many pairs are taken for copies. */
function falseMerges(
  stories: readonly Story[],
  parameters: OriginParameters,
  print: (line: string) => void,
) {
  const index = new Origins(parameters);
  const heads = stories.map(({ text }, number) => headOf(text, number, parameters));
  for (const head of heads) index.add(head);
  const pairs = sameEventPairs(stories);
  const merged = pairs.filter(([a, b]) => {
    const other = index.of(heads[b]!.id);
    return index.of(heads[a]!.id).some((id) => other.includes(id));
  });
  for (const [a, b] of merged) print(`one origin: ${stories[a]!.id} – ${stories[b]!.id}`);
  const share = pairs.length === 0 ? 0 : merged.length / pairs.length;
  print(`different stories about one event: ${merged.length} of ${pairs.length} pairs merged`);
  return { share, pairs: pairs.length };
}
