import { WON } from '../reading/link/pronouns.ts';
import { childBy } from './clause.ts';
import { participantsAt } from './participant.ts';
import type { Search } from './search.ts';
import { governing, type Participant } from './side.ts';

/** Words from "since" to the verb or noun of taking. */
const NEAR = 4;

/** "Russia's largest gain since the fall of Bakhmut", "… since it took Bakhmut": theirs whose gain it is. */
export function whoseGain(search: Search, trigger: number): Participant | undefined {
  const { view } = search;
  const { sentence } = view.token(trigger);
  for (let i = trigger - 1; i > trigger - NEAR && view.tokens[i]?.sentence === sentence; i--) {
    if (!/^since$/i.test(view.token(i).text)) continue;
    const won = i - 1;
    if (!WON.test(view.tokens[won]?.text ?? '')) return undefined;
    const owner = childBy(view, won, 'nmod:poss') ?? childBy(view, won, 'amod');
    // "hands Moscow its biggest gain"
    const given = owner !== undefined && view.token(owner).upos === 'PRON' ? [owner - 1] : [];
    const owners = owner === undefined ? [] : [...given, owner];
    return owners
      .flatMap((one) => [...participantsAt(search, one), governing(search, one)])
      .find((one) => one?.armed);
  }
  return undefined;
}
