import type { Mention } from '../../domain/index.ts';
import type { ActorDraft, Draft } from '../drafts.ts';
import type { LinkContext } from './context.ts';
import { GROUP_NOUNS } from './groups.ts';
import { placePhraseAt, type PlacePhrase } from './place-phrase.ts';
import { isPronoun } from './pronouns.ts';
import { isSomeOf } from './some-of.ts';

/** Words that stand for something named before, where no mention stands yet. */
export interface References {
  readonly actors: readonly ActorDraft[];
  readonly places: readonly PlacePhrase[];
}

const DEFINITE = new Set(['the', 'this', 'that']);

export function referencesIn(context: LinkContext, drafts: readonly Draft<Mention>[]): References {
  const taken = new Set<number>();
  for (const { first, last } of drafts) for (let at = first; at < last; at++) taken.add(at);
  const actors: ActorDraft[] = [];
  const places: PlacePhrase[] = [];
  for (let at = 0; at < context.words.length; at++) {
    if (taken.has(at)) continue;
    const word = context.words[at]!;
    const place = placePhraseAt(context, at);
    if (place) places.push(place);
    else if (isPronoun(word)) actors.push(draftOf(context, at, 'link.pronoun'));
    else if (isSomeOf(context, at)) actors.push(draftOf(context, at, 'link.some-of'));
    else if (isGroup(context, at)) actors.push(draftOf(context, at, 'link.group'));
  }
  return { actors, places };
}

/** "The group", but not "the group of …" or "the Wagner group". */
const isGroup = ({ words, text }: LinkContext, at: number) =>
  GROUP_NOUNS.has(words[at]!) &&
  DEFINITE.has(words[at - 1] ?? '') &&
  words[at + 1] !== 'of' &&
  !text.tokens[at]!.deprel.startsWith('compound');

function draftOf({ text }: LinkContext, at: number, rule: string): ActorDraft {
  const { start, end, sentence, text: word } = text.tokens[at]!;
  return {
    type: 'actor',
    kind: 'organisation',
    name: word,
    text: text.report.body.slice(start, end),
    start,
    end,
    sentence,
    first: at,
    last: at + 1,
    head: at,
    rule,
  };
}
