import type { ParsedText } from '../domain/index.ts';

const WHERE = /^(in|at|near|around|outside|inside)$/i;
const NAME = /^\p{Lu}\p{Ll}/u;

const ASKS = /^(And|But|What|How|So)$/;
const ABOUT = /^(about|of|with)$/i;
const MOOD = /^(calm|quiet|tense|empty|deserted|peaceful|silent|isolated)$/i;

/**
 * "In Robotino nothing new.", "Bor is calm.", "And Kabgayi?": the name that opens a sentence as places do; what follows
 * is about it, though nothing else knows it for a place. Its first token.
 */
export function openingName(
  { tokens, sentences }: Pick<ParsedText, 'tokens' | 'sentences'>,
  sentence: number,
): number | undefined {
  const { first, last } = sentences[sentence]!;
  if (last - first < 3) return undefined;
  const isName = (at: number) => tokens[at]!.upos === 'PROPN' && NAME.test(tokens[at]!.text);
  if (WHERE.test(tokens[first]!.text)) return isName(first + 1) ? first + 1 : undefined;
  if (tokens[last - 1]!.text === '?') {
    // "And Kabgayi, with its bishops?", "What of Kabgayi?"
    const asked = ABOUT.test(tokens[first + 1]!.text) ? first + 2 : first + 1;
    return ASKS.test(tokens[first]!.text) && asked < last && isName(asked) ? asked : undefined;
  }
  const is = tokens[first + 1]!.upos === 'AUX' && MOOD.test(tokens[first + 2]!.text);
  return is && isName(first) ? first : undefined;
}
