import { writeFileSync } from 'node:fs';
import { encodeModel } from '../src/reading/perceptron/container.ts';
import { hashText } from '../src/reading/perceptron/hash.ts';
import { plainForm, fold } from '../src/reading/perceptron/words.ts';
import { clusterWords } from './cluster-words.ts';
import type { TrainingOptions } from './main.ts';
import { sentencesOf } from './texts.ts';

/** Words seen less often are left without a class. */
const LEAST = 4;

export function run({ data, flags, out, log }: TrainingOptions): void {
  const written = data.flatMap(sentencesOf);
  const sentences = written.map((words) => words.map((word) => fold(plainForm(word))));
  const counts = new Map<string, number>();
  for (const words of sentences)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const small = lowerCaseShare(written);
  const known = [...counts]
    .filter(([, count]) => count >= LEAST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word);
  const numbers = new Map(known.map((word, number) => [word, number]));
  const text = Int32Array.from(
    sentences.flatMap((words) => [...words.map((word) => numbers.get(word) ?? -1), -1]),
  );
  log(`${text.length} words, ${known.length} distinct`);
  const rounds = Number(flags['rounds'] ?? 8);
  const cluster = (classes: number) => clusterWords(text, known.length, { classes, rounds, log });
  const fine = cluster(Number(flags['fine'] ?? 250));
  const coarse = cluster(Number(flags['coarse'] ?? 50));
  const bytes = encodeModel({
    meta: { model: 'clusters' },
    arrays: {
      words: Int32Array.from(known, hashText),
      fine: Uint8Array.from(fine),
      coarse: Uint8Array.from(coarse),
      lower: Int32Array.from([...small].sort(), hashText),
    },
  });
  writeFileSync(out, bytes);
  log(`${out}: ${bytes.length} bytes`);
  if (flags['show']) show(known, fine, log);
}

/** Words that running text writes in lower case more often than not. */
function lowerCaseShare(sentences: readonly (readonly string[])[]): Set<string> {
  const balance = new Map<string, number>();
  for (const words of sentences) {
    const shouted = words.every((word) => word === word.toUpperCase());
    const titled = words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length / 2;
    if (shouted || titled) continue;
    words.forEach((word, i) => {
      if (i === 0 || !/\p{L}/u.test(word)) return;
      const key = fold(plainForm(word));
      balance.set(key, (balance.get(key) ?? 0) + (/^\p{Ll}/u.test(word) ? 1 : -1));
    });
  }
  return new Set([...balance].filter(([, sum]) => sum > 0).map(([word]) => word));
}

function show(known: readonly string[], fine: Int32Array, log: (line: string) => void): void {
  const members = new Map<number, string[]>();
  known.forEach((word, i) => members.set(fine[i]!, [...(members.get(fine[i]!) ?? []), word]));
  for (const [label, words] of members) log(`${label}: ${words.slice(0, 14).join(' ')}`);
}
