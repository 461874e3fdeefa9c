import {
  isResolved,
  referenceTo,
  type Actor,
  type ActorId,
  type ActorMention,
  type ActorReference,
} from '../domain/index.ts';
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

/** "our forces", "his men": those of whoever speaks, or of the owner. */
export function owned(search: Search, token: number): Side | undefined {
  const { view } = search;
  const owner = view.children(token).find((child) => view.token(child).deprel === 'nmod:poss');
  if (owner === undefined) return undefined;
  const own = /^(our|my)$/i.test(view.token(owner).text);
  const side = own ? ownSideAt(search, token) : ownerSide(search, ownerAt(search, owner));
  // "its gunmen", of a town, though the army is spoken of
  const rebel = search.lexicon.has('insurgent', view.lemma(token));
  if (side === undefined || (rebel && !own && !search.isGroup(side))) return undefined;
  return known(search, side);
}

/** "his side's forces": those of whose side it is. */
const ownerAt = ({ view }: Search, owner: number): ActorMention | undefined =>
  view.actor(owner) ??
  (/^(side|group|party|movement|camp)$/.test(view.lemma(owner))
    ? view
        .children(owner)
        .filter((child) => view.token(child).deprel === 'nmod:poss')
        .map((child) => view.actor(child))
        .find((one) => one !== undefined)
    : undefined);

/** "President Charles Taylor's men": the government's, where no list has the president. */
const ownerSide = ({ government }: Search, owner: ActorMention | undefined) =>
  owner?.side ??
  (/^(president|prime minister)\b/i.test(owner?.post ?? owner?.text ?? '')
    ? government?.id
    : undefined);

const ENEMY = /^(enemy|occupier|invader|aggressor|foe|occupant|adversary)$/;

/** "The enemy": the side that the speaker, or the country of the report, fights. */
export function ofEnemy(search: Search, token: number): Side | undefined {
  const { view, parties, government } = search;
  if (!ENEMY.test(view.lemma(token))) return undefined;
  const own = ownSideAt(search, token) ?? government?.id;
  const abroad = government?.id === own ? undefined : government?.id;
  const foe = own === undefined ? undefined : (parties.find((side) => side !== own) ?? abroad);
  return foe === undefined ? undefined : known(search, foe);
}

/** Whose "we" and "our" are at a token: the speaker's, else those of an outlet that is a party. */
export const ownSideAt = ({ view, voice }: Search, token: number): ActorId | undefined =>
  speakerSide(view, token) ??
  (speechAt(view.reading, view.token(token).start) === undefined ? voice : undefined);

/** The side of whoever says the words at a token. */
export function speakerSide(view: TextView, token: number): ActorId | undefined {
  const source = speechAt(view.reading, view.token(token).start)?.source?.mention;
  const speaker = source === undefined ? undefined : view.reading.mentions[source];
  if (speaker?.type !== 'actor') return undefined;
  return speaker.side ?? speaker.body ?? (armedKind(speaker) ? speaker.actor : undefined);
}

/** A side that the report or the list knows. */
export function known({ sides, sideName }: Search, side: ActorId): Side | undefined {
  const mention = sides.find((one) => sideOf(one) === side);
  if (mention) return fromSide(mention);
  const name = sideName(side);
  return name === undefined ? undefined : { name, id: side, side };
}

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
  };
}

/** "under the control of Russia", "in Ukraine's hands", "the authority of Luanda": those who govern there. */
export function governing(search: Search, token: number): Participant | undefined {
  const place = search.view.place(token)?.place;
  const government = place && isResolved(place) ? search.governmentOf(place.name) : undefined;
  if (!government) return undefined;
  return standingFor(sideFrom(government), search.view.token(token), token);
}
