import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { territoriesAt, unknownName, type Territory } from '../territory/index.ts';
import { again } from './followed.ts';
import type { TextView } from '../text-view.ts';
import { nounFrame } from './noun-frame.ts';
import { possession } from './possession.ts';
import { underControl } from './under-control.ts';
import { verbFrame } from './verb-frame.ts';

const STAND_IN = /^(be|do|have)$/;
const TOO = /^(too|likewise)$/;

/** "Bossangoa was overrun on Friday, as was Damara", "…, and Likasi too": the verb is not said again. */
export const likewise: ClaimRule = {
  name: 'likewise',
  about: 'A place of which the clause before holds, too: the verb is left out or stood in for.',
  examples: {
    yes: [
      'Goma was captured by M23 on Monday, as was Bukavu.',
      'The city of Goma fell to the rebels of M23 on Monday, and so did Bukavu.',
      'The rebels of M23 have held Goma since January, and Bukavu too.',
      'Goma is under M23 control, but Bukavu is not.',
      'The capture of Goma by M23 was followed by that of Bukavu.',
      'Goma fell to M23 in January, followed two weeks later by Bukavu and Kamanyola.',
      'First Goma fell to M23, then Bukavu.',
    ],
    no: [
      'Goma was captured by M23 as was feared in Bukavu.',
      'Goma was captured by M23, and in Bukavu shops closed too.',
      'Goma was captured by M23, followed by Bukavu residents on their phones.',
      'M23 captured Goma, then Bukavu traders shut their shops.',
    ],
  },
  find(search, sentence) {
    const drafts: Draft[] = [];
    for (let i = sentence.first + 1; i < sentence.last - 1; i++) {
      const unlike = butNot(search, i);
      const after = next(search, i);
      const name =
        standIn(search, i) ?? besideToo(search, i) ?? thatOf(search, i) ?? after ?? unlike;
      const territories = name === undefined ? [] : namedAt(search, name);
      if (territories.length === 0) continue;
      const told = toldBefore(search, sentence, i);
      if (!told || (name === after && !isLast(search, told, i))) continue;
      const too = again(told, i, territories, 'likewise');
      drafts.push(unlike === undefined ? too : { ...too, polarity: 'negative' });
    }
    return drafts;
  },
};

/** The name behind "as was", "and so did". */
function standIn({ view }: Search, at: number): number | undefined {
  const word = view.lemma(at);
  const so = word === 'so' && view.tokens[at - 1]?.upos === 'CCONJ';
  if (!so && !(word === 'as' && view.tokens[at - 1]?.text === ',')) return undefined;
  return STAND_IN.test(view.lemma(at + 1)) ? at + 2 : undefined;
}

/** The name between "and" and "too". */
function besideToo({ view }: Search, at: number): number | undefined {
  if (view.lemma(at) !== 'and') return undefined;
  const mention = view.place(at + 1);
  const last = mention?.last ?? at + 2;
  const next = view.tokens[last];
  const also = next !== undefined && TOO.test(view.lemma(last));
  const asWell = next?.text === 'as' && view.tokens[last + 1]?.text === 'well';
  return also || asWell ? at + 1 : undefined;
}

/** The name in "but Bukavu is not". */
function butNot({ view }: Search, at: number): number | undefined {
  if (view.lemma(at) !== 'but') return undefined;
  const verb = view.place(at + 1)?.last ?? at + 2;
  const stands = view.tokens[verb] !== undefined && STAND_IN.test(view.lemma(verb));
  return stands && /^(not|n't)$/.test(view.tokens[verb + 1]?.text ?? '') ? at + 1 : undefined;
}

/** The name behind "that of". */
const thatOf = ({ view }: Search, at: number): number | undefined =>
  view.lemma(at) === 'that' && view.tokens[at + 1]?.text === 'of' ? at + 2 : undefined;

/** The name in ", followed a day later by Bukavu", ", then Bukavu": nothing more is said of it. */
function next({ view }: Search, at: number): number | undefined {
  if (!/^(,|and)$/.test(view.tokens[at - 1]?.text ?? '')) return undefined;
  const word = view.token(at).text;
  const by = word === 'followed' ? byBehind(view, at) : at;
  const name = word === 'then' || word === 'followed' ? by + 1 : -1;
  const last = name > at ? endOfList(view, name) : name;
  const after = last > name ? view.tokens[last] : undefined;
  return after && (/^[,.;]$/.test(after.text) || view.time(after.index) || AFTER.test(after.text))
    ? name
    : undefined;
}

/** The "by" of "followed a day later by". */
function byBehind({ tokens }: TextView, at: number): number {
  for (let i = at + 1; i < at + FAR; i++) if (tokens[i]?.text === 'by') return i;
  return -1;
}

/** Behind the last of the names that a list at `name` joins. */
function endOfList(view: TextView, name: number): number {
  let last = name;
  for (
    let mention = view.tokens[last] && view.place(last);
    mention;
    mention = view.tokens[last] && view.place(last)
  ) {
    ({ last } = mention);
    const joined = /^(,|and)$/.test(view.tokens[last]?.text ?? '') && view.tokens[last + 1];
    if (!joined || !view.place(last + 1)) break;
    last++;
  }
  return last;
}

/** No other verb stands between. */
function isLast({ view }: Search, { trigger, tokens }: Draft, at: number): boolean {
  for (let i = trigger + 1; i < at; i++)
    if (view.token(i).upos === 'VERB' && !tokens.includes(i)) return false;
  return true;
}

const FAR = 7;
const AFTER = /^(?:on|in|two|three|four|a|days?|after|and|later|late|early|then)$/;

function namedAt(search: Search, token: number): readonly Territory[] {
  const mention = search.view.tokens[token] && search.view.place(token);
  if (mention) return territoriesAt(search, mention.head);
  return search.view.tokens[token] ? unknownName(search, token) : [];
}

/** What the sentence says before of another place. */
function toldBefore(search: Search, sentence: SentenceRange, at: number): Draft | undefined {
  return [verbFrame, nounFrame, underControl, possession]
    .flatMap((rule) => rule.find(search, sentence))
    .filter(({ kind, trigger }) => kind.startsWith('control.') && trigger < at)
    .sort((a, b) => a.trigger - b.trigger)
    .at(-1);
}
