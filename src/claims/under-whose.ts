import { participantsAt } from './participant.ts';
import type { Search } from './search.ts';
import { governing, type Participant } from './side.ts';

/** Words from the verb to "under", and from there to "control". */
const NEAR = 4;

/** "was taken back under government control", "brought again under the control of the army": by them. */
export function underWhose(search: Search, verb: number): Participant | undefined {
  const { view } = search;
  const { sentence } = view.token(verb);
  const isHere = (i: number) => view.tokens[i]?.sentence === sentence;
  for (let under = verb + 1; under < verb + NEAR && isHere(under); under++) {
    if (view.lemma(under) !== 'under') continue;
    for (let i = under + 1; i <= under + NEAR && isHere(i); i++) {
      if (!/^(?:control|rule|authority)$/.test(view.lemma(i))) continue;
      const owner = view.tokens[i + 1]?.text === 'of' ? ownerAfter(search, i + 2) : i - 1;
      return owner === undefined
        ? undefined
        : (participantsAt(search, owner).find(({ armed }) => armed) ?? governing(search, owner));
    }
  }
  return undefined;
}

function ownerAfter({ view }: Search, from: number): number | undefined {
  for (let i = from; i < from + NEAR; i++) {
    const mention = view.tokens[i] && view.actor(i);
    if (mention) return mention.head;
  }
  return undefined;
}
