import type { Story } from './copies.ts';

/** Cosine of the rarer words from which two stories of one week count as being about one event. */
const SIMILAR = 0.15;
const DAYS = 2;

const dayIn = (id: string) => Date.parse(/\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? '') / 86_400_000;

/** Outlets print later editions of their own stories: only stories of two outlets are surely two. */
const outletIn = (id: string) => id.split('_')[0];

/** Pairs of stories of different outlets, by position, with near dates in their ids and much the same rarer words. */
export function sameEventPairs(stories: readonly Story[]): [number, number][] {
  const counts = stories.map(({ text }) => {
    const words = new Map<string, number>();
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{3,}/gu)) {
      words.set(word, (words.get(word) ?? 0) + 1);
    }
    return words;
  });
  const documents = new Map<string, number>();
  for (const words of counts) {
    for (const word of words.keys()) documents.set(word, (documents.get(word) ?? 0) + 1);
  }
  const vectors = counts.map((words) => {
    const vector = new Map<string, number>();
    let length = 0;
    for (const [word, count] of words) {
      const weight = (1 + Math.log(count)) * Math.log(stories.length / documents.get(word)!);
      vector.set(word, weight);
      length += weight * weight;
    }
    return { vector, length: Math.sqrt(length) };
  });
  const pairs: [number, number][] = [];
  for (let i = 0; i < stories.length; i++) {
    for (let j = 0; j < i; j++) {
      if (!(Math.abs(dayIn(stories[i]!.id) - dayIn(stories[j]!.id)) <= DAYS)) continue;
      if (outletIn(stories[i]!.id) === outletIn(stories[j]!.id)) continue;
      const a = vectors[i]!;
      const b = vectors[j]!;
      let dot = 0;
      for (const [word, weight] of a.vector) dot += weight * (b.vector.get(word) ?? 0);
      if (dot / (a.length * b.length) < SIMILAR) continue;
      pairs.push([i, j]);
    }
  }
  return pairs;
}
