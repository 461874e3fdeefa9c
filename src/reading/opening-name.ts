import type { ParsedText } from '../domain/index.ts';

const WHERE = /^(in|at|near|around|outside|inside)$/i;
const NAME = /^\p{Lu}\p{Ll}/u;

const ASKS = /^(And|But|What|How|So)$/;
const ABOUT = /^(about|of|with)$/i;
const MOOD = /^(calm|quiet|tense|empty|deserted|peaceful|silent|isolated)$/i;

/**
 * "In Robotino nothing new.", "Bor is calm.", "Bor lies 5 km off.", "And Kabgayi?": the name that opens a sentence as places do; what follows
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
  if (!isName(first)) return undefined;
  const is = tokens[first + 1]!.upos === 'AUX' && MOOD.test(tokens[first + 2]!.text);
  return is || liesOff(tokens, first + 1, last) ? first : undefined;
}

const LIES = /^(is|lies|sits|stands)$/;
const UNIT = /^(kms?|kilomet(?:re|er)s?|miles?|minutes?|hours?)$/i;
const AWAY = /^(from|by|of|away|outside|north|south|east|west|north-?\w+|south-?\w+|off)$/i;

/** "Nerkanak is forty minutes from the capital", "Qarbanu lies 20 km north of Herat". */
function liesOff(tokens: ParsedText['tokens'], verb: number, last: number): boolean {
  if (!LIES.test(tokens[verb]!.text)) return false;
  for (let i = verb + 1; i < Math.min(last - 1, verb + 6); i++)
    if (UNIT.test(tokens[i]!.text)) return AWAY.test(tokens[i + 1]!.text);
  return false;
}
