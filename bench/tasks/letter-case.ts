import { loadModels } from '../../src/node/models.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { caseOf, isProse } from '../../training/letter-case-command.ts';
import { sentencesOf } from '../../training/texts.ts';
import type { BenchOptions, BenchResult, BenchTask } from '../task.ts';

const LETTERS = /\p{L}/u;
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Prose put in capitals and restored; the first word of a sentence, which has a capital anyway, is left out. */
export const task: BenchTask = {
  name: 'letter-case',
  about:
    'Case of words restored after it was taken away; --data: CoNLL-U, CoNLL, JSON or JSONL with text.',
  async run({ data, flags, print }: BenchOptions): Promise<BenchResult> {
    const { letterCase } = await loadModels(packageRoot());
    const sentences = data.flatMap(sentencesOf).filter(isProse);
    const count = { words: 0, right: 0, capitals: 0, given: 0, both: 0 };
    const wrong = new Map<string, number>();
    for (const words of sentences) {
      const restored = letterCase.restore(words.map((word) => word.toUpperCase()));
      words.forEach((word, i) => {
        if (i === 0 || !LETTERS.test(word)) return;
        const [gold, got] = [caseOf(word), caseOf(restored[i]!)];
        count.words++;
        if (gold === got) count.right++;
        else
          wrong.set(`${word} → ${restored[i]!}`, (wrong.get(`${word} → ${restored[i]!}`) ?? 0) + 1);
        if (gold !== 'lower') count.capitals++;
        if (got !== 'lower') count.given++;
        if (gold !== 'lower' && got !== 'lower') count.both++;
      });
    }
    if (flags['show'] !== undefined)
      [...wrong]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 200)
        .forEach(([what, n]) => print(`${n}  ${what}`));
    const [precision, recall] = [count.both / count.given, count.both / count.capitals];
    return {
      task: 'letter-case',
      n: sentences.length,
      metrics: {
        words: count.words,
        accuracy: round(count.right / count.words),
        capitalF1: round((2 * precision * recall) / (precision + recall)),
        precision: round(precision),
        recall: round(recall),
      },
    };
  },
};
