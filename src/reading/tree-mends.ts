import type { WordTag } from './tagger.ts';

interface Tree {
  readonly heads: number[] | Int32Array;
  readonly labels: string[];
}

const TELL =
  /^(?:tell|tells|told|telling|inform(?:ed|s|ing)?|assured?|warn(?:ed|s|ing)?|remind(?:ed|s)?)$/i;

/**
 * "Witnesses told a radio station that fighters had fled": the clause is what is told, and no quality of the station,
 * where it has a subject of its own.
 */
export function bindTold(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: Tree,
): void {
  words.forEach((word, that) => {
    if (word !== 'that') return;
    const verb = heads[that]!;
    if (verb <= that || labels[verb] !== 'acl:relcl') return;
    const hearer = heads[verb]!;
    const told = hearer < 0 ? -1 : heads[hearer]!;
    if (told < 0 || told > hearer || hearer > that || !/^i?obj$/.test(labels[hearer]!)) return;
    if (!TELL.test(words[told]!) || labels[that]!.startsWith('nsubj')) return;
    const hasSubject = words.some(
      (_, i) => i !== that && heads[i] === verb && labels[i]!.startsWith('nsubj'),
    );
    if (!hasSubject || !/^(?:VERB|NOUN|ADJ|PROPN)$/.test(tags[verb]!.upos)) return;
    heads[verb] = told;
    labels[verb] = 'ccomp';
    labels[that] = 'mark';
  });
}

/** "have taken up to 70 percent of the town": nothing is taken up; the amount is what is taken. */
export function bindAmounts(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: Tree,
): void {
  for (let up = 1; up + 2 < words.length; up++) {
    if (words[up] !== 'up' || words[up + 1] !== 'to' || labels[up] !== 'compound:prt') continue;
    if (tags[up + 2]!.upos !== 'NUM') continue;
    const verb = heads[up]!;
    const number = up + 2;
    const amount = heads[number] === verb ? number : heads[number]!;
    if (amount < number || heads[amount] !== verb || labels[amount] !== 'obl') continue;
    labels[amount] = 'obj';
    heads[up] = number;
    labels[up] = 'advmod';
    heads[up + 1] = up;
    labels[up + 1] = 'fixed';
  }
}
