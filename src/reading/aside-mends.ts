import { hangsOn, type LooseTree } from './loose-tree.ts';
import { isCompassPoint } from './places/words.ts';
import type { WordTag } from './tagger.ts';

const PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/;

/** "Civilians who fled Aleppo were taken away": one subject is theirs, and what stands behind the first verb its object. */
export function bindRelativeObject(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let verb = 2; verb + 1 < words.length; verb++) {
    const noun = heads[verb]!;
    if (labels[verb] !== 'acl:relcl' || noun < 0 || noun > verb || tags[verb]!.upos !== 'VERB')
      continue;
    const isOwn = (name: RegExp) =>
      words.findIndex((_, i) => heads[i] === verb && name.test(labels[i]!));
    const subject = isOwn(/^nsubj$/);
    if (subject < 0 || !/^(?:who|which|that)$/i.test(words[subject]!) || isOwn(/^i?obj$/) >= 0)
      continue;
    let object = verb + 1;
    while (PHRASE.test(tags[object]?.upos ?? '') && !labels[object]!.startsWith('nsubj')) object++;
    const above = heads[object] ?? -1;
    if (above < object || !labels[object]!.startsWith('nsubj') || heads[noun] !== above) continue;
    if (!labels[noun]!.startsWith('nsubj') || !PHRASE.test(tags[object]!.upos)) continue;
    heads[object] = verb;
    labels[object] = 'obj';
  }
}

/** "seized the base southwest of Tripoli": the base was, and no southwest. */
export function bindBearings(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let point = 1; point + 1 < words.length; point++) {
    const noun = point - 1;
    if (!isCompassPoint(words[point]!) || words[point + 1] !== 'of') continue;
    if (tags[noun]!.upos !== 'NOUN' || heads[noun] !== point || labels[noun] !== 'compound')
      continue;
    const above = heads[point]!;
    if (above >= 0 && hangsOn(heads, above, noun)) continue;
    for (let i = 0; i < noun; i++) if (heads[i] === point) heads[i] = noun;
    heads[noun] = above;
    labels[noun] = labels[point]!;
    heads[point] = noun;
    labels[point] = 'nmod';
  }
}

/** "They were clearing: “Some areas have been cleared.”": what stands behind the colon belongs to what is said there. */
export function bindBehindColon(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let object = 2; object + 1 < words.length; object++) {
    const before = heads[object]!;
    if (labels[object] !== 'obj' || before < 0 || before > object) continue;
    if (!words.slice(before + 1, object).includes(':')) continue;
    const own = (verb: number, name: RegExp) =>
      words.some((_, i) => heads[i] === verb && name.test(labels[i]!));
    const verb = tags.findIndex(
      ({ upos }, i) => i > object && upos === 'VERB' && own(i, /^aux/) && heads[i]! < object,
    );
    if (verb < 0 || own(verb, /^nsubj/) || hangsOn(heads, verb, object)) continue;
    heads[object] = verb;
    labels[object] = own(verb, /^aux:pass/) ? 'nsubj:pass' : 'nsubj';
  }
}
