import { referenceTo, type ActorMention } from '../domain/index.ts';
import { asTold, isBare } from './bare-words.ts';
import { behind } from './clause.ts';
import { armedKind, type Search } from './search.ts';
import {
  fromSide,
  known,
  ownersAt,
  sideFrom,
  sideOf,
  standingFor,
  type Participant,
  type Side,
} from './side.ts';
import { pronoun } from './speaking-pronoun.ts';
import { isLoyal, ofSpeakingState, sideMeant } from './side-meant.ts';
import type { TextView } from './text-view.ts';
import { groupBehind, ofPlaces, pronounStandsFor, withSponsor } from './unnamed.ts';

/** Nouns that say of a name before them what sort of group it is. */
const OF_GROUP = /^(alliance|coalition|movement|group|faction)$/;
const OWNER = /^(compound|nmod:poss|amod|nmod:desc|flat)$/;

/** Participants that the phrase headed by `token` names, with those joined to it. */
export function participantsAt(search: Search, token: number): readonly Participant[] {
  const found: Participant[] = [];
  const visit = (index: number, depth: number) => {
    const one = participantAt(search, index);
    if (one && !found.some((other) => other.head === one.head || same(other, one))) found.push(one);
    if (depth < 4)
      for (const child of search.view.children(index))
        if (search.view.token(child).deprel === 'conj') visit(child, depth + 1);
  };
  for (const owner of sharedHeads(search, token)) visit(owner, 4);
  visit(token, 0);
  return found;
}

/** "Russian and Ukrainian forces": both, though only the second has forces to the tree. */
const sharedHeads = ({ view }: Search, token: number): readonly number[] =>
  view
    .children(token)
    .filter((child) => child < token && view.actor(child)?.rule === 'actor.shared-head');

const same = (a: Participant, b: Participant) =>
  a.reference.start === b.reference.start && a.reference.end === b.reference.end;

function participantAt(search: Search, token: number): Participant | undefined {
  const { view, lexicon } = search;
  const mention = view.actor(token);
  const lemma = view.lemma(token);
  const { upos, xpos, deprel } = view.token(token);
  // "the Russians", which some take for the name of a team
  const team = mention?.kind === 'organisation' && mention.actor === undefined && xpos === 'NNPS';
  if (mention && !team) return fromMention(search, mention, token);
  if (upos === 'PRON') return pronoun(search, token);
  // "a column of Eritrean soldiers": the soldiers
  const [men] = COLUMN.test(lemma) ? behind(view, token, 'of') : [];
  if (men !== undefined) return participantAt(search, men);
  const state = /^\p{Lu}/u.test(view.token(token).text)
    ? search.demonym(view.token(token).text.replace(/(?<=[^s])s$/, ''))
    : undefined;
  const people = upos === 'PROPN' || xpos === 'NNPS';
  if (state && (/^(amod|compound|nmod)/.test(deprel) || (people && isNation(search, token)))) {
    const { start, end, text } = view.token(token);
    const named = sideFrom(state);
    return standingFor(named, { start, end, text }, token);
  }
  if (mention) return fromMention(search, mention, token);
  const short = shortFor(search, token);
  if (short) return standingFor(short, view.token(token), token);
  if (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ' && upos !== 'NUM' && upos !== 'DET')
    return undefined;
  for (const child of view.children(token)) {
    const owner = view.actor(child);
    // "its former ally" is somebody else.
    if (
      /^(ally|enemy|foe|rival|opponent|adversary)$/.test(lemma) &&
      view.token(child).deprel === 'nmod:poss'
    )
      continue;
    if (owner && OWNER.test(view.token(child).deprel) && armedKind(owner))
      return { ...fromMention(search, owner, child), confidence: 0.8 };
  }
  // "A counter-offensive by the army": theirs.
  if (deprel.startsWith('nsubj') && ONSLAUGHT.test(lemma))
    for (const by of behind(view, token, 'by')) {
      const one = participantAt(search, by);
      if (one?.armed) return { ...one, confidence: Math.min(one.confidence, 0.8) };
    }
  // "fighters of the AFC/M23 alliance", where the tree has the alliance stand by itself
  const named = OF_GROUP.test(lemma) ? view.actor(Math.max(0, token - 1)) : undefined;
  if (named?.last === token && armedKind(named))
    return { ...fromMention(search, named, token), confidence: 0.8 };
  const isForce = lexicon.has('forces', lemma) || isOurs(search, token);
  const counted = view.quantity(token);
  const counting = upos === 'NUM' || counted?.amount.unit === 'person';
  if (!isForce && !lexicon.has('civilians', lemma) && !counting) return undefined;
  const [first, last] = phrase(view, token);
  const { start, end } = view.span(first, last);
  const text = view.reading.report.body.slice(start, end);
  const side = (isForce ? belongingTo(search, token) : undefined) ?? sideMeant(search, token);
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

const ONSLAUGHT =
  /^(?:counter-?)?(?:attack|offensive|assault|operation|advance|push|raid|campaign|drive|onslaught|incursion|sweep)$/;

const COLUMN = /^(?:column|convoy|group|squad|wave|stream|handful|contingent)$/;

/** "our boys", "our guys": those who fight. */
const isOurs = ({ view }: Search, token: number) =>
  /^(?:boy|guy|lad|defender|warrior|hero)s?$/i.test(view.token(token).text) &&
  view.children(token).some((child) => /^our$/i.test(view.token(child).text));

/** "Troops from neighbouring Eritrea", "the mujahideen of the Islamic Emirate": whose they are stands behind them. */
function belongingTo(search: Search, token: number): Side | undefined {
  const { view, lexicon } = search;
  if (!lexicon.has('forces', view.lemma(token))) return undefined;
  // "Rebels from Chad" are not Chad's.
  if (view.tokens[token + 1]?.text === 'from' && !lexicon.has('insurgent', view.lemma(token))) {
    // "neighbouring" is a verb to some trees.
    const at = /^neighbou?ring$/.test(view.tokens[token + 2]?.text ?? '') ? token + 3 : token + 2;
    const place = view.tokens[at] && view.place(at)?.place;
    const named = view.tokens[at] && view.actor(at);
    if (named?.kind === 'state' && named.side !== undefined) return known(search, named.side);
    const isCountry = place && 'id' in place && place.precision === 'country';
    // "Rebels from Ethiopia's Tigray region" are no troops of Ethiopia's.
    if (isCountry && /^['’]s?$/.test(view.tokens[at + 1]?.text ?? '')) return undefined;
    const state = isCountry ? search.governmentOf(place.name) : undefined;
    if (state) return sideFrom(state);
  }
  for (const of of behind(view, token, 'of')) {
    const owner = view.actor(of);
    if (owner && /^(?:armed-group|force)$/.test(owner.kind) && owner.side !== undefined)
      return known(search, owner.side);
  }
  return ofRegion(search, token);
}

/** "The forces of Kurdistan", "of Iraq's Kurdish region": no army of the country's. */
function ofRegion(search: Search, token: number): Side | undefined {
  for (const of of behind(search.view, token, 'of')) {
    const region = search.view.place(of);
    const side = region && search.forcesOf(region.text);
    if (side !== undefined) return known(search, side);
  }
  return undefined;
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

const SERVES =
  /governor|commander|general|colonel|police|officer|warlord|president|mayor|minister|chief|leader/i;

const SHORT = /^(Alliance|Front|Movement|Union|Coalition|Tigers|Council|Congress)$/;

/** "the Alliance": the group of the text that has the word in its name. */
function shortFor({ view, sides, isGroup }: Search, token: number) {
  const { text } = view.token(token);
  if (!SHORT.test(text) || !/^the$/i.test(view.tokens[token - 1]?.text ?? '')) return undefined;
  if (/^of$/.test(view.tokens[token + 1]?.text ?? '')) return undefined;
  const called = sides
    .filter((side) => isGroup(sideOf(side)))
    .map(fromSide)
    .filter(({ name }) => name.split(' ').includes(text));
  return called.length === 1 ? called[0] : undefined;
}

const wages = ({ view, sides, demonym }: Search, token: number) => {
  const state = demonym(view.token(token).text.replace(/s$/, ''));
  return sides.some((side) => state !== undefined && sideOf(side) === (state.side ?? state.id));
};

/** "the Russians": a nation that fights; without the article they may be anybody. */
function isNation(search: Search, token: number): boolean {
  const { view } = search;
  const { xpos, sentence, deprel } = view.token(token);
  // "Russians drove off": at the head of a sentence of a war that their state wages.
  const opens = view.reading.sentences[sentence]!.first === token;
  if (opens && xpos === 'NNPS' && deprel.startsWith('nsubj') && wages(search, token)) return true;
  for (let i = token - 1; i >= token - 2 && i >= 0; i--) {
    if (view.lemma(i) === 'the') return true;
    if (view.token(i).upos !== 'ADJ') return false;
  }
  return false;
}

/** A person's words that say nothing of whose he is. */
const OWN =
  /^((the|its|some|government|security|special|local|regular|national|army|rebel|paramilitary|militant|insurgent|islamic|islamist|jihadist|extremist|opposition|armed|hundreds|thousands|of|many|more|other|senior|evening) )*\w+$/i;

const lemmaIsForce = ({ view, lexicon }: Search, { head, rule }: ActorMention) =>
  (rule === 'actor.possessed' || view.lemma(head) === 'man') &&
  lexicon.has('forces', view.lemma(head));

/** "Ta'ang National Liberation Army (TNLA) troops": whose the troops are stands in brackets. */
function namedInBrackets(search: Search, { first, kind }: ActorMention): Side | undefined {
  const { view } = search;
  if (kind !== 'force' || view.tokens[first - 1]?.text !== ')') return undefined;
  const side = first > 2 ? view.actor(first - 2)?.side : undefined;
  return side === undefined ? undefined : known(search, side);
}

/** "Rebel commander Guy Philippe's men": armed, though no list has him. */
const isLed = ({ view }: Search, { head }: ActorMention) =>
  ownersAt(view, head).some(
    ({ kind, post, text }) => kind === 'person' && LEADS.test(`${post ?? ''} ${text}`),
  );

const LEADS = /\b(?:commander|warlord|general|colonel|rebel|militia|chief|leader)\b/i;

/** Whose side they are whom no list has: what stands behind the words, or what the words mean. */
function sideOfWords(search: Search, mention: ActorMention): Side | undefined {
  const group = groupBehind(search, mention);
  if (group !== mention && group.side !== undefined && group.side !== mention.side)
    return known(search, group.side);
  // Taken for the country's that the report is about.
  if (mention.rule === 'actor.state' && mention.reason !== undefined) {
    const own =
      ofRegion(search, mention.head) ??
      ofSpeakingState(search, mention.head) ??
      ofPlaces(search, mention);
    return own?.side === mention.side ? undefined : own;
  }
  if (mention.actor !== undefined || mention.side !== undefined) return undefined;
  if (mention.kind === 'person' && !/commanders?$/i.test(mention.name)) return undefined;
  const words = pronounStandsFor(search, group);
  const bare = words.kind === 'person' ? OWN.test(words.name) : isBare(search, words);
  const described = bare ? undefined : search.described(withSponsor(search, words));
  if (described !== undefined) return known(search, described);
  return (
    belongingTo(search, words.head) ??
    (bare || isLoyal(search.view, words.head) ? sideMeant(search, words.head) : undefined)
  );
}

function fromMention(search: Search, mention: ActorMention, token: number): Participant {
  const { view, lexicon } = search;
  const bracketed = namedInBrackets(search, mention);
  if (bracketed) {
    const { start, end, text } = mention;
    return standingFor(bracketed, { start, end, text }, token);
  }
  const side = sideOfWords(search, mention);
  if (side) {
    const { start, end, text } = mention;
    return standingFor(side, { start, end, text }, token);
  }
  const armed =
    armedKind(mention) ||
    // "his men" of a commander are armed.
    (mention.kind === 'people' &&
      (mention.side !== undefined || isLed(search, mention)) &&
      lemmaIsForce(search, mention)) ||
    (mention.kind === 'person' && SERVES.test(`${mention.post ?? ''} ${mention.text}`)) ||
    (mention.kind !== 'outlet' &&
      mention.kind !== 'person' &&
      lexicon.has('forces', view.lemma(mention.head)) &&
      !lexicon.has('civilians', view.lemma(mention.head)));
  const reference = { ...referenceTo(mention), ...asTold(search, mention) };
  return {
    reference,
    side: mention.side ?? mention.actor ?? reference.name.toLowerCase(),
    mention,
    head: token,
    armed,
    confidence: mention.same ? 0.85 : 0.95,
  };
}
