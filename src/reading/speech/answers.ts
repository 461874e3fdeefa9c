import type { Attribution, Range, SpeechContext } from './rule.ts';

const LEAST_QUESTIONS = 4;
/** Paragraphs before the first question in which whoever answers is introduced. */
const OPENING = 3;
const OWN = /^(?:i|we|my|our|me|us|mine|ours)$/i;
const ADDRESSED = /^(?:you|your|yours)$/i;

interface Turn extends Range {
  readonly asks: boolean;
}

/**
 * An interview in print: paragraphs that ask, each with a paragraph that answers, and one person named
 * before the first question. What answers is that person's, though nobody is named beside it.
 */
export function withAnswers(
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] {
  if (context.transcript) return found;
  const turns = turnsOf(context);
  const first = turns.findIndex(({ asks }) => asks);
  if (first < 1 || first > OPENING) return found;
  const questions = turns.filter(({ asks }) => asks);
  if (questions.length < LEAST_QUESTIONS || !says(context, questions, ADDRESSED)) return found;
  const answers = turns.filter(({ asks }, i) => i > first && !asks && turns[i - 1]!.asks);
  const speaker = onlyPerson(context, turns.slice(0, first));
  if (!speaker || !says(context, answers, OWN)) return found;
  return [...found, ...answers.map((answer) => answered(answer, speaker))];
}

function answered({ first, last }: Range, speaker: Range): Attribution {
  return {
    rule: 'speech.answer',
    head: first - 1,
    cue: { first: first - 1, last: first },
    source: speaker,
    speaker: speaker.last - 1,
    content: [{ first, last }],
    relays: [],
    stance: 'says',
    hedged: false,
    act: 'speech',
  };
}

const says = ({ text }: SpeechContext, turns: readonly Range[], words: RegExp) =>
  turns.some(({ first, last }) => text.tokens.slice(first, last).some((t) => words.test(t.text)));

/** Paragraphs; one asks that ends in a question mark, or speaks to "you" and not of "us". */
function turnsOf(context: SpeechContext): readonly Turn[] {
  const { tokens, sentences } = context.text;
  const turns: Turn[] = [];
  for (let i = 0; i < sentences.length;) {
    const { paragraph, first } = sentences[i]!;
    let last = first;
    for (; sentences[i]?.paragraph === paragraph; i++) last = sentences[i]!.last;
    const range = { first, last };
    const put = says(context, [range], ADDRESSED) && !says(context, [range], OWN);
    turns.push({ ...range, asks: tokens[last - 1]!.text === '?' || put });
  }
  return turns;
}

/** The one name of two words or more in these paragraphs. */
function onlyPerson({ personAt }: SpeechContext, turns: readonly Range[]): Range | undefined {
  const found: Range[] = [];
  for (const { first, last } of turns)
    for (let i = first; i < last; i++) {
      let end = i;
      while (end < last && personAt[end] === 1) end++;
      if (end > i + 1) found.push({ first: i, last: end });
      i = Math.max(i, end);
    }
  return found.length === 1 ? found[0] : undefined;
}
