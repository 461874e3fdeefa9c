import type { Attribution, Range, SpeechContext } from './rule.ts';
import { lower, trimmed } from './rule.ts';
import { childWith, relation } from './tree.ts';

const FINITE = /^VB[DZP]$/;
const JOINS = /^(?:and|but|while|whereas)$/;

/**
 * A source ends where another attribution begins: "residents reported gunfire, and a medic said",
 * "his deputy, according to aid workers, had ordered".
 */
export function withClearSources(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  return found.map((attribution) => {
    const { source, speaker } = attribution;
    const relays = attribution.relays.map((relay) => outletAlone(context, relay));
    if (source === null) return { ...attribution, relays };
    const beside = besideCue(context, source, attribution.cue);
    const whole = withoutPhrase(context, withoutClause(context, beside));
    const clear = attribution.rule === 'speech.passive' ? withoutInfinitive(context, whole) : whole;
    if (clear.first === source.first && clear.last === source.last)
      return { ...attribution, relays };
    const inside = speaker !== null && clear.first <= speaker && speaker < clear.last;
    const more = lower(context, clear.last) === 'to' && clear.last < source.last;
    return {
      ...attribution,
      relays,
      content: more
        ? [...attribution.content, { first: clear.last, last: source.last }]
        : attribution.content,
      source: clear,
      speaker: inside ? speaker : headOf(context, clear),
    };
  });
}

/** "The group has it all: spokesman Mujahid wrote": nobody's name runs across a colon or semicolon. */
function besideCue(context: SpeechContext, source: Range, cue: Range): Range {
  const breaks = [];
  for (let i = source.first; i < source.last - 1; i++)
    if (/^[:;]$/.test(lower(context, i))) breaks.push(i);
  const [first] = breaks;
  const last = breaks.at(-1);
  if (first === undefined || last === undefined) return source;
  const near =
    cue.first < source.first
      ? { first: source.first, last: first }
      : { first: last + 1, last: source.last };
  return trimmed(context, near) ?? source;
}

/** "told Reuters the rebels had left": the outlet's name, and not who stands behind it. */
function outletAlone({ outletAt, tree }: SpeechContext, relay: Range): Range {
  if (outletAt[relay.first] !== 1) return relay;
  let { last } = relay;
  for (let i = relay.first + 1; i < relay.last; i++)
    if (outletAt[i] !== 1 && tree.tokens[i]!.upos === 'DET') {
      last = i;
      break;
    }
  return last === relay.last ? relay : { first: relay.first, last };
}

/** What stands after a whole clause of its own: subject, finite verb of saying, comma or "and". */
function withoutClause(context: SpeechContext, source: Range): Range {
  const { tree, lexicon, text } = context;
  for (let i = source.last - 2; i > source.first; i--) {
    const { xpos, lemma } = text.tokens[i]!;
    if (!FINITE.test(xpos) || !lexicon.verbs.has(lemma.toLowerCase())) continue;
    if (relation(tree.tokens[i]!) === 'acl') continue;
    const subject = childWith(tree, i, 'nsubj');
    if (subject === undefined || subject < source.first || subject > i) continue;
    for (let k = source.last - 2; k > i; k--)
      if (JOINS.test(lower(context, k)))
        return trimmed(context, { first: k + 1, last: source.last }) ?? source;
  }
  return source;
}

/** "are said by residents to have left": what they are said to have done is no part of the residents. */
function withoutInfinitive(context: SpeechContext, source: Range): Range {
  for (let i = source.first + 1; i + 1 < source.last; i++)
    if (lower(context, i) === 'to' && /^(?:have|be)$/.test(lower(context, i + 1)))
      return { first: source.first, last: i };
  return source;
}

function withoutPhrase(context: SpeechContext, source: Range): Range {
  for (let i = source.first + 1; i < source.last; i++) {
    const phrases = context.lexicon.prepositions.get(lower(context, i));
    if (phrases?.some(({ words }) => words.every((word, k) => lower(context, i + k) === word)))
      return trimmed(context, { first: source.first, last: i }) ?? source;
  }
  return source;
}

function headOf({ text: { tokens } }: SpeechContext, { first, last }: Range) {
  for (let i = first; i < last; i++) {
    const { head, upos } = tokens[i]!;
    if ((head < first || head >= last) && /^(?:NOUN|PROPN|PRON)$/.test(upos)) return i;
  }
  return last - 1;
}
