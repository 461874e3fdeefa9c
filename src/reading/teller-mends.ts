import { hangsOn, type LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const SAYS = /^(?:said|says?|told|reported|confirmed|added|announced|wrote|tweeted|posted)$/;
const IN_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/;

/**
 * "They took the town, three residents and a doctor told Reuters.": what "and" joins before the last verb are those
 * who say it, and not a verb with the one before the comma.
 */
export function bindTellers(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let says = 5; says < words.length; says++) {
    if (!SAYS.test(words[says]!) || labels[says] !== 'conj') continue;
    const told = heads[says]!;
    if (told < 0 || told > says || !isVerb(tags[told]!)) continue;
    if (tags.slice(says + 1).some(isVerb)) continue;
    const tellers = joined(words, tags, says) ?? named(words, tags, says);
    if (tellers === undefined || tellers.comma <= told) continue;
    const { comma, first, second } = tellers;
    if (isSubject({ heads, labels }, told, first)) continue;
    const beside = rootWithin(heads, second.from, says);
    if (beside === undefined || hangsOn(heads, told, first) || hangsOn(heads, told, beside))
      continue;
    heads[says] = heads[told]!;
    labels[says] = labels[told]!;
    heads[told] = says;
    labels[told] = 'ccomp';
    heads[first] = says;
    labels[first] = 'nsubj';
    heads[beside] = first;
    labels[beside] = second.label;
    if (second.label === 'conj') {
      heads[second.from - 1] = beside;
      labels[second.from - 1] = 'cc';
    }
    heads[comma] = says;
    for (let i = says + 1; i < heads.length; i++)
      if (labels[i] === 'punct' && heads[i] === told) heads[i] = says;
  }
}

interface Tellers {
  /** What ends the clause before them. */
  readonly comma: number;
  /** Head of the first name or noun. */
  readonly first: number;
  readonly second: { readonly from: number; readonly label: 'conj' | 'appos' };
}

/** "three residents and a doctor" */
function joined(
  words: readonly string[],
  tags: readonly WordTag[],
  says: number,
): Tellers | undefined {
  const and = phraseBefore(tags, says);
  if (words[and] !== 'and' || tags[says - 1]!.upos !== 'NOUN') return undefined;
  const comma = phraseBefore(tags, and);
  const first = and - 1;
  if (words[comma] !== ',' || first === comma || tags[first]!.upos !== 'NOUN') return undefined;
  return { comma, first, second: { from: and + 1, label: 'conj' } };
}

/** "Nabil Abdallah, a spokesman for the army," */
function named(
  words: readonly string[],
  tags: readonly WordTag[],
  says: number,
): Tellers | undefined {
  if (words[says - 1] !== ',') return undefined;
  const between = words.lastIndexOf(',', says - 2);
  if (between < 1 || tags[between + 1]?.upos !== 'DET') return undefined;
  if (tags.slice(between, says).some(isVerb)) return undefined;
  let comma = between - 1;
  while (comma > 0 && (tags[comma]!.upos === 'PROPN' || words[comma] === '-')) comma--;
  if (words[comma] !== ',' || between - comma < 3) return undefined;
  return { comma, first: comma + 1, second: { from: between + 1, label: 'appos' } };
}

const isSubject = ({ heads, labels }: LooseTree, verb: number, noun: number) =>
  heads[noun] === verb && labels[noun]!.startsWith('nsubj');

/** The word of a stretch that hangs outside it, marks left out. */
function rootWithin(heads: LooseTree['heads'], from: number, end: number): number | undefined {
  for (let i = from; i < end; i++) {
    const head = heads[i]!;
    if (head >= end || head < from) return i;
  }
  return undefined;
}

const isVerb = ({ upos }: WordTag) => upos === 'VERB' || upos === 'AUX';

/** Where the plain words of a noun phrase up to `end` stop. */
function phraseBefore(tags: readonly WordTag[], end: number): number {
  let at = end - 1;
  while (at > 0 && IN_PHRASE.test(tags[at]!.upos)) at--;
  return at;
}
