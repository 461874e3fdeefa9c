import { insertionsOf, type Insertion } from './insertion.ts';
import { asidesOf } from './place-aside.ts';
import type { LetterCase } from './letter-case.ts';
import type { Parser, Tree } from './parser.ts';
import type { Tagger, WordTag } from './tagger.ts';
import { withVerbForms } from './verb-forms.ts';

export interface TaggedTree extends Tree {
  readonly tags: readonly WordTag[];
}

interface Models {
  readonly tagger: Tagger;
  readonly parser: Parser;
  readonly letterCase: LetterCase;
}

interface Sentence {
  readonly words: readonly string[];
  /** Whether a quotation mark stands before the word. */
  readonly quoted: (index: number) => boolean;
  readonly models: Models;
}

/** Tags and tree of a sentence; one into which attributions are put is read without them, and they hang on its root. */
export function taggedTree({ words: written, quoted, models }: Sentence): TaggedTree {
  const words = withGroupsName(written);
  const tags = tagsOf(words, models);
  const told = insertionsOf({ words, tags, quoted });
  const asides = asidesOf({ words, tags }).filter(
    ({ first, last }) => !told.some((one) => one.first < last && first < one.last),
  );
  const insertions = [...told, ...asides].sort((a, b) => a.first - b.first);
  if (insertions.length === 0) return { tags, ...models.parser.parse(words, tags) };
  const parts = [around(words.length, insertions), ...insertions.map(within)];
  const trees = parts.map((part) =>
    plainTree(
      part.map((i) => words[i]!),
      models,
    ),
  );
  const roots = trees.map(({ heads }, i) => parts[i]![heads.findIndex((head) => head < 0)]!);
  const whole = { tags: [...tags], heads: words.map(() => -1), labels: words.map(() => 'punct') };
  parts.forEach((part, which) => {
    const tree = trees[which]!;
    part.forEach((at, i) => {
      const head = tree.heads[i]!;
      const hangs = which > 0 && head < 0;
      whole.tags[at] = tree.tags[i]!;
      const aside = which > 0 && asides.includes(insertions[which - 1]!);
      const above = aside ? nameBefore(whole, insertions[which - 1]!) : roots[0]!;
      whole.heads[at] = hangs ? above : head < 0 ? -1 : part[head]!;
      whole.labels[at] = hangs ? (aside ? asideLabel(tree, i) : 'parataxis') : tree.labels[i]!;
    });
  });
  insertions.forEach(({ first, last }, i) => {
    for (const comma of [first, last - 1]) whole.heads[comma] = roots[i + 1]!;
  });
  return whole;
}

/** "in the north", "a market town". */
const asideLabel = ({ heads, labels }: TaggedTree, root: number) =>
  labels.some((label, i) => heads[i] === root && label === 'case') ? 'nmod' : 'appos';

/** What the aside is said of: the name before its comma. */
function nameBefore(
  { heads, labels }: { heads: number[]; labels: string[] },
  { first }: Insertion,
) {
  let name = first - 1;
  while (/^(?:flat|compound)$/.test(labels[name]!) && heads[name]! >= 0 && heads[name]! < first)
    name = heads[name]!;
  return name;
}

/** "No IS fighters remained": in prose the verb is not written so, and the weights know its other name. */
function withGroupsName(words: readonly string[]): readonly string[] {
  const isProse = words.some((word) => /^\p{Ll}/u.test(word));
  return isProse && words.includes('IS')
    ? words.map((word) => (word === 'IS' ? 'ISIS' : word))
    : words;
}

const tagsOf = (words: readonly string[], { tagger, letterCase }: Models) =>
  withVerbForms(words, withOpeningName(words, tagger.tag(words), letterCase));

/** "Diabaly, 400 km north of the capital, …": an opening capital of a word that no text has in lower case. */
function withOpeningName(
  words: readonly string[],
  tags: readonly WordTag[],
  letterCase: LetterCase,
): readonly WordTag[] {
  const taken = MISTAKEN.test(tags[0]!.upos) && TITLED.test(words[0]!);
  const told = FINITE.test(tags[1]?.xpos ?? '') || (words[1] === ',' && tags[2]?.upos === 'NUM');
  if (!taken || !told || !letterCase.isStrange(words[0]!)) return tags;
  return [{ ...tags[0]!, upos: 'PROPN', xpos: 'NNP' }, ...tags.slice(1)];
}

const MISTAKEN = /^(?:ADJ|ADV|NOUN|VERB|X)$/;
const FINITE = /^VB[DZ]$/;
const TITLED = /^\p{Lu}\p{Ll}+$/u;

function plainTree(words: readonly string[], models: Models): TaggedTree {
  const tags = tagsOf(words, models);
  return { tags, ...models.parser.parse(words, tags) };
}

/** Places of the words that stand in no insertion. */
const around = (words: number, insertions: readonly Insertion[]) =>
  Array.from({ length: words }, (_, i) => i).filter(
    (i) => !insertions.some(({ first, last }) => i >= first && i < last),
  );

/** Places of the words of an insertion, without its commas. */
const within = ({ first, last }: Insertion) =>
  Array.from({ length: last - first - 2 }, (_, i) => first + 1 + i);
