import type { WordTag } from './tagger.ts';

const AGENT = 'obl:agent';
/** "by Friday", "by the end of the year", "by mail": when or how, not by whom. */
const NO_AGENT =
  /^(?:time|times|end|day|night|morning|evening|week|month|year|date|deadline|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|dawn|dusk|now|then|mistake|mail|e-mail|post|phone|telephone|force|land|sea|air|road|helicopter|plane|boat|bus|train|truck|car|ferry|foot|percent|average)\.?$/i;

/**
 * In UD a "by" phrase under a passive is its agent; the greedy parser forgets the label where it sees
 * the verb's passive too late. In the training treebanks 19 of 20 such phrases are agents.
 */
export function labelAgents(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: { readonly heads: ArrayLike<number>; readonly labels: string[] },
): void {
  words.forEach((word, i) => {
    if (labels[i] !== 'case' || word.toLowerCase() !== 'by') return;
    const phrase = heads[i]!;
    const verb = phrase < 0 ? -1 : heads[phrase]!;
    // "By the grace of God the town was taken": whoever does it stands behind the verb.
    if (labels[phrase] === AGENT && verb > phrase && tags[phrase]!.upos === 'NOUN')
      labels[phrase] = 'obl';
    if (verb < 0 || verb > phrase || labels[phrase] !== 'obl' || tags[verb]!.xpos !== 'VBN') return;
    if (tags[phrase]!.xpos === 'CD' || NO_AGENT.test(words[phrase]!)) return;
    const passive = words.some(
      (_, j) => heads[j] === verb && /^(?:aux|nsubj|csubj):pass$/.test(labels[j]!),
    );
    if (passive || /^(?:acl|advcl|amod)/.test(labels[verb]!)) labels[phrase] = AGENT;
  });
}
