import { behind } from '../clause.ts';
import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { surfaceSubject } from '../subject.ts';
import { territoriesAt, unknownName, type Territory } from '../territory/index.ts';
import { verbFrame } from './verb-frame.ts';

const LATER = /^(later|after|afterwards|next|then|soon|suit|shortly|day|week|hour|month)s?$/;

/** "Minova fell to the rebels. Sake followed two days later." */
export const followed: ClaimRule = {
  name: 'followed',
  about: 'A place to which happened what the sentence before tells of another.',
  examples: {
    yes: [
      'Goma fell to the rebels of M23 on Monday. Bukavu followed two weeks later.',
      'The city of Goma has been besieged by M23 since May. So have Bukavu and Uvira.',
      'M23 captured Goma in January. The city of Bukavu followed soon after.',
    ],
    no: ['Goma fell to the rebels of M23. Talks in Doha followed.'],
  },
  find(search, sentence) {
    const { view } = search;
    const too = soDid(search, sentence);
    if (too) return [too];
    for (let i = sentence.first; i < sentence.last; i++) {
      if (view.lemma(i) !== 'follow' || view.token(i).upos !== 'VERB') continue;
      if (!/^VB[DZP]$/.test(view.token(i).xpos) || !isLater(search, i, sentence)) continue;
      const territories = namedBefore(search, i, sentence);
      const gain = territories.length > 0 ? gainBefore(search, sentence, i) : undefined;
      if (!gain) continue;
      return [again(gain, i, territories)];
    }
    return [];
  },
};

/** What is told of one place told of others. */
export const again = (
  { kind, actor, target, gainerUnsaid }: Draft,
  trigger: number,
  territories: readonly Territory[],
  rule = 'followed',
): Draft => ({
  kind,
  rule,
  trigger,
  tokens: [trigger],
  ...(actor ? { actor } : {}),
  ...(target ? { target } : {}),
  ...(gainerUnsaid ? { gainerUnsaid } : {}),
  territories,
  certainty: 0.8,
});

/** "Djibo has been blockaded since 2022. So have Arbinda and Sebba." */
function soDid(search: Search, { index, first, last }: SentenceRange): Draft | undefined {
  const { view } = search;
  if (view.lemma(first) !== 'so' || !/^(have|be|do)$/.test(view.lemma(first + 1))) return undefined;
  const before = view.reading.sentences[index - 1];
  if (!before || last - first > SHORT) return undefined;
  const named: Territory[] = [];
  for (let i = first + 2; i < last; i++) {
    const mention = view.place(i);
    if (mention) named.push(...territoriesAt(search, mention.head).slice(0, 1));
    else named.push(...unknownName(search, i));
    if (mention) i = mention.last - 1;
  }
  const [told] = verbFrame.find(search, before).filter(({ kind }) => kind.startsWith('control.'));
  return told && named.length > 0 ? again(told, first + 1, named) : undefined;
}

const SHORT = 16;

function isLater({ view }: Search, verb: number, { last }: SentenceRange): boolean {
  // "Goma fell, followed a day later by Bukavu": what follows stands behind.
  if (behind(view, verb, 'by').length > 0) return false;
  for (let i = verb + 1; i < Math.min(last, verb + 5); i++)
    if (LATER.test(view.lemma(i)) || view.time(i)) return true;
  return false;
}

/** The place at the head of the clause, whatever the tree makes of it. */
function namedBefore(search: Search, verb: number, { first }: SentenceRange): readonly Territory[] {
  const { view } = search;
  const subject = surfaceSubject(view, verb);
  const named = subject === undefined ? [] : territoriesAt(search, subject);
  if (named.some(({ place }) => 'id' in place)) return named;
  const mention = view.place(first);
  return mention ? territoriesAt(search, mention.head) : [];
}

function gainBefore(search: Search, { index }: SentenceRange, verb: number): Draft | undefined {
  const { sentences } = search.view.reading;
  for (const one of [sentences[index]!, sentences[index - 1]]) {
    const gains = one
      ? verbFrame
          .find(search, one)
          .filter(({ kind, trigger }) => trigger < verb && /captured|surrendered/.test(kind))
      : [];
    const last = gains.at(-1);
    if (last) return last;
  }
  return undefined;
}
