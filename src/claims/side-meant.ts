import { isResolved, type ActorMention } from '../domain/index.ts';
import { areFollowers } from './followers.ts';
import { isRebels } from './in-office.ts';
import { otherSide } from './other-side.ts';
import type { Search } from './search.ts';
import {
  fightersMeant,
  fromSide,
  isOwn,
  isQuoted,
  known,
  leaderAt,
  owned,
  ownSideAt,
  rebelsOf,
  sideFrom,
  sideOf,
  type Side,
} from './side.ts';
import { speakerSide } from './speaker.ts';
import type { TextView } from './text-view.ts';

/** Whose side words that name nobody mean: by what follows them, by who speaks, by the report. */
export function sideMeant(search: Search, token: number): Side | undefined {
  if (isOwn(search, token) && isQuoted(search, token)) {
    const rebels = search.lexicon.has('insurgent', search.view.lemma(token));
    return owned(search, token) ?? (rebels ? ofReport(search, token) : undefined);
  }
  const leader = leaderAt(search, token);
  if (leader)
    return owned(search, token) ?? (isRebels(leader) ? rebelsOf(search, token) : undefined);
  return owned(search, token) ?? ofEnemy(search, token) ?? ofReport(search, token);
}

const ENEMY = /^(?:enemy|occupier|invader|aggressor|foe|occupant|adversary)$/;

/** "The enemy": the side that the speaker, or the country of the report, fights. */
function ofEnemy(search: Search, token: number): Side | undefined {
  if (!ENEMY.test(search.view.lemma(token))) return undefined;
  const own = ownSideAt(search, token) ?? search.government?.id;
  return own === undefined ? undefined : otherSide(search, own);
}

/**
 * "fighters", "the rebels": an armed group of the report, or of its country's war. "Troops", "special
 * units": the state in focus, or the only state there is.
 */
function ofReport(search: Search, token: number): Side | undefined {
  const { view, lexicon } = search;
  const lemma = view.lemma(token);
  // "in rebel hands": an adjective to the tagger.
  const { upos, sentence } = view.token(token);
  // "Militiamen captured": at the head of a sentence a name to the tagger.
  const opens = upos === 'PROPN' && view.reading.sentences[sentence]!.first === token;
  if (!opens && !/^(NOUN|ADJ)$/.test(upos)) return undefined;
  if (areFollowers(view, token) && !/^(rebel|insurgent|guerrilla)$/.test(lemma)) return undefined;
  if (isLoyal(view, token)) return ofState(search, token);
  const modifiers = modifiersOf(view, token);
  if (modifiers.some((child) => view.actor(child)?.actor ?? isElsewhere(search, child)))
    return undefined;
  if (modifiers.some((child) => isOwner(search, child))) return undefined;
  if (/^allied$/i.test(view.tokens[token - 1]?.text ?? '')) return ofSpeaker(search, token);
  // "Anti-Houthi fighters": whoever they are, not the Houthis.
  if (/^anti-./i.test(view.tokens[token - 1]?.text ?? '')) return undefined;
  const assault = modifiers.some((child) => ARMS.test(view.lemma(child)));
  if (
    modifiers.some((child) => REBEL.test(view.lemma(child))) ||
    lexicon.has('insurgent', lemma) ||
    (/^(group|movement|commander|gang|cartel)$/.test(lemma) && !assault)
  )
    return fightersMeant(search, phraseOf(view, [...modifiers, token]), token);
  const militia = /^militia(?:m[ae]n)?$/.test(lemma);
  if (militia && search.groups.some(({ listed }) => !listed)) return onlyGroup(search);
  if (militia) return fightersMeant(search, phraseOf(view, [...modifiers, token]), token);
  if (lemma === 'side') return ofOtherSide(search, token, modifiers);
  if (lemma === 'opposition') return opposition(search);
  const nation = modifiers.find((child) => isNational(view, child));
  if (nation !== undefined && lexicon.has('forces', lemma)) {
    const state = search.demonym(view.token(nation).text);
    return state && sideFrom(state);
  }
  return lexicon.has('government', lemma) || OF_STATE.test(lemma)
    ? ofState(search, token)
    : undefined;
}

/** "Allied troops", as a ministry calls its own. */
function ofSpeaker(search: Search, token: number): Side | undefined {
  const own = ownSideAt(search, token);
  return own && known(search, own);
}

const LOYAL = /^(?:pro-?(?:government|regime|state|army)|loyalist|loyal|regime|federal)$/i;

/** "Pro-government fighters", in as many words. */
export const isLoyal = ({ tokens }: TextView, token: number) =>
  LOYAL.test(tokens[token - 1]?.text ?? '') ||
  (/^(?:government|regime)$/i.test(tokens[token - 1]?.text ?? '') &&
    tokens[token]!.lemma.startsWith('militia')) ||
  (/^(?:government|regime|state|army)$/i.test(tokens[token - 1]?.text ?? '') &&
    tokens[token - 2]?.text === '-' &&
    /^pro$/i.test(tokens[token - 3]?.text ?? ''));

const REBEL =
  /^(rebel|rebellious|mutinous|renegade|dissident|rogue|paramilitary|militant|insurgent|opposition|resistance)$/;

/** "The warlords' fighters": somebody's of whom nothing is known. */
const isOwner = ({ view, lexicon }: Search, child: number) =>
  view.token(child).deprel === 'nmod:poss' &&
  view.token(child).upos === 'NOUN' &&
  !lexicon.has('government', view.lemma(child)) &&
  !lexicon.has('insurgent', view.lemma(child)) &&
  !/^(group|movement|alliance|militia|state|country|nation|city|town|capital|province|region|district|village)$/.test(
    view.lemma(child),
  );

/** Words joined to a noun; not the dateline before it: "BAGHDAD (Agency) - Militants seized". */
const modifiersOf = (view: TextView, token: number) =>
  view
    .children(token)
    .filter(
      (child) =>
        /^(compound|amod|nmod)/.test(view.token(child).deprel) &&
        view.token(child).upos !== 'PRON' &&
        !view.tokens.slice(child, token).some(({ text }) => /^[)–—-]$/.test(text)),
    );

const phraseOf = (view: TextView, tokens: readonly number[]) =>
  tokens.map((one) => view.token(one).text).join(' ');

/** "soldiers from Rwanda": not "Goma's soldiers" or "rebels in Congo" in a report about Congo. */
function isElsewhere(search: Search, token: number): boolean {
  const place = search.view.place(token)?.place;
  return place !== undefined && !isHome(search, token);
}

/** A place of the country that the text is about. */
export function isHome({ view, government, governmentOf }: Search, token: number): boolean {
  const place = view.place(token)?.place;
  const [country] = place && isResolved(place) ? place.path : [];
  return (
    country !== undefined &&
    government !== undefined &&
    !/^from$/.test(view.tokens[token - 1]?.text ?? '') &&
    governmentOf(country)?.id === government.id
  );
}

/** Those who serve a state, though no word names it. */
const OF_STATE =
  /^(?:troops|forces?|units?|defenders?|garrison|battalion|division|brigade|policem[ae]n|gendarme|paratrooper|marine|servicem[ae]n|conscript|reservist|infantry(?:m[ae]n)?|ranger|loyalist|guard)$/;

const ARMY =
  /^(army|military|force|troop|soldier|unit|division|brigade|battalion|tank|commando)s?$/;

/** "Troops": of the state that says so of its own, else of the one that the text is about. */
function ofState(search: Search, token: number): Side | undefined {
  const { view, sides, government } = search;
  const states = sides.filter(({ kind }) => kind !== 'armed-group');
  if (search.unarmed && ARMY.test(view.lemma(token)))
    return first(states.filter((side) => sideOf(side) !== government?.id));
  const own = ofSpeakingState(search, token);
  if (own) return own;
  const focused = government && states.find((side) => sideOf(side) === government.id);
  if (focused) return fromSide(focused);
  if (government) return sideFrom(government);
  return states.length === 1 ? first(states) : undefined;
}

/** "Armenia said soldiers held the town": its own. */
export function ofSpeakingState({ view, sides }: Search, token: number): Side | undefined {
  const speaker = speakerSide(view, token);
  const own = sides.find((side) => side.kind !== 'armed-group' && sideOf(side) === speaker);
  return own && isDeed(view, token) ? fromSide(own) : undefined;
}

/** What a side tells of its own; of the others it says that they shelled, fled or gave up. */
const isDeed = (view: TextView, token: number) =>
  /^(capture|take|seize|hold|control|repel|repulse|retake|recapture|regain|liberate|clear|free|secure|enter|advance|push|drive|fight|defend|resist|reach|cross|encircle|surround)$/.test(
    view.token(token).head < 0 ? '' : view.lemma(view.token(token).head),
  );

/** "Assault groups" are no group. */
const ARMS = /^(assault|storm|sabotage|reconnaissance|combat|tactical)$/;

/** "Russian units", "Chechen units": not those of the country in focus. At the head of a sentence any word has a capital. */
const isNational = (view: TextView, modifier: number) =>
  /^\p{Lu}\p{Ll}+(?:an|ese|i|ish|en|ch|sh|ic)$/u.test(view.token(modifier).text) &&
  view.token(modifier).upos !== 'NOUN' &&
  !view.place(modifier);

/** The one armed group that somebody in the text belongs to. */
function onlyGroup(search: Search): Side | undefined {
  const only = search.onlyGroup();
  return only && known(search, only);
}

/** "Port Sudan is held by the other side": of the two that the text knows, not the one named last. */
function ofOtherSide(
  search: Search,
  token: number,
  modifiers: readonly number[],
): Side | undefined {
  const { view, sides, government } = search;
  if (!modifiers.some((one) => view.lemma(one) === 'other')) return undefined;
  const all = new Set(sides.map(sideOf).filter((side) => search.sideName(side) !== undefined));
  if (government) all.add(government.id);
  if (all.size !== 2) return undefined;
  for (let i = token - 1; i >= 0; i--) {
    const mention = view.actor(i);
    if (mention && all.has(sideOf(mention))) return otherSide(search, sideOf(mention));
  }
  return undefined;
}

/** "In opposition hands": the group that calls itself so, or the only one. */
function opposition(search: Search): Side | undefined {
  const { parties, isGroup, sideName } = search;
  const called = parties.find((side) => isGroup(side) && /opposition/i.test(sideName(side) ?? ''));
  return called === undefined ? onlyGroup(search) : known(search, called);
}

const first = ([mention]: readonly ActorMention[]) => (mention ? fromSide(mention) : undefined);
