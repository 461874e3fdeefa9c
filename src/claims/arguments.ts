import type { TextView } from './text-view.ts';

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

const OBLIQUE = /^(obl|nmod|advcl|obj|acl)/;
const SUBJECT = /^(nsubj|csubj)/;
const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'X', 'ADJ', 'DET']);

const childrenBy = (view: TextView, index: number, deprel: (name: string) => boolean) =>
  view.children(index).filter((child) => deprel(view.token(child).deprel));

const childBy = (view: TextView, index: number, name: string) =>
  view.children(index).find((child) => view.token(child).deprel === name);

/** Auxiliaries, adverbs and "to" that stand right before a verb, nearest first; quotes are skipped. */
export function verbGroup(view: TextView, verb: number): readonly number[] {
  const group: number[] = [];
  const { sentence } = view.token(verb);
  for (let i = verb - 1; i >= 0 && view.token(i).sentence === sentence; i--) {
    const { upos, deprel } = view.token(i);
    if (upos === 'PUNCT' && /^["'“”‘’`]+$/.test(view.token(i).text)) continue;
    const carrier = /^(have|be)$/.test(view.lemma(i)) && /^(VBN|JJ)$/.test(view.token(verb).xpos);
    if (upos !== 'AUX' && upos !== 'ADV' && upos !== 'PART' && !carrier) break;
    if (upos === 'ADV' && deprel === 'mark') break;
    group.push(i);
  }
  return group;
}

const BE = new Set(['be', 'get']);

/** "Hundreds of soldiers surrendered in Mosul.": the only verb of a sentence is no reduced relative. */
function isMainVerb(view: TextView, verb: number): boolean {
  const { first, last } = view.reading.sentences[view.token(verb).sentence]!;
  for (let i = first; i < last; i++)
    if (i !== verb && /^(VB[DZP]|MD)$/.test(view.token(i).xpos)) return false;
  return behind(view, verb, 'by').length === 0;
}

/** "the group also captured Goma": a participle with an object right behind it is a past tense. */
function hasObjectNext(view: TextView, verb: number): boolean {
  for (let i = verb + 1; i < verb + 5; i++) {
    const token = view.tokens[i];
    if (!token || token.sentence !== view.token(verb).sentence) return false;
    if (view.place(i) ?? view.facility(i)) return true;
    if (!QUOTE.test(token.text) && token.upos !== 'DET' && token.upos !== 'ADJ') return false;
  }
  return false;
}

export function isPassive(view: TextView, verb: number): boolean {
  const { xpos, deprel, head } = view.token(verb);
  if (xpos !== 'VBN' && xpos !== 'VBD' && xpos !== 'JJ') return false;
  const own = childrenBy(view, verb, (name) => name === 'aux:pass' || name === 'nsubj:pass');
  if (own.length > 0) return true;
  if (deprel === 'amod' && /(ed|en|wn)$/.test(view.token(verb).text)) return true;
  if (xpos !== 'VBN') return false;
  const group = verbGroup(view, verb);
  if (group.some((i) => BE.has(view.lemma(i)))) return true;
  if (group.some((i) => view.lemma(i) === 'have')) return false;
  if (group.every((i) => view.token(i).upos === 'ADV') && hasObjectNext(view, verb)) return false;
  if (deprel === 'amod') return true;
  if (childBy(view, verb, 'obj') !== undefined) return false;
  if (deprel === 'acl' && isMainVerb(view, verb)) return false;
  if (deprel === 'acl' || deprel === 'advcl') return true;
  if (deprel === 'conj' && head >= 0) return isPassive(view, head);
  return childrenBy(view, verb, (name) => name === 'nsubj').length === 0;
}

const RELATIVE = new Set(['WP', 'WDT', 'WP$', 'WRB']);
/** Quotation marks, which never divide a phrase. */
const QUOTE = /^["'“”‘’`]+$/;

const isRelative = (view: TextView, index: number) => {
  const { xpos, text } = view.token(index);
  return RELATIVE.has(xpos) || text.toLowerCase() === 'that';
};

/** Grammatical subject, inherited from the governing clause where the clause has none of its own. */
export function surfaceSubject(view: TextView, verb: number, depth = 0): number | undefined {
  const adjacent = depth === 0 ? adjacentSubject(view, verb) : undefined;
  if (adjacent !== undefined) return adjacent;
  const own = view.children(verb).filter((child) => SUBJECT.test(view.token(child).deprel));
  const { deprel, head, xpos } = view.token(verb);
  // The nearest before the verb: a tree that gives two has taken one from another clause.
  const subject = own.findLast((child) => child < verb) ?? own[0];
  if (subject !== undefined) {
    if (!isRelative(view, subject)) return subject;
    if (deprel.startsWith('acl') && head >= 0) return head;
    return subject;
  }
  if (head < 0 || depth > 6) return undefined;
  const governor = view.token(head);
  const verbal = governor.upos === 'VERB' || governor.upos === 'AUX' || governor.upos === 'ADJ';
  // A finite clause has a subject of its own; where the tree lost it, another's would be wrong.
  if (/^(ccomp|advcl|parataxis)$/.test(deprel) && isFinite(view, verb)) return undefined;
  const kept =
    deprel === 'advcl' && childBy(view, verb, 'mark') !== undefined && fromMark(view, verb);
  if (deprel === 'xcomp' || deprel === 'ccomp' || kept) {
    const controlled = childBy(view, head, 'obj') ?? childBy(view, head, 'iobj');
    if (controlled !== undefined && controlled < verb && governor.upos === 'VERB')
      return controlled;
    return surfaceSubject(view, head, depth + 1);
  }
  if (deprel === 'conj' || deprel === 'advcl' || deprel === 'parataxis' || deprel === 'dep')
    return verbal || hasCopula(view, head) ? surfaceSubject(view, head, depth + 1) : undefined;
  if (deprel.startsWith('acl'))
    return xpos === 'VBN' || xpos === 'VBG' ? head : nounSubject(view, head);
  return undefined;
}

/** "prevented the Taliban from capturing": who is kept from it is the object. */
const fromMark = (view: TextView, verb: number) =>
  view
    .children(verb)
    .some((child) => view.token(child).deprel === 'mark' && view.lemma(child) === 'from');

const ownSubject = (view: TextView, verb: number) =>
  (view.token(verb).deprel.startsWith('acl') && view.token(verb).xpos !== 'VB') ||
  view.children(verb).some((child) => SUBJECT.test(view.token(child).deprel));

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
  const mention = before < 0 ? undefined : view.actor(before);
  if (
    !mention ||
    mention.last !== before + 1 ||
    view.token(before).sentence !== view.token(verb).sentence
  )
    return undefined;
  for (let i = mention.first - 1; i >= 0 && i > mention.first - 4; i--) {
    const { upos, sentence, text } = view.token(i);
    if (sentence !== view.token(verb).sentence) break;
    if (
      upos === 'ADP' ||
      upos === 'CCONJ' ||
      text === ',' ||
      /^(POS|PRP\$)$/.test(view.token(i).xpos)
    )
      return undefined;
    if (upos !== 'DET' && upos !== 'ADJ' && upos !== 'PUNCT') break;
  }
  return mention.head;
}

function isFinite(view: TextView, verb: number): boolean {
  if (/^VB[DZP]$/.test(view.token(verb).xpos)) return true;
  if (view.token(verb).xpos === 'VBN' && !isPassive(view, verb) && hasObjectNext(view, verb))
    return true;
  return verbGroup(view, verb).some((i) => /^(VB[DZP]|MD)$/.test(view.token(i).xpos));
}

const hasCopula = (view: TextView, index: number) => childBy(view, index, 'cop') !== undefined;

/** "their bid to take Goma", "the first city to fall": who the infinitive is about. */
function nounSubject(view: TextView, noun: number): number {
  return childBy(view, noun, 'nmod:poss') ?? childBy(view, noun, 'nsubj') ?? noun;
}

/** "Goma, which the rebels seized": the place before the pronoun, where the tree has no relative clause. */
function antecedent(view: TextView, pronoun: number): number | undefined {
  let before = pronoun - 1;
  while (before > 0 && view.token(before).upos === 'PUNCT') before--;
  return view.place(before)?.head ?? (view.token(before).upos === 'NOUN' ? before : undefined);
}

function surfaceObject(view: TextView, verb: number): number | undefined {
  const own = childBy(view, verb, 'obj');
  const { deprel, head } = view.token(verb);
  if (own !== undefined && !isRelative(view, own)) return own;
  if (own !== undefined && deprel !== 'acl:relcl') return antecedent(view, own);
  if (deprel === 'acl:relcl' && head >= 0) {
    const subject = view.children(verb).find((c) => SUBJECT.test(view.token(c).deprel));
    if (own !== undefined || (subject !== undefined && !isRelative(view, subject))) return head;
  }
  // "captured and looted Goma": the object stands at the last verb.
  const shared = view
    .children(verb)
    .find((c) => view.token(c).deprel === 'conj' && view.token(c).upos === 'VERB');
  if (shared !== undefined && shared - verb <= 3) return childBy(view, shared, 'obj');
  return undefined;
}

/** Nouns that stand under `index` behind a preposition, with those joined to them. */
export function behind(view: TextView, index: number, preposition: string): readonly number[] {
  const [first, second] = preposition.split(' ');
  const found: number[] = [];
  const collect = (token: number) => {
    found.push(token);
    for (const child of view.children(token))
      if (view.token(child).deprel === 'conj' && NOMINAL.has(view.token(child).upos))
        collect(child);
  };
  for (const child of view.children(index)) {
    if (!OBLIQUE.test(view.token(child).deprel)) continue;
    const cases = view
      .children(child)
      .filter(
        (c) => ['case', 'mark', 'fixed', 'advmod'].includes(view.token(c).deprel) && c < child,
      )
      .flatMap((c) => [c, ...view.children(c)])
      .map((c) => view.lemma(c));
    if (cases.includes(first!) && (second === undefined || cases.includes(second))) collect(child);
  }
  return found;
}

const unique = (values: readonly (number | undefined)[]) => [
  ...new Set(values.filter((value) => value !== undefined)),
];

export function argumentsOfVerb(view: TextView, verb: number): Arguments {
  const passive = isPassive(view, verb);
  const surface = surfaceSubject(view, verb);
  const { deprel, head } = view.token(verb);
  const under = deprel === 'amod' && head >= 0 ? head : undefined;
  const object = surfaceObject(view, verb);
  const agent = passive
    ? [...childrenBy(view, verb, (n) => n === 'obl:agent'), ...behind(view, verb, 'by')]
    : [];
  return {
    trigger: verb,
    subject: unique(passive ? agent : [surface]),
    object: unique(passive ? [under ?? surface, object] : [object]),
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

/** Verbs that only carry a noun: "launched an attack", "clashes broke out". */
const SUPPORT = new Set(
  'launch carry conduct stage mount make begin start impose declare hold sign continue wage complete resume perform execute undertake attend open unleash initiate go take claim announce celebrate suffer report deny lead commit lift see order intensify escalate'.split(
    ' ',
  ),
);

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

/** `transitive` tells whether "the capture of X" has X for its object or, as in "the fall of X", for its subject. */
export function argumentsOfNoun(view: TextView, noun: number, transitive: boolean): Arguments {
  const { deprel, head } = view.token(noun);
  // "fighting continued at the airport": the verb right behind carries the noun.
  const next = view.token(noun).xpos === 'VBG' ? carrierAfter(view, noun) : undefined;
  const support =
    next ?? (head >= 0 && /^([nc]subj|obj|xcomp|obl)/.test(deprel) ? head : undefined);
  const verbal = support !== undefined && /^(VERB|AUX)$/.test(view.token(support).upos);
  const modifiers = childrenBy(view, noun, (name) =>
    /^(nmod:poss|compound|amod|nmod:desc)/.test(name),
  ).filter((child) => view.token(child).upos !== 'ADJ' || view.actor(child) !== undefined);
  const of = behind(view, noun, 'of');
  const by = behind(view, noun, 'by');
  const agent =
    verbal && deprel === 'obj' && SUPPORT.has(view.lemma(support))
      ? surfaceSubject(view, support)
      : undefined;
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
        ...(verbal && !deprel.startsWith('obl') ? behind(view, support, preposition) : []),
        ...(preposition === 'by' ? modifiers : []),
      ]),
  };
}
