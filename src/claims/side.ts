import {
  actorId,
  isResolved,
  referenceTo,
  type Actor,
  type ActorId,
  type ActorMention,
  type ActorReference,
} from '../domain/index.ts';
import { areFollowers } from './followers.ts';
import { isRebels, servesState } from './in-office.ts';
import { speakerAt, speakerSide } from './speaker.ts';
import { speechAt } from './speech-index.ts';
import { armedKind, type Search } from './search.ts';
import type { TextView } from './text-view.ts';

/** Somebody in a role of a claim. */
export interface Participant {
  readonly reference: ActorReference;
  /** Whose gains these are; the name where the list does not know a side. */
  readonly side: string;
  readonly mention?: ActorMention;
  /** Token that heads the words. */
  readonly head: number;
  readonly armed: boolean;
  readonly confidence: number;
}

export const sideOf = ({ side, actor, name }: ActorMention) => side ?? actor ?? name.toLowerCase();

/** Certainty left when "the fighters" are taken for the armed group the report speaks of most. */
const MEANT = 0.7;

/** Whose side words that name nobody mean: by what follows them, by who speaks, by the report. */
export function sideMeant(search: Search, token: number): Side | undefined {
  if (isOwn(search, token) && isQuoted(search, token)) {
    const rebels = search.lexicon.has('insurgent', search.view.lemma(token));
    return owned(search, token) ?? (rebels ? ofReport(search, token) : undefined);
  }
  const leader = leaderAt(search, token);
  if (leader) return owned(search, token) ?? (isRebels(leader) ? rebelsOf(search) : undefined);
  return owned(search, token) ?? ofEnemy(search, token) ?? ofReport(search, token);
}

const ownerAt = ({ view }: Search, token: number) =>
  view.children(token).find((child) => view.token(child).deprel === 'nmod:poss');

/** "our forces": where nobody knows whose they are, they are not those that "forces" alone would be. */
const isOwn = (search: Search, token: number) =>
  /^(our|my)$/i.test(search.view.tokens[ownerAt(search, token) ?? -1]?.text ?? '');

/** "his forces", of a separatist leader: whosever they are, they are not the state's for being "forces". */
function leaderAt(search: Search, token: number): ActorMention | undefined {
  const owner = ownerAt(search, token);
  const person = owner === undefined ? undefined : search.view.actor(owner);
  return person?.kind === 'person' && person.anonymous !== true ? person : undefined;
}

const isQuoted = ({ view }: Search, token: number) =>
  speechAt(view.reading, view.token(token).start)?.form === 'direct';

/** "our forces", "his men": those of whoever speaks, or of the owner. */
function owned(search: Search, token: number): Side | undefined {
  const { view } = search;
  const owner = ownerAt(search, token);
  if (owner === undefined) return undefined;
  const side = isOwn(search, token)
    ? ownSideAt(search, token)
    : ownerSide(search, view.actor(owner));
  return side === undefined ? undefined : known(search, side);
}

/** "General Sami Sadat's men": the government's, where no list has the general. */
const ownerSide = (search: Search, owner: ActorMention | undefined) =>
  owner?.side ?? (owner && servesState(search, owner) ? search.government?.id : undefined);

const ENEMY = /^(enemy|occupier|invader|aggressor|foe|occupant|adversary)$/;

/** "The enemy": the side that the speaker, or the country of the report, fights. */
function ofEnemy(search: Search, token: number): Side | undefined {
  const { view, parties, government } = search;
  if (!ENEMY.test(view.lemma(token))) return undefined;
  const own = ownSideAt(search, token) ?? government?.id;
  const abroad = government?.id === own ? undefined : government?.id;
  const foe = own === undefined ? undefined : (parties.find((side) => side !== own) ?? abroad);
  return foe === undefined ? undefined : known(search, foe);
}

/** Whose "we" and "our" are at a token: the speaker's, else those of an outlet that is a party. */
export const ownSideAt = (search: Search, token: number): ActorId | undefined => {
  const { view, voice } = search;
  const heard = speechAt(view.reading, view.token(token).start);
  return speakerSide(view, token) ?? (heard === undefined ? voice : ofSpeaker(search, token));
};

/** "The rebels said “our men …”", "the mayor said": those that the speaker is one of, or serves. */
function ofSpeaker(search: Search, token: number): ActorId | undefined {
  const speaker = speakerAt(search.view, token);
  if (!speaker) return undefined;
  if (servesState(search, speaker)) return search.government?.id;
  if (isRebels(speaker)) return rebelsOf(search)?.id;
  const rebels =
    armedKind(speaker) && search.lexicon.has('insurgent', search.view.lemma(speaker.head));
  return rebels ? rebelsOf(search)?.id : undefined;
}

/** A side that the report or the list knows. */
export function known({ sides, sideName }: Search, side: ActorId): Side | undefined {
  const mention = sides.find((one) => sideOf(one) === side);
  if (mention) return fromSide(mention);
  const name = sideName(side);
  return name === undefined ? undefined : { name, id: side, side };
}

/**
 * "fighters", "the rebels": the armed group most spoken of. "Troops", "special units": the state in
 * focus, or the only state there is.
 */
function ofReport(search: Search, token: number): Side | undefined {
  const { view, lexicon, sides, government } = search;
  const lemma = view.lemma(token);
  // "in rebel hands": an adjective to the tagger.
  if (!/^(NOUN|ADJ)$/.test(view.token(token).upos)) return undefined;
  if (areFollowers(view, token) && !/^(rebel|insurgent|guerrilla)$/.test(lemma)) return undefined;
  const modifiers = view
    .children(token)
    .filter((child) => /^(compound|amod|nmod)/.test(view.token(child).deprel));
  if (modifiers.some((child) => view.actor(child)?.actor ?? view.place(child))) return undefined;
  const rebel = modifiers.some((child) =>
    /^(rebel|paramilitary|militant|insurgent|opposition|resistance)$/.test(view.lemma(child)),
  );
  const assault = modifiers.some((child) => ARMS.test(view.lemma(child)));
  if (
    rebel ||
    lexicon.has('insurgent', lemma) ||
    (/^(group|movement|commander|gang|cartel)$/.test(lemma) && !assault)
  )
    return rebelsOf(search);
  if (lemma === 'militia') return onlyParty(search);
  if (lemma === 'side') return otherSide(search, token, modifiers);
  if (lemma === 'opposition') return opposition(search);
  const nation = modifiers.find((child) => isNational(view, child));
  if (nation !== undefined && lexicon.has('forces', lemma)) {
    const state = search.demonym(view.token(nation).text);
    return state && sideFrom(state);
  }
  if (
    !lexicon.has('government', lemma) &&
    !/^(force|unit|defender|garrison|battalion|division|brigade)$/.test(lemma)
  )
    return undefined;
  const states = sides.filter(({ kind }) => kind !== 'armed-group');
  if (search.unarmed && ARMY.test(lemma))
    return first(states.filter((side) => sideOf(side) !== government?.id));
  const focused = government && states.find((side) => sideOf(side) === government.id);
  if (focused) return fromSide(focused);
  if (government) return sideFrom(government);
  return states.length === 1 ? first(states) : undefined;
}

const ARMY =
  /^(army|military|force|troop|soldier|unit|division|brigade|battalion|tank|commando)s?$/;

/** "Assault groups" are no group. */
const ARMS = /^(assault|storm|sabotage|reconnaissance|combat|tactical)$/;

/** "Russian units", "Chechen units": not those of the country in focus. At the head of a sentence any word has a capital. */
const isNational = (view: TextView, modifier: number) =>
  /^\p{Lu}\p{Ll}+(?:an|ese|i|ish|en|ch|sh|ic)$/u.test(view.token(modifier).text) &&
  view.token(modifier).upos !== 'NOUN';

/** The armed group most spoken of, or that a person spoken of leads, or that the list alone has. */
function rebelsOf(search: Search): Side | undefined {
  const { sides, isGroup } = search;
  // A militia of the government's is no "group" or "rebels".
  const named = first(sides.filter((one) => one.kind === 'armed-group' && isGroup(sideOf(one))));
  const led = named ?? onlyParty(search);
  if (led) return led;
  const only = search.rebels();
  return only && sideFrom(only);
}

/** The one armed group that somebody in the text belongs to. */
function onlyParty(search: Search): Side | undefined {
  const groups = search.parties.filter((side) => search.isGroup(side));
  const home = groups.filter((side) => search.isHomeGroup(side));
  const meant = groups.length === 1 ? groups : home;
  return meant.length === 1 ? known(search, meant[0]!) : undefined;
}

/** "Port Sudan is held by the other side": of the two that the text knows, not the one named last. */
function otherSide(search: Search, token: number, modifiers: readonly number[]): Side | undefined {
  const { view, sides, government } = search;
  if (!modifiers.some((one) => view.lemma(one) === 'other')) return undefined;
  const all = new Set(sides.map(sideOf).filter((side) => search.sideName(side) !== undefined));
  if (government) all.add(government.id);
  if (all.size !== 2) return undefined;
  for (let i = token - 1; i >= 0; i--) {
    const mention = view.actor(i);
    if (!mention || !all.has(sideOf(mention))) continue;
    const other = [...all].find((side) => side !== sideOf(mention));
    return other === undefined ? undefined : known(search, actorId(other));
  }
  return undefined;
}

/** "In opposition hands": the group that calls itself so, or the only one. */
function opposition(search: Search): Side | undefined {
  const { parties, isGroup, sideName } = search;
  const called = parties.find((side) => isGroup(side) && /opposition/i.test(sideName(side) ?? ''));
  return called === undefined ? onlyParty(search) : known(search, called);
}

const first = ([mention]: readonly ActorMention[]) => (mention ? fromSide(mention) : undefined);

export interface Side {
  readonly name: string;
  readonly id?: ActorId;
  readonly side: string;
  readonly mention?: ActorMention;
}

export function fromSide(mention: ActorMention): Side {
  const { name, id } = referenceTo(mention);
  return { name, ...(id === undefined ? {} : { id }), side: sideOf(mention), mention };
}

/** The side that an entry of the list is, or is on. */
export const sideFrom = ({ name, id, side = id }: Actor): Side => ({ name, id, side });

/** A side under words that do not name it. */
export function standingFor(
  { name, id, side, mention }: Side,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
  head: number,
): Participant {
  return {
    reference: {
      name,
      ...(id === undefined ? {} : { id }),
      ...(mention?.side === undefined ? {} : { side: mention.side }),
      start,
      end,
      text,
    },
    side,
    ...(mention ? { mention } : {}),
    head,
    armed: true,
    confidence: MEANT,
  };
}

/** "under the control of Russia", "in Ukraine's hands", "the authority of Luanda": those who govern there. */
export function governing(search: Search, token: number): Participant | undefined {
  const place = search.view.place(token)?.place;
  const government = place && isResolved(place) ? search.governmentOf(place.name) : undefined;
  if (!government) return undefined;
  return standingFor(sideFrom(government), search.view.token(token), token);
}
