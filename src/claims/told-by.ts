import type { ActorReference } from '../domain/index.ts';
import { isAgency, speechAt } from './chain.ts';
import type { Search } from './draft.ts';
import { participantsAt } from './participant.ts';

const TELLS =
  /^(tweets?|tweeted|writes?|wrote|posts?|posted|says?|said|claims?|claimed|announces?|announced)$/;
/** Words of a clause before its verb. */
const CLAUSE = 14;

/**
 * "…; Zabihullah Mujahid tweets that the city was taken": who stands right before a word of telling
 * and "that", whatever the tagger took the word for. For sentences in which nobody else is heard.
 */
export function toldBy(search: Search, trigger: number): ActorReference | undefined {
  const { view } = search;
  const { sentence, start } = view.token(trigger);
  const heard = speechAt(view.reading, start);
  if (heard?.source && !isAgency(view.reading, heard)) return undefined;
  const trailing = trailingTeller(search, trigger);
  if (trailing) return trailing;
  for (let i = trigger - 1; i > Math.max(0, trigger - CLAUSE); i--) {
    const token = view.token(i);
    if (token.sentence !== sentence || /^[;:.]$/.test(token.text)) return undefined;
    if (token.text !== 'that' || !TELLS.test(view.token(i - 1).text.toLowerCase())) continue;
    const mention = view.actor(i - 2);
    if (mention?.last !== i - 1 || mention.kind !== 'person') return undefined;
    return participantsAt(search, mention.head)[0]?.reference;
  }
  return undefined;
}

const TELLS_LAST = /^(reports?|claims?|insists?|tweets?|writes?|says?|said)$/;

/** "…, a priest reports.": the last words of a sentence, behind a comma. */
function trailingTeller(search: Search, trigger: number): ActorReference | undefined {
  const { view } = search;
  const { last } = view.reading.sentences[view.token(trigger).sentence]!;
  const verb = last - 2;
  if (verb - 1 <= trigger || !TELLS_LAST.test(view.token(verb).text)) return undefined;
  let first = verb - 1;
  while (first > trigger && /^(NOUN|PROPN|ADJ|DET)$/.test(view.token(first).upos)) first--;
  if (view.token(first).text !== ',' || verb - first < 2) return undefined;
  const named = participantsAt(search, verb - 1)[0]?.reference;
  if (named && view.lemma(verb - 1) !== 'media') return named;
  const opening = first + 2;
  if (view.token(first + 1).upos !== 'DET' || opening >= verb) return undefined;
  const { start, end } = view.span(opening, verb);
  const text = view.reading.report.body.slice(start, end);
  return { name: text, text, start, end };
}
