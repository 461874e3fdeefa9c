import type { LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

/** What opens a clause of its own behind a noun, and makes a past form its verb. */
const OPENS = /^(?:that|which|who|whom|whose|where|when|why)$/i;

/**
 * "Heavy fighting continued in the town": a past form is no participle, and right behind a noun that nothing else is
 * said of it is what the sentence says of that noun.
 */
export function bindFinite(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let verb = 1; verb < words.length; verb++) {
    const noun = heads[verb]!;
    if (tags[verb]!.xpos !== 'VBD' || labels[verb] !== 'acl') continue;
    if (noun !== verb - 1 || heads[noun]! >= 0 || tags[noun]!.upos === 'VERB') continue;
    const opens = words.some(
      (word, i) => heads[i] === verb && (labels[i]!.startsWith('nsubj') || OPENS.test(word)),
    );
    if (opens) continue;
    heads[verb] = -1;
    labels[verb] = 'root';
    heads[noun] = verb;
    labels[noun] = 'nsubj';
    for (let i = verb + 1; i < words.length; i++) if (heads[i] === noun) heads[i] = verb;
    return;
  }
}

/**
 * "Babanusa, in West Kordofan, is besieged": what a preposition opens behind a comma says where the name lies, and is
 * joined to it by no "and".
 */
export function bindAsides(tags: readonly WordTag[], { heads, labels }: LooseTree): void {
  for (let i = 2; i < tags.length; i++) {
    const name = heads[i]!;
    if (labels[i] !== 'conj' || name < 0 || name > i || tags[name]!.upos !== 'PROPN') continue;
    const own = tags.flatMap((_, child) => (heads[child] === i ? [child] : []));
    const opens = own.find((child) => labels[child] === 'case');
    if (opens === undefined || own.some((child) => labels[child] === 'cc')) continue;
    if (tags[opens - 1]?.upos !== 'PUNCT' || tags[i + 1]?.upos !== 'PUNCT') continue;
    // "in Goma, in Bukavu, in Uvira"
    const isListed = tags.some((_, child) => heads[child] === name && labels[child] === 'case');
    if (!isListed) labels[i] = 'nmod';
  }
}
