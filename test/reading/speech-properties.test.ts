import { expect, test } from 'vitest';
import type { Mention, Span } from '../../src/domain/index.ts';
import { packageRoot } from '../../src/node/package-root.ts';
import { loadSpeech } from '../../src/node/speech.ts';
import { findQuantities } from '../../src/reading/quantities.ts';
import { findSpeech } from '../../src/reading/speech.ts';
import { findTimes } from '../../src/reading/times.ts';
import { parsed } from './parsed.ts';

const resources = await loadSpeech(packageRoot());

/** Mulberry32. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES = [
  ..."“ ” \" ' ‘ ’ `` '' : ; — - , . ? ! ( ) … « »".split(' '),
  '\n',
  '\n\n',
  'said',
  'He added',
  'according to officials',
  'was quoted by Interfax as saying',
  'as making the comment',
  'is believed to be',
  'reportedly',
  'denied that',
  'citing residents',
  'the claim that',
  'the city had fallen',
  'PENCE:',
  'on Thursday',
  'a day earlier',
  '31 February',
  'from the 5th to the 10th',
  'at 5 p.m.',
  'since May',
  '2001-1999',
  'between 20 and',
  'half of',
  'dozens',
  'at least 12',
  'no',
  '𝕿aliban',
  'Ünïcödé',
  '0',
  '99999999999999999999',
];

function body(random: () => number) {
  const parts: string[] = [];
  const length = 1 + Math.floor(random() * 40);
  for (let i = 0; i < length; i++) parts.push(PIECES[Math.floor(random() * PIECES.length)]!);
  return parts.join(random() < 0.2 ? '' : ' ');
}

const whole = (text: string, { start, end }: Span) =>
  Number.isInteger(start) && start >= 0 && start < end && end <= text.length;

const SEED = Number(process.env['SEED'] ?? 20_210_805);

/** What is wrong with the reading of a text, in words. */
function wrongIn(text: string, published: string | undefined): readonly string[] {
  const wrong: string[] = [];
  const check = (what: string, holds: boolean) => {
    if (!holds) wrong.push(`${what}: ${JSON.stringify(text)}`);
  };
  const reading = parsed(text, published);
  const times = findTimes(reading);
  const quantities = findQuantities(reading, times);
  for (const draft of [...times, ...quantities]) {
    check('span', whole(text, draft) && text.slice(draft.start, draft.end) === draft.text);
    check('head', draft.first <= draft.head && draft.head < draft.last);
  }
  for (const { time } of times) check('period', time.basis === 'unknown' || time.start <= time.end);
  for (const { amount } of quantities)
    check('interval', amount.min >= 0 && (amount.max === null || amount.max >= amount.min));
  const mentions: readonly Mention[] = times.map((draft, id) => ({ ...draft, id }));
  for (const speech of findSpeech(reading, mentions, resources)) {
    const { id, content, cue, source, relays, within } = speech;
    const spans = [...content, ...relays, cue ?? [], source ?? []].flat();
    check('spans', content.length > 0 && spans.every((span) => whole(text, span)));
    // An outer speech always comes first, so that following `within` ends.
    check('nesting', within === undefined || within < id);
  }
  return wrong;
}

test(`whatever the text, spans lie in it and nesting has no circle (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  for (let run = 0; run < 400; run++)
    expect(wrongIn(body(random), random() < 0.5 ? '2021-08-05' : undefined)).toEqual([]);
});

test('thousands of quotes, closed or not, are read to the end', () => {
  const closed = parsed('“a” he said. '.repeat(2000));
  expect(findSpeech(closed, [], resources).length).toBeGreaterThan(500);
  const open = parsed('“ " he said '.repeat(2000));
  expect(findSpeech(open, [], resources)).toBeInstanceOf(Array);
});
