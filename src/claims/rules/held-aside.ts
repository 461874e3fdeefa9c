import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { governing, type Participant } from '../side.ts';
import { territoriesAt } from '../territory/index.ts';

const HELD = /^(?:held|controlled|ruled|governed|run|administered)$/i;
const HOLDS = /^(?:holds?|controls?|rules?|governs?|runs?|administers?)$/i;
const HOLDING = /^(?:holding|controlling|ruling)$/i;
/** Most words are none of these. */
const TRIGGERS: ReadonlySet<string> = new Set(
  'held controlled ruled governed run administered hold holds control controls rule rules govern governs runs administer administers holding controlling ruling administration authority hand hands possession grip'.split(
    ' ',
  ),
);
const BETWEEN =
  /^(?:has|have|had|still|now|also|already|long|largely|mostly|firmly|effectively|currently|continues?|to|been)$/i;
const ADVERB = /^(?:still|now|also|long|largely|mostly|firmly|effectively|currently)$/i;
/** What is held in a town, and leaves it as it was. */
const EVENT =
  /^(?:meeting|talk|summit|rally|vote|election|exercise|parade|funeral|match|referendum|ceremony|conference|congress|prisoner|hostage|captive|detainee)s?$/i;
const POWER = /^(?:control|rule|administration|authority|hands?|possession|grip)$/i;
/** Words from "which" to the second of two verbs: "which M23 took in January and still holds". */
const FAR = 10;

/**
 * "Goma airport, which M23 has held since January", "Goma, held by M23", "With Goma in M23 hands": told
 * by the words that stand next to the name, for trees lose asides more often than anything.
 */
export const heldAside: ClaimRule = {
  name: 'held-aside',
  about: 'Who holds a place, told in an aside right behind its name.',
  examples: {
    yes: [
      'The Sudanese army on Wednesday regained control of Khartoum airport, which the Rapid Support Forces had held since the first day of the war.',
      'The army shelled Goma, the city M23 has held since January.',
      'The army shelled Goma, half of which M23 controls.',
      'The army shelled Goma, which M23 took in January and still holds.',
      'The army shelled the city of Goma, held by M23 since January.',
      'The army shelled Goma, now under M23 control.',
      'The army shelled Goma, parts of which are under M23 control.',
      'With Goma in M23 hands, the army moved to Bukavu.',
      'With M23 holding Goma, the army moved to Bukavu.',
    ],
    no: [
      'The bank in Goma, which M23 fighters ran into, was empty.',
      'Talks in Doha, held by M23 and the army, failed.',
      'The election in Goma, which M23 has not held, is due in May.',
      'Goma, under fire from M23, is running out of food.',
    ],
  },
  find(search, sentence) {
    const drafts: Draft[] = [];
    for (let i = sentence.first; i < sentence.last; i++) {
      const { text } = search.view.token(i);
      if (!TRIGGERS.has(text)) continue;
      const verb = HELD.test(text) || HOLDS.test(text);
      const draft =
        (verb ? (behindWhich(search, i, sentence) ?? byWhom(search, i, sentence)) : undefined) ??
        (HOLDING.test(text) ? withWhom(search, i, sentence) : undefined) ??
        (POWER.test(text) ? inHands(search, i, sentence) : undefined);
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

const wordAt = ({ view }: Search, index: number) => view.tokens[index]?.text.toLowerCase() ?? '';

/** The place whose name, or whose noun beside the name, ends right before `end`. */
function placeEnding(search: Search, end: number, first: number) {
  const { view } = search;
  if (end < first) return [];
  const site = view.facility(end);
  const mention = view.place(end);
  if (mention && mention.last !== end + 1) return [];
  const known = mention ?? (site?.last === end + 1 ? site : undefined);
  // "Paletwa, in Chin State, held by": the town, and not the state.
  const wide =
    mention !== undefined && 'id' in mention.place && mention.place.precision === 'province';
  const word = mention ? mention.first - 1 : -1;
  const comma = wordAt(search, word - 1) === ',' ? word - 2 : word - 1;
  const town = wide && /^(?:in|of|,)$/.test(wordAt(search, word)) ? view.place(comma) : undefined;
  const territories = known ? territoriesAt(search, (town ?? known).head) : [];
  return territories
    .filter(({ place }) => 'id' in place && place.precision !== 'country')
    .slice(0, 1);
}

/** Back over "the" and, where an aside names the place once more, over ", the city". */
function backTo(search: Search, from: number, first: number) {
  const { view, lexicon } = search;
  let i = from;
  if (/^(?:which|that)$/.test(wordAt(search, i))) {
    i--;
    if (wordAt(search, i) === 'of' && lexicon.has('parts', view.lemma(i - 1))) {
      i -= 2;
      while (/^(?:large|a|some|about)$/.test(wordAt(search, i))) i--;
    }
  } else if (lexicon.has('settlements', view.lemma(i)) && wordAt(search, i - 1) === 'the') i -= 2;
  else return [];
  return wordAt(search, i) === ',' ? placeEnding(search, i - 1, first) : [];
}

/** The side whose name ends right before `end`, and the token before it. */
function sideEnding(search: Search, end: number, first: number) {
  const { view } = search;
  if (end < first) return undefined;
  const mention = view.actor(end);
  const head = mention?.head ?? end;
  const actor = participantsAt(search, head).find(({ armed }) => armed);
  if (!actor || actor.mention?.kind === 'person') return undefined;
  let before = (mention?.first ?? actorStart(search, end)) - 1;
  if (/^(?:the|its)$/.test(wordAt(search, before))) before--;
  return { actor, before };
}

const actorStart = ({ view }: Search, end: number) =>
  /^(?:ADJ|PROPN)$/.test(view.tokens[end - 1]?.upos ?? '') ? end - 1 : end;

/** ", which M23 has held", ", the city M23 holds", ", which M23 took in January and still holds" */
function behindWhich(search: Search, verb: number, { first }: SentenceRange): Draft | undefined {
  let i = verb - 1;
  while (BETWEEN.test(wordAt(search, i))) i--;
  if (wordAt(search, i) === 'and') {
    const which = Array.from({ length: FAR }, (_, back) => i - back).find(
      (at) => at > first && wordAt(search, at) === 'which',
    );
    if (which === undefined) return undefined;
    for (let end = which + 1; end < which + 6; end++) {
      const side = sideEnding(search, end, which + 1);
      if (side?.before === which)
        return draftOf(search, verb, side.actor, backTo(search, which, first));
    }
    return undefined;
  }
  const side = sideEnding(search, i, first);
  return side && draftOf(search, verb, side.actor, backTo(search, side.before, first));
}

/** "Goma, held by M23" */
function byWhom(search: Search, verb: number, { first, last }: SentenceRange): Draft | undefined {
  if (wordAt(search, verb + 1) !== 'by' || !HELD.test(wordAt(search, verb))) return undefined;
  let i = verb - 1;
  while (ADVERB.test(wordAt(search, i))) i--;
  if (wordAt(search, i) !== ',') return undefined;
  if (
    Array.from({ length: 5 }, (_, back) => wordAt(search, i - 2 - back)).some((w) => EVENT.test(w))
  )
    return undefined;
  const actor = sideFrom(search, verb + 2, last);
  return actor && draftOf(search, verb, actor, placeEnding(search, i - 1, first));
}

/** "With M23 holding Goma" */
function withWhom(search: Search, verb: number, { first }: SentenceRange): Draft | undefined {
  const side = sideEnding(search, verb - 1, first);
  const place = search.view.place(verb + 1);
  if (!side || !place || wordAt(search, side.before) !== 'with') return undefined;
  return draftOf(search, verb, side.actor, territoriesAt(search, place.head).slice(0, 1));
}

/** "Goma, now under M23 control", "With Goma in M23 hands" */
function inHands(search: Search, noun: number, { first, last }: SentenceRange): Draft | undefined {
  let i = noun - 1;
  while (i > first && i > noun - 6 && !/^(?:under|in)$/.test(wordAt(search, i))) i--;
  if (!/^(?:under|in)$/.test(wordAt(search, i))) return undefined;
  const of = wordAt(search, noun + 1) === 'of';
  const actor = of ? sideFrom(search, noun + 2, last) : sideFrom(search, i + 1, noun);
  let before = i - 1;
  while (BETWEEN.test(wordAt(search, before))) before--;
  // "Goma, parts of which are under M23 control"
  const be = /^(?:is|are|was|were|remains?|remained|lies?)$/.test(wordAt(search, before));
  const which = be && wordAt(search, before - 1) === 'which' ? before - 1 : undefined;
  if (which !== undefined && wordAt(search, which - 1) === 'of' && actor)
    return draftOf(search, noun, actor, backTo(search, which, first));
  const mention = search.view.place(before);
  const opens = mention !== undefined && wordAt(search, mention.first - 1) === 'with';
  if (!actor || (!opens && wordAt(search, before) !== ',')) return undefined;
  const territories = placeEnding(search, opens ? before : before - 1, first);
  const draft = draftOf(search, noun, actor, territories);
  const isNew = /^now$/.test(wordAt(search, i - 1));
  return draft && (isNew ? { ...draft, kind: 'control.captured' } : draft);
}

/** The first side named from `from` on, with nothing but articles before it. */
function sideFrom(search: Search, from: number, to: number): Participant | undefined {
  const { view } = search;
  let i = from;
  while (i < to && /^(?:the|full|its)$/.test(wordAt(search, i))) i++;
  if (i >= to) return undefined;
  const mention = view.actor(i);
  const named = participantsAt(search, mention?.head ?? i).find(({ armed }) => armed);
  const actor = named ?? governing(search, i);
  return actor?.mention?.kind === 'person' ? undefined : actor;
}

function draftOf(
  { view }: Search,
  trigger: number,
  actor: Participant,
  territories: Draft['territories'],
): Draft | undefined {
  if (territories.length === 0) return undefined;
  const past = /^had$/i.test(view.tokens[trigger - 1]?.text ?? '');
  return {
    kind: 'control.held',
    rule: 'held-aside',
    trigger,
    tokens: [trigger],
    actor,
    territories,
    polarity: 'positive',
    modality: past ? 'background' : 'stated',
    certainty: 0.85,
  };
}
