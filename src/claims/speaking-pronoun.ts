import type { ActorId } from '../domain/index.ts';
import type { Search } from './search.ts';
import { isQuoted, known, ownSideAt, standingFor, type Participant } from './side.ts';
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
  const side = others ? onlyFoe(search, token, speaker) : speaker;
  if (side === undefined) return undefined;
  return standingFor(
    known(search, side) ?? { name: side, id: side, side },
    { start, end, text },
    token,
  );
}

/** The other of the two sides that the text knows, where the speaker has told of his own. */
function onlyFoe(
  { view, parties, sideName }: Search,
  token: number,
  own: ActorId | undefined,
): ActorId | undefined {
  const { first, last } = view.reading.sentences[view.token(token).sentence]!;
  if (!view.tokens.slice(first, last).some(({ text }) => /^(our|we|us)$/i.test(text)))
    return undefined;
  const named = parties.filter((side) => sideName(side) !== undefined);
  const foes = named.filter((side) => side !== own);
  return own !== undefined && foes.length === 1 ? foes[0] : undefined;
}
