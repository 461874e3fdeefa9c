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

/** A small war told by a few outlets, some of them copying one another. */
export function ledger(random: () => number, size: number): Entry[] {
  const texts = ['alpha', 'beta', 'gamma'].map((word) =>
    fingerprint(
      {
        title: null,
        byline: null,
        dateline: null,
        body: Array.from({ length: 60 }, (_, i) => `${word}${i}`).join(' '),
      },
      parameters.origins,
    ),
  );
  return Array.from({ length: size }, (_, i) => {
    const published = Math.floor(random() * 25);
    return told({
      id: `c${i}`,
      report: `r${i}`,
      kind: pick(random, KINDS),
      actor: pick(random, ['rebels', 'army', 'militia']),
      place: pick(random, ['Millbridge', 'Harbour Town', 'North', 'Ridge']),
      published,
      ...(random() < 0.6 ? { on: Math.max(0, published - Math.floor(random() * 4)) } : {}),
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
