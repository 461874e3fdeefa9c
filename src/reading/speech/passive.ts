import { merge } from './content.ts';
import type { Attribution, Range, SpeechContext, SpeechRule } from './rule.ts';
import { trimmed } from './rule.ts';
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
    const content = raised(context, index);
    if (content === undefined) return undefined;
    const agent = agentOf(context, index);
    return {
      rule: 'speech.passive',
      head: index,
      cue: cueRange(context, index),
      source: agent?.range ?? null,
      speaker: agent?.head ?? null,
      content,
      relays: [],
      stance: lexicon.verbs.get(lemma) ?? 'says',
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

/** Speaker, then the agency that quotes: the subject speaks, the agent relays. */
function quoted(context: SpeechContext, verb: number): Attribution | undefined {
  const { tree, text } = context;
  const speaker = subjectPassive(context, verb);
  if (speaker === undefined) return undefined;
  const saying = tree
    .children(verb)
    .find(
      (child) =>
        child > verb &&
        /^(?:advcl|xcomp|ccomp|obl)/.test(tree.tokens[child]!.deprel) &&
        tree.tokens[child]!.xpos === 'VBG',
    );
  const agent = agentOf(context, verb);
  const sentence = text.sentences[tree.tokens[verb]!.sentence]!;
  const from = saying === undefined ? verb + 1 : saying + 1;
  const rest = trimmed(context, { first: from, last: sentence.last });
  if (rest === undefined) return undefined;
  return {
    rule: 'speech.quoted-by',
    head: verb,
    cue: {
      first: cueRange(context, verb).first,
      last: saying === undefined ? verb + 1 : saying + 1,
    },
    source: speaker.range,
    speaker: speaker.head,
    content: [rest],
    relays: agent === undefined ? [] : [agent.range],
    stance: 'says',
    hedged: false,
    act: 'speech',
  };
}

const subjectPassive = (context: SpeechContext, verb: number) => {
  const subject = childWith(context.tree, verb, 'nsubj:pass', 'nsubj');
  return subject === undefined ? subjectOf(context, verb) : phrase(context, subject, verb);
};
