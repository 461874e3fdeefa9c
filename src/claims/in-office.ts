import type { ActorMention } from '../domain/index.ts';
import type { Search } from './search.ts';

const listedSide = ({ side, actor }: ActorMention) => side ?? actor;

const OFFICE =
  /\b(?:president|minister|(?:army|police|military|security|intelligence|district|provincial) (?:chief|commander)|chief of (?:staff|police|army)|governor|mayor|prefect|(?:army|military|police|government|ministry) spokes(?:man|woman|person)|general|colonel|brigadier|admiral|lt|maj|gen|col|brig)\b/i;
const NO_LONGER =
  /\b(?:former|ex|deposed|ousted|renegade|rebel|dissident|mutin\w+|warlord|retired|fugitive|shadow|self-(?:styled|proclaimed)|militia|separatist|insurgent|opposition)\b/i;

/**
 * "Defence Minister Daniel Chea", "General Sami Sadat", "the police chief": a person with a post or a
 * rank of the state that the report is about, and with no side that a list or the text knows.
 */
export function servesState({ government, view, sides }: Search, one: ActorMention) {
  if (one.kind !== 'person' || one.side !== undefined || !government) return false;
  if (one.country !== undefined && one.country !== government.country) return false;
  // "Russian troops took the airport. General Zavarzin's men …": of a state that is not of the country.
  const states = sides.filter(({ kind }) => kind !== 'armed-group');
  if (states.length > 1 && !states.some((side) => listedSide(side) === government.id)) return false;
  const { first } = view.reading.sentences[one.sentence]!;
  const from = Math.max(first, one.first - BEFORE);
  const words = view.tokens.slice(from, one.last).map(({ text }) => text);
  const called = `${one.post ?? ''} ${one.text}`;
  if (NO_LONGER.test(`${words.join(' ')} ${called}`)) return false;
  return OFFICE.test(called);
}

const BEFORE = 3;

/** "Rebel spokesman …", "the separatist leader": nobody of the state's. */
export const isRebels = ({ kind, text, post }: ActorMention) =>
  kind === 'person' &&
  /\b(?:rebels?|insurgents?|guerrillas?|separatists?|secessionists?)\b/i.test(
    `${post ?? ''} ${text}`,
  );
