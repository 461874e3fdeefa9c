import type { Actor } from '../../domain/index.ts';
import type { ActorContext } from './context.ts';
import { textOf } from './draft.ts';
import { officeEnd } from './office-end.ts';
import { isTimeWord } from './phrase-words.ts';
import type { ActorPhrase } from './phrase.ts';

export interface PersonSpan {
  readonly first: number;
  readonly last: number;
  /** The public figure of the list. */
  readonly known?: Actor;
}

/** Names that the tagger takes for persons, and names that follow a title. */
export function personSpans(
  context: ActorContext,
  offices: readonly ActorPhrase[],
): readonly PersonSpan[] {
  const { text, names, listed } = context;
  const spans: PersonSpan[] = names
    .filter(({ type, last }) => type === 'person' && !UNIT.test(text.tokens[last - 1]!.text))
    .map(({ first, last }) => ({ first: afterTitle(context, first, last), last }))
    .filter(({ first, last }) => !listed[first] && !listed[last - 1])
    .filter((span) => behaves(context, span));
  for (const name of new Set(listed))
    if (name?.actor.kind === 'person') spans.push({ ...name, known: name.actor });
  const taken = new Set(spans.flatMap(({ first, last }) => range(first, last)));
  for (const { last: start } of offices) {
    let last = start;
    const { last: end } = text.sentences[text.tokens[start - 1]!.sentence]!;
    while (last < end && isNamePart(context, last) && !taken.has(last)) last++;
    if (last > start) spans.push({ first: start, last });
  }
  for (const office of offices) {
    const span =
      nameBefore(context, office.first) ?? nameAfter(context, officeEnd(context, office.last));
    if (span && !taken.has(span.first)) spans.push(span);
  }
  return spans.sort((a, b) => a.first - b.first);
}

/** "The army's Sixth Division said": no surname, though it speaks. */
export const UNIT = /^(?:Brigade|Battalion|Division|Regiment|Corps|Legion)s?$/;

const SPEAKING = /^(say|tell|add|ask|write|note|warn|claim|deny|confirm|insist|argue|vow|urge)$/;
const PLACED = new Set(['in', 'at', 'near', 'around', 'into', 'towards', 'outside', 'inside']);
const LOST_OR_TAKEN =
  /^(fall|lie|capture|seize|take|retake|recapture|enter|leave|overrun|surround|besiege)$/;

/** "General Haibatullah Alizai" tagged as one name. */
function afterTitle({ words, list }: ActorContext, first: number, last: number): number {
  const title = list.nouns.endingAt(words, first, first)?.noun.role === 'post';
  return title && first + 1 < last ? first + 1 : first;
}

/** Whether the tree treats a tagged name as a person: towns are tagged so too. */
function behaves(context: ActorContext, { first, last }: PersonSpan): boolean {
  const { text, words } = context;
  if (last - first > 1 && context.isPlace(textOf(context, first, last))) return false;
  const head = text.tokens
    .slice(first, last)
    .find((token) => token.head < first || token.head >= last);
  const governor = text.tokens[head?.head ?? -1]?.lemma.toLowerCase() ?? '';
  if (last - first === 1)
    return head?.deprel.startsWith('nsubj') === true && SPEAKING.test(governor);
  if (PLACED.has(words[first - 1] ?? '') || LOST_OR_TAKEN.test(governor)) return false;
  if (head?.deprel === 'compound') return false;
  // "Lashkar Gah was in Taliban hands": only verbs tell that somebody is meant.
  return !head?.deprel.startsWith('nsubj') || text.tokens[head.head]?.upos === 'VERB';
}

/** "Mohammad Noor Rahmani, the head of …": two words or more, set off by a comma. */
function nameBefore(context: ActorContext, office: number): PersonSpan | undefined {
  const { words, text } = context;
  const comma = /^(the|a|an|its|their)$/.test(words[office - 1] ?? '') ? office - 2 : office - 1;
  if (words[comma] !== ',') return undefined;
  const { first: from } = text.sentences[text.tokens[comma]!.sentence]!;
  let first = comma;
  while (first > from && isNamePart(context, first - 1)) first--;
  if (comma - first < 2 || context.isPlace(textOf(context, first, comma))) return undefined;
  return { first: afterTitle(context, first, comma), last: comma };
}

/** "A spokesman for the command, Serhiy Cherevatyi, said": a name of its own between commas. */
function nameAfter(context: ActorContext, comma: number): PersonSpan | undefined {
  const { words, text } = context;
  if (words[comma] !== ',') return undefined;
  let last = comma + 1;
  while (last < text.tokens.length && isNamePart(context, last)) last++;
  return last - comma > 2 && words[last] === ',' ? { first: comma + 1, last } : undefined;
}

export const range = (first: number, last: number) =>
  Array.from({ length: last - first }, (_, i) => first + i);

function isNamePart({ text, words, listed }: ActorContext, at: number): boolean {
  const token = text.tokens[at]!;
  return (
    token.upos === 'PROPN' &&
    /^\p{Lu}/u.test(token.text) &&
    !isTimeWord(words[at]!) &&
    listed[at]?.use !== 'name'
  );
}
