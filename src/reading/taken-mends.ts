import { hangsOn, type LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const TAKES =
  /^(?:seiz|captur|recaptur|besieg|attack|tak|took|retak|retook|enter|surround|overr[au]n|encircl|reach|lost|held|controll|occupi|liberat|shell|storm|abandon|secur)\w*$/i;

/**
 * "reports that they had seized Bara were false": the name right behind a verb of taking is what is taken, whatever
 * else a tree makes of it; and what is false are the reports.
 */
export function bindTaken(
  words: readonly string[],
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  for (let verb = 1; verb + 1 < words.length; verb++) {
    const name = verb + 1;
    if (!TAKES.test(words[verb]!) || tags[verb]!.upos !== 'VERB') continue;
    if (hangsOn(heads, verb, name)) continue;
    if (tags[name]!.upos !== 'PROPN' || !isActive(words, { heads, labels }, verb)) continue;
    const above = heads[name]!;
    if (above === verb && labels[name] === 'xcomp') labels[name] = 'obj';
    else if (above >= 0 && above < verb && labels[name] === 'obj') bind(heads, labels, name, verb);
    else if (above > name && labels[name]!.startsWith('nsubj'))
      bindSubject({ words, tree: { heads, labels } }, verb, above);
  }
}

/** What the name was taken for the subject of, the noun is that the clause hangs on. */
function bindSubject(
  {
    words,
    tree: { heads, labels },
  }: { readonly words: readonly string[]; readonly tree: LooseTree },
  verb: number,
  predicate: number,
) {
  const name = verb + 1;
  const noun = heads[verb]!;
  if (!labels[verb]!.startsWith('acl') || noun < 0 || noun > verb) return;
  const that = words.findIndex((word, i) => word === 'that' && heads[i] === verb);
  if (that < 0) return;
  if (heads[predicate] === verb) {
    heads[predicate] = heads[noun]!;
    labels[predicate] = labels[noun] === 'obj' ? 'ccomp' : labels[noun]!;
  } else if (heads[noun] !== predicate && heads[noun] !== heads[predicate]) return;
  heads[noun] = predicate;
  labels[noun] = labels[name]!;
  labels[verb] = 'acl';
  labels[that] = 'mark';
  bind(heads, labels, name, verb);
}

function bind(heads: LooseTree['heads'], labels: string[], name: number, verb: number) {
  heads[name] = verb;
  labels[name] = 'obj';
}

/** With a subject of its own, and no object yet. */
function isActive(
  words: readonly string[],
  { heads, labels }: { readonly heads: LooseTree['heads']; readonly labels: readonly string[] },
  verb: number,
): boolean {
  let subject = false;
  for (let i = 0; i < labels.length; i++) {
    if (heads[i] !== verb) continue;
    if (/^(?:obj|aux:pass|nsubj:pass)$/.test(labels[i]!) && words[i] !== 'that') return false;
    if (labels[i] === 'nsubj') subject = true;
  }
  return subject;
}
