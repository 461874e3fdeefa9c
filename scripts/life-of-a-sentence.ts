/** Fills the blocks of `docs/life-of-a-sentence.md` with what the program says. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant, Mention, Reading, Report, Sentence } from '../src/domain/index.ts';
import { loadResources } from '../src/node/resources.ts';
import { readReport, type ReadReport } from '../src/reader.ts';
import { isRead, takeInText } from '../src/report/index.ts';

const ROOT = join(import.meta.dirname, '..');
export const DOCUMENT = join(ROOT, 'docs', 'life-of-a-sentence.md');
const EXAMPLE = 'examples/afghanistan-2021/0806-zaranj-wire.md';
const BEGINS = 'A police spokesman in Nimroz';

type Block = (read: ReadReport, sentence: Sentence) => string;

const table = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const inside = ({ start, end }: Sentence, mention: Mention) =>
  start <= mention.start && mention.end <= end;

function meaning(mention: Mention, reading: Reading): string {
  const same =
    'same' in mention && mention.same
      ? ` = ${JSON.stringify(reading.mentions[mention.same.as]!.text)}, ${mention.same.reason}`
      : '';
  switch (mention.type) {
    case 'actor':
      return `${mention.name} (${mention.kind}${mention.anonymous ? ', unnamed' : ''})${same}`;
    case 'place':
      return 'id' in mention.place
        ? `${mention.place.path.join(' › ')} (${mention.place.precision})${same}`
        : `unresolved: ${mention.place.unresolved}`;
    case 'time':
      return `${mention.time.start ?? 'unknown'} (${mention.time.basis})`;
    case 'quantity':
      return `${mention.amount.min} to ${mention.amount.max ?? 'any'} ${mention.amount.unit}`;
    case 'facility':
      return mention.name;
  }
}

const reportOf = ({ id, outlet, title, dateline, published, language }: Report) => ({
  id,
  outlet,
  title,
  dateline,
  published,
  language,
});

const BLOCKS: Readonly<Record<string, Block>> = {
  report: ({ report }) => JSON.stringify(reportOf(report), null, 2),
  tokens: ({ reading }, { first, last }) =>
    table(
      reading.tokens
        .slice(first, last)
        .map(({ text, lemma, upos, head, deprel }) => [
          text,
          lemma,
          upos,
          deprel,
          head < 0 ? '' : `← ${reading.tokens[head]!.text}`,
        ]),
    ),
  mentions: ({ reading }, sentence) =>
    table(
      reading.mentions
        .filter((mention) => inside(sentence, mention))
        .map((mention) => [
          mention.type,
          mention.text,
          meaning(mention, reading),
          `[${mention.rule}]`,
        ]),
    ),
  speech: ({ reading }, sentence) =>
    JSON.stringify(
      reading.speech
        .filter(({ content }) =>
          content.some(({ start }) => sentence.start <= start && start < sentence.end),
        )
        .map(({ form, stance, source, cue, content, rule }) => ({
          form,
          stance,
          source: source?.text,
          cue: cue && reading.report.body.slice(cue.start, cue.end),
          content: content.map(({ start, end }) => reading.report.body.slice(start, end)),
          rule,
        })),
      null,
      2,
    ),
  claims: ({ claims }, sentence) =>
    JSON.stringify(
      claims.filter(
        ({ evidence }) => sentence.start <= evidence.start && evidence.end <= sentence.end,
      ),
      null,
      2,
    ),
};

/** The document with every block made anew. @throws Error when a block has no such name. */
export async function renderLife(document: string): Promise<string> {
  const resources = await loadResources();
  const [captured] = takeInText({
    bytes: await readFile(join(ROOT, EXAMPLE)),
    name: EXAMPLE,
    captured: '2021-08-06T18:00:00Z' as Instant,
  });
  if (captured === undefined || !isRead(captured)) throw new Error(`${EXAMPLE} cannot be read`);
  const read = readReport(captured.report, resources);
  const sentence = read.reading.sentences.find(({ start }) =>
    read.report.body.startsWith(BEGINS, start),
  );
  if (!sentence) throw new Error(`${EXAMPLE} has no sentence that begins "${BEGINS}"`);
  return document.replaceAll(
    /(<!-- shown: (\w+) -->\n\n```\w*\n)[\s\S]*?(\n```)/g,
    (_, before: string, name: string, after: string) => {
      const block = BLOCKS[name];
      if (!block) throw new Error(`no block is called "${name}"`);
      return `${before}${block(read, sentence)}${after}`;
    },
  );
}

if (process.argv[1] === import.meta.filename)
  await writeFile(DOCUMENT, await renderLife(await readFile(DOCUMENT, 'utf8')));
