import type {
  Actor,
  ActorId,
  ChainLink,
  Claim,
  Interest,
  Reliability,
  ReportHead,
  SourceClass,
} from '../../domain/index.ts';
import { supplied } from '../../domain/index.ts';
import type { ActorSides } from '../context.ts';
import type { SourceParameters } from '../parameters.ts';
import type { Pointing } from '../parameters.ts';

/** Who answers for a claim. */
export interface ClaimSource {
  /** Stable key: `side:taliban`, `agency:afp`, `outlet:dawn`, `person:…`, `class:resident`. */
  readonly key: Reliability['source'];
  readonly name: string;
  readonly class: SourceClass;
  /** Side the source belongs to; null for sources that are no party. */
  readonly side: ActorId | null;
  /** Set when somebody is named, or a side speaks: two outlets quoting them are one witness. */
  readonly speaker: string | null;
  /** Set when an agency speaks in its own voice, by credit or by chain. */
  readonly agency: string | null;
}

const PARTIES = new Set(['state', 'force', 'armed-group']);
const LONGEST_NAME = 5;

export const slug = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Classes whose members speak for the government of the place when no other side is named. */
const OFFICIAL: ReadonlySet<SourceClass> = new Set(['party', 'party-official', 'local-official']);

/** Who fights a government, by no name of their own. */
const FIGHTERS = /\b(?:rebel|insurgent|militant|guerrilla|fighter)s?\b/i;

const NOBODY = { side: null, speaker: null, agency: null } as const;

const agencyNamed = (name: string): ClaimSource => {
  const agency = slug(name);
  return { key: `agency:${agency}`, name, class: 'agency', side: null, speaker: null, agency };
};

/** Finds who answers for a claim; remembers what it found for each wording. */
export class SourceFinder {
  readonly #actors: ActorSides;
  readonly #parameters: SourceParameters;
  readonly #words: ReadonlyMap<SourceClass, ReadonlySet<string>>;
  /** By name, then wording, then country and id: one text of all four would have to be made for each claim. */
  readonly #speakers = new Map<string, Map<string, Map<string, ClaimSource>>>();
  readonly #voices = new Map<string, ClaimSource>();

  constructor(actors: ActorSides, parameters: SourceParameters) {
    this.#actors = actors;
    this.#parameters = parameters;
    this.#words = new Map(
      Object.entries(parameters.words).map(([name, words]) => [
        name as SourceClass,
        new Set(words),
      ]),
    );
  }

  /** @param country ISO code of the claim's place: its officials speak for its government. */
  find(claim: Claim, report: ReportHead | undefined, country: string): ClaimSource {
    // A party's own bulletin is its word.
    const told =
      claim.chain.find(({ role }) => role === 'speaker') ??
      claim.chain.find(({ id, role }) => role === 'outlet' && id !== undefined);
    if (!told) return this.#voice(claim, report, country);
    const speaker = this.#asSide(told, claim);
    const wordings = within(this.#speakers, speaker.name);
    const known = within(wordings, speaker.text ?? '');
    const key = speaker.id === undefined ? country : `${country}|${speaker.id}`;
    let found = known.get(key);
    if (!found) known.set(key, (found = this.#classify(speaker, country)));
    return found;
  }

  /** "Rebels claim capture of Lashio": who claims it is the group that the claim says has it. */
  #asSide(speaker: ChainLink, { actor }: Claim): ChainLink {
    if (speaker.id !== undefined || actor?.id === undefined || !FIGHTERS.test(speaker.name)) {
      return speaker;
    }
    const isGroup = this.#actors.actor(actor.id)?.kind === 'armed-group';
    return isGroup && !this.#actors.find(speaker.name) ? { ...speaker, id: actor.id } : speaker;
  }

  /** Nobody is quoted: the agency credited speaks, or the outlet itself. */
  #voice(claim: Claim, report: ReportHead | undefined, country: string): ClaimSource {
    const outlet =
      claim.chain.find(({ role }) => role === 'outlet')?.name ??
      (report ? supplied(report.outlet) : undefined) ??
      'unnamed outlet';
    const relay = claim.chain.find(({ role }) => role === 'relay')?.name;
    const agency = relay ?? report?.fingerprint?.credits[0];
    const key = `${outlet}|${agency ?? ''}|${country}`;
    let voice = this.#voices.get(key);
    if (!voice) {
      voice = agency === undefined ? this.#outlet(outlet, country) : agencyNamed(agency);
      this.#voices.set(key, voice);
    }
    return voice;
  }

  /** A ministry's bulletin is the ministry, a monitor's site the monitor. */
  #outlet(name: string, country: string): ClaimSource {
    const words = slug(name).split('-');
    const listed = this.#actors.find(name);
    if (listed?.kind === 'agency') return agencyNamed(name);
    const isParty = listed ? PARTIES.has(listed.kind) : words.includes('ministry');
    if (isParty) return this.#classify({ role: 'speaker', name }, country);
    const kind = this.#has('monitor', words) ? 'monitor' : 'outlet';
    return { ...NOBODY, key: `outlet:${slug(name)}`, name, class: kind };
  }

  #classify(speaker: ChainLink, country: string): ClaimSource {
    const words = slug(`${speaker.name} ${speaker.text ?? ''}`).split('-');
    const listed =
      (speaker.id === undefined ? undefined : this.#actors.actor(speaker.id as ActorId)) ??
      this.#actors.find(speaker.name);
    if (listed && (listed.kind === 'agency' || listed.kind === 'outlet')) {
      if (listed.kind === 'agency') return agencyNamed(listed.name);
      const { name } = listed;
      return { ...NOBODY, key: `outlet:${slug(name)}`, name, class: 'outlet' };
    }
    const party = this.#partyOf(listed) ?? partyIn(words, this.#actors);
    const named = speaker.anonymous !== true && /\p{Lu}\p{L}+ \p{Lu}/u.test(speaker.name);
    const byWords = this.#parameters.order.find((name) => this.#has(name, words));
    // The chain names a person and the list their side: an official of it, unless the text says more.
    const official = named && listed?.kind === 'state' && !isNameOf(speaker.name, listed);
    const kind = this.#classOf(
      { isParty: party !== undefined, named },
      byWords ?? (official ? 'party-official' : undefined),
      words,
    );
    const speaksForState = OFFICIAL.has(kind) ? this.#actors.government(country) : undefined;
    const side = party ? this.#actors.side(party.id) : (speaksForState ?? null);
    const isSide = kind === 'party' && side !== null;
    const key = isSide ? `side:${side}` : named ? `person:${slug(speaker.name)}` : `class:${kind}`;
    const name = isSide ? (this.#actors.actor(side)?.name ?? side) : speaker.name;
    return { key, name, class: kind, side, speaker: isSide || named ? key : null, agency: null };
  }

  /** The party itself, or the one a listed person belongs to: a known spokesman speaks for it. */
  #partyOf(listed: Actor | undefined): Actor | undefined {
    if (!listed) return undefined;
    if (PARTIES.has(listed.kind)) return listed;
    return listed.kind === 'person' && listed.side !== undefined
      ? this.#actors.actor(listed.side)
      : undefined;
  }

  #classOf(
    { isParty, named }: { readonly isParty: boolean; readonly named: boolean },
    byWords: SourceClass | undefined,
    words: readonly string[],
  ): SourceClass {
    if (byWords === 'local-official' || byWords === 'monitor') return byWords;
    if (isParty) {
      return byWords === 'party-official' && !this.#has('party', words) ? byWords : 'party';
    }
    if (byWords !== undefined) return byWords;
    if (this.#has('party', words)) return 'party';
    // Somebody named whose office the text does not give counts like a resident.
    return named ? 'resident' : 'unnamed';
  }

  #has(name: SourceClass, words: readonly string[]): boolean {
    const list = this.#words.get(name);
    if (!list) return false;
    return words.some((word, i) => {
      const pair = `${word} ${words[i + 1] ?? ''}`.trim();
      return list.has(word) || list.has(pair) || list.has(`${pair} ${words[i + 2] ?? ''}`);
    });
  }
}

function within<K, V>(maps: Map<K, Map<string, V>>, key: K): Map<string, V> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map()));
  return map;
}

const isNameOf = (name: string, { name: own, aliases }: Actor) =>
  [own, ...aliases].some((other) => slug(other) === slug(name));

/** The first party named in some words: "a spokesman for the Taliban", "Taliban commanders". */
export function partyIn(words: readonly string[], actors: ActorSides): Actor | undefined {
  for (let start = 0; start < words.length; start++) {
    for (let end = Math.min(words.length, start + LONGEST_NAME); end > start; end--) {
      const actor = actors.find(words.slice(start, end).join(' '));
      if (actor && PARTIES.has(actor.kind)) return actor;
    }
  }
  return undefined;
}

/** Which way a claim points, seen from its speaker's side. `opponent` is who loses by it, if known. */
export function interestOf(
  pointing: Pointing,
  parties: { readonly subject: ActorId | null; readonly opponent: ActorId | null },
  side: ActorId | null,
  denies: boolean,
): Interest {
  const { subject, opponent } = parties;
  if (side === null || (side !== subject && side !== opponent)) return 'neutral';
  const own = side === subject;
  switch (pointing) {
    case 'gain':
    case 'opposedGain':
    case 'hold':
    case 'partGain':
    case 'partHold':
    case 'before':
      return own ? (denies ? 'denial' : 'gain') : 'admission';
    case 'siege':
      return own ? 'gain' : 'admission';
    case 'leave':
      return own ? 'admission' : 'gain';
    case 'notGained':
      return own ? 'admission' : 'denial';
    case 'fight':
    case 'lastFight':
    case 'afterLeave':
    case 'clash':
    case 'calm':
      break;
  }
  return 'neutral';
}
