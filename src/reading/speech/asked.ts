import { type Attribution, lower, type SpeechContext } from './rule.ts';

const UNNAMED = /^not to be (?:named|identified|quoted)\b/;

/**
 * "who asked not to be named" tells on what terms somebody spoke, and "Asked whether the town had
 * fallen, X said" what X was asked: neither is anybody's word on the war.
 */
export const withoutAsking = (
  found: readonly Attribution[],
  context: SpeechContext,
): readonly Attribution[] =>
  found.map((attribution) =>
    asks(attribution, context) ? { ...attribution, act: 'attitude' } : attribution,
  );

function asks({ head, content, source }: Attribution, context: SpeechContext): boolean {
  const { tokens, sentences } = context.text;
  if (!/^(?:ask|request|question)$/.test(tokens[head]!.lemma)) return false;
  const opens = sentences[tokens[head]!.sentence]!.first === head;
  if (source === null && (opens || tokens[head]!.xpos === 'VBN')) return true;
  const { first } = content[0]!;
  const opening = [0, 1, 2, 3].map((k) => lower(context, first + k)).join(' ');
  return UNNAMED.test(opening);
}
