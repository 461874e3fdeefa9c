import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import type { TextView } from '../text-view.ts';
import { territoriesAt } from '../territory/index.ts';
import { again, followed } from './followed.ts';
import { nounFrame } from './noun-frame.ts';
import { underControl } from './under-control.ts';
import { verbFrame } from './verb-frame.ts';

/** "took Goma on Monday, and Bukavu two days later": the verb is said once, the time of each. */
export const gapped: ClaimRule = {
  name: 'gapped',
  about: 'A place with a time of its own, of which the verb of the clause before holds.',
  examples: {
    yes: [
      'M23 captured Goma on Monday, and Bukavu two days later.',
      'Goma fell to the rebels of M23 in January and Bukavu in February.',
      'The rebels of M23 have held Goma since January and Bukavu since February.',
      'Goma was taken on Monday by the rebels of M23, Bukavu on Wednesday.',
    ],
    no: [
      'M23 captured Goma on Monday, and Bukavu on Wednesday was quiet.',
      'M23 captured Goma on Monday; talks were held in Doha on Tuesday and Luanda on Friday.',
    ],
  },
  find(search, sentence) {
    const { view } = search;
    const drafts: Draft[] = [];
    let told: readonly Draft[] | undefined;
    for (let i = sentence.first + 2; i < sentence.last; i++) {
      const mention = view.place(i);
      if (mention?.first !== i || !isJoined(view, i) || !isDated(view, mention.last, sentence))
        continue;
      told ??= toldIn(search, sentence);
      const [before] = told.filter(({ trigger }) => trigger < i).slice(-1);
      if (!before || !isShared(view, before, i)) continue;
      const territories = territoriesAt(search, mention.head).slice(0, 1);
      if (territories.length > 0) drafts.push(again(before, i, territories, 'gapped'));
    }
    return drafts;
  },
};

const isJoined = ({ tokens }: TextView, first: number) =>
  /^(,|and|then)$/.test(tokens[first - 1]?.text ?? '');

const TIME_WORD =
  /^(since|on|in|by|from|late|later|early|earlier|after|afterwards|before|then|the|a|an|that|days?|weeks?|months?|hours?|years?|fortnight|\d+(st|nd|rd|th))$/i;
const TELLING = /^(days?|weeks?|months?|hours?|years?|fortnight|\d+(st|nd|rd|th))$/i;

/** Nothing but a time behind the name, and no verb before its part of the sentence ends. */
function isDated(view: TextView, last: number, sentence: SentenceRange): boolean {
  let dated = false;
  let at = last;
  for (; at < sentence.last; at++) {
    const { text, upos } = view.token(at);
    const time = view.time(at) !== undefined;
    if (!time && upos !== 'NUM' && !TIME_WORD.test(text)) break;
    dated ||= time || TELLING.test(text);
  }
  if (!dated) return false;
  for (; at < sentence.last; at++) {
    const { text, upos } = view.token(at);
    if (/^([,;:.–—]|and)$/.test(text)) return true;
    if (upos === 'VERB' || upos === 'AUX') return false;
  }
  return true;
}

const toldIn = (search: Search, sentence: SentenceRange) =>
  [verbFrame, nounFrame, underControl, followed]
    .flatMap((rule) => rule.find(search, sentence))
    .filter(({ kind }) => kind.startsWith('control.'))
    .sort((a, b) => a.trigger - b.trigger);

/** The clause before has a time, too, and no other verb stands between. */
function isShared(view: TextView, { trigger, tokens, territories }: Draft, at: number): boolean {
  if (territories.some(({ first, last }) => first <= at && at < last)) return false;
  let dated = false;
  for (let i = trigger + 1; i < at; i++) {
    if (view.token(i).upos === 'VERB' && !tokens.includes(i) && !isCue(view, i)) return false;
    dated ||= view.time(i) !== undefined || TELLING.test(view.token(i).text);
  }
  return dated;
}

/** "was lost on Friday, officials said, and Bukavu on Sunday" */
const isCue = (view: TextView, at: number) => {
  const { start, end } = view.token(at);
  return view.reading.speech.some(
    ({ cue }) => cue !== null && cue.start <= start && end <= cue.end,
  );
};
