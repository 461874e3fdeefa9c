import { readFileSync } from 'node:fs';
import type { ParsedText } from '../../../src/domain/index.ts';
import { parseText } from '../../../src/reading/parse.ts';
import { splitText } from '../../../src/reading/split.ts';
import { reportOf } from '../../report.ts';
import type { Roles } from './score.ts';

export interface Article {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Roles[];
}

/** Articles of a PolNeAR file in JSONL: spans are lists of [start, end) in UTF-16 positions. */
export const readArticles = (file: string): readonly Article[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Article);

export const parseArticle = (
  article: Article,
  models: Parameters<typeof parseText>[1],
): ParsedText => parseText(splitText(reportOf(article.text, { id: article.id })), models);
