import type { ActorId } from '../domain/index.ts';
import type { Search } from './search.ts';
import { otherSide } from './other-side.ts';
import { isQuoted, known, ownSideAt, standingFor, type Participant, type Side } from './side.ts';
import { speakerSide } from './speaker.ts';

/** "we", "us": whoever speaks. "it", "they": the same, where nothing else links them. */
export function pronoun(search: Search, token: number): Participant | undefined {
  const { view } = search;
  const { xpos, start, end, text } = view.token(token);
  if (!xpos.startsWith('PRP') || /^(i|you|he|she|him|her|me)$/i.test(text)) return undefined;
  const own = /^(we|us|ours)$/i.test(text);
  // "“They fled as our troops came,” the army said": the others did.
  const others = /^(they|them)$/i.test(text) && isQuoted(search, token);
  const speaker = own ? ownSideAt(search, token) : speakerSide(view, token);
  const spoken =
    speaker && (known(search, speaker) ?? { name: speaker, id: speaker, side: speaker });
  const side = others ? onlyFoe(search, token, speaker) : spoken;
  return side && standingFor(side, { start, end, text }, token);
}

/** "They fled as our troops came": whom the speaker fights, who has told of his own. */
function onlyFoe(search: Search, token: number, own: ActorId | undefined): Side | undefined {
  const { view } = search;
  const { first, last } = view.reading.sentences[view.token(token).sentence]!;
  const tells = view.tokens.slice(first, last).some(({ text }) => /^(our|we|us)$/i.test(text));
  return tells && own !== undefined ? otherSide(search, own) : undefined;
}
