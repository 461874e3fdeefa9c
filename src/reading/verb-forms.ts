import type { WordTag } from './tagger.ts';

/** Third persons that English has no plural noun for; in headlines a tagger takes them for nouns. */
const VERBS = new Set(
  'retakes recaptures seizes overruns besieges encircles liberates regains repels abandons flees loses enters withdraws'.split(
    ' ',
  ),
);
const NOMINAL = /^(NOUN|PROPN|ADJ)$/;

/** "Syrian army retakes most of Aleppo": behind a noun it is a verb. */
export function withVerbForms(
  words: readonly string[],
  tags: readonly WordTag[],
): readonly WordTag[] {
  const mistaken = (i: number) =>
    i > 0 && tags[i]!.upos === 'NOUN' && VERBS.has(words[i]!) && NOMINAL.test(tags[i - 1]!.upos);
  if (!words.some((_, i) => mistaken(i))) return tags;
  return tags.map((tag, i) => (mistaken(i) ? { ...tag, upos: 'VERB', xpos: 'VBZ' } : tag));
}
