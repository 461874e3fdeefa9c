import {
  actorId,
  isResolved,
  supplied,
  type Actor,
  type ActorId,
  type ActorMention,
  type Mention,
  type Place,
  type PlaceId,
  type Reading,
} from '../domain/index.ts';
import type { Candidate, Gazetteer } from '../gazetteer/gazetteer.ts';
import { governmentOf, type ActorList } from '../reading/actor-list.ts';
import { homesOf } from '../reading/actors/homes.ts';
import { sponsoredGroup } from '../reading/actors/sponsored.ts';
import { ownSide } from '../reading/own-side.ts';
import { belligerent, forcesOf, nationAtWar, ofPeopleMeant, onlyGroup } from './known-groups.ts';
import type { Lexicon } from './lexicon.ts';
import { sideTaken } from './side-taken.ts';
import type { TextView } from './text-view.ts';

/** What a rule sees. */
export interface Search {
  readonly view: TextView;
  readonly lexicon: Lexicon;
  /** The armed sides of the text, most mentioned first. */
  readonly sides: readonly ActorMention[];
  /** Every side that somebody in the text belongs to, most mentioned first. */
  readonly parties: readonly ActorId[];
  /** Lemmas of the title. */
  readonly titled: readonly string[];
  /** The title tells of a drill: what is taken in it is not taken. */
  readonly drill: boolean;
  /** The armed groups among them, with how often each is spoken of. */
  readonly groups: readonly Spoken[];
  /** Government of the country that most places of the text lie in. */
  readonly government: Actor | undefined;
  /** Adjective of that country: "Chadian". */
  readonly nation: string | undefined;
  /** The state in focus has no army: "the army" is another's. */
  readonly unarmed: boolean;
  /** The side that the outlet speaks for, where it is a party: "we" and "our forces" are its own. */
  readonly voice: ActorId | undefined;
  /** The armed group that bare words for fighters mean in the country and on the day of the text. */
  belligerent(words: string): Actor | undefined;
  /** The group that words name by who backs it or what people it is of: "Turkish-backed", "Tamil". */
  described(words: string): ActorId | undefined;
  /** The side whose name begins with that of a region: "the forces of Kurdistan". */
  forcesOf(region: string): ActorId | undefined;
  /** The one armed group that somebody in the text belongs to. */
  onlyGroup(): ActorId | undefined;
  /** Seat of a country or first-level division. */
  readonly capitalOf: (place: PlaceId) => Place | undefined;
  /** Places of this name, of one country when given. */
  readonly find: (name: string, country: string | undefined) => readonly Candidate[];
  /** A side as the actor list has it. */
  readonly actor: (side: string) => Actor | undefined;
  /** Name of a side of the actor list. */
  readonly sideName: (side: string) => string | undefined;
  readonly isGroup: (side: string) => boolean;
  /** A building or body that stands for a government: "the Kremlin". */
  readonly isSeat: (words: string) => boolean;
  /** An armed group of the country that the text is about. */
  readonly isHomeGroup: (side: string) => boolean;
  /** Codes of the countries that the armed groups of the text fight in. */
  readonly homes: ReadonlySet<string>;
  /** Government of this country, or that sits in this capital: "under the authority of Luanda". */
  readonly governmentOf: (countryOrCapital: string) => Actor | undefined;
  /** Government of the state that an adjective names: "Ukrainian". */
  readonly demonym: (word: string) => Actor | undefined;
}

export interface Spoken {
  readonly side: ActorId;
  readonly total: number;
  /** No word names it: only the war of those days tells. */
  readonly listed?: boolean;
}

export interface ClaimResources {
  readonly lexicon: Lexicon;
  readonly actors: ActorList;
  readonly gazetteer: Gazetteer;
}

const DRILL = /^(drills?|exercises?|manoeuvres?|maneuvers?|wargames?)$/i;

const ARMED: ReadonlySet<string> = new Set(['state', 'force', 'armed-group']);

export const armedKind = ({ kind }: ActorMention) => ARMED.has(kind);

/** `title` is read apart, for the sides it names; claims are never drawn from it. */
export function searchOf(
  view: TextView,
  { lexicon, actors, gazetteer }: ClaimResources,
  title?: Reading,
): Search {
  const mentions = [...view.reading.mentions, ...(title?.mentions ?? [])];
  const government = governmentInFocus(view, mentions, actors);
  const ordered = armedSides(mentions, actors, government?.country);
  const published = supplied(view.reading.report.published);
  const parties = partiesIn(mentions);
  const isHomeGroup = (side: string) => {
    const group = actors.get(actorId(side));
    return group?.kind === 'armed-group' && group.country === government?.country;
  };
  return Object.freeze({
    view,
    lexicon,
    parties,
    titled: title?.tokens.map(({ lemma }) => lemma.toLowerCase()) ?? [],
    drill: title?.tokens.some(({ text }) => DRILL.test(text)) === true,
    sides: ordered.map(({ mention }) => mention),
    // A militia of the government's is no "group" or "rebels".
    groups: ordered.flatMap(({ mention, side, total }) =>
      actors.get(side)?.kind === 'armed-group' && mention.kind === 'armed-group'
        ? [{ side, total }]
        : [],
    ),
    government,
    nation: nationAtWar(actors, government?.country, published),
    unarmed: actors.states.some(({ iso2, army }) => army === false && iso2 === government?.country),
    voice: voiceOf(view, { actors, gazetteer, lexicon }, government?.id, () => {
      const home = ordered.map(({ side }) => side).find(isHomeGroup);
      return home ?? belligerent(actors, government?.country, published, 'rebels')?.id;
    }),
    homes: homesOf(
      ordered.map(({ mention }) => mention),
      actors,
    ),
    belligerent: (words: string) => belligerent(actors, government?.country, published, words),
    described: (words: string) =>
      sponsoredGroup(actors, government?.country, words) ??
      ofPeopleMeant(actors, { country: government?.country, published, parties }, words),
    forcesOf: (region: string) => forcesOf(actors, government?.country, published, region),
    onlyGroup: () => onlyGroup(parties, actors, government?.country),
    capitalOf: (place: PlaceId) => gazetteer.capital(place),
    find: (name: string, country: string | undefined) =>
      gazetteer.find(name, { limit: 8, ...(country === undefined ? {} : { country }) }),
    actor: (side: string) => actors.get(actorId(side)),
    sideName: (side: string) => actors.get(actorId(side))?.name,
    isGroup: (side: string) => actors.get(actorId(side))?.kind === 'armed-group',
    isSeat: (words: string) => {
      const bare = words.replace(/^the /i, '');
      return actors.states.some(({ seats }) => seats?.includes(bare));
    },
    isHomeGroup,
    governmentOf: (place: string) => {
      const isIts = ({ name, capital, aliases }: ActorList['states'][number]) =>
        capital === place || name === place || aliases?.includes(place) === true;
      const state = actors.states.find(isIts);
      return state && actors.get(governmentOf(state));
    },
    demonym: (word: string) =>
      ofPeople(actors, government, word) ??
      actors
        .namesAt([word.toLowerCase()], 0)
        .flatMap(({ entries }) => entries)
        .find(({ use }) => use === 'demonym')?.actor,
  });
}

interface ArmedSide {
  readonly mention: ActorMention;
  readonly side: ActorId;
  readonly total: number;
}

/** Armed sides, most mentioned first; a group of another country's war after those of this country. */
function armedSides(
  mentions: readonly Mention[],
  actors: ActorList,
  country: string | undefined,
): readonly ArmedSide[] {
  const count = new Map<ActorId, ArmedSide>();
  for (const one of mentions) {
    const mention = one.type === 'actor' ? (leading(one, actors) ?? one) : undefined;
    const side = mention?.side ?? mention?.actor;
    if (!mention || side === undefined || !armedKind(mention)) continue;
    const known = count.get(side) ?? { mention, side, total: 0 };
    count.set(side, { ...known, total: known.total + 1 });
  }
  const abroad = ({ side }: ArmedSide) => {
    const group = actors.get(side);
    return Number(group?.kind === 'armed-group' && group.country !== country);
  };
  return [...count.values()].sort((a, b) => abroad(a) - abroad(b) || b.total - a.total);
}

/** The side that the outlet speaks for: by its name, else by what it calls the two that fight. */
function voiceOf(
  view: TextView,
  resources: ClaimResources,
  government: ActorId | undefined,
  group: () => ActorId | undefined,
): ActorId | undefined {
  const outlet = supplied(view.reading.report.outlet);
  const own = outlet === undefined ? undefined : ownSide(outlet, resources, government);
  return own ?? sideTaken(view, government, group);
}

/** "The Serbs" of a war in Bosnia are its own: the Bosnian Serbs. */
function ofPeople(actors: ActorList, government: Actor | undefined, word: string) {
  const home = actors.states.find(({ iso2 }) => iso2 === government?.country);
  return home?.demonyms
    .flatMap((demonym) => actors.find(`${demonym} ${word}s`))
    .find(({ kind, country }) => kind === 'armed-group' && country === home.iso2);
}

/** "Laurent Kabila's men": the leader of a group brings the group into the text. */
function leading(mention: ActorMention, actors: ActorList): ActorMention | undefined {
  const group = mention.kind === 'person' && mention.side ? actors.get(mention.side) : undefined;
  return group?.kind === 'armed-group'
    ? { ...mention, kind: 'armed-group', name: group.name, actor: group.id, side: group.id }
    : undefined;
}

function partiesIn(mentions: readonly Mention[]): readonly ActorId[] {
  const count = new Map<ActorId, number>();
  for (const mention of mentions)
    if (mention.type === 'actor' && mention.side !== undefined)
      count.set(mention.side, (count.get(mention.side) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1]).map(([side]) => side);
}

/** The state whose name heads the paths of most places; datelines and speakers abroad weigh little. */
function governmentInFocus(
  view: TextView,
  mentions: readonly Mention[],
  actors: ActorList,
): Actor | undefined {
  const count = new Map<string, number>();
  const places = mentions.filter(({ type }) => type === 'place');
  const inside = places.filter((mention) => !isOutside(view, mention) && !isFiled(view, mention));
  for (const mention of inside.length > 0 ? inside : places)
    if (mention.type === 'place' && isResolved(mention.place)) {
      const [country] = mention.place.path;
      if (country !== undefined) count.set(country, (count.get(country) ?? 0) + 1);
    }
  const [top] = [...count].sort((a, b) => b[1] - a[1]);
  const state =
    top && actors.states.find(({ name, aliases }) => name === top[0] || aliases?.includes(top[0]));
  return state && actors.get(governmentOf(state));
}

/** "BEIRUT (Agency) - The army has left Homs" */
const isFiled = ({ reading, tokens }: TextView, mention: Mention) =>
  reading.mentions[mention.id] === mention &&
  mention.first === 0 &&
  mention.text.length > 2 &&
  mention.text === mention.text.toUpperCase() &&
  /^[,(–—-]$/.test(tokens[mention.last]?.text ?? '');

/** "US-backed fighters", "fled to Tajikistan": a country named for whom it sends or takes in. */
function isOutside({ reading, tokens }: TextView, mention: Mention): boolean {
  if (reading.mentions[mention.id] !== mention || mention.type !== 'place') return false;
  if (!isResolved(mention.place) || mention.place.precision !== 'country') return false;
  const { body } = reading.report;
  const before = tokens[mention.first - 1]?.text ?? '';
  return (
    /^[-‑–](?:backed|led|supported|aligned)\b/.test(body.slice(mention.end)) ||
    /^(?:to|into|towards?|from|neighbou?ring)$/i.test(before)
  );
}
