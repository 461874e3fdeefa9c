import type { ActorDraft } from '../drafts.ts';
import type { ActorContext } from './context.ts';
import { draftAt, factsOf, textOf, type ActorFacts } from './draft.ts';
import { bodyFacts, bodyOf, bodyWithin, isOffice, officeFacts } from './office.ts';
import { presidedBy } from './presided.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { officeEnd } from './office-end.ts';
import type { ActorPhrase } from './phrase.ts';
import { personSpans, range, type PersonSpan } from './person-spans.ts';

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
      ...belonging(context, span),
      ...facing(context, span, phrases),
      ...introduced(context, { span, office: ending.get(span.first - 1) }, phrases),
      ...titled(context, title),
    };
    const named = span.known
      ? factsOf(span.known)
      : { kind: 'person' as const, name: textOf(context, span.first, span.last) };
    const state = span.known && presidedBy(context, first, span.known);
    const rules = state ? { body: state, side: state } : {};
    return draftAt(
      context,
      { first, last: span.last, head: headIn(context, span), rule: 'actor.person' },
      { ...named, ...facts, ...rules },
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

/** "Colonel Ryan Dillon of the Counter Terrorism Service": whose he is. */
function belonging({ words, listed }: ActorContext, { last }: PersonSpan): Partial<ActorFacts> {
  if (!/^(of|from)$/.test(words[last] ?? '')) return {};
  const name = listed[words[last + 1] === 'the' ? last + 2 : last + 1];
  return name?.use === 'name' && BODIES.has(name.actor.kind) ? bodyOf(name.actor) : {};
}

const BODIES: ReadonlySet<string> = new Set(['armed-group', 'force', 'organisation']);

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

/** A word as a name; the capitals of "VIKANTOV: …" are those of a transcript. */
function spoken(tokens: readonly { readonly text: string }[], at: number): string {
  const { text } = tokens[at]!;
  return /^\p{Lu}{3,}$/u.test(text) && tokens[at + 1]?.text === ':'
    ? text[0]! + text.slice(1).toLowerCase()
    : text;
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
    const person = full.get(spoken(text.tokens, token.index));
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
