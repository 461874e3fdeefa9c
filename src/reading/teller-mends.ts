import type { WordTag } from './tagger.ts';

interface Tree {
  readonly heads: number[] | Int32Array;
  readonly labels: string[];
}

const SAYS = /^(?:said|says?|told|reported|confirmed|added|announced)$/;
const IN_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/;

/**
 * "They took the town, three residents and a doctor told Reuters.": what "and" joins before the last verb are those
 * who say it, and not a verb with the one before the comma.
 */
export function bindTellers(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: Tree,
): void {
  for (let says = 5; says < words.length; says++) {
    if (!SAYS.test(words[says]!) || labels[says] !== 'conj') continue;
    const told = heads[says]!;
    if (told < 0 || told > says || !isVerb(tags[told]!)) continue;
    if (tags.slice(says + 1).some(isVerb)) continue;
    const and = phraseBefore(tags, says);
    if (words[and] !== 'and' || heads[says - 1] !== says || tags[says - 1]!.upos !== 'NOUN')
      continue;
    const comma = phraseBefore(tags, and);
    const first = and - 1;
    if (words[comma] !== ',' || comma <= told || first === comma || tags[first]!.upos !== 'NOUN')
      continue;
    heads[says] = heads[told]!;
    labels[says] = labels[told]!;
    heads[told] = says;
    labels[told] = 'ccomp';
    heads[first] = says;
    labels[first] = 'nsubj';
    heads[says - 1] = first;
    labels[says - 1] = 'conj';
    heads[and] = says - 1;
    labels[and] = 'cc';
    heads[comma] = says;
    for (let i = says + 1; i < heads.length; i++)
      if (labels[i] === 'punct' && heads[i] === told) heads[i] = says;
  }
}

const isVerb = ({ upos }: WordTag) => upos === 'VERB' || upos === 'AUX';

/** Where the plain words of a noun phrase up to `end` stop. */
function phraseBefore(tags: readonly WordTag[], end: number): number {
  let at = end - 1;
  while (at > 0 && IN_PHRASE.test(tags[at]!.upos)) at--;
  return at;
}
