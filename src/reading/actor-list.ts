import type { Actor, ActorId, State } from '../domain/index.ts';
import { actorId } from '../domain/index.ts';
import type { Belligerent } from './actors/belligerents.ts';
import { NounIndex, type ActorNoun } from './actors/nouns.ts';
import { pieces, writtenPieces } from './actors/pieces.ts';

/** How a name stands for its actor; `state`, `capital` and `seat` only where the syntax says so. */
export type NameUse = 'name' | 'state' | 'capital' | 'seat' | 'demonym';

export interface NameEntry {
  readonly actor: Actor;
  readonly use: NameUse;
  /** Pieces as written in the list; the text must have a capital wherever these have. */
  readonly written: readonly string[];
  readonly state?: State;
  /** Whether the name means this actor only in reports about its country and of its years. */
  readonly local?: boolean;
}

export interface NameMatch {
  /** Several when the name is shared. */
  readonly entries: readonly NameEntry[];
  /** Pieces matched. */
  readonly length: number;
}

/** The shipped list together with the user's own entries, indexed by alias. */
export interface ActorList {
  readonly actors: readonly Actor[];
  readonly states: readonly State[];
  readonly nouns: NounIndex;
  /** Whom bare words for fighters mean, by country and day. */
  readonly belligerents: readonly Belligerent[];
  get(id: ActorId): Actor | undefined;
  /** Actors with this name or alias, case-insensitive, local names left out; several when the name is shared. */
  find(alias: string): readonly Actor[];
  /** Whether some alias starts with these lower-case words: for longest-match scanning. */
  startsAlias(words: readonly string[]): boolean;
  /** Names that start at piece `from`, longest first. */
  namesAt(words: readonly string[], from: number): readonly NameMatch[];
  /** State by ISO 3166-1 alpha-2 code. */
  state(iso2: string): State | undefined;
  /** The branch of a state: `russia-police` is in the list as soon as the noun is. */
  branch(state: State, noun: ActorNoun): Actor | undefined;
}

export interface ActorData {
  readonly states?: readonly State[];
  readonly actors?: readonly Actor[];
  readonly nouns?: readonly ActorNoun[];
  readonly belligerents?: readonly Belligerent[];
}

export const governmentOf = (state: State): ActorId => actorId(`${state.slug}-government`);

interface Node {
  readonly next: Map<string, Node>;
  readonly entries: NameEntry[];
}

const node = (): Node => ({ next: new Map(), entries: [] });

const government = (state: State): Actor => ({
  id: governmentOf(state),
  name: state.government ?? state.name,
  kind: 'state',
  country: state.iso2,
  aliases: [state.name, ...(state.aliases ?? [])],
  sector: 'GOV',
  acled: 'State Forces',
  ucdp: 'government',
  ...(state.from === undefined ? {} : { from: state.from }),
  ...(state.to === undefined ? {} : { to: state.to }),
});

function branchOf(state: State, noun: ActorNoun): Actor {
  return {
    id: actorId(`${state.slug}-${noun.branch}`),
    name: `${state.demonyms[0] ?? state.name} ${noun.branchName ?? noun.branch}`,
    kind: noun.kind,
    country: state.iso2,
    side: governmentOf(state),
    aliases: [],
    sector: noun.sector,
    acled: 'State Forces',
    ucdp: 'government',
  };
}

/** Every name of a state, its capital and seats, with how it is used. */
function* stateNames(state: State): Generator<readonly [string, NameUse]> {
  yield [state.name, 'state'];
  for (const alias of state.aliases ?? []) yield [alias, 'state'];
  yield [state.capital, 'capital'];
  for (const seat of state.seats ?? []) yield [seat, 'seat'];
  for (const demonym of state.demonyms) yield [demonym, 'demonym'];
}

const OF_PEOPLE =
  /forces|army|authorities|armenians|separatists|defen[cs]e|rebels|fighters|militia|troops|military/i;

const RULERS = /government|council|administration/i;

/** "Somaliland" is a place as often as it acts; its forces, and a government by whatever name, only act. */
const useOf = ({ kind, name: own }: Actor, name: string): NameUse =>
  kind === 'state' && !OF_PEOPLE.test(name) && !RULERS.test(own) ? 'state' : 'name';

class IndexedActorList implements ActorList {
  readonly actors: readonly Actor[];
  readonly states: readonly State[];
  readonly nouns: NounIndex;
  readonly belligerents: readonly Belligerent[];
  readonly #root = node();
  readonly #byId = new Map<string, Actor>();
  readonly #byCode = new Map<string, State>();

  constructor(data: ActorData) {
    this.states = data.states ?? [];
    this.nouns = new NounIndex(data.nouns ?? []);
    this.belligerents = data.belligerents ?? [];
    const branches = this.nouns.nouns.filter(
      ({ branch }) => branch !== undefined && branch !== 'government',
    );
    for (const state of this.states) {
      this.#byCode.set(state.iso2, state);
      const actor = government(state);
      this.#byId.set(actor.id, actor);
      for (const noun of branches) {
        const branch = branchOf(state, noun);
        this.#byId.set(branch.id, branch);
      }
      for (const [name, use] of stateNames(state)) this.#index(name, { actor, use, state });
    }
    for (const actor of data.actors ?? []) {
      this.#byId.set(actor.id, actor);
      for (const name of new Set([actor.name, ...actor.aliases]))
        this.#index(name, { actor, use: useOf(actor, name) });
      for (const name of actor.local ?? []) this.#index(name, { actor, use: 'name', local: true });
    }
    this.actors = Object.freeze([...this.#byId.values()]);
  }

  #index(name: string, entry: Omit<NameEntry, 'written'>) {
    const written = writtenPieces(name);
    let at = this.#root;
    for (const piece of written) {
      const key = piece.toLowerCase();
      let next = at.next.get(key);
      if (!next) at.next.set(key, (next = node()));
      at = next;
    }
    if (written.length > 0) at.entries.push({ ...entry, written });
  }

  #walk(words: readonly string[]): Node | undefined {
    let at: Node | undefined = this.#root;
    for (const word of words) at = at?.next.get(word);
    return at;
  }

  get(id: ActorId) {
    return this.#byId.get(id);
  }

  state(iso2: string) {
    return this.#byCode.get(iso2);
  }

  branch(state: State, noun: ActorNoun) {
    if (noun.branch === 'government') return this.get(governmentOf(state));
    return this.get(actorId(`${state.slug}-${noun.branch}`));
  }

  find(alias: string) {
    const entries = this.#walk(pieces(alias))?.entries ?? [];
    return [
      ...new Set(
        entries.filter(({ use, local }) => use !== 'demonym' && !local).map(({ actor }) => actor),
      ),
    ];
  }

  startsAlias(words: readonly string[]) {
    return this.#walk(words.flatMap(pieces)) !== undefined;
  }

  namesAt(words: readonly string[], from: number) {
    const matches: NameMatch[] = [];
    let at: Node | undefined = this.#root;
    for (let i = from; i < words.length; i++) {
      at = at.next.get(words[i]!);
      if (!at) break;
      if (at.entries.length > 0) matches.push({ entries: at.entries, length: i - from + 1 });
    }
    return matches.reverse();
  }
}

/** Builds the list from its data; later actors replace earlier ones of the same id. */
export const makeActorList = (data: ActorData): ActorList => new IndexedActorList(data);
