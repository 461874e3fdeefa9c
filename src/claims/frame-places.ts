import { isResolved } from '../domain/index.ts';
import { apposedTo } from './apposed.ts';
import { behind } from './clause.ts';
import { ahead, before } from './frame-nearby.ts';
import { pendingAt } from './nearer-name.ts';
import { mentionsInside } from './speech-index.ts';
import { antecedent } from './subject.ts';
import { contextTerritory } from './context.ts';
import type { Search } from './draft.ts';
import type { Slot } from './lexicon.ts';
import { participantsAt } from './participant.ts';
import { isBeatenHere, placesOfAttack } from './repelled.ts';
import {
  isGuess,
  namedByVerb,
  severalAt,
  territoriesAt,
  unknownBehind,
  unknownName,
  type Territory,
} from './territory/index.ts';
import { governedBy } from './frame-match.ts';
import { type Found, slotTokens } from './frame-slots.ts';

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

/** "Kanyabayonga, where the army is battling rebels": the name before the pronoun. */
function beforeWhere(search: Search, { args, frame }: Found): readonly Territory[] {
  const { view } = search;
  if (!(frame.roles.place ?? []).includes('in') || !frame.kind.startsWith('control.')) return [];
  for (let i = args.trigger - 1; i >= Math.max(0, args.trigger - WHERE_REACH); i--) {
    const { text, upos } = view.token(i);
    if (/^[;:]$/.test(text) || (upos === 'VERB' && i < args.trigger)) return [];
    if (text !== 'where') continue;
    const before = antecedent(view, i);
    return before === undefined ? [] : territoriesAt(search, before);
  }
  return [];
}

const WHERE_REACH = 9;

/** "only for it to be taken back": the place the text is about. */
function ofPronoun(search: Search, found: Found): readonly Territory[] {
  const [slot] = found.frame.roles.place ?? [];
  if (!found.frame.kind.startsWith('control.') || (slot !== 'object' && slot !== 'subject'))
    return [];
  if (slot === 'subject' && found.args.noun) return [];
  const it = slotTokens(search, found, slot).find((token) => search.view.lemma(token) === 'it');
  if (it === undefined || search.view.actor(it)) return [];
  return inFocus(search, it);
}

/** The place in focus, be it one that only a claim may know. */
function inFocus(search: Search, token: number): readonly Territory[] {
  const known = contextTerritory(search, token);
  return known.length > 0 || search.sides.length === 0 ? known : [pendingAt(search, token)];
}

/** A name where the frame wants a place that is taken, held or left. */
function takenFor(search: Search, found: Found): readonly Territory[] {
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
function lackingBehind(search: Search, found: Found): readonly Territory[] {
  if (!found.frame.kind.startsWith('control.') || search.sides.length === 0) return [];
  const slots = (found.frame.roles.place ?? []).filter((slot) => LOCATING.test(slot));
  const governed =
    slots.length > 0 && found.preposition !== undefined
      ? governedBy(search.view, found.preposition)
      : [];
  return [...slots.flatMap((slot) => slotTokens(search, found, slot)), ...governed]
    .flatMap((token) => unknownBehind(search, token))
    .slice(0, 1);
}

const LOCATING = /^(in|at|near|inside|from|out of|into|outside|on|against|around|across)$/;

/** "Masisi and Katale were lost": members of the list that only the verb takes for places. */
function besideKnown(search: Search, found: Found, slot: Slot): readonly Territory[] {
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

/** "its fall", "the siege goes on": what happened to the place the text is about. */
function spokenOf(search: Search, { frame, args }: Found): readonly Territory[] {
  const { view } = search;
  if (!args.noun || !(ABOUT.has(frame.kind) || FIGHTING.has(frame.name))) return [];
  const owner = view.children(args.trigger).find((child) => view.lemma(child) === 'its');
  if (owner !== undefined && !view.actor(owner)) return contextTerritory(search, owner);
  // "The two towns … a plan for their recapture"
  const owners = view.children(args.trigger).find((child) => view.lemma(child) === 'their');
  if (owners !== undefined && !view.actor(owners)) return severalAt(search, owners);
  if (FIGHTING.has(frame.name)) return goesOn(search, args.trigger);
  const { deprel } = view.token(args.trigger);
  const told = frame.kind === 'control.besieged' && deprel.startsWith('nsubj');
  const the = told && view.children(args.trigger).some((child) => view.lemma(child) === 'the');
  return the ? contextTerritory(search, args.trigger) : [];
}

/** "Fighting went on there", "clashes there": behind the trigger, or behind the verb that carries it. */
function thereAt({ view }: Search, { args, frame }: Found): number | undefined {
  if (!FIGHTING.has(frame.name)) return undefined;
  const { head, deprel } = view.token(args.trigger);
  const carrier = args.noun && head >= 0 && deprel !== 'root' ? head : args.trigger;
  return [args.trigger, carrier]
    .flatMap((one) => view.children(one))
    .find((child) => view.lemma(child) === 'there' && view.token(child).upos === 'ADV');
}

const FIGHTING = new Set(['fighting', 'clash']);
const GOING =
  /^(continue|rage|resume|end|stop|cease|subside|erupt|intensify|persist|go|flare|escalate|ease)$/;

/** "Clashes continued", "combat had not ended": in the place the text is about. */
function goesOn(search: Search, noun: number): readonly Territory[] {
  const { view } = search;
  const { deprel, head } = view.token(noun);
  if (!deprel.startsWith('nsubj') || head < 0 || !GOING.test(view.lemma(head))) return [];
  if (view.token(head).deprel.startsWith('acl')) return [];
  // "The battle for the title went on."
  if (['for', 'of', 'over'].some((word) => behind(view, noun, word).length > 0)) return [];
  const located = view
    .children(head)
    .some((child) => view.token(child).deprel.startsWith('obl') && view.place(child));
  return located ? [] : contextTerritory(search, noun);
}

const ABOUT: ReadonlySet<string> = new Set([
  'control.captured',
  'control.recaptured',
  'control.besieged',
  'control.surrendered',
]);

/** "the governor of Farah and others have surrendered": the place they are named by. */
function ofTheirs(search: Search, { args }: Found): readonly Territory[] | undefined {
  const { view } = search;
  const subject = args.subject.find((token) => view.actor(token));
  const actor = subject === undefined ? undefined : view.actor(subject);
  if (!actor) return undefined;
  const { first } = view.reading.sentences[actor.sentence]!;
  const span = view.span(first, Math.max(actor.last, args.trigger + 1));
  for (const mention of mentionsInside(view.reading, span))
    if (mention.type === 'place' && mention.last <= Math.max(actor.last, args.trigger)) {
      // "Kyiv's troops withdrew": not from there; but "in Nad Ali soldiers gave up" tells where.
      const where = /^(?:in|at|near|around)$/i.test(view.tokens[mention.first - 1]?.text ?? '');
      if (mention.use === 'metonym' && !where) continue;
      const clear = !between(view, mention.last, args.trigger, /^(VERB)$/);
      if (!clear || !isResolved(mention.place)) continue;
      // "commandos flown in from Herat": where they are no more.
      if (view.tokens[mention.first - 1]?.text === 'from') continue;
      // "forces at Bagram air base": the site that they are at, and not the whole town.
      const site = view.facility(mention.first);
      const at = site ? territoriesAt(search, site.head).slice(0, 1) : [];
      if (at.length > 0) return at;
      return [{ place: mention.place, first: mention.first, last: mention.last, confidence: 0.6 }];
    }
  // Somebody of whom nothing is known gives up no town.
  return isGuess(actor) ? [] : undefined;
}

export const between = (view: Search['view'], from: number, to: number, upos: RegExp) => {
  for (let i = from; i < to; i++) if (upos.test(view.token(i).upos)) return true;
  return false;
};

/** "by the Taliban Sunday": where a time heads the phrase, whoever stands before it is meant. */
export function timeless({ view }: Search, token: number): readonly number[] {
  if (!view.time(token)) return [token];
  return view
    .children(token)
    .filter((child) => child < token && !view.time(child))
    .filter((child) => view.actor(child) ?? view.token(child).deprel === 'compound');
}

/** Several sites of one place are one claim; beside the whole place, its sites say nothing more. */
function condensed(territories: readonly Territory[]): readonly Territory[] {
  const whole = new Set<string>();
  for (const { place, facility } of territories)
    if ('id' in place && facility === undefined) whole.add(place.id);
  const sites = new Map<string, Territory>();
  const kept: Territory[] = [];
  for (const territory of territories) {
    const { place, facility, site } = territory;
    if (!('id' in place) || facility === undefined) kept.push(territory);
    else if (!whole.has(place.id) && (!site || !sites.has(place.id))) {
      kept.push(territory);
      if (site) sites.set(place.id, territory);
    } else if (site && !whole.has(place.id)) {
      const first = sites.get(place.id)!;
      const joined = {
        ...first,
        facility: `${first.facility}, ${facility}`,
        last: Math.max(first.last, territory.last),
      };
      kept[kept.indexOf(first)] = joined;
      sites.set(place.id, joined);
    }
  }
  return kept;
}

/** "in Kandahar …, and in the city of Herat": the same preposition again, before another verb comes. */
function joinedAfter(
  search: Search,
  territories: readonly Territory[],
  slot: Slot,
): readonly Territory[] {
  const { view } = search;
  const only = slot === 'subject' || slot === 'object';
  const last = Math.max(...territories.map((territory) => territory.last));
  const { sentence } = view.token(last - 1);
  const found: Territory[] = [];
  for (let i = last; view.tokens[i]?.sentence === sentence; i++) {
    const including = addsMore(view, i);
    if (/^(VERB|AUX)$/.test(view.token(i).upos) && !including && !view.place(i + 1)) break;
    const again = !only && view.lemma(i) === slot && view.token(i - 1).upos === 'CCONJ';
    if (only && !including && view.token(i).text !== ',' && view.token(i).upos !== 'NOUN') break;
    if (!again && !including) continue;
    const named = [1, 2, 3, 4, 5].map((step) => i + step).find((at) => view.place(at));
    const mention = named === undefined ? undefined : view.place(named);
    if (mention && (again || !isWhence(view, i + 1, mention.first)))
      found.push(...territoriesAt(search, mention.head));
  }
  return found;
}

/** "including", "along with much of Baiji", "as well as Hawija". */
function addsMore(view: Search['view'], index: number): boolean {
  const [word, next, third] = [0, 1, 2].map((step) =>
    view.tokens[index + step]?.text.toLowerCase(),
  );
  if (word === 'including') return true;
  if (word === 'along' || word === 'together') return next === 'with';
  return word === 'as' && next === 'well' && third === 'as';
}

/** "along with troops from Herat": whence others came. */
const isWhence = (view: Search['view'], first: number, last: number) =>
  view.tokens
    .slice(first, last)
    .some(({ text, index }) => /^(from|by|in|near|against)$/i.test(text) || view.actor(index));

function distinct(territories: readonly Territory[]): readonly Territory[] {
  const seen = new Set<string>();
  // A name that one way of looking finds in the gazetteer is not also a name that it lacks.
  const known = new Set(territories.flatMap(({ place, first }) => ('id' in place ? [first] : [])));
  return territories.filter(({ place, facility, first }) => {
    if (!('id' in place) && known.has(first)) return false;
    const key = `${'id' in place ? place.id : `${place.text}@${first}`}|${facility ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}
