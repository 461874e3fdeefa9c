import { merge } from './content.ts';
import type { Attribution, Range, SpeechContext, SpeechRule } from './rule.ts';
import { lower, trimmed } from './rule.ts';
import { stanceAt } from './stance.ts';
import { agentOf, phrase, subjectOf } from './source.ts';
import { childWith, relation } from './tree.ts';
import { cueRange } from './verb.ts';

/** "is believed to be in control", "it was reported that", "was quoted by Interfax as saying". */
export const passive: SpeechRule = {
  name: 'speech.passive',
  find(index, context) {
    const { tree, lexicon } = context;
    const token = tree.tokens[index]!;
    if (token.xpos !== 'VBN' || childWith(tree, index, 'aux:pass', 'nsubj:pass') === undefined)
      return undefined;
    const lemma = token.lemma.toLowerCase();
    if (lemma === 'quote' || lemma === 'cite') return quoted(context, index);
    if (!lexicon.passives.has(lemma) && !lexicon.verbs.has(lemma)) return undefined;
    const agent = agentOf(context, index);
    const content = raised(context, index) ?? (agent && reported(context, index));
    if (content === undefined) return undefined;
    return {
      rule: 'speech.passive',
      head: index,
      cue: cueRange(context, index),
      source: agent?.range ?? null,
      speaker: agent?.head ?? null,
      content,
      relays: [],
      stance: stanceAt(context, index, lexicon.verbs.get(lemma) ?? 'says'),
      hedged: agent === undefined,
      act: lexicon.passives.has(lemma) || lexicon.verbs.has(lemma) ? 'speech' : 'attitude',
    };
  },
};

/** The subject raised out of the clause, and the rest of the clause. */
function raised(context: SpeechContext, verb: number): readonly Range[] | undefined {
  const { tree } = context;
  const clause = childWith(tree, verb, 'xcomp', 'ccomp', 'csubj:pass', 'csubj');
  const subject = childWith(tree, verb, 'nsubj:pass', 'nsubj');
  if (clause === undefined) return undefined;
  const ranges = [trimmed(context, { first: tree.left[clause]!, last: tree.right[clause]! + 1 })];
  // "it" and "there" stand for the clause; a "that" clause has a subject of its own.
  if (subject !== undefined && relation(tree.tokens[clause]!) === 'xcomp')
    ranges.unshift(phrase(context, subject, verb)?.range);
  return merge(ranges.filter((range) => range !== undefined));
}

const OF_EVENTS = /^(?:confirm|announce|report|deny|acknowledge|admit|claim|dispute)$/;

/** "The capture of the town is confirmed by a member of the council." */
function reported(context: SpeechContext, verb: number): readonly Range[] | undefined {
  const { tree } = context;
  const subject = childWith(tree, verb, 'nsubj:pass');
  if (subject === undefined || !OF_EVENTS.test(tree.tokens[verb]!.lemma)) return undefined;
  const whole = tree.tokens[subject]!.upos === 'NOUN' ? phrase(context, subject, verb) : undefined;
  return whole && [whole.range];
}

const AS_REACH = 16;

/** "was quoted by Interfax as saying": the subject speaks, what stands after "by" relays. */
function quoted(context: SpeechContext, verb: number): Attribution | undefined {
  const { text } = context;
  const speaker = subjectPassive(context, verb);
  if (speaker === undefined) return undefined;
  const sentence = text.sentences[text.tokens[verb]!.sentence]!;
  const end = Math.min(sentence.last, verb + AS_REACH);
  let as = verb + 1;
  while (as < end && lower(context, as) !== 'as') as++;
  const saying = text.tokens[as + 1];
  if (as === end || saying?.xpos !== 'VBG') return undefined;
  const rest = trimmed(context, { first: as + 2, last: sentence.last });
  if (rest === undefined) return undefined;
  const by = trimmed(context, { first: verb + 2, last: as });
  return {
    rule: 'speech.quoted-by',
    head: verb,
    cue: { first: cueRange(context, verb).first, last: verb + 1 },
    source: speaker.range,
    speaker: speaker.head,
    content: [rest],
    relays: lower(context, verb + 1) === 'by' && by !== undefined ? [by] : [],
    stance: 'says',
    hedged: false,
    act: 'speech',
    // "making the comment": the words are those of the sentence before.
    ...(/^(?:making|giving|issuing)$/i.test(saying.text) ? { refersBack: true } : {}),
  };
}

const subjectPassive = (context: SpeechContext, verb: number) => {
  const subject = childWith(context.tree, verb, 'nsubj:pass', 'nsubj');
  return subject === undefined ? subjectOf(context, verb) : phrase(context, subject, verb);
};
