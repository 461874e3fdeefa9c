/** Words a language has in use. */
const VOCABULARY = 20_000;
const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'sh', 'tr'];
const RIMES = ['a', 'e', 'i', 'o', 'u', 'an', 'en', 'is', 'or', 'ul'];

/** Share of reports that print an earlier one again, as wire stories are; half of those are cut. */
const COPIED = 0.08;
/** So many reports are copied from. */
const RECENT = 400;

/** Words of a report: from a brief to a long one, 300 in the middle. */
const SHORTEST = 80;
const SPREAD = 10;

function vocabulary(): readonly string[] {
  const syllables = ONSETS.flatMap((onset) => RIMES.map((rime) => onset + rime));
  return Array.from({ length: VOCABULARY }, (_, i) => {
    const [first, rest] = [i % syllables.length, Math.floor(i / syllables.length)];
    return syllables[first]! + (rest === 0 ? '' : syllables[rest % syllables.length]!);
  });
}

/** Zipf's law: the logarithm of a word's rank is spread evenly. */
const someWord = (words: readonly string[], random: () => number) =>
  words[Math.floor(words.length ** random()) - 1]!;

/**
 * Bodies as long as news is, of words as frequent as words are: so that two texts share as little by
 * chance as two real ones, and one in twelve shares nearly all, or half, with a recent one.
 */
export function syntheticBodies(random: () => number): () => string {
  const words = vocabulary();
  const recent: string[][] = [];
  return () => {
    const from = random() < COPIED ? recent[Math.floor(random() * recent.length)] : undefined;
    if (from) return from.slice(0, random() < 0.5 ? from.length : from.length >> 1).join(' ');
    const length = Math.floor(SHORTEST * SPREAD ** random());
    const body = Array.from({ length }, () => someWord(words, random));
    recent.push(body);
    if (recent.length > RECENT) recent.shift();
    return body.join(' ');
  };
}
