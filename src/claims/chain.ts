import {
  impliedTime,
  supplied,
  unknownTime,
  type ActorMention,
  type ActorReference,
  type ChainLink,
  type Reading,
  type Source,
  type Speech,
  type Time,
} from '../domain/index.ts';
import { issuerOf } from './issuer.ts';
import type { Search } from './search.ts';
import { mentionsInside } from './speech-index.ts';

export { speechAt } from './speech-index.ts';

/** Posts that a state gives; where the text does not say whose, the country in focus is meant. */
const OF_STATE =
  /\b(ministry|minister|army|military|armed forces|police|government|defen[cs]e|interior|presidential|governor|provincial official|general staff|(?:joint|general|supreme|high|operations) command)\b/i;
/** "The report says": the outlet's own. */
const OWN =
  /^(the|this|our) (report|article|story|paper|newspaper|news ?paper|outlet|website|channel|broadcaster|publication|agency)$/i;

/** Those who read out or write what the outlet tells: "PRESENTER: …", "We deny that …". */
const STAFF =
  /^(the )?(presenter|announcer|newsreader|anchor|host|moderator|narrator|interviewer|reporter|correspondent|our (own )?(reporter|correspondent)|we|i|whoever|nobody|no one|anyone|anybody)$/i;

/** "NORTH DARFUR: …": a heading, and nobody who speaks. */
const isHeading = (reading: Reading, { start, end, text }: Source) =>
  text === text.toUpperCase() &&
  mentionsInside(reading, { start, end }).some(
    (mention) => mention.type === 'place' && mention.start === start && mention.end === end,
  );

const isOwn = (reading: Reading, source: Source) =>
  STAFF.test(source.text) ||
  (source.mention === undefined && OWN.test(source.text)) ||
  isHeading(reading, source);

const RANK =
  /^(?:(?:(?:brigadier|major|lieutenant|general|colonel|captain|sergeant|commander|admiral|field marshal|brig|maj|lt|gen|col|capt|sgt|cmdr|adm|dr|mr|mrs|ms|prof|professor)\b\.?[ -]?)+) *(?=\p{Lu}\S* +\p{Lu})/iu;

/** "Brigadier Sarath Munasinghe" is the man without his rank; "General Dostum" has no other name. */
const withoutRank = (name: string) => name.replace(RANK, '');

const idOfActor = ({ actor, body, side }: ActorMention) => actor ?? body ?? side;

/** "Residents and a police officer": together they speak for nobody. */
const JOINED = /\band\b/i;
const OF_NO_SIDE =
  /^(?:(?:the|a|an|some|many|several|two|three|four|five|six|local) )*(?:residents?|(?:eye)?witness(?:es)?|locals?|villagers?|medics?|doctors?|activists?|aid workers?|shopkeepers?|journalists?)\b|\band (?:\w+ ){0,3}(?:residents|(?:eye)?witnesses|locals|villagers|medics|doctors|activists|aid workers|shopkeepers|journalists|resident|(?:eye)?witness|medic|doctor|activist|aid worker|shopkeeper|journalist)\b/i;

/** Whoever the words of a source name: the body a person speaks for, where the person is not listed. */
function idOf(source: Source, reading: Reading, government?: string): string | undefined {
  if (JOINED.test(source.text) && OF_NO_SIDE.test(source.text)) return undefined;
  const linked = source.mention === undefined ? undefined : reading.mentions[source.mention];
  for (const mention of [linked, ...mentionsInside(reading, source)])
    if (mention?.type === 'actor') {
      const id = idOfActor(mention);
      if (id !== undefined) return id;
    }
  const post = linked?.type === 'actor' && linked.kind === 'person' ? (linked.post ?? '') : '';
  return OF_STATE.test(`${post} ${source.text} ${source.name}`) ? government : undefined;
}

const OWNED =
  /^(its|their|his|her) (statement|message|post|tweet|video|communiqu[eé]|announcement)/i;

/** "Their statement to the agency": theirs whom "their" stands for. */
const ownerOf = (source: Source, reading: Reading) =>
  mentionsInside(reading, source).find((mention) => mention.type === 'actor')?.name ?? source.name;

interface Teller {
  readonly role: 'speaker' | 'relay';
  readonly source: Source;
  readonly government?: string | undefined;
}

const link = (reading: Reading, { role, source, government }: Teller): ChainLink => {
  const issuer = issuerOf(reading, source);
  const id = issuer === undefined ? idOf(source, reading, government) : idOfActor(issuer);
  return {
    role,
    name: OWNED.test(source.name) ? ownerOf(source, reading) : withoutRank(source.name),
    text: source.text,
    ...(id === undefined ? {} : { id }),
    ...(source.anonymous ? { anonymous: true } : {}),
  };
};

/** Whether the source of a speech is an agency or outlet, which passes words on. */
export function isAgency(reading: Reading, { source }: Speech): boolean {
  const mention = source?.mention === undefined ? undefined : reading.mentions[source.mention];
  return mention?.type === 'actor' && (mention.kind === 'agency' || mention.kind === 'outlet');
}

/** "has announced the capture of", "claim to have taken": who gains is who says so. */
export const ownWord = ({ name, id, text }: ActorReference): ChainLink => ({
  role: 'speaker',
  name,
  text,
  ...(id === undefined ? {} : { id }),
});

/** Speaker, relays and whoever quotes them in turn, then the outlet. */
export function chainOf(
  { view: { reading }, government, voice }: Pick<Search, 'view' | 'government' | 'voice'>,
  speech: Speech | undefined,
  own?: ChainLink,
): readonly ChainLink[] {
  const linkOf = (role: Teller['role'], source: Source) =>
    link(reading, { role, source, government: government?.id });
  const links: ChainLink[] = own ? [own] : [];
  const seen = new Set<number>();
  for (let at = speech; at && !seen.has(at.id);) {
    seen.add(at.id);
    if (at.source && !isOwn(reading, at.source))
      links.push(linkOf(links.length === 0 ? 'speaker' : 'relay', at.source));
    for (const relay of at.relays) links.push(linkOf('relay', relay));
    at = at.within === undefined ? undefined : reading.speech[at.within];
  }
  // "Pajhwok reported": an agency that speaks for itself passes on nothing.
  const told = links.filter(({ name }, i) => i === 0 || !sameName(name, links[i - 1]!.name));
  const outlet = supplied(reading.report.outlet);
  if (outlet === undefined) return told;
  // "told this newspaper": the outlet ends the chain and stands in it once.
  const others = told.filter(({ role, name }) => role !== 'relay' || !sameName(name, outlet));
  return [
    ...others,
    { role: 'outlet', name: outlet, ...(voice === undefined ? {} : { id: voice }) },
  ];
}

const plainName = (name: string) =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const sameName = (a: string, b: string) => plainName(a) === plainName(b);

/** When the source said it; else when the report was published. */
export function saidAt(reading: Reading, speech: Speech | undefined): Time {
  if (speech?.said && speech.said.basis !== 'unknown') return speech.said;
  const published = supplied(reading.report.published);
  return published === undefined ? unknownTime('the report has no date') : impliedTime(published);
}
