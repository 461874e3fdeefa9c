import { expect, test } from 'vitest';
import type { Article } from '../../bench/tasks/polnear/data.ts';
import type { Spans } from '../../bench/tasks/polnear/score.ts';
import { annotatedTwice } from '../../bench/tasks/polnear/twice.ts';

const SENTENCES = Array.from(
  { length: 10 },
  (_, k) => `Colonel Orsk said that column ${k} had left the town before dawn.`,
);

/** An article in which the words given are who says what. */
function article(
  id: string,
  text: string,
  found: readonly { readonly source: string; readonly cue: string; readonly content: string }[],
): Article {
  const at = (words: string): Spans => {
    const start = text.indexOf(words);
    return [[start, start + words.length]];
  };
  return {
    id,
    text,
    attributions: found.map(({ source, cue, content }) => ({
      source: at(source),
      cue: at(cue),
      content: at(content),
    })),
  };
}

test('an article in two versions is one annotation against another', () => {
  const body = `${SENTENCES.join(' ')} “Yes.” he added. 🙂`;
  const said = { source: 'Colonel Orsk', cue: 'said', content: 'that column 0 had left the town' };
  const added = { source: 'he', cue: 'added', content: '“Yes.”' };
  const own = { source: 'Aides', cue: 'denied', content: 'it' };
  const one = article('one', `🙂 Early edition. ${body} Aides denied it.`, [said, added, own]);
  const other = article('other', `${body} The mayor agreed.`, [
    { ...said, content: 'column 0 had left the town before dawn' },
    added,
    { source: 'The mayor', cue: 'agreed', content: 'The mayor' },
  ]);
  const apart = article('apart', SENTENCES.slice(0, 9).join('\n'), [said]);
  const found = annotatedTwice([one, other, apart]);
  expect(found.length).toBe(1);
  const words = (spans: Spans) => spans.map(([start, end]) => one.text.slice(start, end));
  const told = (which: 'one' | 'other') =>
    found[0]![which].map(({ source, cue, content }) => [source, cue, content].flatMap(words));
  expect(told('one')).toEqual([
    ['Colonel Orsk', 'said', 'that column 0 had left the town'],
    ['he', 'added', '“Yes.”'],
  ]);
  expect(told('other')).toEqual([
    ['Colonel Orsk', 'said', 'column 0 had left the town before dawn'],
    ['he', 'added', '“Yes.”'],
  ]);
});

test('what only one version has stands nowhere in the other', () => {
  const body = SENTENCES.join(' ');
  const content = 'that column 9 had left the town before dawn. They';
  const one = article('one', `${body} It is over.`, []);
  const other = article('other', `${body} They were tired.`, [
    { source: 'Colonel Orsk', cue: 'said', content },
  ]);
  const [{ text, other: spans }] = annotatedTwice([one, other]) as [
    ReturnType<typeof annotatedTwice>[number],
  ];
  expect(spans[0]!.content.length).toBe(2);
  expect(spans[0]!.content[1]![0]).toBeGreaterThan(text.length);
});
