import type { ParsedText } from '../domain/index.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ActorList } from './actor-list.ts';
import { actorContext } from './actors/context.ts';
import { describedActor } from './actors/described.ts';
import { listedActors, newActors } from './actors/named.ts';
import { ownOutlets } from './actors/outlets.ts';
import { personActors } from './actors/persons.ts';
import { PhraseIndex } from './actors/phrase-index.ts';
import { actorPhrases } from './actors/phrase.ts';
import { stateActors } from './actors/states.ts';
import { sharedHeads } from './actors/shared-heads.ts';
import type { ActorDraft, NameSpan } from './drafts.ts';

/**
 * Actors named or described in the text, in order of position, none overlapping another.
 * With a gazetteer the places named tell, too, which country the report is about.
 */
export function findActors(
  text: ParsedText,
  names: readonly NameSpan[],
  list: ActorList,
  gazetteer?: Pick<Gazetteer, 'find'>,
): readonly ActorDraft[] {
  const context = actorContext(text, names, { list, ...(gazetteer ? { gazetteer } : {}) });
  const phrases = new PhraseIndex(actorPhrases(context));
  return keepApart([
    // A name with its post is one person: "Taliban spokesman Zabihullah Mujahid" is not the Taliban.
    ...personActors(context, phrases),
    // Before the tagger's names: an agency may be called like a town.
    ...ownOutlets(context),
    // Before phrases: "Afghan National Army" is the list's, though "army" is a noun of actors.
    ...listedActors(context),
    ...phrases.all.flatMap((phrase) => describedActor(context, phrase, phrases) ?? []),
    ...sharedHeads(context, phrases.all),
    ...stateActors(context),
    // Last: the name tagger knows least about what it found.
    ...newActors(context),
  ]);
}

/** Longer spans win over the spans within them; of equals, the earlier rule. */
function keepApart(drafts: readonly ActorDraft[]): readonly ActorDraft[] {
  const ranked = drafts.toSorted((a, b) => b.last - b.first - (a.last - a.first));
  const taken = new Set<number>();
  const kept = ranked.filter(({ first, last }) => {
    for (let at = first; at < last; at++) if (taken.has(at)) return false;
    for (let at = first; at < last; at++) taken.add(at);
    return true;
  });
  return kept.sort((a, b) => a.first - b.first);
}
