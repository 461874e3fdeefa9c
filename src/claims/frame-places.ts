import { apposedTo } from './apposed.ts';
import { contextTerritory } from './context.ts';
import type { Search } from './draft.ts';
import { condensed, distinct, joinedAfter } from './frame-joined.ts';
import { ahead, before } from './frame-nearby.ts';
import { type Found, slotTokens } from './frame-slots.ts';
import { beforeWhere, inFocus, ofPronoun, ofTheirs, spokenOf, thereAt } from './frame-spoken-of.ts';
import { besideKnown, lackingBehind, takenFor } from './frame-unlisted.ts';
import { participantsAt } from './participant.ts';
import { isBeatenHere, placesOfAttack } from './repelled.ts';
import { territoriesAt, type Territory } from './territory/index.ts';

/** The places of a frame: those its slots name, else what the verb takes for one, else what the text is about. */
export function lands(search: Search, found: Found): readonly Territory[] {
  const slots = found.frame.roles.place ?? [];
  for (const slot of slots) {
    const all = slotTokens(search, found, slot)
      .flatMap((token) => timeless(search, token))
      .flatMap((token) => territoriesOf(search, found, token));
    if (all.length > 0)
      return condensed(
        distinct([...all, ...besideKnown(search, found, slot), ...joinedAfter(search, all, slot)]),
      );
  }
  const byVerb = takenFor(search, found);
  if (byVerb.length > 0) return byVerb;
  const lacking = lackingBehind(search, found);
  if (lacking.length > 0) return lacking;
  const owned = spokenOf(search, found);
  if (owned.length > 0) return owned;
  const adverb = thereAt(search, found);
  if (adverb !== undefined) return contextTerritory(search, adverb);
  if (found.frame.kind === 'control.besieged' && isForce(search, found))
    return contextTerritory(search, found.args.trigger);
  const tried = placesOfAttack(search, found);
  if (tried.length > 0) return tried;
  if (found.frame.name === 'repel' && !isOneAttack(search, found) && !isBeatenHere(search, found))
    return [];
  const leaving = leftBehind(search, found);
  if (leaving.length > 0) return leaving;
  if (found.frame.inferPlace) return ofTheirs(search, found) ?? inFocus(search, found.args.trigger);
  // "In besieged Herat commandos fight on": the tree hung the participle on another noun.
  if (search.view.token(found.args.trigger).deprel === 'amod' && slots.includes('object'))
    return ahead(search, found);
  const where = beforeWhere(search, found);
  if (where.length > 0) return where;
  const pronoun = ofPronoun(search, found);
  if (pronoun.length > 0) return pronoun;
  const passive = found.args.passive && slots.includes('object');
  if (passive || slots[0] === 'subject') return before(search, found);
  return slots.includes('object') && found.args.object.length === 0 ? ahead(search, found) : [];
}

/** "fled Ramadi towards Habbaniya": the pattern ends in where they went, and what they left stands before. */
const leftBehind = (search: Search, { frame, args, preposition }: Found) =>
  frame.inferPlace === true && !args.passive && preposition !== undefined
    ? args.object
        .filter((token) => token < preposition && search.view.place(token))
        .flatMap((token) => territoriesAt(search, token))
    : [];

/** "the last city of that size that Russia captured": to the tree, a size that was captured. */
function territoriesOf(search: Search, { args }: Found, token: number): readonly Territory[] {
  const { view, lexicon } = search;
  // "Goma and Bukavu, the two cities lost this year": they are the cities.
  const apposed =
    (lexicon.has('placeClasses', view.lemma(token)) || /^one$/i.test(view.token(token).text)) &&
    !view.place(token)
      ? apposedTo(view, token)
      : undefined;
  if (apposed) return territoriesAt(search, apposed.head);
  const own = territoriesAt(search, token);
  const relative =
    view.token(args.trigger).deprel === 'acl:relcl' && view.token(args.trigger).head === token;
  const { deprel, head } = view.token(token);
  return own.length > 0 || !relative || !deprel.startsWith('nmod') || head < 0
    ? own
    : territoriesAt(search, head);
}

/** "The assault was beaten off" is one on the place spoken of; "nine counter-attacks" are anywhere. */
const isOneAttack = ({ view }: Search, { args }: Found) =>
  args.object.some((token) =>
    view.children(token).some((child) => /^(the|this|that|an?)$/i.test(view.token(child).text)),
  );

/** "The enemy is boxed in": where they stand, the text has told. */
const isForce = (search: Search, { args }: Found) =>
  args.passive &&
  search.view.token(args.trigger).deprel !== 'amod' &&
  args.object.some((token) => participantsAt(search, token).some(({ armed }) => armed));

/** "by the Taliban Sunday": where a time heads the phrase, whoever stands before it is meant. */
export function timeless({ view }: Search, token: number): readonly number[] {
  if (!view.time(token)) return [token];
  return view
    .children(token)
    .filter((child) => child < token && !view.time(child))
    .filter((child) => view.actor(child) ?? view.token(child).deprel === 'compound');
}
