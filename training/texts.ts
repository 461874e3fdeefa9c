import { readFileSync } from 'node:fs';
import { paragraphSpans } from '../src/reading/paragraphs.ts';
import { sentenceRanges } from '../src/reading/sentences.ts';
import { tokenSpans } from '../src/reading/tokens.ts';
import { readConllu } from './conllu.ts';

/** Words of every sentence of a file: CoNLL-U, CoNLL, JSON or JSONL with `text` or `doc`, or tab-separated with the text first. */
export function sentencesOf(file: string): string[][] {
  if (file.endsWith('.conllu')) return readConllu(file).map(({ words }) => [...words]);
  if (file.endsWith('.conll')) return columnsOf(file);
  return textsOf(file).flatMap((text) =>
    paragraphSpans(text).flatMap((paragraph) => {
      const spans = tokenSpans(text, paragraph);
      const words = spans.map(({ start, end }) => text.slice(start, end));
      return sentenceRanges(words, spans).map(({ start, end }) => words.slice(start, end));
    }),
  );
}

/** A word a line, an empty line after each sentence. */
const columnsOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').flatMap((line) => line.trim().split(/\s+/)[0] || []))
    .filter((words) => words.length > 0);

function textsOf(file: string): string[] {
  const content = readFileSync(file, 'utf8');
  if (file.endsWith('.tsv')) return content.split('\n').map((line) => line.split('\t', 1)[0]!);
  const rows = file.endsWith('.jsonl')
    ? content
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown)
    : Object.values(JSON.parse(content) as Record<string, unknown>);
  return rows.map((row) => {
    const { text, doc } = row as { text?: string; doc?: string };
    return text ?? doc ?? '';
  });
}
