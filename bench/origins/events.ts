import type { Story } from './copies.ts';

/** Cosine of the rarer words from which two stories of one week count as being about one event. */
const SIMILAR = 0.22;
const DAYS = 2;

const dayIn = (id: string) => Date.parse(/\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? '') / 86_400_000;

/** Later editions of one text are no different stories: half of the sentences of one are in the other. */
function isEdition(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const sentences = shorter.split(/[.!?]["”’)]?\s+/).filter((sentence) => sentence.length > 25);
  const found = sentences.filter((sentence) => longer.includes(sentence.trim()));
  return found.length >= sentences.length / 2;
}

/** Pairs of different stories, by position, with near dates in their ids and much the same rarer words. */
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
      const a = vectors[i]!;
      const b = vectors[j]!;
      let dot = 0;
      for (const [word, weight] of a.vector) dot += weight * (b.vector.get(word) ?? 0);
      if (dot / (a.length * b.length) < SIMILAR) continue;
      if (!isEdition(stories[i]!.text, stories[j]!.text)) pairs.push([i, j]);
    }
  }
  return pairs;
}
