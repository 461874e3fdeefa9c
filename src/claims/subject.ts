import type { TextView } from './text-view.ts';
import { behind, childBy, verbGroup, isRelative, isFinite } from './clause.ts';
import { antecedent } from './antecedent.ts';
import { adjacentSubject } from './adjacent-subject.ts';

export const SUBJECT = /^(nsubj|csubj)/;

/** Grammatical subject, inherited from the governing clause where the clause has none of its own. */
export function surfaceSubject(view: TextView, verb: number, depth = 0): number | undefined {
  const adjacent = depth === 0 ? adjacentSubject(view, verb) : undefined;
  if (adjacent !== undefined) return adjacent;
  const own = view.children(verb).filter((child) => SUBJECT.test(view.token(child).deprel));
  const { deprel, head, xpos } = view.token(verb);
  // The nearest before the verb: a tree that gives two has taken one from another clause.
  const subject =
    joinedBefore(view, own, verb) ??
    own.findLast((child) => child < verb && !(own.length > 1 && isWhence(view, child))) ??
    own[0];
  if (subject !== undefined) {
    // "Agency: the cities of A and B fell": what stands before the colon is a label.
    const labelled =
      view.tokens[subject + 1]?.text === ':' ? childBy(view, subject, 'appos') : undefined;
    if (labelled !== undefined && labelled < verb) return labelled;
    if (!isRelative(view, subject)) return subject;
    if (deprel.startsWith('acl') && head >= 0) {
      const place = view.actor(head) ? antecedent(view, subject) : undefined;
      if (place !== undefined && view.lemma(subject) === 'which' && view.place(place)) return place;
      const measure = MEASURE.test(view.lemma(head)) ? antecedent(view, subject) : undefined;
      return measure ?? actorBefore(view, subject, head) ?? head;
    }
    return antecedent(view, subject) ?? subject;
  }
  if (head < 0 || depth > 6) return undefined;
  const governor = view.token(head);
  const verbal = governor.upos === 'VERB' || governor.upos === 'AUX' || governor.upos === 'ADJ';
  // A finite clause has a subject of its own; where the tree lost it, another's would be wrong.
  if (/^(ccomp|advcl|parataxis)$/.test(deprel) && isFinite(view, verb)) return undefined;
  const called = calledOn(view, verb, head);
  if (called !== undefined) return called;
  const kept =
    deprel === 'advcl' &&
    childBy(view, verb, 'mark') !== undefined &&
    (hasMark(view, verb, 'from') || isCharge(view, verb, head));
  if (deprel === 'xcomp' || deprel === 'ccomp' || kept) {
    const controlled = childBy(view, head, 'obj') ?? childBy(view, head, 'iobj');
    const place =
      controlled !== undefined &&
      view.place(controlled) !== undefined &&
      !isAsked(view, controlled);
    if (controlled !== undefined && controlled < verb && governor.upos === 'VERB' && !place)
      return controlled;
    return surfaceSubject(view, head, depth + 1);
  }
  const stationed = deprel === 'conj' ? reducedBefore(view, verb) : undefined;
  if (stationed !== undefined) return stationed;
  if (deprel === 'conj' || deprel === 'advcl' || deprel === 'parataxis' || deprel === 'dep')
    return verbal || hasCopula(view, head)
      ? surfaceSubject(view, head, depth + 1)
      : ofHeadline(view, verb);
  if (deprel.startsWith('acl'))
    // "claims to have captured it" are made by somebody; claims captured by somebody are not.
    return (xpos === 'VBN' && !hasMark(view, verb, 'to')) || xpos === 'VBG'
      ? head
      : nounSubject(view, head);
  return undefined;
}

const CALLS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    call: ['on', 'upon', 'for'],
    appeal: ['to'],
    plead: ['with'],
    prevail: ['on', 'upon'],
    wait: ['for'],
    arrange: ['for'],
    signal: ['to'],
    shout: ['to', 'at'],
  }),
);

/** "The M23 called on the army to withdraw": the army is to. */
function calledOn(view: TextView, verb: number, governor: number): number | undefined {
  if (!/^(?:advcl|xcomp)$/.test(view.token(verb).deprel) || !hasMark(view, verb, 'to'))
    return undefined;
  return CALLS.get(view.lemma(governor))
    ?.flatMap((word) => behind(view, governor, word))
    .find(
      (one) => one < verb && (view.actor(one) ?? view.place(one) ?? view.token(one).xpos === 'NNS'),
    );
}

/** "commandos flown in from Herat drove them out": to some trees, Herat did. */
const isWhence = (view: TextView, token: number) =>
  /^(from|at|near|of)$/i.test(view.tokens[view.extent(token)[0] - 1]?.text ?? '');

/** "The army and Wagner mercenaries": to some trees two subjects, the second but half joined to the first. */
const joinedBefore = (view: TextView, subjects: readonly number[], verb: number) =>
  subjects.length < 2
    ? undefined
    : subjects.find(
        (one) =>
          one < verb &&
          view
            .children(one)
            .some(
              (child) =>
                view.token(child).deprel === 'conj' && child > one && subjects.includes(child + 1),
            ),
      );

/** "after units stationed there withdrew": to the tree, units that stationed, and somebody else who withdrew. */
function reducedBefore(view: TextView, verb: number): number | undefined {
  if (!isFinite(view, verb)) return undefined;
  const { sentence } = view.token(verb);
  for (let i = verb - 1; i > verb - REDUCED && view.tokens[i]?.sentence === sentence; i--) {
    const { upos, xpos } = view.token(i);
    if (/^(?:PUNCT|CCONJ|SCONJ|AUX)$/.test(upos)) return undefined;
    if (upos !== 'VERB') continue;
    if (xpos !== 'VBN' || verbGroup(view, i).length > 0) return undefined;
    return view
      .children(i)
      .find((child) => child === i - 1 && view.token(child).deprel.startsWith('nsubj'));
  }
  return undefined;
}

const REDUCED = 6;

/** "wants Ukraine to withdraw": a state is asked to. */
function isAsked(view: TextView, place: number): boolean {
  const found = view.place(place)?.place;
  if (!found || !('id' in found) || found.precision !== 'country') return false;
  return ASKED.test(view.lemma(view.token(place).head));
}

const ASKED =
  /^(?:want|ask|urge|tell|order|force|expect|allow|require|press|pressure|compel|persuade|demand|warn|oblige|enable)$/;

const MEASURE = /^(km|kilomet(re|er)|mile)s?$/;

/** "the prize of Islamic State, which drove": who stands right before acts, and no prize does. */
function actorBefore(view: TextView, pronoun: number, head: number): number | undefined {
  if (view.tokens[pronoun - 1]?.text !== ',' || view.actor(head) || view.place(head))
    return undefined;
  const mention = view.actor(pronoun - 2);
  return mention && mention.last === pronoun - 1 && mention.first > head ? mention.head : undefined;
}

/** "Rebels back in Goma after losing it": a headline leaves out its verb. */
function ofHeadline(view: TextView, verb: number): number | undefined {
  const { deprel, head } = view.token(verb);
  const root = deprel === 'advcl' && view.token(head).head < 0;
  return root && view.actor(head) ? head : undefined;
}

/** "prevented the Taliban from capturing": who is kept from it is the object. */
const hasMark = (view: TextView, verb: number, mark: string) =>
  view
    .children(verb)
    .some((child) => view.token(child).deprel === 'mark' && view.lemma(child) === mark);

/** "accused the fighters of killing", "praised the army for retaking": the object is said to have done it. */
const isCharge = (view: TextView, verb: number, governor: number) =>
  (CHARGED_OF.test(view.lemma(governor)) && hasMark(view, verb, 'of')) ||
  (CHARGED_WITH.test(view.lemma(governor)) && hasMark(view, verb, 'with')) ||
  (JUDGED_FOR.test(view.lemma(governor)) && hasMark(view, verb, 'for'));

const CHARGED_OF = /^(accuse|suspect|convict|acquit|absolve)$/;
const CHARGED_WITH = /^(charge|credit)$/;

const JUDGED_FOR =
  /^(blame|condemn|denounce|criticise|criticize|praise|thank|congratulate|hail|honour|honor|commend|applaud|slam|fault)$/;

/** "their bid to take Goma", "the first city to fall": who the infinitive is about. */
function nounSubject(view: TextView, noun: number): number {
  const own = childBy(view, noun, 'nmod:poss') ?? childBy(view, noun, 'nsubj');
  if (own !== undefined) return own;
  const [by] = behind(view, noun, 'by');
  if (by !== undefined) return by;
  // "Russian claims to have captured it": the nation's.
  const nation = view
    .children(noun)
    .find((child) => view.token(child).xpos === 'JJ' && /^\p{Lu}/u.test(view.token(child).text));
  if (nation !== undefined && /^(?:claim|boast)$/.test(view.lemma(noun))) return nation;
  // "troops began an operation to expel": those who began it.
  const { deprel, head } = view.token(noun);
  const carried = deprel === 'obj' && head >= 0 && !view.place(noun);
  // "stopped an attempt to seize": others' than those who stopped it.
  if (carried && STOPPED.test(view.lemma(head))) return noun;
  return (carried ? surfaceSubject(view, head, 1) : undefined) ?? noun;
}

const STOPPED =
  /^(stop|foil|thwart|repel|repulse|prevent|frustrate|rebuff|defeat|block|counter|beat|halt|fend|disrupt)$/;

const hasCopula = (view: TextView, index: number) => childBy(view, index, 'cop') !== undefined;
