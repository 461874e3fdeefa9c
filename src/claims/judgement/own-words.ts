import { verbGroup } from '../clause.ts';
import type { Search } from '../search.ts';
import type { TextView } from '../text-view.ts';
import { type State, weaken, negate } from './state.ts';

/** Auxiliaries, adverbs, marks and determiners of the trigger itself. */
export function ownWords(search: Search, trigger: number, state: State) {
  const { view, lexicon } = search;
  const seen = new Set<number>();
  const look = (index: number) => {
    if (seen.has(index)) return;
    seen.add(index);
    word(search, index, state);
  };
  for (const index of verbGroup(view, trigger)) look(index);
  for (const child of view.children(trigger)) {
    const { deprel } = view.token(child);
    if (/^(aux|advmod|mark|cc|discourse)/.test(deprel)) look(child);
    if (deprel === 'cop') for (const index of verbGroup(view, child)) look(index);
    // "was handed over without fighting"
    if (/^(mark|case)$/.test(deprel) && view.lemma(child) === 'without') negate(state, 'without');
    if (/^(nsubj|obj|det)/.test(deprel)) noneOf(search, child, state);
  }
  conditional(search, trigger, state);
  deniedBefore(search, trigger, state);
  labelled(search, trigger, state);
  shortOf(view, trigger, state);
  supposed(search, trigger, state);
  isGoal(search, trigger, state);
  if (yetTo(view, trigger)) negate(state, 'yet to');
  else if (isTo(view, trigger)) weaken(state, 'planned', 'be to');
  const before = view.tokens[trigger - 1];
  if (
    before &&
    lexicon.has('nearlyAdverbs', before.text.toLowerCase()) &&
    /almost|nearly/i.test(before.text)
  )
    weaken(state, 'hedged', before.text);
}

/** "is now largely under their control": not wholly. */
const NEARLY = /^(largely|mostly|nearly|almost|virtually|practically|effectively)$/;

export function word({ view, lexicon }: Search, index: number, state: State) {
  const text = view.token(index).text.toLowerCase();
  const { upos, deprel } = view.token(index);
  if (text === 'only' || text === 'longer') {
    if (text === 'longer') negate(state, 'no longer');
    return;
  }
  if (
    lexicon.has('negators', text) &&
    !(text === 'no' && view.tokens[index + 1]?.text === 'longer') &&
    !isNotOnly(view, index)
  ) {
    if (upos !== 'DET' && text !== 'without') negate(state, text);
  } else if (lexicon.has('hedgeAdverbs', text) && upos !== 'VERB') weaken(state, 'hedged', text);
  else if (deprel === 'advmod' && NEARLY.test(text)) weaken(state, 'hedged', text);
  else if (upos === 'AUX' && isUnable(view, index)) return;
  else if (isHeard(view, index)) return;
  else if (upos === 'AUX' && lexicon.has('predictiveModals', text))
    weaken(state, isOfThePast(view, index) ? 'hedged' : 'predicted', text);
  else if (upos === 'AUX' && lexicon.has('hypotheticalModals', text))
    weaken(state, 'hypothetical', text);
  else if ((deprel === 'mark' || upos === 'SCONJ') && lexicon.has('conditionalMarks', text))
    weaken(state, 'hypothetical', text);
}

/** "could not take the town", "could never hold it": it did not happen, and nothing is foretold. */
const isUnable = ({ tokens }: TextView, modal: number) =>
  /^could$/i.test(tokens[modal]!.text) &&
  /^(?:not|n['’]t|never)$/i.test(tokens[modal + 1]?.text ?? '') &&
  !/^(?:have|be)$/i.test(tokens[modal + 2]?.text ?? '');

/** "Gunfire could be heard", "we could see them": it was, and they did. */
const isHeard = ({ tokens }: TextView, modal: number) =>
  /^(?:could|can)$/i.test(tokens[modal]!.text) &&
  tokens
    .slice(modal + 1, modal + 4)
    .find(({ lemma, upos }) => lemma !== 'be' && upos !== 'ADV' && upos !== 'AUX')
    ?.lemma.match(/^(?:hear|see|watch)$/) != null;

/** "may have left", "might still be in their hands": of what has been or is, nobody is sure. */
function isOfThePast({ tokens }: TextView, modal: number): boolean {
  if (!/^(?:may|might)$/i.test(tokens[modal]!.text)) return false;
  const rest = tokens.slice(modal + 1, modal + 4);
  const verb = rest.find(({ upos }) => upos !== 'ADV');
  if (verb?.text === 'have') return verb.upos === 'AUX';
  return rest.some(({ text }) => /^(?:already|still)$/.test(text));
}

/** "not only kept the town but": kept it, and did more. */
const isNotOnly = ({ tokens }: Search['view'], index: number) =>
  /^(not|n't)$/i.test(tokens[index]!.text) &&
  /^(only|just|merely|simply)$/i.test(tokens[index + 1]?.text ?? '');

/** "no major city has fallen", "none of the districts". */
function noneOf({ view }: Search, argument: number, state: State) {
  const text = view.lemma(argument);
  if (/^(no|none|neither|nobody|nothing)$/.test(text)) return negate(state, text);
  // "any loss of the city": said only where it is asked, doubted or denied.
  if (text === 'any' && view.token(argument).deprel === 'det')
    return weaken(state, 'hypothetical', text);
  for (const child of view.children(argument)) {
    const { deprel } = view.token(child);
    if (
      (deprel === 'det' || deprel === 'advmod' || deprel === 'cc:preconj') &&
      /^(no|neither)$/.test(view.lemma(child))
    )
      return negate(state, view.lemma(child));
  }
}

const CLAUSE_EDGE = /^[,;:.!?()–—]$/;

/** A conditional word earlier in the comma segment, should the tree have lost it. */
export function conditional({ view }: Search, trigger: number, state: State) {
  const { sentence } = view.token(trigger);
  for (let i = trigger - 1, steps = 0; i >= 0 && steps < 14; i--, steps++) {
    const { text, sentence: other, upos } = view.token(i);
    if (other !== sentence || CLAUSE_EDGE.test(text)) return;
    const lower = text.toLowerCase();
    if (lower === 'that' && upos === 'SCONJ') return;
    // "Should the town fall", "Had they taken the town"
    const opens =
      (lower === 'should' && startsSegment(view, i)) ||
      (/^(Had|Were)$/.test(text) && view.reading.sentences[sentence]!.first === i);
    if (opens || lower === 'if' || lower === 'unless' || lower === 'whether' || lower === 'lest')
      return weaken(state, 'hypothetical', lower);
  }
}

/** "denies having lost", should the tagger have taken the denying word for a noun. */
function deniedBefore({ view, lexicon }: Search, trigger: number, state: State) {
  const group = verbGroup(view, trigger);
  const before = (group.at(-1) ?? trigger) - 1;
  const token = view.tokens[before];
  if (!token || token.sentence !== view.token(trigger).sentence || token.upos === 'VERB') return;
  const gerund =
    view.token(trigger).xpos === 'VBG' || group.some((i) => view.token(i).xpos === 'VBG');
  if (!gerund || !lexicon.has('governsDeniedForms', token.text.toLowerCase())) return;
  state.denied = before;
  negate(state, token.text);
}

const MEANT =
  /\b(?:aim(?:ed|ing|s)? at|intent on|bent on|(?:plan|plans|hope|hopes|call|calls) (?:for|of)(?: the| its| their)?|for (?:help|support|assistance|aid) (?:in|with))$/;
const UNMEANT = /\bno (?:intention|plans?|wish|desire|interest) (?:of|to|in)$/;
const NOT_QUITE = /\b(?:close to|short of|(?:verge|brink|edge) of)$/;
const STOPPED = /\b(?:stop(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?) short of$/;

/** "An offensive aimed at taking the town", "came close to taking it", "no intention of taking it". */
function shortOf(view: TextView, trigger: number, state: State) {
  const first = verbGroup(view, trigger).at(-1) ?? trigger;
  const before = [4, 3, 2, 1]
    .map((back) => view.tokens[first - back])
    .filter((token) => token?.sentence === view.token(trigger).sentence)
    .map((token) => token!.text.toLowerCase())
    .join(' ');
  const unmeant = UNMEANT.exec(before);
  if (unmeant) return negate(state, unmeant[0]);
  const meant = MEANT.exec(before);
  if (meant) weaken(state, 'planned', meant[0]);
  const stopped = STOPPED.exec(before);
  if (stopped) return negate(state, stopped[0]);
  const missed = NOT_QUITE.exec(before);
  if (missed) weaken(state, 'predicted', missed[0]);
}

/** "Losing the town would be a blow": what only might happen to it is said of it. */
function supposed(search: Search, trigger: number, state: State) {
  const { view } = search;
  const { xpos, sentence } = view.token(trigger);
  const alone = verbGroup(view, trigger).every((i) => i === trigger);
  if (xpos !== 'VBG' || !alone || !startsSegment(view, trigger)) return;
  const { last } = view.reading.sentences[sentence]!;
  for (let i = trigger + 1; i < last; i++) {
    const { xpos: tag, text } = view.token(i);
    if (tag === 'MD') return word(search, i, state);
    if (/^(?:VB[DPZ]|,)$/.test(tag) || CLAUSE_EDGE.test(text)) return;
  }
}

const GOAL = '(?:goals?|aims?|objectives?|priorit(?:y|ies)|targets?|ambitions?|task|dream)';
const IS_GOAL = new RegExp(
  `^[^,;:.]*?\\b(?:is|was|are|were|be|been|remains?|remained|became)\\s+(?:[^\\s,;:.]+\\s+){0,5}?${GOAL}\\b`,
  'i',
);
const MADE_GOAL = new RegExp(
  `^[^,;:.]*?\\b(?:its|their|his|her|our|a|the|as)\\s+(?:[^\\s,;:.]+\\s+)?${GOAL}\\b`,
  'i',
);
const GOAL_IS = new RegExp(
  `\\b${GOAL}\\b[^,;.]*(?:\\b(?:is|was|are|were|remains?|remained|being)(?: still)?|:)(?: the)?(?: complete| full| eventual)?\\s*$`,
  'i',
);

/** "Taking the town is the main goal", "made its capture a priority", "the aim remains the capture of". */
function isGoal({ view }: Search, trigger: number, state: State) {
  const { xpos, upos, sentence, deprel, start, end } = view.token(trigger);
  if (upos !== 'NOUN' && xpos !== 'VBG') return;
  const { body } = view.reading.report;
  const whole = view.reading.sentences[sentence]!;
  const after = body.slice(end, whole.end);
  const made = deprel === 'obj' && MADE.test(view.lemma(view.token(trigger).head));
  if (
    IS_GOAL.test(after) ||
    (made && MADE_GOAL.test(after)) ||
    GOAL_IS.test(body.slice(whole.start, start))
  )
    weaken(state, 'planned', 'goal');
}

const MADE = /^(?:make|declare|set|name|call|see|describe|consider)$/;

const LABEL = /^(?:not (?:yet )?confirmed|unconfirmed|unverified|rumou?rs?|reportedly)\b/i;
const LONGEST_LABEL = 40;

/** "Not confirmed: the loss of the town": what the line is headed by. */
function labelled({ view }: Search, trigger: number, state: State) {
  const { sentence, start } = view.token(trigger);
  const { body } = view.reading.report;
  const head = body.slice(view.reading.sentences[sentence]!.start, start);
  const colon = head.indexOf(':');
  if (colon > 0 && colon <= LONGEST_LABEL && LABEL.test(head))
    weaken(state, 'hedged', head.slice(0, colon));
}

function startsSegment(view: TextView, index: number): boolean {
  for (let i = index - 1; i >= 0; i--) {
    const { text, sentence, upos } = view.token(i);
    if (sentence !== view.token(index).sentence) return true;
    if (/^["'“”‘’`]+$/.test(text)) continue;
    return upos === 'PUNCT' || upos === 'CCONJ';
  }
  return true;
}

/** "two districts are still to be cleared": ahead. */
function isTo(view: TextView, trigger: number): boolean {
  const group = verbGroup(view, trigger);
  const to = group.findIndex((i) => view.token(i).xpos === 'TO');
  const before = to < 0 ? [] : group.slice(to + 1);
  const be = before.find((i) => view.token(i).upos !== 'ADV');
  return be !== undefined && view.lemma(be) === 'be';
}

function yetTo(view: TextView, trigger: number): boolean {
  const before = [1, 2, 3].map((back) => view.tokens[trigger - back]?.text.toLowerCase());
  return (
    (before[0] === 'to' && before[1] === 'yet') ||
    (before[0] === 'be' && before[1] === 'to' && before[2] === 'yet')
  );
}

export function question({ view }: Search, trigger: number, state: State) {
  const { sentence } = view.token(trigger);
  const last = view.tokens[view.reading.sentences[sentence]!.last - 1];
  if (last?.text === '?') weaken(state, 'hypothetical', '?');
}
