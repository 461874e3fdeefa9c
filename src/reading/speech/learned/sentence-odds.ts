import type { Range, SpeechContext } from '../rule.ts';
import { childOf } from './cue-frame.ts';
import type { Reader } from './decode.ts';
import { MOST_PLACES } from './role-context.ts';
import { type RuledText, sentenceInput } from './sentence-input.ts';

/** The sentence of a word, or of an endless one the piece that holds it. */
export function pieceAt({ text }: SpeechContext, index: number): Range {
  const sentence = text.sentences[text.tokens[index]!.sentence]!;
  const piece = Math.floor((index - sentence.first) / MOST_PLACES);
  const first = sentence.first + piece * MOST_PLACES;
  return { first, last: Math.min(sentence.last, first + MOST_PLACES) };
}

/** What a word hangs on, its subject, what completes it and its object, as places of the piece; -1 for none in it. */
export function placesBeside(context: SpeechContext, index: number, { first, last }: Range) {
  return [
    context.text.tokens[index]!.head,
    childOf(context, index, 'nsubj', 'csubj'),
    childOf(context, index, 'ccomp', 'xcomp', 'parataxis', 'acl'),
    childOf(context, index, 'obj', 'obl', 'nmod'),
  ].map((at) => (at < first || at >= last ? -1 : at - first));
}
export const BESIDE = 4;

/** Log odds that a word heads a cue, by a network that reads its sentence once for all that are asked about. */
export function sentenceOdds(text: RuledText, { network, categories }: Reader) {
  let read = -1;
  return (index: number): number => {
    const piece = pieceAt(text.context, index);
    if (piece.first !== read) network.read(sentenceInput(text, piece, categories));
    read = piece.first;
    return network.oddsAt(index - piece.first, placesBeside(text.context, index, piece));
  };
}
