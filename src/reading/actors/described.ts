import type { ActorId, State } from '../../domain/index.ts';
import { governmentOf } from '../actor-list.ts';
import type { ActorDraft } from '../drafts.ts';
import type { ActorContext } from './context.ts';
import { draftAt, factsOf, textOf, type ActorFacts } from './draft.ts';
import { followedFacts } from './following.ts';
import { groupCalled } from './group-called.ts';
import { officeFacts } from './office.ts';
import { presidedBy } from './presided.ts';
import type { PhraseIndex } from './phrase-index.ts';
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
  'local-government',
]);
const ARMY: ReadonlySet<string> = new Set(['army', 'forces', 'air-force']);
/** Words that need an owner: "the state", "the leadership", "the court" are anybody's. */
const OWNED_ONLY = new Set(['state', 'leadership', 'administration', 'cabinet', 'court', 'courts']);

/** "Its forces", "their fighters": whose they are is told by what "its" stands for. */
const OWNED_ROLES = new Set(['state', 'fighters', 'collective']);

/** Bodies, forces and people that a phrase describes: "Afghan government forces", "residents". */
export function describedActor(
  context: ActorContext,
  phrase: ActorPhrase,
  phrases: PhraseIndex,
): ActorDraft | undefined {
  // "Port-au-Prince" is no prince.
  if (phrase.noun.role === 'post' && context.isPlace(textOf(context, phrase.first, phrase.last)))
    return undefined;
  // "Khartoum state" is where the capital lies.
  if (phrase.term === 'state' && context.listed[phrase.head - 1]?.use === 'capital')
    return undefined;
  const facts =
    phrase.noun.role === 'post' || phrase.noun.role === 'official'
      ? officeFacts(context, phrase, phrases)
      : (followedFacts(context, phrase) ?? factsFor(context, phrase));
  if (!facts) return undefined;
  const own =
    phrase.possessed &&
    facts.actor === undefined &&
    (OWNED_ROLES.has(phrase.noun.role) || phrase.term === 'men');
  const rule = own ? 'actor.possessed' : `actor.${phrase.noun.role}`;
  return draftAt(context, { ...phrase, rule }, facts);
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
    case 'none':
      return undefined;
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
  const presided = owner && presidedBy(context, phrase.first - 1, owner);
  if (presided) return ownersFacts(context, phrase, presided);
  if (owner) return factsOf(owner);
  if (phrase.people) return peopleOf(context, phrase);
  if (state && isNamedCouncil(context, phrase)) {
    const kind = FIGHTING.test(text) ? 'armed-group' : noun.kind;
    return { ...described, kind, ...country(state) };
  }
  if (state) return stateBranch(context, phrase, state);
  if (noun.hardware?.includes(term) && !phrase.government) return undefined;
  if (phrase.outside || phrase.possessed) return { ...described, anonymous: true };
  if (OWNED_ONLY.has(term)) return undefined;
  const focus = ARMY.has(noun.branch ?? '') ? context.focus.army : context.focus.state;
  if (!focus || !BARE_BRANCHES.has(noun.branch ?? '') || isAnybodys(context, phrase))
    return { ...described, anonymous: true };
  const name = `${focus.demonyms[0] ?? focus.name} ${text.replace(/^(?:the|The) /, '')}`;
  const facts = stateBranch(context, phrase, focus);
  return {
    ...facts,
    name: noun.branch === 'government' ? facts.name : name,
    reason: `the report is about ${focus.name}`,
  };
}

const FIGHTING = /\b(?:Defen[cs]e|Military|Revolutionary|Liberation|War) Council$/;

/** "The Croat Defence Council": a body of its own, and no town council of Croatia's. */
const isNamedCouncil = ({ text }: ActorContext, { noun, first, head }: ActorPhrase) =>
  noun.branch === 'local-government' &&
  text.tokens.slice(first + 1, head + 1).every(({ text: word }) => /^\p{Lu}/u.test(word)) &&
  head - first > 1;

/** "President Laurent Kabila's soldiers": the state's. */
function ownersFacts(context: ActorContext, phrase: ActorPhrase, side: ActorId): ActorFacts {
  const state = context.list.states.find((one) => governmentOf(one) === side);
  return {
    ...(state
      ? stateBranch(context, phrase, state)
      : { kind: phrase.noun.kind, name: phrase.term }),
    side,
  };
}

/** "Bosnian Croat units", "Syrian Kurdish troops": the group that the list so calls; no army of the state. */
function peopleOf(context: ActorContext, phrase: ActorPhrase): ActorFacts {
  const { noun, state, head } = phrase;
  const text = textOf(context, phrase.first, phrase.last);
  const whose = textOf(context, phrase.first, head);
  const group = groupCalled(context.list, whose);
  return group ? factsOf(group) : { kind: noun.kind, name: text, ...country(state) };
}

/** Share of the names that must be the country's own for "soldiers" to be its soldiers. */
const OWN_SOLDIERS = 0.7;

/** "a transitional government"; "troops" in a war of several states. */
function isAnybodys(context: ActorContext, phrase: ActorPhrase): boolean {
  if (/^(a|an|another|any|no)$/.test(context.words[phrase.first - 1] ?? '')) return true;
  const focus = context.focus.army;
  if (phrase.government || phrase.noun.branch !== 'forces' || !focus) return false;
  if (focus !== context.focus.state) return false;
  return !phrase.term.includes('security') && context.focus.share(focus.iso2) < OWN_SOLDIERS;
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
  // "Laurent Kabila's rebels" are his movement's.
  const led = owner?.kind === 'person' && owner.side ? context.list.get(owner.side) : undefined;
  if (led) return { ...factsOf(led), kind: noun.kind };
  if (owner && !phrase.sponsored) return factsOf(owner);
  // "Sudanese paramilitaries", where paramilitaries are one group.
  const known = context.listed[phrase.head];
  if (known?.use === 'name' && state && state.iso2 === known.actor.country && !phrase.sponsored)
    return factsOf(known.actor);
  if (phrase.people && !phrase.government) return peopleOf(context, phrase);
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
    // "an al Qaeda splinter group"
    kind: owner?.kind === 'armed-group' ? owner.kind : noun.kind,
    name: text,
    ...country(state),
    ...(state || owner ? {} : { anonymous: true }),
  };
}

function peopleFacts(context: ActorContext, phrase: ActorPhrase): ActorFacts {
  const text = textOf(context, phrase.first, phrase.last);
  const { owner, term, state } = phrase;
  // "A Houthi military source" speaks for the Houthis, and "RSF men" fight for theirs.
  const side = owner && /(sources?|^men)$/.test(term) ? factsOf(owner).side : undefined;
  return {
    kind: 'people',
    name: text,
    ...country(state),
    ...(side === undefined ? {} : { side }),
    anonymous: true,
  };
}
