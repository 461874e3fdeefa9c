import type { ActorMention } from '../../domain/index.ts';
import { bestActor, type Link, type LinkContext } from './context.ts';
import { isMany, SAYING } from './pronouns.ts';

const SOME = new Set(
  'one another some others several many most both all two three four few none neither'.split(' '),
);

/** "One said that …", "others told reporters": some of the people last spoken of. */
export function isSomeOf({ words, text: { tokens } }: LinkContext, at: number): boolean {
  const { deprel, head } = tokens[at]!;
  return (
    SOME.has(words[at]!) &&
    deprel === 'nsubj' &&
    SAYING.test(tokens[head]?.lemma ?? '') &&
    words[at + 1] !== 'of'
  );
}

/** "Residents said the troops had left. Another said …": told of, and none of those who tell. */
const isToldOf = ({ text: { tokens } }: LinkContext, { head }: ActorMention) =>
  tokens[tokens[head]!.head]?.deprel === 'ccomp';

const REACH = 2;

/** The people that "one" or "others" are some of. */
export function someOfLink(context: LinkContext, token: number): Link | undefined {
  const { sentence } = context.text.tokens[token]!;
  const fits = (mention: ActorMention) => isMany(mention) && !isToldOf(context, mention);
  const group = bestActor(context, { token, sentence, fits, reach: REACH });
  return (
    group && { as: group.id, reason: `"${context.words[token]!}": of the group last in focus` }
  );
}
