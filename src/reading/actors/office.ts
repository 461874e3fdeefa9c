import type { Actor, State } from '../../domain/index.ts';
import { governmentOf } from '../actor-list.ts';
import type { ActorContext } from './context.ts';
import { sideOf, textOf, type ActorFacts } from './draft.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { INSTALLED } from './phrase-words.ts';
import { officeEnd } from './office-end.ts';
import type { ActorPhrase } from './phrase.ts';

/** Whom a person in office speaks for. */
type Body = Pick<ActorFacts, 'body' | 'side' | 'country'>;

/** Doctors, elders and reporters speak for nobody's government. */
const CIVIL = new Set(['CVL', 'MED']);

/** Share of the names that must be a country's own for "the governor" to be its governor. */
const HOME_SHARE = 0.5;

export const isOffice = ({ noun }: ActorPhrase) => noun.role === 'post' || noun.role === 'official';

/** Persons known only by their office: "a member of the provincial council". */
export function officeFacts(
  context: ActorContext,
  phrase: ActorPhrase,
  phrases: PhraseIndex,
): ActorFacts {
  const last = phrase.noun.role === 'post' ? officeEnd(context, phrase.last) : phrase.last;
  const name = textOf(context, phrase.first, last);
  return {
    kind: 'person',
    name,
    ...(phrase.noun.role === 'post' ? { post: name } : {}),
    ...bodyFacts(context, phrase),
    ...(CIVIL.has(phrase.noun.sector) || isFormer(context, phrase)
      ? {}
      : bodyWithin(context, { first: phrase.last, last }, phrases)),
    anonymous: true,
  };
}

export const bodyOf = (actor: Actor): Body => {
  const side = sideOf(actor);
  return {
    body: actor.id,
    ...(side === undefined ? {} : { side }),
    ...(actor.country === undefined ? {} : { country: actor.country }),
  };
};

const governmentBody = (state: State): Body => ({
  body: governmentOf(state),
  side: governmentOf(state),
  country: state.iso2,
});

/** A former governor speaks for himself. */
const isFormer = ({ words }: ActorContext, { first, head }: ActorPhrase) =>
  words.slice(first, head).some((word) => word === 'former' || word === 'ex' || word === 'retired');

/** "interior ministry spokesman", "a police official" */
function branchBefore(
  { words, list, focus }: ActorContext,
  phrase: ActorPhrase,
): Actor | undefined {
  const state = phrase.state ?? focus.state;
  if (!state || phrase.outside) return undefined;
  for (let at = phrase.head - 1; at >= phrase.first; at--) {
    const match = list.nouns.endingAt(words, at, phrase.first);
    if (match?.noun.role === 'state') return list.branch(state, match.noun);
  }
  return undefined;
}

/** "The Russian-installed governor", "a Houthi-appointed official": of the side that put them there. */
function installedBy({ words }: ActorContext, { first, head, owner, state }: ActorPhrase): Body {
  if (!words.slice(first, head).some((word) => INSTALLED.has(word))) return {};
  return owner ? bodyOf(owner) : state ? governmentBody(state) : {};
}

/** The body that stands before the office: "Taliban spokesman", "Afghan officials". */
export function bodyFacts(context: ActorContext, phrase: ActorPhrase): Body {
  const { owner, state, noun } = phrase;
  if (isFormer(context, phrase)) return {};
  if (phrase.sponsored) return installedBy(context, phrase);
  if (owner) return bodyOf(owner);
  const branch = branchBefore(context, phrase);
  if (branch) return bodyOf(branch);
  if (CIVIL.has(noun.sector)) return state ? { country: state.iso2 } : {};
  if (state) return governmentBody(state);
  const focus = phrase.outside ? undefined : context.focus.state;
  const local = noun.local === true && focus && context.focus.share(focus.iso2) >= HOME_SHARE;
  const serves = noun.role === 'official' || local || phrase.government;
  return focus && serves ? governmentBody(focus) : {};
}

/** The ministry, group or state that the words after an office name. */
export function bodyWithin(
  context: ActorContext,
  { first, last }: { readonly first: number; readonly last: number },
  phrases: PhraseIndex,
): Body {
  const focus = context.focus.state;
  const inside = phrases.within(first, last).find(({ noun }) => noun.role === 'state');
  const state = inside?.state ?? (inside?.outside ? undefined : focus);
  const branch = inside && state ? context.list.branch(state, inside.noun) : undefined;
  const actor = inside?.owner ?? branch ?? listedWithin(context, first, last);
  return actor ? bodyOf(actor) : {};
}

function listedWithin({ listed }: ActorContext, first: number, last: number) {
  for (let at = first; at < last; at++) {
    const name = listed[at];
    if (name?.use === 'name' && name.actor.sector !== 'MED') return name.actor;
    if (name?.use === 'state' || name?.use === 'demonym') return name.actor;
  }
  return undefined;
}
