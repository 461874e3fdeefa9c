import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Claim } from '../../src/domain/index.ts';
import { loadResources } from '../../src/node/resources.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { readReport, type ReadReport } from '../../src/reader.ts';
import { failures, type Expected } from '../seed/match.ts';
import { reportOf } from '../report.ts';
import type { BenchTask } from '../task.ts';

interface SeedFile {
  readonly report: { readonly file: string; readonly published: string; readonly outlet: string };
  readonly claims: readonly (Expected & { readonly id: string })[];
  readonly must_not: readonly (Expected & { readonly why: string })[];
}

/** The sentence that a claim's evidence begins in, and the words of the evidence itself. */
function sentenceOf({ reading }: ReadReport, { evidence }: Claim): string {
  const sentence = reading.sentences.find(
    ({ start, end }) => start <= evidence.start && evidence.start < end,
  );
  return sentence ? reading.report.body.slice(sentence.start, sentence.end) : evidence.exact;
}

const describe = (claim: Claim) =>
  `${claim.kind} ${claim.actor?.name ?? '-'} @ ${'id' in claim.place ? claim.place.name : `?${claim.place.text}`} ${claim.polarity} ${claim.modality} [${claim.rule}] "${claim.evidence.exact}"`;

export const task: BenchTask = {
  name: 'seed',
  about:
    'What a careful reader takes from one report. --data CLAIMS.json (default ../shared/seed-claims.json; the report stands beside it), --show to print the nearest claim for each miss.',
  async run({ data, flags, print }) {
    const path = data[0] ?? join(packageRoot(), '..', 'shared', 'seed-claims.json');
    const seed = JSON.parse(await readFile(path, 'utf8')) as SeedFile;
    const body = await readFile(join(dirname(path), seed.report.file), 'utf8');
    const resources = await loadResources();
    const read = readReport(reportOf(body, { ...seed.report, id: 'rseed' }), resources);
    const failed = (expected: Expected, claim: Claim) =>
      failures(expected, claim, { actors: resources.actors, sentence: sentenceOf(read, claim) });
    const items: Record<string, boolean> = {};
    for (const expected of seed.claims) {
      const tries = read.claims
        .map((claim) => ({ claim, wrong: failed(expected, claim) }))
        .sort((a, b) => a.wrong.length - b.wrong.length);
      items[expected.id] = tries[0]?.wrong.length === 0;
      if (flags.show !== 'true' || items[expected.id]) continue;
      print(`missed ${expected.id}`);
      for (const { claim, wrong } of tries
        .filter(({ wrong }) => !wrong.includes('kind'))
        .slice(0, 3))
        print(`  ${wrong.join(',')}: ${describe(claim)}`);
    }
    const broken = seed.must_not.filter((expected) =>
      read.claims.some((claim) => failed(expected, claim).length === 0),
    );
    for (const { why } of broken) print(`must not: ${why}`);
    return {
      task: 'seed',
      n: 1,
      metrics: {
        right: Object.values(items).filter(Boolean).length,
        of: seed.claims.length,
        mustNot: broken.length,
        items,
      },
    };
  },
};
