import { isResolved } from '../domain/index.ts';
import { behind, type Arguments } from './arguments.ts';
import { contextTerritory } from './context.ts';
import type { Draft, Search } from './draft.ts';
import { governedBy } from './frame-match.ts';
import type { Frame, FrameRole, Slot } from './lexicon.ts';
import { suits } from './frame-suits.ts';
import { participantsAt, type Participant } from './participant.ts';
import { namedByVerb, territoriesAt, type Territory } from './territory/index.ts';

/** A frame found at a trigger; `matched` are the words of its pattern after the trigger. */
export interface Found {
  readonly frame: Frame;
  readonly args: Arguments;
  readonly matched: readonly number[];
  /** Preposition that ends the pattern; its noun is the object. */
  readonly preposition?: number;
  readonly rule: string;
}

/** A draft with the frame's roles filled from the clause; undefined when a needed role is missing. */
export function draftFrom(search: Search, found: Found): Draft | undefined {
  const { frame, args } = found;
  if (frame.voice !== undefined && !args.noun && (frame.voice === 'passive') !== args.passive)
    return undefined;
  const actors = people(search, found, 'actor');
  const target = people(search, found, 'target')[0] ?? formerHolder(search, found);
  const parties = people(search, found, 'parties');
  const territories = lands(search, found);
  const actor = actors[0] ?? lostSubject(search, found);
  if (!suits(search, found, { actor, target })) return undefined;
  const filled: Record<FrameRole, boolean> = {
    actor: actor !== undefined,
    target: target !== undefined,
    parties: parties.length > 0,
    place: territories.length > 0,
  };
  const met = (need: string) => need.split('|').some((role) => filled[role as FrameRole]);
  if (!(frame.needs ?? []).every(met)) return undefined;
  const joined = actors.length > 1 ? actors : parties;
  return {
    kind: frame.kind,
    rule: found.rule,
    trigger: args.trigger,
    tokens: [args.trigger, ...found.matched],
    ...(actor ? { actor } : {}),
    ...(target ? { target } : {}),
    ...(joined.length > 0 ? { parties: joined } : {}),
    territories,
    ...(frame.gainer === 'unsaid' ? { gainerUnsaid: true } : {}),
  };
}

/** "retake districts captured by the Taliban last month": from whom, the object tells. */
function formerHolder(search: Search, { frame, args }: Found): Participant | undefined {
  const { view } = search;
  if (frame.kind !== 'control.recaptured') return undefined;
  for (const object of args.object)
    for (const child of view.children(object))
      if (view.token(child).deprel.startsWith('acl') && view.token(child).upos === 'VERB')
        for (const agent of behind(view, child, 'by')) {
          const [holder] = participantsAt(search, agent);
          if (holder?.armed) return holder;
        }
  return undefined;
}

function slotTokens(search: Search, found: Found, slot: Slot): readonly number[] {
  const { args, preposition } = found;
  if (slot === 'subject') return args.subject;
  // "negotiations between A and B have stalled": those between whom stand under the subject.
  if (slot === 'between') return betweenWhom(search, args);
  // "forces at Bagram have surrendered": the phrase may hang on the subject.
  if (slot !== 'object') {
    const own = args.oblique(slot);
    return own.length > 0 || args.noun
      ? own
      : args.subject.flatMap((token) => behind(search.view, token, slot));
  }
  if (preposition !== undefined && !args.passive) return governedBy(search.view, preposition);
  if (preposition !== undefined && args.object.length > 0) {
    const governed = governedBy(search.view, preposition);
    return governed.length > 0 ? governed : args.object;
  }
  // "taken over the town" where the tree takes "over" for a preposition.
  const last = found.matched.at(-1);
  if (args.object.length === 0 && last !== undefined && !args.passive)
    return governedBy(search.view, last);
  return args.object.flatMap((token) => [token, ...joinedTo(search.view, token)]);
}

/** "Falluja and parts of Ramadi": what is joined to the object is taken, too. */
const joinedTo = (view: Search['view'], token: number) =>
  view
    .children(token)
    .filter(
      (child) =>
        view.token(child).deprel === 'conj' && /^(NOUN|PROPN|ADJ)$/.test(view.token(child).upos),
    );

function betweenWhom({ view }: Search, args: Arguments): readonly number[] {
  const { sentence } = view.token(args.trigger);
  const { first, last } = view.reading.sentences[sentence]!;
  for (let i = first; i < last; i++) {
    if (view.lemma(i) !== 'between') continue;
    const heads: number[] = [];
    for (let j = i + 1; j < Math.min(last, i + 14) && heads.length < 3; j++) {
      if (/^(VERB|AUX)$/.test(view.token(j).upos)) break;
      const mention = view.actor(j);
      if (mention && !heads.includes(mention.head)) heads.push(mention.head);
    }
    if (heads.length > 1) return heads;
  }
  return args.oblique('between');
}

/** Kinds whose victims may be a bare number: "killed six". */
const HARM: ReadonlySet<string> = new Set(['killing', 'wounding', 'abduction', 'detention']);

function people(search: Search, found: Found, role: FrameRole): readonly Participant[] {
  for (const slot of found.frame.roles[role] ?? []) {
    const all = slotTokens(search, found, slot)
      .flatMap((token) => timeless(search, token))
      .filter((token) => search.view.token(token).upos !== 'NUM' || HARM.has(found.frame.kind))
      .flatMap((token) => [token, ...(role === 'target' ? behind(search.view, token, 'of') : [])])
      .flatMap((token) => participantsAt(search, token));
    if (all.length > 0) return all;
  }
  return [];
}

function lands(search: Search, found: Found): readonly Territory[] {
  const slots = found.frame.roles.place ?? [];
  for (const slot of slots) {
    const all = slotTokens(search, found, slot)
      .flatMap((token) => timeless(search, token))
      .flatMap((token) => territoriesAt(search, token));
    if (all.length > 0) return distinct([...all, ...joinedAfter(search, all, slot)]);
  }
  const byVerb = takenFor(search, found);
  if (byVerb.length > 0) return byVerb;
  if (found.frame.inferPlace)
    return ofTheirs(search, found) ?? contextTerritory(search, found.args.trigger);
  const passive = found.args.passive && slots.includes('object');
  if (passive || slots[0] === 'subject') return before(search, found);
  return slots.includes('object') && found.args.object.length === 0 ? ahead(search, found) : [];
}

/** A name where the frame wants a place that is taken, held or left. */
function takenFor(search: Search, found: Found): readonly Territory[] {
  const [slot] = found.frame.roles.place ?? [];
  if (!found.frame.kind.startsWith('control.') || (slot !== 'object' && slot !== 'subject'))
    return [];
  return slotTokens(search, found, slot).flatMap((token) => namedByVerb(search, token));
}

/** "the governor of Farah and others have surrendered": the place they are named by. */
function ofTheirs({ view }: Search, { args }: Found): readonly Territory[] | undefined {
  const subject = args.subject.find((token) => view.actor(token));
  const actor = subject === undefined ? undefined : view.actor(subject);
  if (!actor) return undefined;
  const { first } = view.reading.sentences[actor.sentence]!;
  for (const mention of view.reading.mentions)
    if (
      mention.type === 'place' &&
      mention.first >= first &&
      mention.last <= Math.max(actor.last, args.trigger)
    ) {
      const clear = !between(view, mention.last, args.trigger, /^(VERB)$/);
      if (clear && isResolved(mention.place))
        return [
          { place: mention.place, first: mention.first, last: mention.last, confidence: 0.6 },
        ];
    }
  return undefined;
}

const between = (view: Search['view'], from: number, to: number, upos: RegExp) => {
  for (let i = from; i < to; i++) if (upos.test(view.token(i).upos)) return true;
  return false;
};

/** "by the Taliban Sunday": where a time heads the phrase, whoever stands before it is meant. */
function timeless({ view }: Search, token: number): readonly number[] {
  if (!view.time(token)) return [token];
  return view
    .children(token)
    .filter((child) => child < token && !view.time(child) && view.actor(child));
}

/** "in Kandahar …, and in the city of Herat": the same preposition again, before another verb comes. */
function joinedAfter(
  search: Search,
  territories: readonly Territory[],
  slot: Slot,
): readonly Territory[] {
  const { view } = search;
  if (slot === 'subject' || slot === 'object') return [];
  const last = Math.max(...territories.map((territory) => territory.last));
  const { sentence } = view.token(last - 1);
  const found: Territory[] = [];
  for (let i = last; view.tokens[i]?.sentence === sentence; i++) {
    const including = view.token(i).text.toLowerCase() === 'including';
    if (/^(VERB|AUX)$/.test(view.token(i).upos) && !including && !view.place(i + 1)) break;
    const again = view.lemma(i) === slot && view.token(i - 1).upos === 'CCONJ';
    if (!again && !including) continue;
    const named = [1, 2, 3, 4, 5].map((step) => i + step).find((at) => view.place(at));
    const mention = named === undefined ? undefined : view.place(named);
    if (mention) found.push(...territoriesAt(search, mention.head));
  }
  return found;
}

/** The tree gave no subject, or one that is no place: a place right before "fell" or "was seized". */
function before(search: Search, { args }: Found): readonly Territory[] {
  const { view } = search;
  for (let i = args.trigger - 1; i > args.trigger - 7 && i >= 0; i--) {
    const token = view.token(i);
    if (token.sentence !== view.token(args.trigger).sentence) return [];
    const mention = view.place(i);
    if (mention) return territoriesAt(search, mention.head).map(lessSure);
    const relative = /^(which|that)$/i.test(token.text);
    if (!relative && !/^(PUNCT|AUX|ADV|PART|NOUN)$/.test(token.upos)) return [];
  }
  return [];
}

export function distinct(territories: readonly Territory[]): readonly Territory[] {
  const seen = new Set<string>();
  return territories.filter(({ place, facility, first }) => {
    const key = `${'id' in place ? place.id : `${place.text}@${first}`}|${facility ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The tree gave no object: a place that follows with nothing but its own modifiers between. */
function ahead(search: Search, { args, matched, frame }: Found): readonly Territory[] {
  if (!frame.kind.startsWith('control.') || args.passive) return [];
  const { view } = search;
  const from = (matched.at(-1) ?? args.trigger) + 1;
  for (let i = from; i < from + 7; i++) {
    const token = view.tokens[i];
    if (!token || token.sentence !== view.token(args.trigger).sentence) return [];
    const mention = view.place(i);
    if (mention) return territoriesAt(search, mention.head).map(lessSure);
    if (!/^(DET|ADJ|NOUN|PROPN|PUNCT|NUM)$/.test(token.upos) || /^[,;:.]$/.test(token.text))
      return [];
  }
  return [];
}

const lessSure = (territory: Territory): Territory => ({
  ...territory,
  confidence: territory.confidence * 0.7,
});

/** The tree gave no subject: the nearest actor before the verb, phrases in between stepped over. */
function lostSubject(search: Search, { args, frame, matched }: Found): Participant | undefined {
  const { view } = search;
  const lost = args.subject.length === 0 || !args.ownSubject;
  if (args.passive || !lost || !frame.roles.actor?.includes('subject')) return undefined;
  const { sentence, deprel } = view.token(args.trigger);
  if (args.noun || (deprel === 'amod' && matched.length === 0)) return undefined;
  for (let i = args.trigger - 1; i > args.trigger - 10 && i >= 0; i--) {
    const token = view.token(i);
    if (token.sentence !== sentence || token.upos === 'VERB' || /^[;:.]$/.test(token.text))
      return undefined;
    const mention = view.actor(i);
    if (mention) return participantsAt(search, mention.head)[0];
  }
  return undefined;
}
