import type { LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

/** "The station and the market were taken": no verb has two subjects; what "and" joins is one. */
export function bindJoined(tags: readonly WordTag[], { heads, labels }: LooseTree): void {
  for (let and = 1; and + 1 < tags.length; and++) {
    if (tags[and]!.upos !== 'CCONJ') continue;
    const next = heads[and]!;
    if (next <= and || labels[and] !== 'cc') continue;
    // To some trees "and" joins the second noun, and that is a subject by itself.
    const verb = labels[next]!.startsWith('nsubj') ? heads[next]! : next;
    if (verb <= and) continue;
    const isSubject = (i: number) => heads[i] === verb && labels[i]!.startsWith('nsubj');
    let second = and + 1;
    while (second < verb && !isSubject(second)) second++;
    let first = and - 1;
    while (first >= 0 && !isSubject(first)) first--;
    if (second >= verb || first < 0) continue;
    if (tags.slice(first, second).some(({ upos }) => upos === 'VERB' || upos === 'AUX')) continue;
    // "the capture of A and B was reported"
    const isName = tags[second]!.upos === 'PROPN' && tags[first]!.upos === 'NOUN';
    const inner = isName && tags[and - 1]!.upos === 'PROPN' ? nameBefore(heads, and - 1) : first;
    heads[second] = inner;
    labels[second] = 'conj';
    heads[and] = second;
  }
}

/** Head of the name that ends here. */
const nameBefore = (heads: LooseTree['heads'], last: number) =>
  heads[last] === last - 1 ? last - 1 : last;

const KIND =
  /^(?:city|town|village|province|district|region|airport|township|county|state|oblast|governorate)$/;

/** "The Operations Command was taken", "entered Deir Ezzor city": no verb has two of them side by side; the second is the head. */
export function bindTwins(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  const isName = (i: number) =>
    /^(?:NOUN|PROPN)$/.test(tags[i]!.upos) && /^\p{Lu}/u.test(words[i]!);
  for (let i = 1; i < tags.length; i++) {
    if (!/^(?:nsubj|obj)/.test(labels[i]!) || !(isName(i) || KIND.test(words[i]!))) continue;
    let first = i - 1;
    while (first > 0 && labels[first] === 'flat' && heads[first]! < first) first = heads[first]!;
    if (labels[first] !== labels[i] || heads[first] !== heads[i] || !isName(first)) continue;
    const verb = heads[i]!;
    if (verb > first && verb <= i) continue;
    heads[first] = i;
    labels[first] = 'compound';
    if (tags[first - 1]?.upos === 'DET' && heads[first - 1]! >= first) heads[first - 1] = i;
  }
}

/** "took the governorate, the police building and the prison": three with one article are a list, and the second is no other name of the first. */
export function bindList(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let second = 2; second + 2 < words.length; second++) {
    const first = heads[second]!;
    if (labels[second] !== 'appos' || first < 0 || first >= second) continue;
    if (labels[first] !== 'obj' || words[first + 1] !== ',') continue;
    const third = words.findIndex(
      (_, i) => i > second && heads[i] === second && labels[i] === 'conj',
    );
    const isOne = (i: number) =>
      tags[i]!.xpos === 'NN' && words.some((word, j) => heads[j] === i && /^the$/i.test(word));
    if (third < 0 || ![first, second, third].every(isOne)) continue;
    labels[second] = 'conj';
    heads[third] = first;
  }
}
