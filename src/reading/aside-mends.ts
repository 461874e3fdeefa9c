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

const SUBORDINATES = /^(?:after|before|since|until|as|because|while|when)$/i;
const FORCE =
  /^(?:army|troops|soldiers|police|forces|fighters|rebels|militants|insurgents|militiamen|guards|gendarmes|guerrillas)$/i;

/**
 * "took Goma after soldiers and policemen left the city": who stands between "after" and the verb is who left, and not
 * those who took it.
 */
export function bindAfter(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let verb = 3; verb < words.length; verb++) {
    const governor = heads[verb]!;
    if (!/^VB[DPZ]$/.test(tags[verb]!.xpos) || labels[verb] !== 'conj') continue;
    if (governor < 0 || governor > verb) continue;
    const own = (name: RegExp) =>
      words.findIndex((_, i) => heads[i] === verb && name.test(labels[i]!));
    const subject = own(/^nsubj/);
    const and = own(/^cc$/);
    const noun = words.findLastIndex(
      (_, i) => i > governor && i < verb && heads[i] === governor && labels[i] === 'obl',
    );
    const after = words.findIndex(
      (word, i) => SUBORDINATES.test(word) && heads[i] === noun && i > governor && i < noun,
    );
    if (noun < 0 || after < 0 || words.slice(after, verb).includes(',')) continue;
    const isJoined = subject > noun && and > noun && and < subject;
    if (isJoined ? !FORCE.test(words[noun]!) : subject >= 0 || and >= 0) continue;
    if (isJoined) {
      heads[subject] = noun;
      labels[subject] = 'conj';
      heads[and] = subject;
    }
    heads[noun] = verb;
    labels[noun] = 'nsubj';
    heads[after] = verb;
    labels[after] = 'mark';
    labels[verb] = 'advcl';
  }
}
