import { readFileSync } from 'node:fs';

/** One tree of a treebank. `heads` are indices into `words`, -1 for the root. */
export interface TreebankSentence {
  readonly document: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly misc: readonly string[];
  /** First of a paragraph. */
  readonly startsParagraph: boolean;
}

/** Reads CoNLL-U; ranges of multiword tokens and empty nodes are left out. */
export function readConllu(file: string): TreebankSentence[] {
  let document = '';
  return readFileSync(file, 'utf8')
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const lines = block.split('\n');
      const comment = (name: string) =>
        lines.find((line) => line.startsWith(`# ${name} = `))?.slice(name.length + 5);
      document = comment('newdoc id') ?? document;
      const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
      const column = (index: number) => rows.map((row) => row[index]!);
      return {
        document,
        text: comment('text') ?? '',
        words: column(1),
        lemmas: column(2),
        upos: column(3),
        xpos: column(4),
        heads: rows.map((row) => Number(row[6]) - 1),
        deprels: column(7),
        misc: column(9),
        startsParagraph: lines.some(
          (line) => line.startsWith('# newpar') || line.startsWith('# newdoc'),
        ),
      };
    })
    .filter(({ words }) => words.length > 0);
}
