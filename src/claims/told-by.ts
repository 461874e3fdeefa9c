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
