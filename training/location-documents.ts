import { readFileSync } from 'node:fs';
import type { ToponymDocument } from '../bench/toponyms/documents.ts';

/** Consecutive sentences of one source that are read together. */
const SENTENCES = 12;
const TIGHT = /^[.,;:)\]'’”%]/;

interface Piece {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** One IOB2 sentence as running text with its locations. */
function pieceOf(lines: readonly string[]): Piece {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  for (const line of lines) {
    const [word = '', label = 'O'] = line.trimEnd().split('\t');
    if (text !== '' && !TIGHT.test(word)) text += ' ';
    const start = text.length;
    text += word;
    if (/^B-(?:Location|LOC|location|country)$/.test(label))
      spans.push({ start, end: text.length });
    else if (/^I-(?:Location|LOC|location|country)$/.test(label)) spans.at(-1)!.end = text.length;
  }
  return { text, spans };
}

/** Tab-separated IOB2 files as documents whose toponyms are their locations. */
export function locationDocuments(path: string): readonly ToponymDocument[] {
  const pieces = readFileSync(path, 'utf8')
    .split(/\r?\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.includes('\t')))
    .filter((lines) => lines.length > 0)
    .map(pieceOf);
  const documents: ToponymDocument[] = [];
  for (let i = 0; i < pieces.length; i += SENTENCES) {
    let text = '';
    const toponyms: ToponymDocument['toponyms'][number][] = [];
    for (const piece of pieces.slice(i, i + SENTENCES)) {
      const base = text.length;
      text += `${piece.text}\n\n`;
      for (const { start, end } of piece.spans) {
        const name = piece.text.slice(start, end);
        toponyms.push({
          start: base + start,
          end: base + end,
          name,
          type: null,
          lat: null,
          lon: null,
        });
      }
    }
    documents.push({ text, toponyms });
  }
  return documents;
}
