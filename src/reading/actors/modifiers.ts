import type { Actor, State } from '../../domain/index.ts';
import type { ActorContext, Listed } from './context.ts';
import { GOVERNMENT, HYPHENS, OFFSHOOTS, OUTSIDE, POSSESSIVES, SPONSORED } from './phrase-words.ts';

/** The owner named before "'s", or after "of". */
export function ownerBefore(
  context: ActorContext,
  first: number,
  from: number,
): Listed | undefined {
  return first - 2 >= from && POSSESSIVES.has(context.words[first - 1]!)
    ? context.listed[first - 2]
    : undefined;
}

export function ownerAfter(context: ActorContext, last: number, end: number): Listed | undefined {
  if (context.words[last] !== 'of') return undefined;
  const at = context.words[last + 1] === 'the' ? last + 2 : last + 1;
  const name = at < end ? context.listed[at] : undefined;
  return name?.use === 'demonym' || POSSESSIVES.has(context.words[name?.last ?? end] ?? '')
    ? undefined
    : name;
}

/** "officials in Kabul", "the government in Kyiv" */
export function capitalAfter({ words, listed }: ActorContext, last: number, end: number) {
  const name = words[last] === 'in' && last + 1 < end ? listed[last + 1] : undefined;
  return name?.use === 'capital' ? name.state : undefined;
}

export interface Modifiers {
  owner?: Actor;
  state?: State;
  government: boolean;
  sponsored: boolean;
  outside: boolean;
  /** "Bosnian Serb", "Syrian Kurdish", "ethnic Armenian": a people or a party of a state, and not the state. */
  people: boolean;
}

const PEOPLES =
  /^(kurdish|tuareg|tamil|separatist|secessionist|islamist|jihadist|tribal|rebel|insurgent|opposition)$/;

/** An adjective that says of a nation before it which of its peoples or parties is meant. */
function isOfPeople({ words, listed }: ActorContext, at: number): boolean {
  const before = listed[at - 1];
  const here = listed[at];
  const nation = here?.use === 'demonym' && here.first === at;
  if (nation && words[at - 1] === 'ethnic') return true;
  if (before?.use !== 'demonym') return false;
  return nation ? before.state !== here.state : PEOPLES.test(words[at]!);
}

export function readModifiers(context: ActorContext, first: number, start: number): Modifiers {
  const { words, listed } = context;
  const found: Modifiers = { government: false, sponsored: false, outside: false, people: false };
  let sponsored = false;
  for (let at = first; at < start; at++) {
    const word = words[at]!;
    const name = listed[at];
    if (name && name.first < at) continue;
    if (GOVERNMENT.has(word)) found.government = true;
    if (OFFSHOOTS.has(word)) found.sponsored = true;
    if (OUTSIDE.has(word)) found.outside = true;
    if (isOfPeople(context, at)) found.people = true;
    // "Misrata-led forces": of a town, and no list has it.
    if (
      !name &&
      !GOVERNMENT.has(word) &&
      HYPHENS.has(words[at + 1] ?? '') &&
      SPONSORED.has(words[at + 2] ?? '')
    )
      found.sponsored = true;
    if (!name || name.first !== at) continue;
    const next = words[name.last + 1] ?? '';
    const sponsors =
      HYPHENS.has(words[name.last] ?? '') && (SPONSORED.has(next) || OFFSHOOTS.has(next));
    if (sponsors) found.sponsored = true;
    // "Rwanda-backed M23 fighters": the name behind is that of the fighters.
    else if (sponsored && name.use === 'name' && name.actor.kind === 'armed-group')
      found.sponsored = false;
    sponsored = sponsors;
    if (
      words[at - 1] === 'pro' ||
      (HYPHENS.has(words[at - 1] ?? '') && /^(pro|anti)$/.test(words[at - 2] ?? ''))
    )
      found.outside = true;
    else own(found, name);
  }
  return found;
}

export function own(found: Modifiers, { actor, use, state }: Listed) {
  if (use === 'name') {
    if (actor.sector !== 'MED') found.owner = actor;
  } else if (!state) found.owner = actor;
  else if (use !== 'capital' || !found.state) found.state = state;
}
