import type { TextView } from '../../claims/text-view.ts';
import type { ActorId, PlaceId } from '../../domain/index.ts';
import type { CodedEvent } from './code.ts';
import type { EventClass } from './lexicon.ts';

/** What coding an actor needs to know beyond the text. */
export interface ActorLookup {
  /** ISO 3166-1 alpha-3 for alpha-2. */
  readonly iso3: (iso2: string) => string | undefined;
  readonly sector: (id: ActorId) => string | undefined;
  /** Whether the actor is a body of several states. */
  readonly international: (id: ActorId) => boolean;
  /** ISO 3166-1 alpha-2 of the country a place lies in. */
  readonly countryOf: (id: PlaceId) => string | undefined;
  /** ISO 3166-1 alpha-2 of an adjective or noun of nationality: "Argentine", "Serbs". */
  readonly nationality: (word: string) => string | undefined;
}

export interface ActorCode {
  /** ISO 3166-1 alpha-3, or IGO for a body of several states. */
  readonly country: string;
  /** PLOVER sector: GOV, MIL, REB, …; empty for a state as such. */
  readonly sector: string;
}

/** Both sides do it together: two sources, and nobody it is done to. */
const MUTUAL = new Set<EventClass>(['AGREE', 'CONSULT', 'COOPERATE', 'REJECT', 'FIGHT']);

export interface Participants {
  readonly source: readonly ActorCode[];
  readonly target: readonly ActorCode[];
}

/**
 * Who did it and to whom, by country. Where the phrase itself names none, the clause does: an event
 * with one country in it is an event inside that country.
 */
export function participants(view: TextView, event: CodedEvent, lookup: ActorLookup): Participants {
  const around = clauseCodes(view, event.trigger, lookup);
  const named = actorCodes(view, event.source, lookup);
  const source = named.length > 0 ? named : around.slice(0, 1);
  if (source.length > 1 && MUTUAL.has(event.event)) return { source, target: [] };
  const isOther = ({ country }: ActorCode) => source.every((code) => code.country !== country);
  const others = actorCodes(view, event.target, lookup).filter(isOther);
  if (others.length > 0) return { source, target: others.slice(0, 2) };
  // "resigned", "surrendered": nobody it is done to.
  if (event.event === 'RETREAT' && event.target.length === 0) return { source, target: [] };
  const near = around.filter(isOther).slice(0, 1);
  if (near.length > 0) return { source, target: near };
  return {
    source,
    target: event.target.length > 0 || event.event === 'PROTEST' ? source.slice(0, 1) : [],
  };
}

/** Codes in the clause of a predicate, in order of the text. */
function clauseCodes(view: TextView, trigger: number, lookup: ActorLookup): readonly ActorCode[] {
  const [first, last] = view.extent(trigger);
  const codes = new Map<string, ActorCode>();
  for (let index = first; index < last; index++)
    for (const code of codesAt(view, index, lookup))
      if (!codes.has(code.country)) codes.set(code.country, code);
  return [...codes.values()];
}

/** Codes of the actors headed by these tokens, each country once, in order of the text. */
export function actorCodes(
  view: TextView,
  heads: readonly number[],
  lookup: ActorLookup,
): readonly ActorCode[] {
  const codes = new Map<string, ActorCode>();
  const all = [...new Set(heads)].flatMap((head) => [head, ...coordinated(view, head)]);
  for (const head of all.sort((a, b) => a - b))
    for (const code of codesOf(view, head, lookup)) codes.set(code.country, code);
  return [...codes.values()];
}

/** "Jordan and Britain": the second hangs on the first. */
const coordinated = (view: TextView, head: number): number[] =>
  view
    .children(head)
    .filter((child) => view.token(child).deprel === 'conj')
    .flatMap((child) => [child, ...coordinated(view, child)]);

function codesOf(view: TextView, head: number, lookup: ActorLookup): readonly ActorCode[] {
  let level: readonly number[] = [head];
  // Nearest first: in "the leader of a group in Lebanon" the country stands two steps down.
  for (let depth = 0; depth < 4 && level.length > 0; depth++) {
    const codes = level
      .flatMap((index) => [index, ...coordinated(view, index)])
      .flatMap((index) => codesAt(view, index, lookup));
    if (codes.length > 0) return codes;
    level = level.flatMap((index) =>
      view.children(index).filter((child) => DESCRIBES.has(view.token(child).deprel)),
    );
  }
  return [];
}

/** Relations by which a phrase says whose or which. */
const DESCRIBES = new Set(
  'amod compound nmod nmod:poss nmod:desc appos flat acl acl:relcl obl obj conj nsubj'.split(' '),
);

/** "Ethnic Albanians" live in another country, whose they are. */
const isEthnic = (view: TextView, index: number) =>
  /^ethnic$/i.test(view.tokens[index - 1]?.text ?? '');

function codesAt(view: TextView, index: number, lookup: ActorLookup): readonly ActorCode[] {
  const actor = view.actor(index);
  const sector = actor?.actor === undefined ? '' : (lookup.sector(actor.actor) ?? '');
  if (actor?.actor !== undefined && lookup.international(actor.actor))
    return [{ country: 'IGO', sector }];
  const country =
    actor?.country ??
    placeCountry(view, index, lookup) ??
    (/^\p{Lu}/u.test(view.token(index).text) && !isEthnic(view, index)
      ? lookup.nationality(view.token(index).text)
      : undefined);
  return country === undefined ? [] : coded(country, sector, lookup);
}

const coded = (iso2: string, sector: string, { iso3 }: ActorLookup): ActorCode[] => {
  const country = iso3(iso2);
  return country === undefined ? [] : [{ country, sector }];
};

function placeCountry(view: TextView, index: number, lookup: ActorLookup): string | undefined {
  const place = view.place(index)?.place;
  return place !== undefined && 'id' in place ? lookup.countryOf(place.id) : undefined;
}
