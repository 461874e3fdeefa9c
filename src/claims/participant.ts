import {
  referenceTo,
  type ActorId,
  type ActorMention,
  type ActorReference,
} from '../domain/index.ts';
import { speechAt } from './chain.ts';
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

const JOINED = /^(conj)$/;
const OWNER = /^(compound|nmod:poss|amod|nmod:desc|flat)$/;

/** Participants that the phrase headed by `token` names, with those joined to it. */
export function participantsAt(search: Search, token: number): readonly Participant[] {
  const found: Participant[] = [];
  const visit = (index: number, depth: number) => {
    const one = participantAt(search, index);
    if (one && !found.some((other) => other.head === one.head || same(other, one))) found.push(one);
    if (depth < 4)
      for (const child of search.view.children(index))
        if (JOINED.test(search.view.token(child).deprel)) visit(child, depth + 1);
  };
  visit(token, 0);
  return found;
}

const same = (a: Participant, b: Participant) =>
  a.reference.start === b.reference.start && a.reference.end === b.reference.end;

function participantAt(search: Search, token: number): Participant | undefined {
  const { view, lexicon } = search;
  const mention = view.actor(token);
  const lemma = view.lemma(token);
  if (mention) return fromMention(search, mention, token);
  const { upos } = view.token(token);
  if (upos === 'PRON') return pronoun(search, token);
  const state = /^\p{Lu}/u.test(view.token(token).text)
    ? search.demonym(view.token(token).text)
    : undefined;
  if (state && /^(amod|compound|nmod)/.test(view.token(token).deprel)) {
    const { start, end, text } = view.token(token);
    const named = { name: state.name, id: state.id, side: state.side ?? state.id };
    return standingFor(named, { start, end, text }, token);
  }
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ' && upos !== 'NUM' && upos !== 'DET')
    return undefined;
  for (const child of view.children(token)) {
    const owner = view.actor(child);
    if (owner && OWNER.test(view.token(child).deprel) && armedKind(owner))
      return { ...fromMention(search, owner, child), confidence: 0.8 };
  }
  const isForce = lexicon.has('forces', lemma);
  const counted = view.quantity(token);
  const people = upos === 'NUM' || counted?.amount.unit === 'person';
  if (!isForce && !lexicon.has('civilians', lemma) && !people) return undefined;
  const [first, last] = phrase(view, token);
  const { start, end } = view.span(first, last);
  const text = view.reading.report.body.slice(start, end);
  const side = sideMeant(search, token);
  if (side) return standingFor(side, { start, end, text }, token);
  const armed = isForce && !(lexicon.has('civilians', lemma) && !governs(search, token));
  return {
    reference: { name: text, text, start, end },
    side: text.toLowerCase(),
    head: token,
    armed,
    confidence: 0.6,
  };
}

/** Officials and governors count with the side they serve when the words say so. */
const governs = ({ view }: Search, token: number) =>
  view
    .children(token)
    .some((child) => /^(government|security|army|military)$/.test(view.lemma(child)));

function phrase(view: TextView, token: number): readonly [number, number] {
  let first = token;
  for (const child of view.children(token))
    if (child < first && /^(compound|amod|nummod|flat|nmod:poss)$/.test(view.token(child).deprel))
      first = Math.min(first, view.extent(child)[0]);
  if (token - first > 6) first = token;
  while (first < token && /^(DET|PUNCT)$/.test(view.token(first).upos)) first++;
  return [first, token + 1];
}

export const sideOf = ({ side, actor, name }: ActorMention) => side ?? actor ?? name.toLowerCase();

const SERVES =
  /governor|commander|general|colonel|police|officer|warlord|president|mayor|minister|chief|leader/i;

/** Certainty left when "the fighters" are taken for the armed group the report speaks of most. */
const MEANT = 0.7;

/**
 * "fighters", "the rebels": the armed group most spoken of. "Troops", "special units": the state in
 * focus, or the only state there is.
 */
function sideMeant(search: Search, token: number): Side | undefined {
  const { view, lexicon, sides, government } = search;
  const lemma = view.lemma(token);
  // "in rebel hands": an adjective to the tagger.
  if (!/^(NOUN|ADJ)$/.test(view.token(token).upos)) return undefined;
  const modifiers = view
    .children(token)
    .filter((child) => /^(compound|amod|nmod)/.test(view.token(child).deprel));
  if (modifiers.some((child) => view.actor(child)?.actor ?? view.place(child))) return undefined;
  const rebel = modifiers.some((child) =>
    /^(rebel|paramilitary|militant|insurgent|opposition|resistance)$/.test(view.lemma(child)),
  );
  if (rebel || lexicon.has('insurgent', lemma) || /^(group|movement|commander)$/.test(lemma))
    return first(sides.filter(({ kind }) => kind === 'armed-group'));
  if (
    !lexicon.has('government', lemma) &&
    !/^(force|unit|defender|garrison|battalion|division|brigade)$/.test(lemma)
  )
    return undefined;
  const states = sides.filter(({ kind }) => kind !== 'armed-group');
  const focused = government && states.find((side) => sideOf(side) === government.id);
  if (focused) return fromSide(focused);
  if (government) return { name: government.name, id: government.id, side: government.id };
  return states.length === 1 ? first(states) : undefined;
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

/** "we", "us": whoever speaks. "it", "they": the same, where nothing else links them. */
function pronoun(search: Search, token: number): Participant | undefined {
  const { view } = search;
  const { xpos, start, end, text } = view.token(token);
  if (!xpos.startsWith('PRP') || /^(i|you|he|she|him|her|me)$/i.test(text)) return undefined;
  const source = speechAt(view.reading, start)?.source?.mention;
  const speaker = source === undefined ? undefined : view.reading.mentions[source];
  if (speaker?.type !== 'actor') return undefined;
  const side = speaker.side ?? speaker.body ?? (armedKind(speaker) ? speaker.actor : undefined);
  if (side === undefined) return undefined;
  const known = search.sides.find((mention) => sideOf(mention) === side);
  const named = known ? fromSide(known) : { name: speaker.name, id: side, side };
  return standingFor(named, { start, end, text }, token);
}

/** A side under words that do not name it. */
export function standingFor(
  { name, id, side, mention }: Side,
  words: { readonly start: number; readonly end: number; readonly text: string },
  head: number,
): Participant {
  return {
    reference: { name, ...(id === undefined ? {} : { id }), ...words },
    side,
    ...(mention ? { mention } : {}),
    head,
    armed: true,
    confidence: MEANT,
  };
}

/** Words that say nothing of whose they are; "foreign forces", "US-led forces" and "armies" do. */
const OWN =
  /^((the|its|some|government|security|special|local|regular|national|army|rebel|paramilitary|militant|insurgent|opposition|armed|hundreds|thousands|of|many|more|other|senior|evening) )*\w+$/i;

function fromMention(search: Search, mention: ActorMention, token: number): Participant {
  const { view, lexicon } = search;
  const nobody = mention.kind !== 'person' || /commanders?$/i.test(mention.text);
  if (mention.actor === undefined && mention.side === undefined && nobody) {
    const side = OWN.test(mention.text) ? sideMeant(search, mention.head) : undefined;
    if (side)
      return standingFor(
        side,
        { start: mention.start, end: mention.end, text: mention.text },
        token,
      );
  }
  const armed =
    armedKind(mention) ||
    (mention.kind === 'person' && SERVES.test(`${mention.post ?? ''} ${mention.text}`)) ||
    (mention.kind !== 'outlet' &&
      mention.kind !== 'person' &&
      lexicon.has('forces', view.lemma(mention.head)) &&
      !lexicon.has('civilians', view.lemma(mention.head)));
  return {
    reference: referenceTo(mention),
    side: sideOf(mention),
    mention,
    head: token,
    armed,
    confidence: mention.same ? 0.85 : 0.95,
  };
}
