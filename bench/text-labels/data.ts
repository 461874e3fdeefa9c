import { readFileSync } from 'node:fs';
import type { Report } from '../../src/domain/index.ts';
import type { LabelScheme } from '../../src/codebooks/text-labels/schemes.ts';
import { reportOf } from '../report.ts';

export interface LabelledText {
  readonly report: Report;
  readonly gold: ReadonlySet<string>;
}

/** A text a line, then 0 or 1 for each label, apart by tabs; no header. @throws Error naming the line. */
export function readTexts(file: string, { labels }: LabelScheme): readonly LabelledText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const [text = '', ...marks] = line.trimEnd().split('\t');
      if (marks.length !== labels.length)
        throw new Error(`${file}:${i + 1}: expected ${labels.length} labels, saw ${marks.length}`);
      return { report: reportOf(text), gold: new Set(labels.filter((_, k) => marks[k] === '1')) };
    });
}
