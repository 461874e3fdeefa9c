import type { ActorMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';
import { childrenBy, childBy, isPassive, isRelative, behind, isFinite } from './clause.ts';
import { followersBefore } from './followers.ts';
import { narrower, saidRelative } from './relative-place.ts';
import { antecedent } from './antecedent.ts';
import { SUBJECT, surfaceSubject } from './subject.ts';

/** What stands around a trigger, whatever the voice and the clause it was written in. */
export interface Arguments {
  readonly trigger: number;
  /** Those who do it, in the active voice. */
  readonly subject: readonly number[];
  readonly object: readonly number[];
  readonly passive: boolean;
  /** The subject is written at the trigger, and not taken over from another clause. */
  readonly ownSubject: boolean;
  /** The trigger is a noun: "the capture of". */
  readonly noun: boolean;
  oblique(preposition: string): readonly number[];
}

const ownSubject = (view: TextView, verb: number) =>
  (view.token(verb).deprel.startsWith('acl') && view.token(verb).xpos === 'VBN') ||
  view.children(verb).some((child) => SUBJECT.test(view.token(child).deprel));

const placeBefore = (view: TextView, pronoun: number) => {
  const before = view.lemma(pronoun) === 'which' ? antecedent(view, pronoun) : undefined;
  return before !== undefined && view.place(before) ? before : undefined;
};

function surfaceObject(view: TextView, verb: number): number | undefined {
  const objects = childrenBy(view, verb, (name) => name === 'obj');
  const own = objects.find((child) => !isRelative(view, child)) ?? objects[0];
  const { deprel, head } = view.token(verb);
  if (own !== undefined && !isRelative(view, own)) return own;
  // "reports that M23 has entered Goma": to the tree, reports that were entered.
  const second = own === undefined ? undefined : childBy(view, verb, 'iobj');
  if (second !== undefined && view.place(second)) return second;
  const relative = deprel === 'acl:relcl' || (deprel === 'acl' && isFinite(view, verb));
  if (own !== undefined && !relative) return meant(view, antecedent(view, own));
  if (relative && head >= 0) {
    // "People in Nyala, which the RSF controls": no people are a "which".
    const place = own !== undefined && view.actor(head) ? placeBefore(view, own) : undefined;
    if (place !== undefined) return place;
    const subject = view.children(verb).find((c) => SUBJECT.test(view.token(c).deprel));
    if (own !== undefined || (subject !== undefined && !isRelative(view, subject)))
      return narrower(view, head);
  }
  // "captured and looted Goma": the object stands at the last verb.
  const shared = view
    .children(verb)
    .find((c) => view.token(c).deprel === 'conj' && view.token(c).upos === 'VERB');
  if (shared !== undefined && shared - verb <= 3) return childBy(view, shared, 'obj');
  const told = saidRelative(view, verb);
  return told === undefined ? undefined : meant(view, antecedent(view, told));
}

const meant = (view: TextView, before: number | undefined) =>
  before === undefined ? undefined : narrower(view, before);

/** "The RSF controls most of …": to the tagger a noun, with the actor for its compound. */
function misreadSubject(view: TextView, verb: number): ActorMention | undefined {
  if (view.token(verb).upos !== 'NOUN') return undefined;
  let before = verb - 1;
  while (view.tokens[before]?.upos === 'ADV') before--;
  const mention = before < 0 ? undefined : view.actor(before);
  return mention?.last === before + 1 ? mention : undefined;
}

/** "El Obeid, which the army controls" */
function relativeBefore(view: TextView, { first }: ActorMention): number | undefined {
  const pronoun = view.tokens[first - 1]?.upos === 'DET' ? first - 2 : first - 1;
  return view.tokens[pronoun] && isRelative(view, pronoun)
    ? meant(view, antecedent(view, pronoun))
    : undefined;
}

const unique = (values: readonly (number | undefined)[]) => [
  ...new Set(values.filter((value) => value !== undefined)),
];

export function argumentsOfVerb(view: TextView, verb: number): Arguments {
  const misread = misreadSubject(view, verb);
  const finite = misread !== undefined || view.token(verb).upos === 'VERB';
  const followers = finite ? followersBefore(view, verb) : undefined;
  const passive = followers === undefined && isPassive(view, verb);
  const surface = followers ?? misread?.head ?? surfaceSubject(view, verb);
  const { deprel, head } = view.token(verb);
  const under = deprel === 'amod' && head >= 0 ? head : undefined;
  const object = misread ? relativeBefore(view, misread) : surfaceObject(view, verb);
  const subjects = under === undefined ? passiveSubjects(view, verb, surface) : [under];
  const agent = passive
    ? [...childrenBy(view, verb, (n) => n === 'obl:agent'), ...behind(view, verb, 'by')]
    : [];
  return {
    trigger: verb,
    subject: unique(passive ? agent : [surface]),
    object: unique(passive ? [...subjects, object] : [object]),
    passive,
    ownSubject: passive || ownSubject(view, verb),
    noun: false,
    oblique: (preposition) =>
      unique([
        ...behind(view, verb, preposition),
        ...(object === undefined || passive ? [] : behind(view, object, preposition)),
        // "was able to take …", "managed to …": what follows may hang on the governing verb.
        ...(deprel === 'xcomp' && head >= 0 ? behind(view, head, preposition) : []),
      ]),
  };
}

/** "The station and the hospital were seized": to some trees, two subjects. */
function passiveSubjects(view: TextView, verb: number, surface: number | undefined) {
  const all = childrenBy(view, verb, (name) => name === 'nsubj:pass');
  const together = all.length > 1 && all.every((one) => view.token(one).upos === 'NOUN');
  return together && surface !== undefined && all.includes(surface) ? all : [surface];
}

/** Verbs that only carry a noun: "launched an attack", "clashes broke out". */
const SUPPORT = new Set(
  'launch carry conduct stage mount make begin start impose declare hold sign continue wage complete resume perform execute undertake attend open unleash initiate go take claim announce celebrate suffer report deny lead commit lift see order intensify escalate proclaim promise plan prepare threaten attempt repeat vow'.split(
    ' ',
  ),
);

/** "Street battles": how is fought, and not where. */
const MANNER = /^(?:street|house)$/i;

/** Of a predicate only where: "the fall of Goma was a blow to Rwanda" gives it to nobody. */
const WHERE = /^(in|at|on|near|around|inside|outside|along|across)$/;
/** "Battles are under way for the town": what goes on, goes on for it. */
const ONGOING = /^(way|underway|ongoing|progress)$/;

/** "spoke of gunfire near the hospital": to the tree, they spoke near it. */
function rightBehind(view: TextView, noun: number, preposition: string): readonly number[] {
  const next = view.tokens[noun + 1];
  const where =
    next?.deprel === 'case' && WHERE.test(preposition) && view.lemma(noun + 1) === preposition;
  return where && next.head > noun ? [next.head] : [];
}

/** The verb behind a verbal noun: "fighting was continuing". */
export function carrierAfter(view: TextView, noun: number): number | undefined {
  for (let i = noun + 1; i < noun + 5; i++) {
    const token = view.tokens[i];
    if (!token || token.sentence !== view.token(noun).sentence) return undefined;
    if (token.upos === 'VERB') return i;
    if (token.upos !== 'AUX' && token.upos !== 'ADV') return undefined;
  }
  return undefined;
}

/** "Explosions and gunfire were heard": the first of those that "and" joins, where it stands right before. */
export function joinedTo(view: TextView, noun: number): number {
  const { deprel, head } = view.token(noun);
  return deprel === 'conj' && head >= 0 && noun - head <= JOINED && view.token(head).upos === 'NOUN'
    ? head
    : noun;
}

const JOINED = 4;

/** `transitive` tells whether "the capture of X" has X for its object or, as in "the fall of X", for its subject. */
export function argumentsOfNoun(view: TextView, noun: number, transitive: boolean): Arguments {
  const { deprel, head } = view.token(joinedTo(view, noun));
  // "fighting continued at the airport": the verb right behind carries the noun.
  const next = view.token(noun).upos === 'VERB' ? carrierAfter(view, noun) : undefined;
  const support =
    next ?? (head >= 0 && /^([nc]subj|obj|xcomp|obl)/.test(deprel) ? head : undefined);
  const verbal = support !== undefined && /^(VERB|AUX)$/.test(view.token(support).upos);
  // "fighting was under way in the town": what is said of it tells where.
  const predicate =
    support !== undefined &&
    deprel.startsWith('nsubj') &&
    childBy(view, support, 'cop') !== undefined;
  const isToldOf = (preposition: string) =>
    WHERE.test(preposition) ||
    (/^(for|over)$/.test(preposition) &&
      support !== undefined &&
      ONGOING.test(view.lemma(support)));
  const modifiers = childrenBy(view, noun, (name) =>
    /^(nmod:poss|compound|amod|nmod:desc)/.test(name),
  ).filter(
    (child) =>
      !MANNER.test(view.token(child).text) &&
      (view.token(child).upos !== 'ADJ' ||
        view.actor(child) !== undefined ||
        /^\p{Lu}/u.test(view.token(child).text)),
  );
  const of = behind(view, noun, 'of');
  // "the withdrawal of the army from Goma": to the tree, an army from Goma.
  const within = (preposition: string) =>
    /^(?:from|to|by)$/.test(preposition) ? of.flatMap((one) => behind(view, one, preposition)) : [];
  const by = [...behind(view, noun, 'by'), ...within('by')];
  const agent =
    verbal && deprel === 'obj' && SUPPORT.has(view.lemma(support))
      ? surfaceSubject(view, support)
      : undefined;
  // "The drills involve troops from both states": they are of the drills.
  const involved =
    verbal && deprel.startsWith('nsubj') ? childrenBy(view, support, (name) => name === 'obj') : [];
  return {
    trigger: noun,
    subject: unique(transitive ? [...by, ...modifiers, agent] : [...of, ...modifiers]),
    object: unique(transitive ? (of.length > 0 ? of : modifiers) : []),
    passive: false,
    ownSubject: true,
    noun: true,
    oblique: (preposition) =>
      unique([
        ...behind(view, noun, preposition),
        ...within(preposition),
        ...rightBehind(view, noun, preposition),
        ...((verbal || (predicate && isToldOf(preposition))) && !deprel.startsWith('obl')
          ? behind(view, support, preposition)
          : []),
        ...(preposition === 'from'
          ? involved.flatMap((object) => behind(view, object, preposition))
          : []),
        ...(preposition === 'by' ? modifiers : []),
      ]),
  };
}
