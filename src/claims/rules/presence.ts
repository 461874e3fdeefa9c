import { behind } from '../clause.ts';
import { surfaceSubject } from '../subject.ts';
import { contextTerritory } from '../context.ts';
import type { ClaimRule, Draft, Search } from '../draft.ts';
import { judge } from '../judgement/index.ts';
import { participantsAt } from '../participant.ts';
import { territoriesAt } from '../territory/index.ts';
import type { TextView } from '../text-view.ts';

const INSIDE = new Set(['in', 'inside', 'at', 'within', 'into']);
const EDGE = new Set([
  'outskirt',
  'outskirts',
  'edge',
  'gate',
  'wall',
  'suburb',
  'entrance',
  'perimeter',
  'doorstep',
  'approach',
  'approaches',
  'threshold',
]);

/** "special units are already in the city", "fighters were on the outskirts of Kabul". */
export const presence: ClaimRule = {
  name: 'presence',
  about: 'An armed side that is said to be inside a place, at its edge, or no longer there.',
  examples: {
    yes: [
      'The army said that its troops were no longer in the city of Goma.',
      'No Congolese soldiers remain in the city of Goma.',
      'Rebel fighters are already inside the city of Goma.',
      'Taliban fighters were on the outskirts of Kabul on Sunday.',
      'There are no Congolese soldiers left in Goma.',
      'There are still Congolese soldiers in Goma.',
      'Not a single Congolese soldier remains in Goma.',
      'M23 entered Goma on Monday, but soldiers remain in parts of the city.',
      'M23 fighters were seen in the streets of Goma on Thursday.',
      'M23 fighters were in every street of Goma.',
      'M23 vehicles are parked in the market of Goma.',
      'The army is again in Goma, which M23 had captured.',
    ],
    no: [
      'There are still many problems in Goma.',
      'Police officers remain in hospital in Goma.',
      'The minister is in Kabul.',
      'Hospitals in Goma are full.',
    ],
  },
  find(search, { first, last }) {
    const drafts: Draft[] = [];
    for (let i = first; i < last; i++) {
      const copula = search.view.token(i).deprel === 'cop';
      const draft = copula
        ? at(search, search.view.token(i).head)
        : STAYING.has(search.view.lemma(i))
          ? anybodyLeft(search, i)
          : SEEN.test(search.view.lemma(i))
            ? seen(search, i)
            : undefined;
      if (draft) drafts.push(draft);
    }
    return drafts;
  },
};

function at(search: Search, predicate: number): Draft | undefined {
  const { view } = search;
  if (predicate < 0 || view.time(predicate)) return undefined;
  const copula = view.children(predicate).find((child) => view.token(child).deprel === 'cop');
  if (view.lemma(predicate) === 'everywhere' || isEverywhere(search, predicate, copula))
    return everywhere(search, predicate);
  const lemma = view.lemma(predicate);
  const preposition = view
    .children(predicate)
    .find((child) => child < predicate && view.token(child).deprel === 'case');
  if (preposition === undefined) return undefined;
  // "in their camp", "at its post": wherever they are, there is where that is.
  if (isTheirOwn(search, predicate)) return undefined;
  // "are back in Goma" is told as their return.
  if (view.lemma(preposition - 1) === 'back') return undefined;
  const edge = EDGE.has(lemma);
  const street = STREET.test(lemma) && isAllOver(view, predicate, preposition);
  if (!edge && !street && !INSIDE.has(view.lemma(preposition))) return undefined;
  const subject = surfaceSubject(view, predicate);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || actor.mention?.kind === 'person' || actor.mention?.kind === 'state')
    return undefined;
  const around = edge ? behind(view, predicate, 'of') : [];
  const territories = [predicate, ...around]
    .map((token) => territoriesAt(search, token))
    .find((some) => some.length > 0)
    ?.filter(({ place }) => 'id' in place && place.precision !== 'country');
  if (territories === undefined || territories.length === 0) return undefined;
  if (!edge && isOver(search, predicate))
    return {
      kind: 'control.withdrawn',
      rule: 'presence',
      trigger: predicate,
      tokens: [predicate, preposition],
      actor,
      territories,
      polarity: 'positive',
      certainty: 0.8,
    };
  return {
    // Whoever stands in the middle of a town has come through it.
    // "still in its western outskirts": they have not left it yet.
    kind:
      edge && !isLasting(search, predicate)
        ? 'control.threatened'
        : CENTRE.test(lemma)
          ? 'control.captured'
          : street || isLasting(search, predicate)
            ? 'control.held'
            : isAhead(search, predicate)
              ? 'control.captured'
              : 'control.contested',
    rule: 'presence',
    trigger: predicate,
    tokens: [predicate, preposition],
    actor,
    territories,
    certainty: 0.8,
  };
}

const isTheirOwn = ({ view }: Search, token: number) =>
  /^(?:post|camp|barracks|base|position|hotel|quarters|trench|bunker|garrison|place)s?$/.test(
    view.lemma(token),
  ) && view.children(token).some((child) => /^(?:its|their|our)$/i.test(view.token(child).text));

/** "on the main square", "in every street": in the midst of a town. */
const isAllOver = (view: TextView, street: number, preposition: number) =>
  view.lemma(preposition) === 'on' ||
  view.children(street).some((child) => /^(?:every|each|all)$/.test(view.lemma(child)));

const STREET =
  /^(?:square|street|road|lane|avenue|boulevard|corner|roundabout|crossroads|seafront|runway|tarmac|hill|height|ridge|bridge)$/;

/** "were everywhere in the town", where the tree makes the town what they were. */
const isEverywhere = ({ view }: Search, predicate: number, copula: number | undefined) =>
  copula !== undefined &&
  view.tokens[copula + 1] !== undefined &&
  copula + 1 < predicate &&
  view.lemma(copula + 1) === 'everywhere';

/** "The fighters are everywhere in the town", "were everywhere, in the market, in the port". */
function everywhere(search: Search, adverb: number): Draft | undefined {
  const { view } = search;
  const subject = surfaceSubject(view, adverb);
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || /^(?:person|state)$/.test(actor.mention?.kind ?? '')) return undefined;
  const behindIt = ['in', 'inside', 'across', 'around']
    .flatMap((word) => behind(view, adverb, word))
    .sort((a, b) => a - b);
  const named = [...(view.place(adverb) ? [adverb] : []), ...behindIt]
    .flatMap((token) => territoriesAt(search, token))
    .filter(({ place }) => 'id' in place && place.precision !== 'country');
  const territories = named.length > 0 ? named : contextTerritory(search, adverb);
  if (territories.length === 0) return undefined;
  return {
    kind: 'control.held',
    rule: 'presence',
    trigger: adverb,
    tokens: [adverb],
    actor,
    territories: territories.slice(0, 1),
    polarity: 'positive',
    certainty: 0.75,
  };
}

const STAYING = new Set(['remain', 'stay', 'leave', 'be']);

/**
 * "No Iraqi army remains in Kirkuk", "there are no soldiers left in the town": they have gone.
 * "There are still soldiers in the town": they have not.
 */
function anybodyLeft(search: Search, verb: number): Draft | undefined {
  const { view } = search;
  const children = view.children(verb);
  const subject = children.find((c) => view.token(c).deprel.startsWith('nsubj'));
  if (subject === undefined) return undefined;
  const there = children.some((c) => view.token(c).deprel === 'expl');
  if (view.lemma(verb) === 'be' && !there) return undefined;
  const around = view.children(subject);
  const no = around.find((c) => /^(no|not)$/.test(view.lemma(c))) ?? noBefore(search, subject);
  const still = [...children, ...around].find((c) => /^still$/i.test(view.token(c).text));
  const actor = participantsAt(search, subject)[0];
  // "Security forces remain in most districts."
  const stays = view.lemma(verb) === 'leave' ? undefined : verb;
  const word = no ?? (there ? still : stays);
  if (word === undefined || !actor?.armed || actor.mention?.kind === 'person') return undefined;
  const hosts = there ? [verb, subject, ...around] : [verb];
  if (no === undefined && !there && (view.lemma(verb) === 'be' || search.sides.length === 0))
    return undefined;
  const within = ['in', 'inside', 'at']
    .flatMap((preposition) => hosts.flatMap((host) => behind(view, host, preposition)))
    .filter((token) => !INDOORS.test(view.lemma(token)) && !isTheirOwn(search, token))
    .sort((a, b) => a - b);
  // "remain in hospital in Goma"
  const territories = (word === verb ? within.slice(0, 1) : within)
    .flatMap((token) => territoriesAt(search, token))
    .filter(({ place }) => !('id' in place) || place.precision !== 'country');
  if (territories.length === 0) return undefined;
  return {
    kind: no === undefined ? 'control.held' : 'control.withdrawn',
    rule: 'presence',
    trigger: verb,
    tokens: [word, subject, verb],
    actor,
    territories: territories.slice(0, 1),
    polarity: 'positive',
    certainty: 0.8,
  };
}

const SEEN = /^(?:see|spot|sight|observe|park|station|post|base|position|quarter|billet)$/;
/** Who is kept somewhere holds it. */
const POSTED = /^(?:park|station|post|base|position|quarter|billet)$/;

/** "Taliban fighters were seen in the streets of Ghazni": they are inside, and nobody says that they hold it. */
function seen(search: Search, verb: number): Draft | undefined {
  const { view } = search;
  const subject = view.children(verb).find((c) => view.token(c).deprel === 'nsubj:pass');
  const actor = subject === undefined ? undefined : participantsAt(search, subject)[0];
  if (!actor?.armed || /^(?:person|state)$/.test(actor.mention?.kind ?? '')) return undefined;
  const within = [...INSIDE]
    .flatMap((preposition) => behind(view, verb, preposition))
    .filter((token) => !INDOORS.test(view.lemma(token)) && !isTheirOwn(search, token))
    .sort((a, b) => a - b);
  const territories = within
    .flatMap((token) => territoriesAt(search, token))
    .filter(({ place }) => 'id' in place && place.precision !== 'country');
  if (territories.length === 0) return undefined;
  return {
    kind: POSTED.test(view.lemma(verb)) ? 'control.held' : 'control.contested',
    rule: 'presence',
    trigger: verb,
    tokens: [subject!, verb],
    actor,
    territories: territories.slice(0, 1),
    certainty: 0.7,
  };
}

/** "No IS fighters", wherever the tree hung the word. */
function noBefore({ view }: Search, subject: number): number | undefined {
  const first = view.actor(subject)?.first ?? subject;
  return view.tokens[first - 1] && view.lemma(first - 1) === 'no' ? first - 1 : undefined;
}

/** Where men are who hold nothing. */
const INDOORS = /^(hospital|custody|prison|jail|detention|quarantine|court|touch|talks)$/;

/** "are still in the town", "have been in the town since January": nobody has just come. */
const isLasting = ({ view }: Search, predicate: number) =>
  view.children(predicate).some((child) => /^(still|since|again)$/i.test(view.token(child).text)) ||
  behind(view, predicate, 'since').length > 0 ||
  // To some trees, what "since" opens is of somebody else.
  view.tokens[view.extent(predicate)[1]]?.text === 'since' ||
  view.tokens[predicate + 1]?.text === 'since';

/** "vowed to be in Kyiv within days": to have taken it. */
const isAhead = (search: Search, predicate: number) =>
  /^(?:planned|predicted|hypothetical)$/.test(judge(search, predicate).modality);

const CENTRE = /^(centre|center|heart|middle|downtown)$/;

/** "is no longer in the town", "was not in the city any more". */
function isOver({ view }: Search, predicate: number): boolean {
  const words = view.children(predicate).flatMap((child) => [child, ...view.children(child)]);
  return words.some((word) => /^(longer|anymore)$/i.test(view.token(word).text));
}
