import type { PlaceMention } from '../../domain/index.ts';
import { argumentsOfVerb } from '../arguments.ts';
import { behind } from '../clause.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { fromSide, known, ownSideAt, sideOf, standingFor, type Participant } from '../side.ts';
import { surfaceSubject } from '../subject.ts';
import type { TextView } from '../text-view.ts';
import { territoriesAt, type Territory } from '../territory/index.ts';

const OURS = /^(ours|theirs|his|yours)$/i;
const CERTAINTY = 0.8;

/** "Kherson is ours", "his men had the city", "the last town that the army still has". */
export const possession: ClaimRule = {
  name: 'possession',
  about: 'Somebody who has a place, or says that it is theirs.',
  examples: {
    yes: [
      '"Kherson is ours," President Zelensky said.',
      'A spokesman for M23 said on Monday that the airport of Goma was theirs.',
      'A commander of M23 said that his fighters had the city of Goma.',
      'El Fasher is the last city in Darfur that the army still has.',
    ],
    no: [
      'The choice is ours, the minister said in Kabul.',
      'Kabul has the airport it deserves.',
      'The army has a base in Goma.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const draft = OURS.test(search.view.token(i).text)
        ? atPronoun(search, i, first)
        : search.view.lemma(i) === 'have' && search.view.token(i).upos === 'VERB'
          ? atHave(search, i)
          : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

/** The place before "is ours", with nothing but the verb and adverbs between. */
function atPronoun(search: Search, pronoun: number, first: number): Draft | undefined {
  const { view } = search;
  let verb = pronoun - 1;
  while (verb > first && /^(ADV|PUNCT)$/.test(view.token(verb).upos)) verb--;
  const label = view.place(verb);
  if (label && label.first === first && DASH.test(view.token(verb + 1).text))
    return ofLabel(search, pronoun, label);
  const stays = /^(remain|stay)$/.test(view.lemma(verb));
  if (view.lemma(verb) !== 'be' && !stays) return undefined;
  let at = verb - 1;
  while (at >= first && /^(AUX|ADV|PART)$/.test(view.token(at).upos)) at--;
  const actor = at < first ? undefined : ownerOf(search, pronoun);
  if (!actor?.armed) return undefined;
  const { head } = view.token(verb);
  const subject = surfaceSubject(view, head < 0 ? verb : head) ?? at;
  const territories = [subject, at].map((token) => territoriesAt(search, token));
  const named = territories.find((some) => some.length > 0) ?? [];
  if (named.length === 0) return undefined;
  const lasting = wordsBetween(view, at, pronoun).some((word) => LASTING.test(word));
  return {
    kind: lasting || stays ? 'control.held' : 'control.captured',
    rule: 'possession',
    trigger: pronoun,
    tokens: [verb, pronoun],
    actor,
    territories: named,
    certainty: CERTAINTY,
  };
}

const DASH = /^[:–—]$|^-{1,2}$/;

/** "IZIUM — ours." */
function ofLabel(search: Search, pronoun: number, { head }: PlaceMention): Draft | undefined {
  const actor = ownerOf(search, pronoun);
  return {
    kind: 'control.captured',
    rule: 'possession',
    trigger: pronoun,
    tokens: [pronoun],
    ...(actor?.armed ? { actor } : { gainerUnsaid: true }),
    territories: territoriesAt(search, head).slice(0, 1),
    certainty: CERTAINTY,
  };
}

/** "still ours", "firmly ours", "has been theirs since": nothing has just changed. */
const LASTING = /^(still|firmly|solidly|always|been)$/;

const wordsBetween = ({ tokens }: TextView, from: number, to: number) =>
  tokens.slice(from + 1, to).map(({ text }) => text.toLowerCase());

function ownerOf(search: Search, pronoun: number): Participant | undefined {
  const { view } = search;
  const [named] = participantsAt(search, pronoun);
  if (named) return named;
  const theirs = /^theirs$/i.test(view.token(pronoun).text) ? onlyGroup(search) : undefined;
  const side = ownSideAt(search, pronoun);
  const meant = side === undefined ? theirs : known(search, side);
  const { start, end, text } = view.token(pronoun);
  return meant && standingFor(meant, { start, end, text }, pronoun);
}

/** "Gagra has been theirs since October": the one armed group the report speaks of. */
function onlyGroup({ sides, isGroup, isHomeGroup }: Search) {
  const groups = sides.filter((side) => side.kind === 'armed-group' && isGroup(sideOf(side)));
  const home = groups.filter((side) => isHomeGroup(sideOf(side)));
  const meant = groups.length === 1 ? groups : home;
  return meant.length === 1 ? fromSide(meant[0]!) : undefined;
}

/** "the army still has": a whole place; "has a base", "has the best roads" tell of something else. */
function atHave(search: Search, verb: number): Draft | undefined {
  const { view } = search;
  const args = argumentsOfVerb(view, verb);
  const [subject] = args.subject;
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  const ours = !actor && subject !== undefined && /^we$/i.test(view.token(subject).text);
  if (!ours && !holds(actor)) return undefined;
  const it = args.object.find((token) => view.lemma(token) === 'it');
  const territories =
    it !== undefined && isLasting(search, verb) && holds(actor)
      ? contextTerritory(search, it)
      : had(search, verb, args.object);
  if (territories.length === 0) return undefined;
  if (isShutIn(search, verb)) return undefined;
  const lasting =
    isLasting(search, verb) ||
    lasted(search, verb) ||
    view.children(verb).some((child) => /^(still|only|already|power)$/.test(view.lemma(child))) ||
    behind(view, verb, 'since').length > 0 ||
    // "The rebels have the airport": that they came by it, another sentence tells.
    (actor !== undefined && territories.every(({ site }) => site === true));
  return {
    kind: lasting ? 'control.held' : 'control.captured',
    rule: 'possession',
    trigger: verb,
    tokens: [verb],
    ...(actor ? { actor } : { gainerUnsaid: true }),
    territories,
    certainty: CERTAINTY,
  };
}

const isLasting = (search: Search, verb: number) =>
  search.view
    .children(verb)
    .some((child) => /^(still|only|already|power)$/.test(search.view.lemma(child))) ||
  ['since', 'for', 'until', 'till'].some((word) => isTime(search, behind(search.view, verb, word)));

const isTime = ({ view }: Search, tokens: readonly number[]) =>
  tokens.some((token) => view.time(token) !== undefined || SPAN.test(view.lemma(token)));
const SPAN =
  /^(?:minute|hour|day|night|week|month|year|decade|afternoon|morning|evening|time|now)$/;
/** "have the city surrounded", "in a vice": they are around it; "under control": another rule tells. */
function isShutIn({ view }: Search, verb: number): boolean {
  const { sentence } = view.token(verb);
  for (let i = verb + 1; i < verb + FAR && view.tokens[i]?.sentence === sentence; i++) {
    const { text, upos } = view.token(i);
    if (upos === 'PUNCT' || upos === 'CCONJ') return false;
    if (SHUT.test(text)) return true;
  }
  return false;
}

const FAR = 10;
const SHUT =
  /^(?:surrounded|encircled|ringed|besieged|shut|sealed|hemmed|cut|siege|noose|vice|vise|horseshoe|pincers?|ring|sights?|range|crosshairs|stranglehold|chokehold|control)$/i;

/** "had the town for five days" */
const lasted = ({ view }: Search, verb: number) =>
  behind(view, verb, 'for').some((token) => LASTS.test(view.lemma(token)));

const LASTS = /^(?:hour|day|night|week|month|year|decade|while|fortnight)$/;

const holds = (actor: Participant | undefined) =>
  actor?.armed === true && actor.mention?.kind !== 'state' && actor.mention?.kind !== 'person';

function had(search: Search, verb: number, objects: readonly number[]): readonly Territory[] {
  const { view } = search;
  const [object] = objects;
  // "have all but encircled the town"
  const [all, but] = [1, 2].map((step) => view.tokens[verb + step]?.text);
  if (all === 'all' && but === 'but') return [];
  const definite = (token: number) =>
    view.place(token) !== undefined ||
    view
      .children(token)
      .some(
        (child) =>
          /^(the|that|all|half)$/i.test(view.token(child).text) ||
          (view.token(child).deprel === 'nmod:poss' && view.token(child).upos !== 'PRON'),
      );
  if (object !== undefined)
    return definite(object)
      ? territoriesAt(search, object).filter(({ place }) => 'id' in place)
      : [];
  // "the last in Darfur that the army still has": the city that the sentence is about.
  const { head, deprel } = view.token(verb);
  if (head < 0 || !/^(advcl|acl|ccomp|dep)/.test(deprel)) return [];
  const last = [head, ...view.children(head)].some((token) =>
    /^(last|only)$/.test(view.lemma(token)),
  );
  const subject = last ? surfaceSubject(view, head) : undefined;
  const named = subject === undefined ? [] : territoriesAt(search, subject);
  return last && named.length === 0 ? contextTerritory(search, head) : named;
}
