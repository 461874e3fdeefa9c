import {
  isResolved,
  referenceTo,
  type Actor,
  type ActorId,
  type ActorMention,
  type ActorReference,
} from '../domain/index.ts';
import { childBy, childrenBy } from './clause.ts';
import { groupMeant } from './group-meant.ts';
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
  /** Why these are meant, where no word of the report tells. */
  readonly inferred?: string;
}

export const sideOf = ({ side, actor, name }: ActorMention) => side ?? actor ?? name.toLowerCase();

/** Certainty left when "the fighters" are taken for the armed group the report speaks of most. */
const MEANT = 0.7;

/** "our forces": where nobody knows whose they are, they are not those that "forces" alone would be. */
export const isOwn = (search: Search, token: number) =>
  /^(our|my)$/i.test(
    search.view.tokens[childBy(search.view, token, 'nmod:poss') ?? -1]?.text ?? '',
  );

/** "his forces", of a separatist leader: whosever they are, they are not the state's for being "forces". */
export function leaderAt(search: Search, token: number): ActorMention | undefined {
  const owner = childBy(search.view, token, 'nmod:poss');
  const person = owner === undefined ? undefined : search.view.actor(owner);
  return person?.kind === 'person' && person.anonymous !== true ? person : undefined;
}

export const isQuoted = ({ view }: Search, token: number) =>
  speechAt(view.reading, view.token(token).start)?.form === 'direct';

/** "our forces", "his men": those of whoever speaks, or of the owner. */
export function owned(search: Search, token: number): Side | undefined {
  const { view } = search;
  const owner = childBy(view, token, 'nmod:poss');
  if (owner === undefined) return undefined;
  const own = isOwn(search, token);
  const side = own ? ownSideAt(search, token) : ownerSide(search, ownerAt(search, owner));
  // "its gunmen", of a town, though the army is spoken of
  const rebel = search.lexicon.has('insurgent', view.lemma(token));
  if (side === undefined || (rebel && !own && !search.isGroup(side))) return undefined;
  return known(search, side);
}

/** Whose a noun is, where the owners are actors. */
export const ownersAt = (view: TextView, noun: number): readonly ActorMention[] =>
  childrenBy(view, noun, (name) => name === 'nmod:poss').flatMap(
    (child) => view.actor(child) ?? [],
  );

/** "his side's forces": those of whose side it is. */
const ownerAt = ({ view }: Search, owner: number): ActorMention | undefined =>
  view.actor(owner) ??
  (view.token(owner).xpos === 'WP$' ? whoseAt(view, owner) : undefined) ??
  (/^(side|group|party|movement|camp)$/.test(view.lemma(owner))
    ? ownersAt(view, owner)[0]
    : undefined);

/** "the RSF, whose units", "the Tatmadaw (Burma's army), whose" */
function whoseAt(view: TextView, whose: number): ActorMention | undefined {
  const before = view.tokens[whose - 1]?.text === ',' ? whose - 2 : whose - 1;
  const bracket = view.tokens[before]?.text === ')' ? before - 1 : before;
  return bracket < 0 ? undefined : view.actor(bracket);
}

/** "General Sami Sadat's men", "President Charles Taylor's men": the government's, where no list has him. */
const ownerSide = (search: Search, owner: ActorMention | undefined) =>
  owner?.side ?? (owner && servesState(search, owner) ? search.government?.id : undefined);

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
  if (servesState(search, speaker) || isSoldier(speaker)) return search.government?.id;
  if (isRebels(speaker)) return rebelsOf(search, token)?.id;
  const rebels =
    armedKind(speaker) && search.lexicon.has('insurgent', search.view.lemma(speaker.head));
  return rebels ? rebelsOf(search, token)?.id : undefined;
}

/** "a soldier said", without a word for whose: the state's. */
const isSoldier = ({ kind, text, side }: ActorMention) =>
  (kind === 'person' || kind === 'force') && side === undefined && SOLDIER.test(text);

const SOLDIER =
  /^(?:an?|the|one|another|some)? ?(?:army |government )?(?:soldier|policeman|army officer|commando)s?$/i;

/** A side that the report or the list knows. */
export function known({ sides, sideName }: Search, side: ActorId): Side | undefined {
  const mention = sides.find((one) => sideOf(one) === side);
  if (mention) return fromSide(mention);
  const name = sideName(side);
  return name === undefined ? undefined : { name, id: side, side };
}

/** Certainty left where only the list tells who fought there in those days. */
export const FROM_LIST = 0.5;
const WAR = "whom such words mean in that country's war in those days";

/** The armed group that words for fighters mean in this report, or in its country's war. */
export function fightersMeant(search: Search, words: string, token: number): Side | undefined {
  const meant = groupMeant(search, words, token);
  const side = meant && known(search, meant.group);
  if (meant?.from !== 'list' || !side) return side;
  return { ...side, confidence: FROM_LIST, reason: WAR };
}

/** The armed group that "the rebels" are in this report. */
export const rebelsOf = (search: Search, token: number): Side | undefined =>
  fightersMeant(search, 'rebels', token);

export interface Side {
  readonly name: string;
  readonly id?: ActorId;
  readonly side: string;
  readonly mention?: ActorMention;
  /** Certainty left, where it is less than that of what the report tells. */
  readonly confidence?: number;
  /** Why these are taken for words that do not name them, where not by the report. */
  readonly reason?: string;
}

export function fromSide(mention: ActorMention): Side {
  const { name, id } = referenceTo(mention);
  return { name, ...(id === undefined ? {} : { id }), side: sideOf(mention), mention };
}

/** The side that an entry of the list is, or is on. */
export const sideFrom = ({ name, id, side = id }: Actor): Side => ({ name, id, side });

/** A side under words that do not name it. */
export function standingFor(
  { name, id, side, mention, confidence = MEANT, reason }: Side,
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
      ...(reason === undefined ? {} : { reason }),
    },
    side,
    ...(mention ? { mention } : {}),
    head,
    armed: true,
    confidence,
    ...(reason === undefined ? {} : { inferred: reason }),
  };
}

/** A side of which the words at a token say nothing. */
export function unsaidAt({ view }: Search, side: Side, token: number): Participant {
  const { start } = view.token(token);
  return standingFor(side, { start, end: start, text: '' }, token);
}

/** "under the control of Russia", "in Ukraine's hands", "the authority of Luanda": those who govern there. */
export function governing(search: Search, token: number): Participant | undefined {
  const place = search.view.place(token)?.place;
  const government = place && isResolved(place) ? search.governmentOf(place.name) : undefined;
  if (!government) return undefined;
  return standingFor(sideFrom(government), search.view.token(token), token);
}
