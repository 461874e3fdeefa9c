import type { State } from '../../domain/index.ts';
import { governmentOf } from '../actor-list.ts';
import type { ActorDraft } from '../drafts.ts';
import type { ActorContext, Listed } from './context.ts';
import { draftAt, factsOf, textOf, type ActorFacts } from './draft.ts';
import { officeFacts } from './office.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { POSSESSIVES } from './phrase-words.ts';
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
      : (leaderFacts(context, phrase) ?? factsFor(context, phrase));
  if (!facts) return undefined;
  const own =
    phrase.possessed &&
    facts.actor === undefined &&
    (OWNED_ROLES.has(phrase.noun.role) || phrase.term === 'men');
  const rule = own ? 'actor.possessed' : `actor.${phrase.noun.role}`;
  return draftAt(context, { ...phrase, rule }, facts);
}

const FOLLOWING = /^(loyal|led|commanded|headed|faithful)$/;
const ARMED: ReadonlySet<string> = new Set(['force', 'armed-group']);

/** "Rebels loyal to Riek Machar", "fighters led by Hemedti": those of his side. */
function leaderFacts({ words, listed, list }: ActorContext, phrase: ActorPhrase) {
  const { last, noun } = phrase;
  if (!ARMED.has(noun.kind) || !FOLLOWING.test(words[last] ?? '')) return undefined;
  if (!/^(to|by)$/.test(words[last + 1] ?? '')) return undefined;
  const found = listed[words[last + 2] === 'the' ? last + 3 : last + 2];
  if (!found || isWithin(words, found)) return undefined;
  const name = found.actor;
  const side = name?.kind === 'person' ? name.side && list.get(name.side) : name;
  return side && { ...factsOf(side), kind: noun.kind };
}

/** "Fighters loyal to Ethiopia's Tigray region", "to Libya's interim rulers": of somebody in that state. */
const isWithin = (words: readonly string[], { last, use }: Listed) =>
  use !== 'name' &&
  POSSESSIVES.has(words[last] ?? '') &&
  !words.slice(last + 1, last + OWNED).some((word) => RULES.test(word));

const RULES = /^(government|president|prime|army|military|authorities|administration|king)$/;
const OWNED = 5;

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
  if (owner) return factsOf(owner);
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
