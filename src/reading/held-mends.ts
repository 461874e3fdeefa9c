import { hangsOn, type LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const WHEN = /^(?:after|before|since|until|till)$/i;
const FINITE = /^VB[DZP]$/;

/**
 * "four months after the town fell", "before the army left": no phrase, but a clause with a subject, where a finite
 * verb without one of its own stands right behind it.
 */
export function bindWhen(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  words.forEach((word, when) => {
    if (!WHEN.test(word) || labels[when] !== 'case') return;
    const subject = heads[when]!;
    if (subject <= when || !/^(?:obl|nmod)/.test(labels[subject]!)) return;
    if (!/^(?:NOUN|PROPN|PRON)$/.test(tags[subject]!.upos)) return;
    const verb = verbBehind(tags, heads, subject);
    if (verb === undefined || hangsOn(heads, verb, subject)) return;
    const own = heads.some(
      (head, i) => head === verb && i < verb && /^(?:nsubj|cc|mark)/.test(labels[i]!),
    );
    if (own || labels[verb] === 'root' || heads[verb]! >= subject) return;
    const above = heads[subject]!;
    if (above < 0 || above === verb || hangsOn(heads, above, verb)) return;
    heads[verb] = above;
    labels[verb] = 'advcl';
    heads[subject] = verb;
    labels[subject] = 'nsubj';
    heads[when] = verb;
    labels[when] = 'mark';
    // "four months after the town fell"
    for (let i = 0; i < when; i++)
      if (heads[i] === subject) {
        heads[i] = verb;
        if (labels[i] !== 'punct') labels[i] = 'obl:unmarked';
      }
  });
}

/** The finite verb right behind a noun and what hangs on it, auxiliaries and adverbs stepped over. */
function verbBehind(
  tags: readonly WordTag[],
  heads: LooseTree['heads'],
  noun: number,
): number | undefined {
  let i = noun + 1;
  while (i < tags.length && tags[i]!.upos !== 'VERB' && hangsOn(heads, i, noun)) i++;
  const opens = tags[i];
  while (/^(?:AUX|ADV|PART)$/.test(tags[i]?.upos ?? '')) i++;
  const verb = tags[i];
  if (verb?.upos !== 'VERB') return undefined;
  return FINITE.test(verb.xpos) || (opens?.upos === 'AUX' && FINITE.test(opens.xpos))
    ? i
    : undefined;
}

const HELD =
  /^(?:held|controlled|occupied|ruled|governed|seized|captured|taken|overrun|besieged|surrounded|abandoned|recaptured|retaken|lost)$/i;

/** "regained Rutshuru and Kiwanja, held by M23": said of the towns, and no manner of regaining. */
export function bindHeld(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let held = 2; held + 1 < words.length; held++) {
    if (!HELD.test(words[held]!) || tags[held]!.xpos !== 'VBN' || labels[held] !== 'advcl')
      continue;
    if (words[held - 1] !== ',' || words[held + 1] !== 'by') continue;
    let noun = held - 2;
    if (tags[noun]!.upos !== 'PROPN') continue;
    while (/^(?:flat|compound|conj|appos)$/.test(labels[noun]!) && heads[noun]! >= 0)
      noun = heads[noun]!;
    if (noun >= held || hangsOn(heads, noun, held)) continue;
    heads[held] = noun;
    labels[held] = 'acl';
  }
}

/** "have the town of Sake under full control": how they have it, and no quality of the town. */
export function bindUnderControl(words: readonly string[], { heads, labels }: LooseTree): void {
  for (let control = 3; control < words.length; control++) {
    if (words[control] !== 'control' || labels[control] !== 'nmod') continue;
    if (!heads.some((head, i) => head === control && words[i] === 'under')) continue;
    let object = heads[control]!;
    while (object >= 0 && /^(?:nmod|flat|compound)$/.test(labels[object]!)) object = heads[object]!;
    if (object < 0 || labels[object] !== 'obj') continue;
    const verb = heads[object]!;
    if (verb > object || !/^(?:have|has|had)$/i.test(words[verb]!)) continue;
    heads[control] = verb;
    labels[control] = 'obl';
  }
}

const ARMED =
  /^(?:army|troops|soldiers|forces|fighters|police|rebels|militias?|militiamen|militants|insurgents|gunmen|commandos|marines|peacekeepers|volunteers|groups)$/i;

/** "Somalia's army and clan militias": two that act, and no "army militias". */
export function bindArmies(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let first = 1; first + 2 < words.length; first++) {
    const second = heads[first]!;
    if (!ARMED.test(words[first]!) || labels[first] !== 'compound' || second <= first) continue;
    if (!ARMED.test(words[second]!) || words[first + 1] !== 'and') continue;
    const isOwned = heads.some(
      (head, i) => head === first && /^(?:nmod:poss|amod)$/.test(labels[i]!),
    );
    if (!isOwned || tags[second]!.xpos !== 'NNS') continue;
    heads[first] = heads[second]!;
    labels[first] = labels[second]!;
    heads[second] = first;
    labels[second] = 'conj';
    heads[first + 1] = second;
    for (let i = 0; i < second; i++) {
      if (heads[i] === second && i < first) heads[i] = first;
      if (heads[i] === first && i > first + 1 && labels[i] === 'conj') {
        heads[i] = second;
        labels[i] = 'compound';
      }
    }
  }
}
