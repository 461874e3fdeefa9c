import type { ActorMention } from '../../domain/index.ts';
import { bestActor, isSubject, type Link, type LinkContext } from './context.ts';

const PERSON = new Set(['he', 'she', 'him', 'his', 'her', 'himself', 'herself']);
const PLURAL = new Set(['they', 'them', 'their', 'themselves']);
const THING = new Set(['it', 'its', 'itself']);

export const isPronoun = (word: string) => PERSON.has(word) || PLURAL.has(word) || THING.has(word);

/** Several people, or a body of them. */
export const isMany = ({ kind, text, anonymous }: ActorMention) =>
  kind === 'people' || kind === 'force' || kind === 'armed-group'
    ? !/\b(soldier|fighter|militant|rebel|gunman|policeman)$/i.test(text)
    : kind === 'state'
      ? FIGHT.test(text)
      : kind === 'person' && anonymous === true && /(s|men|women|people)$/i.test(text);
/** "GNA fighters", "forces of the Government of National Accord": many, though the list has a state. */
const FIGHT = /\b(?:fighters|forces|troops|soldiers|units)\b/i;
const isOne = ({ kind, anonymous, text }: ActorMention) =>
  kind === 'person' && !(anonymous === true && /(s|men|women)$/i.test(text));
/** "Its troops … it": no troops are an "it", though the Rapid Support Forces are. */
const isPlural = ({ text: { tokens } }: LinkContext, { head, actor }: ActorMention) =>
  tokens[head]!.xpos === 'NNS' && (actor === undefined || !/^\p{Lu}/u.test(tokens[head]!.text));
const isBody = ({ kind }: ActorMention) =>
  kind === 'state' ||
  kind === 'organisation' ||
  kind === 'armed-group' ||
  kind === 'force' ||
  kind === 'outlet' ||
  kind === 'agency';

/** What a place has rather than a body: "its governor", "its fall". */
const OF_PLACES =
  /^(governor|mayor|head|chief|leaders?|lawmakers?|residents|inhabitants|people|population|capital|police|council|fall|loss|capture|airport|centre|center|suburbs|outskirts|streets|districts?|hospitals?|border|gates|province|elders|recapture|liberation|surrender|jail|prison)$/;

/** "Its loss", "their recapture": of places; "its loss of the town" is of those who had it. */
const ITS = /^(fall|loss|capture|seizure|recapture|liberation|recovery|retaking|reconquest)$/;
const THEIRS = /^(fall|recapture|liberation|recovery|retaking|reconquest)$/;

/** "have not retaken them" */
const RETAKEN = /^(retake|recapture|regain|reclaim|reconquer|reoccupy)$/;

function isOfPlaces({ text, words }: LinkContext, token: number): boolean {
  const { head, deprel } = text.tokens[token]!;
  if (words[token] === 'them') return deprel === 'obj' && RETAKEN.test(text.tokens[head]!.lemma);
  const taken = words[token] === 'their' ? THEIRS : words[token] === 'its' ? ITS : undefined;
  return taken?.test(words[head] ?? '') === true && words[head + 1] !== 'of';
}

/** "It" that does something, or "its" of something: never "it is said that". */
function isReferring({ text, words }: LinkContext, token: number): boolean {
  const { deprel, head } = text.tokens[token]!;
  if (words[token] === 'its') return !OF_PLACES.test(words[head] ?? '');
  if (head < 0) return false;
  const verb = text.tokens[head]!;
  // "It adds that …" looks like "it seems that …" to a tree.
  if (deprel === 'expl') return SAYING.test(verb.lemma) && verb.xpos !== 'VBN';
  if (deprel !== 'nsubj') return false;
  return (
    verb.upos === 'VERB' &&
    !/^(seem|appear|happen|rain|take|remain|become|emerge|follow|mean|fall)$/.test(verb.lemma)
  );
}

export const SAYING =
  /^(say|claim|announce|declare|state|confirm|deny|add|insist|warn|admit|tell|report|boast|vow|pledge|promise|concede|acknowledge|maintain|assert|allege|contend|reply|note|write|tweet)$/;

const CLAIM =
  /^(claims?|assertions?|allegations?|announcements?|statements?|reports?|boasts?|insistence|admission|denial)$/;
/** Mentions between a speaker and the pronoun after the verb. */
const NEAR = 6;

/** "The group said it …", "the forces claimed that they …": who stands before the verb of saying. */
function speakerOf({ text, words, mentions, quotations }: LinkContext, token: number) {
  let verb = words[token - 1] === 'that' ? token - 2 : token - 1;
  // "the Taliban's claim that they …"
  if (CLAIM.test(words[verb] ?? '') && /^['’]s?$/.test(words[verb - 1] ?? '')) {
    const owner = mentions.slice(-NEAR).findLast(({ last }) => last === verb - 1 || last === verb);
    return owner?.type === 'actor' ? owner : undefined;
  }
  // "told reporters they …"
  if (text.tokens[verb]?.upos === 'NOUN') verb--;
  const { lemma = '', sentence } = text.tokens[verb] ?? {};
  if (!SAYING.test(lemma) || sentence !== text.tokens[token]!.sentence) return undefined;
  if (quotations[token] !== quotations[verb]) return undefined;
  let before = verb - 1;
  while (/^(AUX|ADV)$/.test(text.tokens[before]?.upos ?? '')) before--;
  const mention = mentions.slice(-NEAR).findLast(({ last }) => last === before + 1);
  if (mention) return mention.type === 'actor' && mention.kind !== 'people' ? mention : undefined;
  return ownerOfSpeaker({ text, mentions }, before);
}

/** "The army's garrison said it …", "the rebels' leadership": a body of theirs speaks. */
function ownerOfSpeaker({ text, mentions }: Pick<LinkContext, 'text' | 'mentions'>, noun: number) {
  const { upos, deprel } = text.tokens[noun] ?? { upos: '', deprel: '' };
  if (upos !== 'NOUN' || !deprel.startsWith('nsubj')) return undefined;
  const owner = mentions
    .slice(-NEAR)
    .findLast(
      (one) =>
        one.type === 'actor' &&
        text.tokens[one.head]!.head === noun &&
        /^(nmod:poss|compound)$/.test(text.tokens[one.head]!.deprel),
    );
  const body = owner?.type === 'actor' && owner.kind !== 'person' && owner.kind !== 'people';
  return body ? owner : undefined;
}

/** "The joint forces' command said its troops …": of whoever it is, and of nobody named before. */
function isUnknownSpeaker({ text, words, mentions }: LinkContext, token: number): boolean {
  if (words[token] !== 'its') return false;
  const verb = words[token - 1] === 'that' ? token - 2 : token - 1;
  const before = text.tokens[verb - 1];
  if (!SAYING.test(text.tokens[verb]?.lemma ?? '') || text.tokens[verb]!.upos !== 'VERB')
    return false;
  return (
    before?.upos === 'NOUN' &&
    before.deprel.startsWith('nsubj') &&
    !mentions.slice(-NEAR).some(({ first, last }) => first < verb && verb <= last)
  );
}

/** "An army spokesman said the withdrawal of its troops …": its of whom the speaker speaks for. */
function spokenFor({ text, words, mentions, quotations }: LinkContext, token: number) {
  const theirs = words[token] === 'their' && TROOPS.test(words[token + 1] ?? '');
  if (words[token] !== 'its' && !theirs) return undefined;
  const { sentence } = text.tokens[token]!;
  for (let i = token - 1; i > token - IN_SAYING && text.tokens[i]?.sentence === sentence; i--) {
    if (!SAYING.test(text.tokens[i]!.lemma) || text.tokens[i]!.upos !== 'VERB') continue;
    const near = mentions.slice(-NEAR).filter(({ type }) => type === 'actor');
    const speaker = near.findLast(({ last }) => last <= i);
    if (speaker?.type !== 'actor' || speaker.last !== i || speaker !== near.at(-1))
      return undefined;
    if (quotations[token] !== quotations[i]) return undefined;
    return speaker.kind === 'person' && speaker.side !== undefined ? speaker : undefined;
  }
  return undefined;
}

const TROOPS = /^(forces|fighters|men|troops|soldiers|units)$/;
/** Tokens between the verb of saying and "its". */
const IN_SAYING = 8;

const fitsWord = (word: string, mention: ActorMention) =>
  PERSON.has(word) ? isOne(mention) : PLURAL.has(word) ? isMany(mention) : isBody(mention);

/** The earlier mention that a pronoun stands for. */
export function pronounLink(context: LinkContext, token: number): Link | undefined {
  const word = context.words[token]!;
  if (isOfPlaces(context, token)) return undefined;
  const { sentence } = context.text.tokens[token]!;
  const speaker = speakerOf(context, token);
  if (speaker && fitsWord(word, speaker)) return linkTo(speaker, `"${word}": the one who says so`);
  if (isUnknownSpeaker(context, token)) return undefined;
  const sender = spokenFor(context, token);
  if (sender) return linkTo(sender, `"${word}": those whom the speaker speaks for`);
  const search = (fits: (mention: ActorMention) => boolean, reach = 2) =>
    bestActor(context, { token, sentence, fits, reach });
  if (PERSON.has(word)) return linkTo(search(isOne, 3), `"${word}": the person last in focus`);
  const beaten = flees(context, token) ? search(isBeaten(context), 1) : undefined;
  if (beaten) return linkTo(beaten, `"${word}": those who were beaten`);
  const isTaker = (mention: ActorMention) =>
    isArmed(mention) || (mention.kind === 'state' && isSubject(context, mention));
  const takers = takes(context, token) ? search(isTaker, 3) : undefined;
  if (takers) return linkTo(takers, `"${word}": those in focus who bear arms`);
  if (PLURAL.has(word))
    return linkTo(search(isMany) ?? search(isBody, 1), `"${word}": the group last in focus`);
  if (!isReferring(context, token)) return undefined;
  const isSingle = (mention: ActorMention) => isBody(mention) && !isPlural(context, mention);
  return linkTo(
    search(isActing(context, isSingle), 1) ??
      search(isSingle, 0) ??
      search(isActing(context, isBody), 1) ??
      search(isBody, 0),
    `"${word}": the body last in focus`,
  );
}

const isActing =
  (context: LinkContext, fits: (mention: ActorMention) => boolean) => (mention: ActorMention) =>
    fits(mention) && (isSubject(context, mention) || ownsSubject(context, mention));

/** "The group's departure was counted. It keeps …" */
function ownsSubject(context: LinkContext, { head }: ActorMention): boolean {
  const { deprel, head: owned } = context.text.tokens[head]!;
  if (deprel !== 'nmod:poss' || !isSubject(context, { head: owned })) return false;
  return !PAPER.test(context.text.tokens[owned]!.lemma);
}

/** What says something itself: "it said". */
const PAPER = /^(?:statement|communiqu[eé]|release|bulletin|message|letter|announcement|report)$/;

const FLEES =
  /^(flee|withdraw|retreat|leave|run|escape|scatter|disperse|surrender|abandon|lose|suffer|vacate)$/;
const BEATS =
  /^(repel|repulse|defeat|beat|drive|push|rout|expel|dislodge|chase|crush|overpower|ambush)$/;

/** "repelled the rebels and they fled": the verb tells that not those who won are meant. */
const flees = ({ text, words }: LinkContext, token: number) =>
  words[token] === 'they' && FLEES.test(text.tokens[text.tokens[token]!.head]?.lemma ?? '');

const TAKES =
  /^(?:capture|recapture|seize|retake|overrun|besiege|surround|encircle|storm|conquer|liberate|withdraw|retreat)$/;

/** "Thousands have fled. They captured the base": those who fled have not. */
function takes({ text: { tokens }, words }: LinkContext, token: number): boolean {
  const { deprel, head } = tokens[token]!;
  if (words[token] !== 'they' || deprel !== 'nsubj') return false;
  const { lemma = '' } = tokens[head] ?? {};
  const isTown = (one: string) =>
    /^(?:town|city|village|base|airport|district|province|control|over)$/.test(one);
  return TAKES.test(lemma) || (lemma === 'take' && words.slice(head + 1, head + 4).some(isTown));
}

const isArmed = (mention: ActorMention) => mention.kind !== 'people' && isMany(mention);

const isBeaten = (context: LinkContext) => (mention: ActorMention) => {
  const { tokens } = context.text;
  const { deprel, head } = tokens[mention.head]!;
  return deprel === 'obj' && isMany(mention) && BEATS.test(tokens[head]?.lemma ?? '');
};

const linkTo = (mention: ActorMention | undefined, reason: string): Link | undefined =>
  mention && { as: mention.id, reason };
