import { fingerprint } from '../../src/assessment/index.ts';
import type { ClaimKind } from '../../src/domain/index.ts';
import { parameters, told, type Entry } from './world.ts';

export const pick = <T>(random: () => number, items: readonly T[]) =>
  items[Math.floor(random() * items.length)]!;

const KINDS: ClaimKind[] = [
  'control.captured',
  'control.recaptured',
  'control.held',
  'control.withdrawn',
  'control.contested',
  'control.besieged',
  'clash',
  'killing',
];

const wordsOf = (word: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `${word}${from + i}`).join(' ');

export const printOf = (body: string) =>
  fingerprint({ title: null, byline: null, dateline: null, body }, parameters.origins);

/** Three stories. */
const TEXTS = ['alpha', 'beta', 'gamma'].map((word) => printOf(wordsOf(word, 0, 60)));

/** Stories with parts and mergers of them: which draws on which is known only when all are. */
export const TANGLED = [
  ...TEXTS,
  printOf(wordsOf('alpha', 0, 30)),
  printOf(`${wordsOf('alpha', 0, 60)} ${wordsOf('beta', 0, 60)}`),
  printOf(`${wordsOf('beta', 20, 60)} ${wordsOf('gamma', 0, 50)} ${wordsOf('delta', 0, 40)}`),
  printOf(wordsOf('delta', 0, 60)),
];

interface RandomLedger {
  readonly days?: number;
  /** Most days between what is told and its telling, and one more. */
  readonly back?: number;
  readonly texts?: typeof TEXTS;
  /** First of the names of its claims and reports: two ledgers in one have two. */
  readonly letter?: string;
}

/** A small war told by a few outlets, some of them copying one another. */
export function ledger(
  random: () => number,
  size: number,
  { days = 25, back = 4, texts = TEXTS, letter = '' }: RandomLedger = {},
): Entry[] {
  return Array.from({ length: size }, (_, i) => {
    const published = Math.floor(random() * days);
    return told({
      id: `c${letter}${i}`,
      report: `r${letter}${i}`,
      kind: pick(random, KINDS),
      actor: pick(random, ['rebels', 'army', 'militia']),
      place: pick(random, ['Millbridge', 'Harbour Town', 'North', 'Ridge']),
      published,
      ...(random() < 0.6 ? { on: Math.max(0, published - Math.floor(random() * back)) } : {}),
      modality: pick(random, ['stated', 'stated', 'hedged', 'hypothetical']),
      polarity: random() < 0.15 ? 'negative' : 'positive',
      ...(random() < 0.5
        ? { speaker: pick(random, ['Rebels', 'Government', 'residents', 'Ana Marr']) }
        : {}),
      outlet: pick(random, ['Herald', 'Courier', 'Post']),
      ...(random() < 0.3 ? { fingerprint: pick(random, texts) } : {}),
      amounts:
        random() < 0.3
          ? [
              {
                min: 1 + Math.floor(random() * 30),
                max: null,
                unit: 'person',
                text: '',
                role: 'killed',
              },
            ]
          : [],
    });
  });
}

export const shuffled = <T>(random: () => number, items: readonly T[]) =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
