import type { ActorId } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { governmentOf, type ActorList } from './actor-list.ts';

/** Words of an outlet that is an office of a state or a force, and no newspaper. */
const OFFICE =
  /\b(?:ministry|government|armed forces|army|military|general staff|defen[cs]e|presidency|(?:information|press) (?:office|centre|center|service|bureau|directorate)|infocent(?:re|er)|joint (?:operations )?command|(?:operations|central|supreme) command|media cell|war media|fact (?:desk|check)|state of emergency|spokesperson|spokesman)\b/i;
const PRESS = /\b(?:times|post|herald|tribune|journal|gazette|daily|weekly|observer|watch)\b/i;

/** Of a group's own outlets, beside its name: "Taliban Voice of Jihad", "Arakan Army information desk". */
const ORGAN =
  /\b(?:media|voice|radio|bulletins?|communiqu[eé]s?|statements?|press|websites?|channel|information|commission|political office|high command)\b/i;

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
  { actors, gazetteer }: { readonly actors: ActorList; readonly gazetteer: Gazetteer },
  home: ActorId | undefined,
): ActorId | undefined {
  const words = outlet.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  if (PRESS.test(outlet)) return undefined;
  const office = OFFICE.test(outlet);
  for (let at = 0; at < words.length; at++)
    for (const { entries } of actors.namesAt(words, at))
      for (const { actor, use, written, local } of entries) {
        if (local || !isAsWritten(outlet, written)) continue;
        const armed = actor.kind === 'armed-group' || actor.kind === 'force';
        const party =
          armed && use === 'name' && (office || ORGAN.test(outlet) || isWhole(outlet, actors));
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
