import type { State } from '../../domain/index.ts';
import { governmentOf } from '../actor-list.ts';
import type { ActorDraft } from '../drafts.ts';
import type { ActorContext } from './context.ts';
import { draftAt, factsOf, sideOf, textOf, type ActorFacts } from './draft.ts';
import type { ActorPhrase } from './phrase.ts';

/** Branches that "the …" alone names in a report about one country. */
const BARE_BRANCHES = new Set([
  'forces',
  'army',
  'police',
  'government',
  'air-force',
  'presidency',
  'parliament',
  'defence-ministry',
  'foreign-ministry',
  'interior-ministry',
  'health-ministry',
  'information-ministry',
  'state-media',
]);
/** Words that need an owner: "the state", "the leadership", "the court" are anybody's. */
const OWNED_ONLY = new Set(['state', 'leadership', 'administration', 'cabinet', 'court', 'courts']);

/** Bodies, forces and people that a phrase describes: "Afghan government forces", "residents". */
export function describedActor(context: ActorContext, phrase: ActorPhrase): ActorDraft | undefined {
  const facts = factsFor(context, phrase);
  if (!facts) return undefined;
  return draftAt(context, { ...phrase, rule: `actor.${phrase.noun.role}` }, facts);
}

function factsFor(context: ActorContext, phrase: ActorPhrase): ActorFacts | undefined {
  switch (phrase.noun.role) {
    case 'state':
      return branchFacts(context, phrase);
    case 'fighters':
      return fighterFacts(context, phrase);
    case 'collective':
      return collectiveFacts(context, phrase);
    case 'official':
    case 'post':
      return officeFacts(context, phrase);
    case 'people':
      return peopleFacts(context, phrase);
  }
}

const country = (state: State | undefined) => (state ? { country: state.iso2 } : {});

function branchFacts(context: ActorContext, phrase: ActorPhrase): ActorFacts | undefined {
  const { noun, owner, state, term } = phrase;
  const text = textOf(context, phrase.first, phrase.last);
  const described = { kind: noun.kind, name: text };
  if (phrase.sponsored) return { ...described, ...country(state) };
  if (owner) return factsOf(owner);
  if (state) return stateBranch(context, phrase, state);
  if (noun.hardware?.includes(term) && !phrase.government) return undefined;
  if (phrase.outside || phrase.possessed)
    return phrase.outside ? { ...described, anonymous: true } : undefined;
  if (OWNED_ONLY.has(term)) return undefined;
  const focus = context.focus.state;
  if (!focus || !BARE_BRANCHES.has(noun.branch ?? '')) return { ...described, anonymous: true };
  const name = `${focus.demonyms[0] ?? focus.name} ${text.replace(/^(?:the|The) /, '')}`;
  const facts = stateBranch(context, phrase, focus);
  return { ...facts, name: noun.branch === 'government' ? facts.name : name };
}

function stateBranch(
  context: ActorContext,
  { noun, first, last }: ActorPhrase,
  state: State,
): ActorFacts {
  const actor = context.list.branch(state, noun);
  const text = textOf(context, first, last);
  if (!actor) return { kind: noun.kind, name: text, ...country(state) };
  return { ...factsOf(actor), name: noun.branch === 'government' ? actor.name : text };
}

function fighterFacts(context: ActorContext, phrase: ActorPhrase): ActorFacts {
  const { noun, owner, state } = phrase;
  if (owner && !phrase.sponsored) return factsOf(owner);
  const text = textOf(context, phrase.first, phrase.last);
  const described = { kind: noun.kind, name: text, ...country(state) };
  if (phrase.government && context.focus.state)
    return {
      ...described,
      kind: 'force',
      side: governmentOf(context.focus.state),
      ...country(context.focus.state),
    };
  return state || phrase.modified ? described : { ...described, anonymous: true };
}

function collectiveFacts(context: ActorContext, phrase: ActorPhrase): ActorFacts | undefined {
  const { noun, owner, state, term } = phrase;
  if (owner && !phrase.sponsored) return factsOf(owner);
  // "the group" alone is linked to what it stands for, not an actor of its own.
  if (!phrase.modified && !term.includes(' ') && !term.startsWith('peace')) return undefined;
  const text = textOf(context, phrase.first, phrase.last);
  return {
    kind: noun.kind,
    name: text,
    ...country(state),
    ...(state || owner ? {} : { anonymous: true }),
  };
}

/** Persons known only by their office. */
export function officeFacts(context: ActorContext, phrase: ActorPhrase): ActorFacts {
  const text = textOf(context, phrase.first, phrase.last);
  return {
    kind: 'person',
    name: text,
    ...(phrase.noun.role === 'post' ? { post: text } : {}),
    ...bodyFacts(context, phrase),
    anonymous: true,
  };
}

type Body = Pick<ActorFacts, 'body' | 'side' | 'country'>;

/** Whom a person in office speaks for. */
export function bodyFacts(context: ActorContext, phrase: ActorPhrase): Body {
  if (phrase.sponsored) return {};
  if (phrase.owner) {
    const side = sideOf(phrase.owner);
    return {
      body: phrase.owner.id,
      ...(side === undefined ? {} : { side }),
      ...(phrase.owner.country === undefined ? {} : { country: phrase.owner.country }),
    };
  }
  if (CIVIL.has(phrase.noun.sector)) return country(phrase.state);
  const focus = phrase.outside ? undefined : context.focus.state;
  const state =
    phrase.state ?? (phrase.noun.role === 'official' || phrase.government ? focus : undefined);
  if (!state) return {};
  return { body: governmentOf(state), side: governmentOf(state), country: state.iso2 };
}

const CIVIL = new Set(['CVL', 'MED']);

function peopleFacts(context: ActorContext, phrase: ActorPhrase): ActorFacts {
  const text = textOf(context, phrase.first, phrase.last);
  return { kind: 'people', name: text, ...country(phrase.state), anonymous: true };
}
