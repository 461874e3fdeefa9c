import { MOST_FEATURES, newScores } from '../../perceptron/weights.ts';
import { clearOf, merge } from '../content.ts';
import { relaysOf } from '../relays.ts';
import { type Attribution, inside, lower, type Range, type SpeechContext } from '../rule.ts';
import { SPEECH_RULES } from '../rules.ts';
import { antecedent } from '../source.ts';
import { stanceAt } from '../stance.ts';
import { childWith } from '../tree.ts';
import { cueRange, mayAttribute } from '../verb.ts';
import { type Atoms, atomsOf } from './atoms.ts';
import { cueFeatures, mayBeCue } from './cue-features.ts';
import { frameContext, type FrameContext, frameFeatures } from './cue-frame.ts';
import { decodeRoles } from './decode.ts';
import { FAINT, LINEAR_SHARE, type SpeechModel } from './model.ts';
import { inputReader } from './network-input.ts';
import { CONTENT_OPENS, roleContext, SOURCE_OPENS } from './role-features.ts';

/** What the first rule that answers makes of a token. */
export function ruleAt(index: number, context: SpeechContext): Attribution | undefined {
  for (const rule of SPEECH_RULES) {
    const found = rule.find(index, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * How far below the threshold, in log odds, a rule's finding still stands. These constructions are plain where
 * they apply, and rarer in the corpus that the weights come from than in reports of war.
 */
const LENIENCE: Readonly<Record<string, number>> = {
  'speech.quoted-by': Infinity,
  'speech.according': Infinity,
  'speech.passive': 3,
  'speech.noun': 4,
  'speech.verb': 2,
  'speech.block': Infinity,
  'speech.colon': Infinity,
  'speech.dash': Infinity,
};

/** A verb is plain before a "that" clause or a quote; "disclosed their taxes" may say nothing. */
function lenience({ rule, content }: Attribution, context: SpeechContext): number {
  const most = LENIENCE[rule] ?? 0;
  if (rule !== 'speech.verb') return most;
  const { first } = content[0]!;
  return context.quoteAt[first]! >= 0 || lower(context, first) === 'that' ? most : 0;
}

/** What these rules mark off needs no weights: a quote, or the rest of a paragraph. */
const OWN_EDGES = new Set(['speech.block', 'speech.colon', 'speech.dash', 'speech.quoted-by']);

/** By how much a token looks like the head of a cue; undefined where it plainly is none. */
function cueScorer(frames: FrameContext, model: SpeechModel) {
  const { cues, unit, network, categories } = model;
  const features = new Int32Array(MOST_FEATURES);
  const scores = newScores(cues, 2);
  const inputOf = inputReader(frames, network.vectors);
  const known = new Int32Array(MOST_FEATURES);
  return (index: number, rule: Attribution | undefined): number | undefined => {
    cues.score(features, cueFeatures(frames, { index, rule }, features), scores);
    const near = (scores[1]! - scores[0]!) * unit;
    if (rule === undefined && near <= FAINT) return undefined;
    cues.score(features, frameFeatures(frames, { index, from: 0 }, features), scores);
    const whole = near + (scores[1]! - scores[0]!) * unit;
    const input = inputOf({ index, rule, near, whole });
    let count = 0;
    for (const hash of input.categories) {
      const row = categories.get(hash);
      if (row !== undefined) known[count++] = row;
    }
    const log = network.score({ ...input, categories: known.subarray(0, count) });
    return log + LINEAR_SHARE * whole;
  };
}

/** Every attribution: the rules propose, the weights decide and draw the edges. */
export function findLearned(context: SpeechContext, model: SpeechModel): readonly Attribution[] {
  const atoms = atomsOf(context);
  const frames = frameContext(context, atoms);
  const scoreOf = cueScorer(frames, model);
  const found: Attribution[] = [];
  for (let index = 0; index < context.text.tokens.length; index++) {
    const rule = ruleAt(index, context);
    if (rule === undefined && (model.silent.has(atoms.lemma[index]!) || !mayBeCue(context, index)))
      continue;
    const score = scoreOf(index, rule);
    if (score === undefined) continue;
    const margin = model.slope * (score - model.threshold);
    const ruled = rule?.act === 'speech' && margin > -lenience(rule, context);
    if (margin <= 0 && !ruled) continue;
    // Below the threshold the rule stands alone, so its own edges do too.
    const own = margin <= 0 || OWN_EDGES.has(rule?.rule ?? '');
    const attribution = own ? rule : rolesAt(context, { atoms, index, rule }, model);
    if (attribution === undefined) continue;
    const odds = model.slope * score + model.offset;
    found.push({ ...attribution, confidence: 1 / (1 + Math.exp(-odds)) });
    // "was quoted by Interfax as saying" is one cue, not two.
    if (attribution.rule === 'speech.quoted-by') index = attribution.content[0]!.first - 1;
  }
  return found;
}

/** Says nothing alone: a stray mark, or "it" that stands for a clause: "It is believed that". */
const IDLE = /^(?:it|there|[^\p{L}\p{N}]+)$/iu;

interface Cue {
  readonly atoms: Atoms;
  readonly index: number;
  readonly rule: Attribution | undefined;
}

function rolesAt(
  context: SpeechContext,
  { atoms, index, rule }: Cue,
  model: SpeechModel,
): Attribution | undefined {
  const role = roleContext(context, atoms, index, rule);
  const labels = decodeRoles(model, role);
  const drawn = rangesOf(labels, CONTENT_OPENS, role.first);
  const drawnSource = longest(rangesOf(labels, SOURCE_OPENS, role.first));
  const source = sourceFor(context, { index, rule }, drawnSource);
  const whole = merge(
    drawn.map((range) => withOpening(context, withWholeQuotes(context, range, index), index)),
  );
  const content = (source === null ? whole : clearOf(whole, [source])).filter(
    ({ first, last }) => last - first > 1 || !IDLE.test(context.text.tokens[first]!.text),
  );
  if (content.length === 0) return rule;
  return describe(context, { index, rule }, { source, content });
}

/** The drawn source, unless the subject right before the verb is left out of it. */
function sourceFor(
  context: SpeechContext,
  { index, rule }: Pick<Cue, 'index' | 'rule'>,
  drawn: Range | null,
): Range | null {
  const own = rule?.source ?? null;
  if (drawn === null) return own;
  const beside = own !== null && own.last === rule!.cue.first;
  const apart = beside && (drawn.last <= own.first || drawn.first >= own.last);
  const subject = apart ? childWith(context.tree, index, 'nsubj') : undefined;
  if (own !== null && subject !== undefined && inside(own, subject)) return own;
  return unquoted(context, drawn) ?? own;
}

function describe(
  context: SpeechContext,
  { index, rule }: Pick<Cue, 'index' | 'rule'>,
  { source: drawn, content }: { readonly source: Range | null; readonly content: readonly Range[] },
): Attribution {
  const verb = context.text.tokens[index]!.upos === 'VERB';
  // What stands before a passive is what was said, not who said it.
  const source = drawn !== null && verb && isUndergone(context, index, drawn) ? null : drawn;
  const cue = rule?.cue ?? (verb ? cueRange(context, index) : { first: index, last: index + 1 });
  const own = rule ?? unruled(context, index, { source, content });
  return {
    ...own,
    head: index,
    cue,
    source,
    speaker: source === null ? null : speakerIn(context, source),
    content,
    hedged: own.hedged && source === null,
  };
}

function isUndergone({ tree }: SpeechContext, verb: number, source: Range) {
  if (childWith(tree, verb, 'aux:pass', 'nsubj:pass') === undefined) return false;
  return !/^(?:by|from|to)$/i.test(tree.tokens[source.first - 1]?.text ?? '');
}

/** What the lexicon says of a cue that no rule knows. */
function unruled(
  context: SpeechContext,
  index: number,
  { source, content }: { readonly source: Range | null; readonly content: readonly Range[] },
): Pick<Attribution, 'rule' | 'relays' | 'stance' | 'hedged' | 'act'> {
  const { lexicon, text, quotes, quoteAt } = context;
  const { upos, lemma } = text.tokens[index]!;
  const verb = upos === 'VERB';
  const stance = (verb ? lexicon.verbs : lexicon.nouns).get(lemma.toLowerCase());
  // Words in quotes that nobody says are scare quotes: the so-called "safe zone".
  const quoted = content.some(
    ({ first, last }) => quotes[quoteAt[first]!]?.first === first && last - first > SCARE,
  );
  const known = stance !== undefined && source !== null && mayAttribute(context, lemma, content);
  return {
    rule: `speech.${NAMES[upos] ?? 'phrase'}`,
    relays: verb ? relaysOf(context, index) : [],
    stance: stanceAt(context, index, stance ?? 'says'),
    hedged: false,
    act: known || (verb && quoted) ? 'speech' : 'attitude',
  };
}

/** Tokens of a quote, marks included, up to which it may be a scare quote. */
const SCARE = 6;

const NAMES: Readonly<Record<string, string>> = {
  VERB: 'verb',
  NOUN: 'noun',
  PUNCT: 'colon',
  ADV: 'adverb',
};

/** Without a mark at either edge: it belongs to the quote beside it. Marks alone name nobody. */
function unquoted({ text }: SpeechContext, { first, last }: Range): Range | undefined {
  const mark = (index: number) => /^["“”„'‘]$|^''$|^``$/.test(text.tokens[index]!.text);
  const start = mark(first) ? first + 1 : first;
  const end = last > start && mark(last - 1) ? last - 1 : last;
  for (let i = start; i < end; i++)
    if (/[\p{L}\p{N}]/u.test(text.tokens[i]!.text)) return { first: start, last: end };
  return undefined;
}

/** Runs of one role; an opening label starts a new one. */
function rangesOf(labels: Uint8Array, opens: number, offset: number): readonly Range[] {
  const ranges: Range[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== opens && labels[i] !== opens + 1) continue;
    const first = i;
    while (i + 1 < labels.length && labels[i + 1] === opens + 1) i++;
    ranges.push({ first: first + offset, last: i + 1 + offset });
  }
  return ranges;
}

const longest = (ranges: readonly Range[]) =>
  ranges.reduce<Range | null>(
    (best, range) =>
      best === null || range.last - range.first > best.last - best.first ? range : best,
    null,
  );

/**
 * A quote that runs over the sentence's edge belongs to the content as a whole; the closing mark of a
 * quote that holds the cue does not.
 */
function withWholeQuotes(
  { text, quotes, quoteAt }: SpeechContext,
  { first, last }: Range,
  cue: number,
): Range {
  const opening = quotes[quoteAt[first]!];
  const closing = quotes[quoteAt[last - 1]!];
  const own = quotes[quoteAt[cue]!];
  if (own !== undefined && (opening === own || closing === own))
    return { first, last: last === own.last && last - first > 1 ? last - 1 : last };
  const sentence = text.sentences[text.tokens[first]!.sentence]!;
  const before = opening !== undefined && opening.first < sentence.first;
  const after = closing !== undefined && closing.last > sentence.last;
  return {
    first: before && first <= sentence.first + 1 ? opening.first : first,
    last: after && last >= sentence.last - 1 ? closing.last : last,
  };
}

/** Of these an opening is made that belongs to the clause after it: "In May the group took the port, he said." */
const OPENING = /^(?:ADP|NUM|NOUN|PROPN|DET|ADJ|SYM)$/;

/** With what opens the sentence, where no mark parts it from the clause before the cue. */
function withOpening({ text }: SpeechContext, range: Range, cue: number): Range {
  const { first } = text.sentences[text.tokens[cue]!.sentence]!;
  if (range.last > cue || range.first <= first || text.tokens[first]!.upos !== 'ADP') return range;
  for (let i = first; i < range.first; i++) {
    const { upos, lemma } = text.tokens[i]!;
    if (!OPENING.test(upos) && lemma !== 'and') return range;
  }
  return { first, last: range.last };
}

/** Head of the noun phrase that names the speaker; the antecedent of "who". */
function speakerIn(context: SpeechContext, source: Range): number {
  const { tokens } = context.text;
  let head = source.last - 1;
  for (let i = source.first; i < source.last; i++)
    if (!inside(source, tokens[i]!.head) && /^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos)) {
      head = i;
      break;
    }
  return antecedent(context, head) ?? head;
}
