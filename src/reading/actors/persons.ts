import type { ActorDraft } from '../drafts.ts';
import { bodyFacts } from './described.ts';
import type { ActorContext } from './context.ts';
import { draftAt, sideOf, textOf, type ActorFacts } from './draft.ts';
import { isTimeWord, type ActorPhrase } from './phrase.ts';

interface PersonSpan {
  readonly first: number;
  readonly last: number;
}

const isOffice = ({ noun }: ActorPhrase) => noun.role === 'post' || noun.role === 'official';
const APPOSITION_COMMA = new Set([',', '—', '–', '(']);
const LONGEST_POST = 16;
const ENDS_POST = new Set(['VERB', 'AUX', 'PRON', 'SCONJ', 'PUNCT']);

/** Named persons with their posts: before the name, or after it between commas. */
export function personActors(
  context: ActorContext,
  phrases: readonly ActorPhrase[],
): readonly ActorDraft[] {
  const offices = phrases.filter(isOffice);
  const before = new Map(offices.map((phrase) => [phrase.last, phrase]));
  const persons = personSpans(context, offices).map((span) => {
    const title = before.get(span.first);
    const first = title?.first ?? span.first;
    const facts = { ...facing(context, span, phrases), ...titled(context, title) };
    const name = textOf(context, span.first, span.last);
    return draftAt(
      context,
      { first, last: span.last, head: headIn(context, span), rule: 'actor.person' },
      { kind: 'person', name, ...facts },
    );
  });
  return [...persons, ...surnames(context, persons)];
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
  const spans: PersonSpan[] = names.filter(
    ({ type, first }) => type === 'person' && listed[first]?.use !== 'name',
  );
  const taken = new Set(spans.flatMap(({ first, last }) => range(first, last)));
  for (const { last: start } of offices) {
    let last = start;
    const { last: end } = text.sentences[text.tokens[start - 1]!.sentence]!;
    while (last < end && isNamePart(context, last) && !taken.has(last)) last++;
    if (last > start) spans.push({ first: start, last });
  }
  return spans.sort((a, b) => a.first - b.first);
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

/** ", deputy head of information and press at the Russian foreign ministry," */
function facing(
  context: ActorContext,
  { last }: PersonSpan,
  phrases: readonly ActorPhrase[],
): Partial<ActorFacts> {
  const { text, words } = context;
  if (!APPOSITION_COMMA.has(words[last] ?? '')) return {};
  const { last: end } = text.sentences[text.tokens[last]!.sentence]!;
  const start = /^(the|a|an|its|their|his|her)$/.test(words[last + 1] ?? '') ? last + 2 : last + 1;
  const office = phrases.find((phrase) => isOffice(phrase) && phrase.first === start);
  if (!office) return {};
  let stop = office.last;
  while (stop < end && stop - start < LONGEST_POST && !ENDS_POST.has(text.tokens[stop]!.upos))
    stop++;
  return {
    post: textOf(context, start, stop),
    ...bodyFacts(context, office),
    ...bodyWithin(context, { first: start, last: stop }, phrases),
  };
}

/** The ministry, group or body that a post names. */
function bodyWithin(
  context: ActorContext,
  { first, last }: PersonSpan,
  phrases: readonly ActorPhrase[],
): Partial<ActorFacts> {
  const phrase = phrases.find(
    (phrase) =>
      phrase.first >= first &&
      phrase.last <= last &&
      phrase.noun.role === 'state' &&
      (phrase.state ?? context.focus.state),
  );
  const state = phrase?.state ?? context.focus.state;
  const actor =
    phrase?.owner ??
    (phrase && state ? context.list.branch(state, phrase.noun) : undefined) ??
    listedWithin(context, first, last);
  if (!actor) return {};
  const side = sideOf(actor);
  return {
    body: actor.id,
    ...(side === undefined ? {} : { side }),
    ...(actor.country === undefined ? {} : { country: actor.country }),
  };
}

function listedWithin({ listed }: ActorContext, first: number, last: number) {
  for (let at = first; at < last; at++) {
    const name = listed[at];
    if (name && (name.use === 'name' || name.use === 'state') && name.actor.sector !== 'MED')
      return name.actor;
  }
  return undefined;
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
  const taken = new Set(persons.flatMap(({ first, last }) => range(first, last)));
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
