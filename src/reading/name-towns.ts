import type { ParsedText } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { NameSpan } from './drafts.ts';

/** Towns smaller than this share their name with too many people. */
const PROMINENT = 20_000;
const SPEAKING =
  /^(say|tell|add|speak|ask|think|write|note|warn|claim|believe|hope|want|insist|explain|recall|smile|born|marry)$/;

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
  if (name.includes(' ')) return false;
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

/** The words of a span as written: "Sar-e-Pul" is one. */
const wordsOf = (tokens: readonly ParsedText['tokens'][number][]) =>
  tokens
    .reduce(
      (text, token, i) =>
        i > 0 && tokens[i - 1]!.end === token.start ? text + token.text : `${text} ${token.text}`,
      '',
    )
    .trim();
