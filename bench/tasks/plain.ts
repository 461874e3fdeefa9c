import { loadResources } from '../../src/node/resources.ts';
import { readReport } from '../../src/reader.ts';
import { scoreItem } from '../control/score.ts';
import { Random } from '../random.ts';
import { compose, itemOf, type Composed } from '../plain/compose.ts';
import { reportOf } from '../replay/data.ts';
import type { BenchTask } from '../task.ts';

const SENTENCES = 3000;
const SEED = 1;

export const task: BenchTask = {
  name: 'plain',
  about:
    'Plain sentences put together by chance from sides, deeds, places and what stands around: how many statements are read, by part. --n and --seed choose them, --show prints those that are not.',
  async run({ flags, print }) {
    const resources = await loadResources();
    const random = new Random(Number(flags['seed'] ?? SEED));
    const n = Number(flags['n'] ?? SENTENCES);
    const parts = new Map<string, { read: number; of: number }>();
    const total = { read: 0, of: 0, extra: 0 };
    for (let i = 0; i < n; i++) {
      const composed = compose(random);
      const score = bestOf(composed);
      const of = score.matched.length + score.missed.length;
      total.read += score.matched.length;
      total.of += of;
      total.extra += score.spurious.length;
      for (const [part, words] of Object.entries({ ...composed.parts, kind: composed.kind })) {
        const count = parts.get(`${part}: ${words}`) ?? { read: 0, of: 0 };
        count.read += score.matched.length;
        count.of += of;
        parts.set(`${part}: ${words}`, count);
      }
      if (flags['show'] === 'true' && score.missed.length > 0) print(composed.sentence);
    }
    const worst = [...parts]
      .map(([part, { read, of }]) => ({ part, share: read / of, of }))
      .sort((a, b) => a.share - b.share)
      .slice(0, 12);
    for (const { part, share, of } of worst) print(`${share.toFixed(2)} of ${of}: ${part}`);
    return {
      task: 'plain',
      n,
      metrics: { ...total, recall: total.read / total.of },
    };

    /** Where any of several sides is right, the one that the reader gives. */
    function bestOf(composed: Composed) {
      const { claims } = readReport(reportOf(itemOf(composed, null)), resources);
      const scores = composed.actors.map((actor) =>
        scoreItem(itemOf(composed, actor), claims, resources),
      );
      return scores.reduce((best, one) => (one.matched.length > best.matched.length ? one : best));
    }
  },
};
