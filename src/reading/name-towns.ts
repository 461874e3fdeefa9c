import type { ParsedText } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './drafts.ts';
import { isOfKind } from './places/declared.ts';

/** Towns smaller than this share their name with too many people. */
const PROMINENT = 20_000;
const SPEAKING =
  /^(say|tell|add|speak|ask|think|write|note|warn|claim|believe|hope|want|insist|explain|recall|smile|born|marry)$/;

/** "Marawi City", "Helmand Province". */
const KIND = /^(city|town|village|province|district|governorate|oblast|county)$/i;
/** Below this the tagger's guess of a person says little of a name of several words: "Deir al-Zor". */
const UNSURE = 0.3;

/**
 * "Kandahar fell": a lone name taken for a person that is a town's, where nobody of that surname is
 * named in full and it does not speak.
 */
export function isTown(
  { tokens }: ParsedText,
  span: NameSpan,
  spans: readonly NameSpan[],
  gazetteer: Gazetteer,
): boolean {
  if (span.type !== 'person') return false;
  const words = tokens.slice(span.first, span.last);
  const name = wordsOf(words);
  if (isDeclared(tokens, name, spans)) return true;
  if (KIND.test(words.at(-1)!.text)) return words.length > 1;
  if (name.includes(' ') && span.score >= UNSURE) return false;
  const head = tokens[words[0]!.head];
  if (head && SPEAKING.test(head.lemma)) return false;
  const before = tokens[span.first - 1];
  if (before && /^(NOUN|PROPN)$/.test(before.upos) && before.end + 1 === words[0]!.start)
    return false;
  const town = gazetteer
    .find(name, { limit: 5 })
    .some(
      ({ place, similarity }) =>
        similarity >= 0.85 &&
        (place.capitalOf !== undefined ||
          place.level === 'province' ||
          (place.population ?? 0) >= PROMINENT),
    );
  if (!town) return false;
  return !spans.some(
    ({ type, first, last }) =>
      type === 'person' &&
      last - first > words.length &&
      wordsOf(tokens.slice(first, last)).endsWith(` ${name}`),
  );
}

/** "The village of Kasba Bonli" somewhere in the text: the name is the village's everywhere. */
const isDeclared = (tokens: ParsedText['tokens'], name: string, spans: readonly NameSpan[]) =>
  spans.some(
    ({ first, last }) => isOfKind(tokens, first) && wordsOf(tokens.slice(first, last)) === name,
  );

/** The words of a span as written: "Sar-e-Pul" is one. */
const wordsOf = (tokens: readonly ParsedText['tokens'][number][]) =>
  tokens
    .reduce(
      (text, token, i) =>
        i > 0 && tokens[i - 1]!.end === token.start ? text + token.text : `${text} ${token.text}`,
      '',
    )
    .trim();
