import type { ActorId, ActorMention } from '../domain/index.ts';
import type { TextView } from './text-view.ts';
import { armedKind } from './search.ts';
import { mentionsInside, speechAt } from './speech-index.ts';

/** What is written or sent out in somebody's name. */
const WRITTEN =
  /\b(?:statements?|communiqu[eé]s?|(?:press )?releases?|messages?|posts?|accounts?|channels?|pages?|bulletins?|letters?|announcements?|tweets?|websites?|videos?|mouthpiece|offices?|broadcast|radio|television|tv|forces|troops|fighters|ministry|command|leadership|bureau|wing)\b/i;

/** Whoever says the words at a token: named as their source, or behind a statement that is. */
export function speakerAt(view: TextView, token: number): ActorMention | undefined {
  const { reading } = view;
  const source = speechAt(reading, view.token(token).start)?.source;
  if (!source) return undefined;
  const named = source.mention === undefined ? undefined : reading.mentions[source.mention];
  if (named) return named.type === 'actor' ? named : undefined;
  if (/^it$/i.test(source.text)) return ofPaper(view, token);
  if (!WRITTEN.test(source.text)) return undefined;
  return oneSide(
    mentionsInside(reading, source).flatMap((one) => (one.type === 'actor' ? one : [])),
  );
}

/** "An RSF statement", "a statement by the RSF": the one side that the words name. */
function oneSide(mentions: readonly ActorMention[]): ActorMention | undefined {
  const known = mentions.filter((one) => sideOfSpeaker(one) !== undefined || armedKind(one));
  const sides = new Set(known.map(sideOfSpeaker));
  return sides.size === 1 ? known[0] : undefined;
}

/** Sentences back to the statement that "it said" means. */
const BACK = 2;
const PAPER = /^(?:statement|communiqu[eé]|release|bulletin|message|letter|announcement)$/;

/** "The rebels' communiqué read differently. “…,” it said." */
function ofPaper(view: TextView, token: number): ActorMention | undefined {
  const { sentence } = view.token(token);
  for (let i = token - 1; i >= 0 && sentence - view.token(i).sentence <= BACK; i--) {
    if (!PAPER.test(view.lemma(i))) continue;
    const owner = view.children(i).flatMap((child) => view.actor(child) ?? []);
    if (owner.length > 0) return oneSide(owner);
  }
  return undefined;
}

const sideOfSpeaker = (speaker: ActorMention): ActorId | undefined =>
  speaker.side ?? speaker.body ?? (armedKind(speaker) ? speaker.actor : undefined);

/** The side of whoever says the words at a token. */
export function speakerSide(view: TextView, token: number): ActorId | undefined {
  const speaker = speakerAt(view, token);
  return speaker && sideOfSpeaker(speaker);
}
