import type { Actor } from '../../domain/index.ts';
import type { ActorDraft } from '../drafts.ts';
import type { ActorContext } from './context.ts';
import { draftAt, factsOf, textOf, type ActorFacts } from './draft.ts';
import { bodyFacts, bodyWithin, isOffice, officeFacts } from './office.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { officeEnd } from './office-end.ts';
import type { ActorPhrase } from './phrase.ts';
import { isTimeWord } from './phrase-words.ts';

interface PersonSpan {
  readonly first: number;
  readonly last: number;
  /** The public figure of the list. */
  readonly known?: Actor;
}

const APPOSITION_COMMA = new Set([',', '—', '–', '(']);

/** Named persons with their posts: before the name, or after it between commas. */
export function personActors(context: ActorContext, phrases: PhraseIndex): readonly ActorDraft[] {
  const offices = phrases.all.filter(isOffice);
  const before = new Map(offices.map((phrase) => [phrase.last, phrase]));
  const ending = new Map(offices.map((phrase) => [officeEnd(context, phrase.last), phrase]));
  const persons = personSpans(context, offices).map((span) => {
    const title = before.get(span.first);
    const first = title?.first ?? span.first;
    const facts = {
      ...facing(context, span, phrases),
      ...introduced(context, { span, office: ending.get(span.first - 1) }, phrases),
      ...titled(context, title),
    };
    const named = span.known
      ? factsOf(span.known)
      : { kind: 'person' as const, name: textOf(context, span.first, span.last) };
    return draftAt(
      context,
      { first, last: span.last, head: headIn(context, span), rule: 'actor.person' },
      { ...named, ...facts },
    );
  });
  return [...surnames(context, persons), ...persons];
}

const headIn = ({ text }: ActorContext, { first, last }: PersonSpan) => {
  for (let at = first; at < last; at++) {
    const { head } = text.tokens[at]!;
    if (head < first || head >= last) return at;
  }
  return first;
};

/** Names that the tagger takes for persons, and names that follow a title. */
function personSpans(
  context: ActorContext,
  offices: readonly ActorPhrase[],
): readonly PersonSpan[] {
  const { text, names, listed } = context;
  const spans: PersonSpan[] = names
    .filter(({ type }) => type === 'person')
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

const range = (first: number, last: number) =>
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

function titled(context: ActorContext, title: ActorPhrase | undefined): Partial<ActorFacts> {
  if (!title) return {};
  return { post: textOf(context, title.first, title.last), ...bodyFacts(context, title) };
}

/** "A police spokesman in Nimroz, X, said": the office before the comma. */
function introduced(
  context: ActorContext,
  { span, office }: { readonly span: PersonSpan; readonly office: ActorPhrase | undefined },
  phrases: PhraseIndex,
): Partial<ActorFacts> {
  const { words } = context;
  if (!office || words[span.first - 1] !== ',' || words[span.last] !== ',') return {};
  const {
    name,
    kind: _kind,
    anonymous: _anonymous,
    ...facts
  } = officeFacts(context, office, phrases);
  return { ...facts, post: name };
}

/** ", deputy head of information and press at the Russian foreign ministry," */
function facing(
  context: ActorContext,
  { last }: PersonSpan,
  phrases: PhraseIndex,
): Partial<ActorFacts> {
  const { words } = context;
  if (!APPOSITION_COMMA.has(words[last] ?? '')) return {};
  const start = /^(the|a|an|its|their|his|her)$/.test(words[last + 1] ?? '') ? last + 2 : last + 1;
  const office = phrases.startingAt(start).find(isOffice);
  if (!office) return {};
  const stop = officeEnd(context, office.last);
  return {
    post: textOf(context, start, stop),
    ...bodyFacts(context, office),
    ...bodyWithin(context, { first: start, last: stop }, phrases),
  };
}

/** "Vikantov" after "Alexander Vikantov". */
function surnames(context: ActorContext, persons: readonly ActorDraft[]): readonly ActorDraft[] {
  const { text, listed } = context;
  const full = new Map<string, ActorDraft>();
  for (const person of persons) {
    const parts = person.name.split(' ');
    if (parts.length > 1) full.set(parts.at(-1)!, full.get(parts.at(-1)!) ?? person);
  }
  if (full.size === 0) return [];
  const taken = new Set(
    persons.flatMap(({ first, last, name }) => (name.includes(' ') ? range(first, last) : [])),
  );
  return text.tokens.flatMap((token) => {
    const person = full.get(token.text);
    const inName =
      text.tokens[token.index - 1]?.upos === 'PROPN' &&
      text.tokens[token.index - 1]!.sentence === token.sentence;
    if (
      !person ||
      taken.has(token.index) ||
      token.index < person.first ||
      listed[token.index] ||
      inName
    )
      return [];
    const { name, post, body, side, country } = person;
    return [
      draftAt(
        context,
        { first: token.index, last: token.index + 1, rule: 'actor.surname' },
        {
          kind: 'person',
          name,
          ...(post === undefined ? {} : { post }),
          ...(body === undefined ? {} : { body }),
          ...(side === undefined ? {} : { side }),
          ...(country === undefined ? {} : { country }),
        },
      ),
    ];
  });
}
