import type { Search } from './draft.ts';
import { governedBy } from './frame-match.ts';
import { type Found, phraseAt, slotTokens } from './frame-slots.ts';
import type { Slot } from './lexicon.ts';
import { participantsAt } from './participant.ts';
import {
  namedByVerb,
  territoriesAt,
  unknownBehind,
  unknownName,
  type Territory,
} from './territory/index.ts';

/** A name where the frame wants a place that is taken, held or left. */
export function takenFor(search: Search, found: Found): readonly Territory[] {
  const [slot] = found.frame.roles.place ?? [];
  if (!found.frame.kind.startsWith('control.') || (slot !== 'object' && slot !== 'subject'))
    return [];
  const tokens = slotTokens(search, found, slot);
  const known = tokens.flatMap((token) => namedByVerb(search, token));
  // "lost Casey to injury"
  if (known.length > 0 || found.frame.name === 'lose' || !isFought(search, found)) return known;
  const unknown = tokens.flatMap((token) => unknownName(search, token));
  if (unknown.length > 0 || slot !== 'object' || tokens.length > 0) return unknown;
  // "retook Um Rawaba from the rebels": the name right behind, which the tree hung elsewhere.
  const next = (found.matched.at(-1) ?? found.args.trigger) + 1;
  const behindIt = search.view.token(found.args.trigger).upos === 'VERB' && !found.args.passive;
  if (!behindIt || !search.view.tokens[next]) return [];
  return unknownName(search, next).filter(({ last }) => search.view.tokens[last]?.upos !== 'NOUN');
}

/** "drove the army out of Tel Gobnik": a name that no place was found for, where the frame has one. */
export function lackingBehind(search: Search, found: Found): readonly Territory[] {
  if (!found.frame.kind.startsWith('control.') || search.sides.length === 0) return [];
  const slots = (found.frame.roles.place ?? []).filter((slot) => LOCATING.test(slot));
  // "fled towards Tel Gobnik": not from there.
  const governed =
    found.preposition !== undefined && slots.includes(phraseAt(search, found) ?? '')
      ? governedBy(search.view, found.preposition)
      : [];
  return [...slots.flatMap((slot) => slotTokens(search, found, slot)), ...governed]
    .flatMap((token) => unknownBehind(search, token))
    .slice(0, 1);
}

const LOCATING = /^(in|at|near|inside|from|out of|into|outside|on|against|around|across)$/;

/** "Masisi and Katale were lost": members of the list that only the verb takes for places. */
export function besideKnown(search: Search, found: Found, slot: Slot): readonly Territory[] {
  if (!found.frame.kind.startsWith('control.') || (slot !== 'object' && slot !== 'subject'))
    return [];
  return slotTokens(search, found, slot)
    .filter((token) => territoriesAt(search, token).length === 0)
    .flatMap((token) => {
      const known = namedByVerb(search, token);
      return known.length > 0 ? known : unknownName(search, token);
    });
}

/** What is targeted or breached may be anything; what is entered or stormed is a place. */
const MOVES_IN =
  /^(?:enter|march|push|advance|break|drive|move|infiltrate|penetrate|roll|pour|sweep|punch|press|stream|burst|storm|cross|attack|assault|raid|slip|surge|charge|rush|creep|filter|launch|mount)$/;

/** An armed side acts, or it is said of the place in the passive, in a text that has armed sides. */
const isFought = (search: Search, { args, frame }: Found) =>
  search.sides.length > 0 &&
  (frame.name !== 'enter' || MOVES_IN.test(search.view.lemma(args.trigger))) &&
  (args.passive ||
    args.noun ||
    frame.roles.place?.[0] === 'subject' ||
    args.subject.some((token) => participantsAt(search, token).some(({ armed }) => armed)));
