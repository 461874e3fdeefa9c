import type { ActorMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';
import { verbGroup, QUOTE, isFinite } from './clause.ts';

/**
 * An actor right before a finite verb is its subject, whatever the tree says: "A colonel: 'We have
 * lost Mosul', and ISIL terrorists are in full control". Not one behind a preposition.
 */
export function adjacentSubject(view: TextView, predicate: number): number | undefined {
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
