import { hangsOn, type LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const MARKS = /^(?:after|before|when|as|once|while|until|since|because|where|that|but|and)$/i;

/**
 * "The rebels, who have fought the army since April, now control the town", "after rebels who had
 * encircled the town cut the road": the verb behind a clause that begins with "who" or "which" is that
 * of those before it, where the tree gives it nobody.
 */
export function bindAfterRelative(
  words: readonly string[],
  tags: readonly WordTag[],
  tree: LooseTree,
): void {
  for (let who = 1; who + 2 < words.length; who++) {
    if (!/^(?:who|which|whose)$/i.test(words[who]!)) continue;
    const noun = nounBefore(words, who);
    const verb = noun < 0 ? -1 : verbBehind(words, tags, tree, who);
    if (verb < 0 || !/^(?:NOUN|PROPN)$/.test(tags[noun]!.upos)) continue;
    const whom = headOf(tree, noun, who);
    if (hasSubject(tree, verb) || !isLoose(tree, { verb, whom })) continue;
    bindSubject(words, tree, { verb, whom });
  }
}

/** "the Rapid Support Forces (RSF), which" */
function nounBefore(words: readonly string[], who: number): number {
  const before = words[who - 1] === ',' ? who - 2 : who - 1;
  if (words[before] !== ')') return before;
  return words.lastIndexOf('(', before) - 1;
}

/** The finite verb that follows the clause which begins with a relative pronoun. */
function verbBehind(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
  who: number,
): number {
  const isFinite = (i: number) =>
    tags[i]!.upos === 'VERB' &&
    (/^VB[DPZ]$/.test(tags[i]!.xpos) || (tags[i]!.xpos === 'VB' && labels[i] === 'parataxis'));
  let within = -1;
  for (let i = who + 1; i < words.length; i++) {
    if (/^[;:.–—"“”]$/.test(words[i]!)) return -1;
    const opens = /^(?:and|or|but|that|who|which|whose|when|as|after|before)$/i.test(words[i]!);
    if (opens && within >= 0) return -1;
    const { upos, xpos } = tags[i]!;
    const isPerfect = upos === 'VERB' && xpos === 'VBN' && tags[i - 1]?.upos === 'AUX';
    if (!isFinite(i) && !isPerfect && !(upos === 'AUX' && labels[i] === 'cop')) continue;
    if (within < 0) within = i;
    else return upos === 'VERB' && heads[i] !== within ? i : -1;
  }
  return -1;
}

/** "soldiers from the Fourth Brigade, who": the noun that the clause, or the name, hangs on. */
function headOf({ heads, labels }: LooseTree, noun: number, who: number): number {
  let at = noun;
  while (/^(?:flat|compound|nmod|appos)/.test(labels[at]!) && heads[at]! >= 0 && heads[at]! < who)
    at = heads[at]!;
  return at;
}

const hasSubject = ({ heads, labels }: LooseTree, verb: number) =>
  labels.some((label, i) => heads[i] === verb && /^(?:nsubj|csubj|expl)/.test(label));

/** The noun opens the sentence as its root, or hangs on a verb before it by no more than a preposition. */
function isLoose(
  { heads, labels }: LooseTree,
  { verb, whom }: { readonly verb: number; readonly whom: number },
): boolean {
  if (heads[whom]! < 0) return true;
  return /^(?:obl|obj|nsubj)/.test(labels[whom]!) && heads[whom]! < whom && labels[verb] === 'conj';
}

function bindSubject(
  words: readonly string[],
  tree: LooseTree,
  { verb, whom }: { readonly verb: number; readonly whom: number },
): void {
  const { heads, labels } = tree;
  const above = heads[whom]!;
  if (above < 0) {
    heads[verb] = -1;
    labels[verb] = 'root';
  } else {
    const mark = words.findIndex(
      (word, i) => heads[i] === whom && labels[i] === 'case' && MARKS.test(word),
    );
    if (mark < 0 || hangsOn(heads, above, verb)) return;
    heads[verb] = above;
    labels[verb] = 'advcl';
    heads[mark] = verb;
    labels[mark] = 'mark';
  }
  heads[whom] = verb;
  labels[whom] = 'nsubj';
}
