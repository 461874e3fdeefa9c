const NAME = /^\p{Lu}[\p{L}'’-]+$/u;

/**
 * Names in a headline that is written as a sentence: its capitals after the first word. None where
 * every word of it has one.
 */
export function namesInTitle(title: string | null): readonly string[] {
  const words = (title ?? '').split(/[\s,:;]+/).filter((word) => /\p{L}/u.test(word));
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (words.length === 0 || capitals > words.length / 2) return [];
  return words
    .slice(1)
    .map((word) => word.replace(/['’]s$/, ''))
    .filter((word) => NAME.test(word));
}
