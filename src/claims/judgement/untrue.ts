import { isFinite } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { negate, weaken, type State } from './state.ts';

/** Words between "that" and what it is said of. */
const REACH = 14;
const TRUE = /^(true|correct|accurate|case|fact|so|right)$/;
export const FALSE =
  /^(false|fake|untrue|baseless|bogus|unfounded|fabricated|groundless|mendacious)$/;
export const TOLD =
  /^(news|report|claim|rumou?r|allegation|story|information|statement|talk|suggestion|insinuation|assertion|notion|hearsay|lie|falsehood|fabrication)$/;

/** What may bear out what is said: "no evidence that", "no sign that". */
const EVIDENCE = /^(evidence|proof|sign|indication|confirmation|suggestion|reason)$/;
const UNSURE =
  /^(unconfirmed|unverified|uncorroborated|conflicting|contradictory|unsubstantiated|disputed)$/;
const BEAR_OUT = /^(verify|confirm|corroborate|establish|ascertain)$/;

const CALLED =
  /\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|led|ed|ling)?|describ(?:es|ed|ing)|term(?:s|ed)?|dismiss(?:es|ed|ing)?|deem(?:s|ed)?)\b[^,;:.]*\b(?:news|reports?|claims?|rumou?rs?|allegations?|stor(?:y|ies)|information|statements?|talk|suggestions?|announcements?)\b[^,;:.]*$/i;
const NAMED_SO =
  /^[^,;:.]*?\b(?:false|fake|untrue|baseless|unfounded|groundless|fabricated|lies|a lie|(?:enemy |pure )?propaganda|disinformation|misinformation|nonsense)\b/i;

/** Whether the words of the sentence before the trigger and those from it on are of these forms. */
function stands({ view }: Search, trigger: number, before: RegExp, after: RegExp): boolean {
  const { first, last } = view.reading.sentences[view.token(trigger).sentence]!;
  if (trigger === first) return false;
  const { body } = view.reading.report;
  const { start } = view.span(first, trigger);
  const { start: at, end } = view.span(trigger, last);
  return (
    before.test(body.slice(start, view.token(trigger - 1).end)) && after.test(body.slice(at, end))
  );
}

/** "called the reports of its capture false": what is found false stands between the verb and the word. */
const calledFalse = (search: Search, trigger: number) => stands(search, trigger, CALLED, NAMED_SO);

/** "Reports of the fall of the town were baseless", "talk of its capture is untrue". */
function toldOf({ view }: Search, trigger: number): boolean {
  const { first, last } = view.reading.sentences[view.token(trigger).sentence]!;
  let of = trigger - 1;
  while (of > first && of > trigger - REACH && view.lemma(of) !== 'of') {
    if (/^(?:VERB|AUX|PUNCT)$/.test(view.token(of).upos)) return false;
    of--;
  }
  if (of <= first || !TOLD.test(view.lemma(of - 1))) return false;
  const { body } = view.reading.report;
  const { start, end } = view.span(trigger, last);
  return FOUND_SO.test(body.slice(start, end));
}

const CLAIMED =
  /\b(?:posts?|videos?|messages?|articles?|tweets?|images?|footage|channels?|accounts?|reports?|claims?|rumou?rs?|stories|statements?|allegations?|information|news|boasts?|assertions?)(?: [^\s,;:.]+){0,4} (?:(?:claiming|saying|alleging|suggesting|stating|reporting|purporting|announcing|asserting|showing)\b|to (?:have|be|hold|control)\b)[^,;:.]*$/i;

/** "Posts claiming that the town had fallen were false", "their claim to have taken it is a lie". */
const claimedOf = (search: Search, trigger: number) => stands(search, trigger, CLAIMED, FOUND_SO);

/** What a finite verb says of it before another clause comes. */
const FOUND_SO =
  /^[^,;:.]*?\b(?:is|are|was|were|as|be|been|proved|turned out)\s+(?:(?:all|entirely|completely|totally|utterly|simply|just|mere|pure|to be|enemy)\s+)*["“”‘’']?(?:false|fake|untrue|incorrect|inaccurate|premature|not true|not correct|not accurate|baseless|unfounded|groundless|fabricated|lies|a lie|propaganda|disinformation|misinformation|nonsense|fiction)\b/i;

/** "It is not true that …", "false news that …", "dismissed as lies reports that …", whatever the tree makes of them. */
export function untrue(search: Search, trigger: number, state: State) {
  const { view } = search;
  if (state.polarity === 'negative') return;
  if (calledFalse(search, trigger) || toldOf(search, trigger)) return negate(state, 'false');
  if (isDeniedClaim(search, trigger)) return negate(state, 'false');
  if ([calledFalse, toldOf, claimedOf].some((holds) => holds(search, trigger)))
    return negate(state, 'false');
  const that = thatBefore(view, trigger);
  if (that === undefined) return;
  if (isRefutedWhole(search, trigger, that)) return negate(state, 'false');
  const before = that - 1;
  if (before < 0) return;
  if (isUnsure(search, before) || isUnverified(search, before))
    return weaken(state, 'hedged', view.token(before).text);
  const told = [isNotTrue, isFalse, isDenied, isMistold].some((holds) => holds(search, before));
  if (!told && !isRefuted(search, trigger, that) && !isLie(search, trigger, that)) return;
  state.denied = before;
  negate(state, view.token(before).text);
}

/** "denied claims to have captured the town", "rejected a report of having lost it". */
function isDeniedClaim(search: Search, trigger: number): boolean {
  const { view } = search;
  let at = trigger - 1;
  while (
    at > trigger - 5 &&
    at > 0 &&
    /^(?:have|having|be|been|already|fully)$/i.test(view.token(at).text)
  )
    at--;
  if (at < 1 || !/^(?:to|of)$/i.test(view.token(at).text)) return false;
  return TOLD.test(view.lemma(at - 1)) && isFalse(search, at - 1);
}

/** The conjunction of the trigger's own clause: no finite verb stands between that does not govern it. */
function thatBefore(view: TextView, trigger: number): number | undefined {
  const { sentence } = view.token(trigger);
  for (let i = trigger - 1; i > trigger - REACH && view.tokens[i]?.sentence === sentence; i--) {
    if (view.lemma(i) === 'that') return i;
    const { upos, deprel, head } = view.token(i);
    // "no sign that he would resign, which they have demanded"
    if (head === trigger && /^(which|who|whom|where)$/.test(view.lemma(i))) return undefined;
    if (upos !== 'VERB' || !isFinite(view, i) || deprel.startsWith('acl')) continue;
    if (!governs(view, i, trigger)) return undefined;
  }
  return undefined;
}

/** "that they managed to seize it": what the verb says, it says of the trigger, too. */
function governs(view: TextView, verb: number, trigger: number): boolean {
  for (let at = trigger, step = 0; at >= 0 && step < DEEP; step++) {
    const { deprel, head, xpos } = view.token(at);
    // A clause on the side is the teller's own; "the latest city to fall" is none.
    if ((deprel.startsWith('acl') && xpos !== 'VB') || deprel === 'parataxis') return false;
    if (deprel === 'advcl' && isFinite(view, at)) return false;
    if (head === verb) return true;
    at = head;
  }
  return false;
}

const DEEP = 4;

const REFUTED =
  /\b(disinformation|misinformation|propaganda|untrue|false|fake|fakes|lies?|fabricat(?:ions?|ed)|invent(?:ions?|ed)|bogus|a hoax|handiwork|nonsense|baseless|unfounded|groundless|not true|not correspond to (the )?(reality|facts|truth)|(?:turned out|proved|proven|shown) (?:to be )?(?:wrong|mistaken|premature|incorrect|inaccurate)|have no basis|without foundation|provocation)\b/i;

/** "The statement that the town has been taken does not correspond to reality." */
function isRefuted({ view }: Search, trigger: number, that: number): boolean {
  const { first, last } = view.reading.sentences[view.token(that).sentence]!;
  let noun = that - 1;
  // "The reports published by its channels that …"
  const isMain = (at: number) =>
    view.token(at).upos === 'VERB' && !view.token(at).deprel.startsWith('acl');
  while (noun >= first && !TOLD.test(view.lemma(noun)) && !isMain(noun)) noun--;
  if (noun < first || !TOLD.test(view.lemma(noun))) return false;
  const { start, end } = view.span(trigger, last);
  return REFUTED.test(view.reading.report.body.slice(start, end).split(';')[0]!);
}

const LIAR = /\b(?:is|are) (?:a liar|liars?|lying|wrong|mistaken|misinformed|dreaming|deceived)\b/i;

/** "Whoever writes that the town has fallen is lying." */
function isLie({ view }: Search, trigger: number, that: number): boolean {
  const { first, last } = view.reading.sentences[view.token(that).sentence]!;
  const { body } = view.reading.report;
  const opening = view.span(first, that);
  const { start, end } = view.span(trigger, last);
  return (
    /\b(?:whoever|anyone who|anybody who|those who|he who|who)\b/i.test(
      body.slice(opening.start, opening.end),
    ) && LIAR.test(body.slice(start, end).split(/[;:]/)[0]!)
  );
}

/** "denies that the town has fallen", with the verb a noun to the tagger; not "did not deny that". */
const isDenied = ({ view, lexicon }: Search, word: number) =>
  lexicon.has('governsDeniedForms', view.token(word).text.toLowerCase()) &&
  ![1, 2].some((back) =>
    lexicon.has('negators', view.tokens[word - back]?.text.toLowerCase() ?? ''),
  );

const NO_TRUTH = /\bno (?:truth|substance|basis|foundation) (?:to|in|behind|for|whatsoever)\b/i;
const RUMOUR = /^(rumou?rs?|speculation|whispers?|talk)$/i;
const NOBODY = /\b(nobody|no one|no-one|none)\b/i;
const FALSELY = /^(falsely|wrongly|mistakenly|erroneously|incorrectly|prematurely)$/i;

const textOf = (tokens: TextView['tokens']) => tokens.map(({ text }) => text).join(' ');

/** "falsely reported that", "contrary to reports that" */
function isMistold({ view }: Search, word: number): boolean {
  const before = view.tokens.slice(Math.max(0, word - 3), word);
  if (view.token(word).upos === 'VERB') return before.some(({ text }) => FALSELY.test(text));
  return TOLD.test(view.lemma(word)) && /\bcontrary to\b/i.test(textOf(before));
}

/** "That the town has fallen is a lie." */
function isRefutedWhole({ view }: Search, trigger: number, that: number): boolean {
  const { first, last } = view.reading.sentences[view.token(that).sentence]!;
  const opens = view.tokens.slice(first, that).every(({ upos }) => upos === 'PUNCT');
  const { start, end } = view.span(trigger, last);
  return opens && REFUTED.test(view.reading.report.body.slice(start, end).split(';')[0]!);
}

const UNVERIFIED =
  /\b(?:unable|not(?: [a-z]+ly| yet)? (?:possible|able)|impossible|difficult|n['’]t|not|cannot)(?: been able)?(?: to)?(?: be)?(?: (?:independently|immediately|yet))* (?:verify|verified|confirm|confirmed|corroborate|corroborated)\b/i;

/** "It was not possible to verify the claim that", "reports that … could not be confirmed": nobody's claim but a rumour. */
function isUnverified({ view }: Search, noun: number): boolean {
  if (!TOLD.test(view.lemma(noun))) return false;
  const { first, last } = view.reading.sentences[view.token(noun).sentence]!;
  const owned = view.children(noun).some((child) => view.token(child).deprel === 'nmod:poss');
  if (owned || /^(?:its|their|his)$/i.test(view.tokens[noun - 1]?.text ?? '')) return false;
  const before = textOf(view.tokens.slice(Math.max(first, noun - 8), noun));
  const whole = textOf(view.tokens.slice(noun, last));
  return UNVERIFIED.test(before) || (noun - first <= 2 && UNVERIFIED.test(whole.split(/[,;]/)[0]!));
}

/** "There is no evidence that", "unconfirmed reports that", "could not verify that". */
function isUnsure({ view, lexicon }: Search, word: number): boolean {
  const back = (from: number, to: number) =>
    view.tokens.slice(Math.max(0, word - to), word - from + 1);
  if (TOLD.test(view.lemma(word)) && back(1, 2).some(({ text }) => UNSURE.test(text.toLowerCase())))
    return true;
  // "Rumours spread that", "no one has said that"
  if (view.token(word).upos === 'VERB' && back(1, 3).some(({ text }) => RUMOUR.test(text)))
    return true;
  if (NOBODY.test(textOf(back(1, 4)))) return true;
  const denied = back(1, 3).some(({ text }) => lexicon.has('negators', text.toLowerCase()));
  return denied && (EVIDENCE.test(view.lemma(word)) || BEAR_OUT.test(view.lemma(word)));
}

function isNotTrue({ view, lexicon }: Search, word: number): boolean {
  if (!TRUE.test(view.lemma(word))) return false;
  return [1, 2, 3].some((back) => {
    const text = view.tokens[word - back]?.text.toLowerCase() ?? '';
    return lexicon.has('negators', text);
  });
}

function isFalse({ view, lexicon }: Search, noun: number): boolean {
  if (!TOLD.test(view.lemma(noun))) return false;
  if (FALSE.test(view.lemma(noun - 1))) return true;
  // "There is no truth to reports that"
  if (NO_TRUTH.test(textOf(view.tokens.slice(Math.max(0, noun - 5), noun)))) return true;
  // "dismissed reports that", "rejected as lies claims that"
  for (let i = noun - 1; i > noun - 5 && view.tokens[i]; i--)
    if (lexicon.has('governsDeniedForms', view.token(i).text.toLowerCase())) return true;
  return false;
}
