import type { LooseTree } from './loose-tree.ts';
import type { WordTag } from './tagger.ts';

const KINDS =
  /^(?:districts|towns|cities|villages|quarters|neighbou?rhoods|suburbs|provinces|regions|areas|settlements|townships|counties|localities|governorates|states|camps|bases|airports|crossings|checkpoints|bridges|posts|islands|woredas|communes|municipalities|hills|heights|wards|fields|oilfields)$/;

/**
 * "seized the Nahrin, Dushi and Baghlan districts": to the parser often two objects, the first name and the noun. The
 * noun is what is seized, and the names stand under it.
 */
export function bindListedKinds(
  words: readonly string[],
  tags: readonly WordTag[],
  tree: LooseTree,
): void {
  for (let kind = 3; kind < words.length; kind++) {
    if (!KINDS.test(words[kind]!) || tags[kind]!.upos !== 'NOUN') continue;
    const first = listStart(words, tags, kind);
    if (first < kind) bindUnder(kind, first, tags, tree);
  }
}

/** Where the list of names right before the noun begins; the noun itself where there is none. */
function listStart(words: readonly string[], tags: readonly WordTag[], kind: number): number {
  let joined = false;
  let first = kind;
  for (let i = kind - 1; i >= 0; i--) {
    if (tags[i]!.upos === 'PROPN') first = i;
    else if (words[i] === 'and' && first === i + 1) joined = true;
    else if (!(words[i] === ',' && first === i + 1) && !isJoint(words, i)) break;
  }
  return joined && first < kind ? first : kind;
}

/** "Baghlan-e-Markazi" */
const isJoint = (words: readonly string[], i: number) =>
  words[i] === '-' || (words[i - 1] === '-' && words[i + 1] === '-');

function bindUnder(
  kind: number,
  first: number,
  tags: readonly WordTag[],
  { heads, labels }: LooseTree,
): void {
  const within = (i: number) => i >= first && i < kind;
  const outer = tags
    .map((_, i) => i)
    .filter((i) => within(i) && tags[i]!.upos === 'PROPN' && !within(heads[i]!));
  const lead = outer[0];
  if (lead === undefined) return;
  if (within(heads[kind]!)) {
    heads[kind] = heads[lead]!;
    labels[kind] = labels[lead]!;
  }
  for (const name of outer) {
    heads[name] = name === lead ? kind : lead;
    labels[name] = name === lead ? 'compound' : 'conj';
  }
  // "the", "both", "of" before the list are the noun's.
  for (let i = first - 1; i >= 0 && i > first - 4; i--)
    if (within(heads[i]!) && /^(?:det|case|cc:preconj)$/.test(labels[i]!)) heads[i] = kind;
}
