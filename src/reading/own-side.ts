import type { ActorId } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { governmentOf, type ActorList } from './actor-list.ts';

export interface OutletResources {
  readonly actors: ActorList;
  readonly gazetteer: Gazetteer;
  /** Words in the names of outlets: `officeOutlets`, `pressOutlets`, `groupOutlets`. */
  readonly lexicon: { list(name: string): readonly string[] };
}

/** Whether the words of an outlet's name have one of the list's phrases among them. */
const isCalled = (words: readonly string[], phrases: readonly string[]) => {
  const name = ` ${words.join(' ')} `;
  return phrases.some((phrase) => name.includes(` ${phrase} `));
};

/** A "Fact Desk" is not FACT. */
const isAsWritten = (outlet: string, written: readonly string[]) =>
  written.every((piece) => piece !== piece.toUpperCase() || outlet.includes(piece));

/** An outlet that is called like a group, and like nothing else. */
const isWhole = (outlet: string, actors: ActorList) =>
  actors.find(outlet).some(({ kind }) => kind === 'armed-group');

/**
 * The side that an outlet speaks for as a party to the war: "Office of the Government Spokesperson,
 * Addis Ababa", "Infocentre of the Republic of Artsakh". Undefined for the press. `home` is the
 * government of the country that the report is about, for an office that names none.
 */
export function ownSide(
  outlet: string,
  { actors, gazetteer, lexicon }: OutletResources,
  home: ActorId | undefined,
): ActorId | undefined {
  const words = outlet.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  if (isCalled(words, lexicon.list('pressOutlets'))) return undefined;
  const office = isCalled(words, lexicon.list('officeOutlets'));
  const organ = isCalled(words, lexicon.list('groupOutlets'));
  for (let at = 0; at < words.length; at++)
    for (const { entries } of actors.namesAt(words, at))
      for (const { actor, use, written, local } of entries) {
        if (local || !isAsWritten(outlet, written)) continue;
        const armed = actor.kind === 'armed-group' || actor.kind === 'force';
        const party = armed && use === 'name' && (office || organ || isWhole(outlet, actors));
        if (party || (office && actor.kind === 'state')) return actor.side ?? actor.id;
      }
  return office ? (seatIn(outlet, actors, gazetteer) ?? home) : undefined;
}

/** "…, Addis Ababa": the government that sits there. */
function seatIn(outlet: string, actors: ActorList, gazetteer: Gazetteer): ActorId | undefined {
  const name = outlet.split(',').at(-1)!.trim();
  if (name === outlet.trim()) return undefined;
  const seat = gazetteer.find(name, { limit: 5 }).find(({ place }) => place.capitalOf);
  const state = seat && actors.states.find(({ capital }) => capital === seat.place.name);
  return state && governmentOf(state);
}
