import type { ActorMention, PlaceMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';
import { behind, childBy, verbGroup, QUOTE, isRelative, isFinite } from './clause.ts';

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

/** "Tawila, which is held by": the noun before the pronoun, where the tree has no relative clause. */
export function antecedent(view: TextView, pronoun: number): number | undefined {
  let before = pronoun - 1;
  while (before > 0 && view.token(before).upos === 'PUNCT') before--;
  // A fragment may begin with its pronoun.
  if (before < 0) return undefined;
  const place = view.place(before);
  if (place) return (measuredFrom(view, place) ?? place).head;
  if (DIRECTION.test(view.lemma(before))) return placeMeasured(view, before)?.head;
  // "Kopay, which soldiers cleared": a name, though nothing else knows it.
  const nominal = /^(NOUN|PROPN)$/.test(view.token(before).upos);
  return nominal || view.facility(before) ? before : undefined;
}

const DIRECTION = /^(north|south|east|west)(east|west)?$/;

/** "El Obeid, 60 km to the south, which" */
function placeMeasured(view: TextView, direction: number): PlaceMention | undefined {
  const { sentence } = view.token(direction);
  for (let i = direction - 1; i > direction - FAR && view.tokens[i]?.sentence === sentence; i--) {
    const place = view.place(i);
    if (place) return place;
    if (view.token(i).upos === 'VERB') return undefined;
  }
  return undefined;
}

const FAR = 12;
const MEASURE = /^(km|kilomet(re|er)|mile)s?$/;

/** "Tawila, 60 km west of El Fasher, which": what is said is said of Tawila. */
function measuredFrom(view: TextView, { first, use, sentence }: PlaceMention) {
  if (use === 'literal') return undefined;
  for (let i = first - 1; i > first - FAR && view.tokens[i]?.sentence === sentence; i--) {
    if (view.place(i)?.use === 'literal') return view.place(i);
    // "Avdiivka lies north of Donetsk, which": Donetsk.
    if (/^VB[DPZ]$/.test(view.token(i).xpos)) return undefined;
  }
  return undefined;
}

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

/**
 * An actor right before a finite verb is its subject, whatever the tree says: "A colonel: 'We have
 * lost Mosul', and ISIL terrorists are in full control". Not one behind a preposition.
 */
function adjacentSubject(view: TextView, predicate: number): number | undefined {
  const cop = view.children(predicate).find((child) => view.token(child).deprel === 'cop');
  const group = verbGroup(view, predicate);
  const perfect = group.some((i) => view.lemma(i) === 'have');
  if (cop === undefined && view.token(predicate).upos !== 'VERB' && !perfect) return undefined;
  const verb = cop ?? predicate;
  if (!isFinite(view, verb) && !view.token(verb).xpos.startsWith('VBP')) return undefined;
  let before = (verbGroup(view, verb).at(-1) ?? verb) - 1;
  while (before >= 0 && QUOTE.test(view.token(before).text)) before--;
  before = beforeBracket(view, beforeParticiple(view, beforePosted(view, before)));
  const mention = before < 0 ? undefined : view.actor(before);
  if (
    !mention ||
    mention.last !== before + 1 ||
    view.token(before).sentence !== view.token(verb).sentence
  )
    return undefined;
  const subject = phraseHead(view, mention);
  if (isFoughtBy(view, subject)) return undefined;
  for (let i = subject.first - 1; i >= 0 && i > subject.first - 4; i--) {
    const { upos, sentence, text } = view.token(i);
    if (sentence !== view.token(verb).sentence) break;
    if (/^(after|before|since|as|until)$/i.test(text)) break;
    // "units of the Vostok Group": they are the group's.
    if (upos === 'ADP' && text === 'of' && MEN.test(view.lemma(i - 1))) return subject.head;
    // "thousands of soldiers are defending": however many, they act.
    if (upos === 'ADP' && text === 'of' && MANY.test(view.lemma(i - 1))) return subject.head;
    if (
      upos === 'ADP' ||
      (upos === 'CCONJ' && !afterComma(view, i) && !afterTown(view, i)) ||
      text === ',' ||
      /^(POS|PRP\$)$/.test(view.token(i).xpos)
    )
      return undefined;
    if (upos !== 'DET' && upos !== 'ADJ' && upos !== 'PUNCT') break;
  }
  return subject.head;
}

/** "Rebels fighting the government are encircling the capital": whoever is fought does nothing here. */
function isFoughtBy(view: TextView, { first }: ActorMention): boolean {
  const at = view.tokens[first - 1]?.upos === 'DET' ? first - 2 : first - 1;
  const verb = view.tokens[at];
  return (
    verb?.xpos === 'VBG' && verb.deprel === 'acl' && verb.head === at - 1 && FOES.test(verb.lemma)
  );
}

const FOES = /^(?:fight|oppose|battle|confront|face|resist|support|back|help|combat)$/;

/** "the Sudanese Armed Forces (SAF) had regained" */
function beforeBracket(view: TextView, at: number): number {
  if (view.tokens[at]?.text !== ')') return at;
  for (let i = at - 1; i > at - BRACKET && i >= 0; i--)
    if (view.token(i).text === '(') return i - 1;
  return at;
}

const BRACKET = 5;

/** "after army units stationed there withdrew": those who are posted somewhere act. */
function beforePosted(view: TextView, at: number): number {
  for (let i = at; i > at - BRACKET && i > 0; i--) {
    const { xpos, lemma, text } = view.token(i);
    if (xpos.startsWith('V')) return POSTED.test(lemma) && view.actor(i - 1) ? i - 1 : at;
    if (text === ',' || xpos === 'MD') return at;
  }
  return at;
}

const POSTED = /^(station|base|deploy|post|garrison|position|quarter|trap|besiege|surround)$/;

/** "government forces, besieged for two months and short of food, abandoned": before what is put in. */
function beforeParticiple(view: TextView, at: number): number {
  if (view.tokens[at]?.text !== ',') return at;
  const { sentence } = view.token(at);
  for (let i = at - 1; i > at - INSERTED && view.tokens[i]?.sentence === sentence; i--) {
    if (view.token(i).text === ',') return opensInsertion(view, i + 1) ? i - 1 : at;
    if (/^(VB[DPZ]|MD)$/.test(view.token(i).xpos)) return at;
  }
  return at;
}

const INSERTED = 18;

/** ", besieged for …,", ", with the help of …,", ", along with …,". */
const opensInsertion = (view: TextView, index: number) =>
  /^VB[GN]$/.test(view.tokens[index]?.xpos ?? '') ||
  /^(with|along|together|under|despite|after)$/i.test(view.tokens[index]?.text ?? '');
const MEN =
  /^(unit|fighter|soldier|troop|element|man|member|force|militant|gunman|detachment|group)$/;

const MANY = /^(hundred|thousand|dozen|score|ten|number|handful|couple)s?$/;

/** ", and the Taliban have captured": a clause of its own begins. */
function afterComma(view: TextView, conjunction: number): boolean {
  let before = conjunction - 1;
  while (before >= 0 && QUOTE.test(view.token(before).text)) before--;
  return view.tokens[before]?.text === ',';
}

/**
 * "Rebels took Bangui and the president fled", "left their positions and rebels are in control": nobody
 * is joined to a town or to what is left, and a clause begins.
 */
function afterTown(view: TextView, conjunction: number): boolean {
  const left = conjunction > 0 ? view.token(conjunction - 1) : undefined;
  if (left?.deprel === 'obj' && view.actor(left.index) === undefined && left.upos === 'NOUN')
    return true;
  const before = conjunction > 0 ? view.place(conjunction - 1) : undefined;
  const place = before?.place;
  return place !== undefined && 'id' in place && place.precision !== 'country';
}

/** "the remaining forces of the regime": the actor that another stands under. */
function phraseHead(view: TextView, mention: ActorMention): ActorMention {
  const { head, deprel } = view.token(mention.head);
  const outer =
    deprel === 'nmod' && head >= 0 && head < mention.first ? view.actor(head) : undefined;
  return outer && mention.first - outer.last < 4 ? outer : mention;
}

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
