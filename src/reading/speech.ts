import type { Mention, ParsedText, Speech } from '../domain/index.ts';

/** Attributions: who is said to have said what. */
export function findSpeech(_text: ParsedText, _mentions: readonly Mention[]): readonly Speech[] {
  return [];
}
