import type { ClaimRule, Draft, Search, SentenceRange } from '../draft.ts';
import { participantsAt } from '../participant.ts';
import { territoriesAt, unknownName, type Territory } from '../territory/index.ts';

const IN = /^(in|inside)$/i;
const ADVERB = /^(now|already|still|also|today|tonight)$/i;
const ENDS = /^(after|as|and|but|while|amid|despite|since|[.,;:–—])$/i;

/** "Rebels now in Janzour", "Taliban fighters in Herat after army flees": a headline leaves out the verb. */
export const linePresence: ClaimRule = {
  name: 'line-presence',
  about: 'A line that opens with an armed side and says, without a verb, where it is.',
  examples: {
    yes: [
      'Rebels of M23 now in Goma, residents say.',
      'Taliban fighters in Herat after army flees',
      'Taliban still in Herat as talks go on',
    ],
    no: [
      'Taliban fighters in Herat said that they were calm.',
      'Taliban fighters in Herat are calm.',
      'Taliban leader now in Doha, officials say.',
      'Taliban in talks in Herat after army flees',
    ],
  },
  find(search, sentence) {
    const draft = at(search, sentence);
    return draft ? [draft] : [];
  },
};

function at(search: Search, { index, first, last }: SentenceRange): Draft | undefined {
  const { view } = search;
  const opening = /^(the|some|[-•*–])$/i.test(view.token(first).text) ? first + 1 : first;
  const actor = opening < last ? participantsAt(search, headAt(search, opening))[0] : undefined;
  if (!actor?.armed || /^(person|state)$/.test(actor.mention?.kind ?? '')) return undefined;
  let next = Math.max(actor.head + 1, view.actor(opening)?.last ?? 0);
  const adverb = next < last && ADVERB.test(view.token(next).text);
  const still = adverb && /^still$/i.test(view.token(next).text);
  if (adverb) next++;
  if (next + 1 >= last || !IN.test(view.token(next).text)) return undefined;
  // Without "now" or "still" only a headline says that they are there.
  if (!adverb && view.reading.sentences[index]!.form !== 'headline') return undefined;
  const territories = placesFrom(search, next + 1, last);
  if (territories.length === 0) return undefined;
  return {
    kind: still ? 'control.held' : 'control.contested',
    rule: 'line-presence',
    trigger: actor.head,
    tokens: [actor.head, next],
    actor,
    territories,
    polarity: 'positive',
    modality: 'stated',
    certainty: 0.7,
  };
}

/** "Gargaresh and Janzour", with the end of the line or another clause behind them. */
function placesFrom(search: Search, first: number, last: number): readonly Territory[] {
  const { view } = search;
  const found: Territory[] = [];
  for (let i = first; i < last;) {
    const mention = view.place(i);
    const named = mention
      ? territoriesAt(search, mention.head).filter((one) => one.first === mention.first)
      : unknownName(search, i);
    if (named.length === 0) return [];
    found.push(...named);
    i = mention?.last ?? named[0]!.last;
    const joined = /^(and|,)$/i.test(view.tokens[i]?.text ?? '') && isName(search, i + 1, last);
    if (joined) i++;
    else if (i < last && !ENDS.test(view.token(i).text)) return [];
    else break;
  }
  return found.filter(({ place }) => !('id' in place) || place.precision !== 'country');
}

const isName = (search: Search, token: number, last: number) =>
  token < last && (search.view.place(token) ?? unknownName(search, token)[0]) !== undefined;

const headAt = ({ view }: Search, token: number) => view.actor(token)?.head ?? token;
