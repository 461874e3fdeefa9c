import type { ActorMention, Mention, ParsedText } from '../domain/index.ts';
import type { ActorDraft, Draft } from './drafts.ts';
import { contradicts } from './actors/belligerents.ts';
import { factsOf } from './actors/draft.ts';
import { actorLink } from './link/actors.ts';
import { nothingKnown, remember, type LinkContext } from './link/context.ts';
import { takeOver } from './link/copies.ts';
import {
  allyOf,
  ownedBy,
  serveBack,
  servantOf,
  unitOf,
  withNamed,
  withOffice,
} from './link/owners.ts';
import { areOthers, groupOfSpeaker, isFighters, onlyGroup } from './link/groups.ts';
import { noteAcronym } from './link/names.ts';
import { nameOwn } from './link/own-voice.ts';
import type { PlacePhrase } from './link/place-phrase.ts';
import { placeLink } from './link/places.ts';
import { quotationsOf } from './link/quotes.ts';
import { referencesIn } from './link/references.ts';
import type { ReadingResources } from './resources.ts';

/**
 * Numbers mentions in order of position and links those of one thing, each link with its reason.
 * Pronouns, "the group" and "the city" become mentions where what they stand for is found.
 */
export function linkMentions(
  text: ParsedText,
  drafts: readonly Draft<Mention>[],
  resources: Pick<ReadingResources, 'gazetteer' | 'actors'>,
): readonly Mention[] {
  const context: LinkContext = {
    text,
    words: text.tokens.map(({ text }) => text.toLowerCase()),
    resources,
    quotations: quotationsOf(text),
    mentions: [],
    acronyms: new Map(),
    onlyGroup: onlyGroup(drafts, resources.actors),
    known: nothingKnown(),
  };
  const { actors, places } = referencesIn(context, drafts);
  const items = [...withoutNamesakes(drafts), ...actors, ...places].sort(
    (a, b) => a.first - b.first || b.last - a.last,
  );
  for (const item of items) {
    const mention = 'noun' in item ? fromPhrase(context, item) : fromDraft(context, item);
    if (mention) context.mentions.push(mention);
  }
  nameOwn(context);
  return context.mentions;
}

/** What the list or the report itself knows for an actor is no place of the same name. */
const SETTLED = new Set(['actor.list', 'actor.own-outlet']);

function withoutNamesakes(drafts: readonly Draft<Mention>[]): readonly Draft<Mention>[] {
  const settled = new Set(
    drafts.flatMap(({ type, rule, first, last }) =>
      type === 'actor' && SETTLED.has(rule) ? `${first} ${last}` : [],
    ),
  );
  return drafts.filter(
    ({ type, first, last }) => type !== 'place' || !settled.has(`${first} ${last}`),
  );
}

function fromPhrase(context: LinkContext, phrase: PlacePhrase): Mention | undefined {
  const found = placeLink(context, phrase);
  return found && { ...found.draft, id: context.mentions.length, same: found.link };
}

function fromDraft(context: LinkContext, draft: Draft<Mention>): Mention | undefined {
  if (draft.type !== 'actor') return { ...draft, id: context.mentions.length };
  const found = fromActor(context, draft);
  if (!found) return undefined;
  const mention = withOffice(context, found);
  withNamed(context, mention);
  noteAcronym(context, mention);
  remember(context, mention);
  if (mention.rule === 'link.group' || mention.rule === 'actor.fighters')
    serveBack(context, mention);
  return mention;
}

function fromActor(context: LinkContext, draft: ActorDraft): ActorMention | undefined {
  const id = context.mentions.length;
  const same = actorLink(context, draft);
  if (!same) return unlinked(context, draft);
  const from = context.mentions[same.as];
  if (from?.type !== 'actor') return undefined;
  // The list knows its own better than an earlier mention does, and so does an office its holder.
  return draft.actor !== undefined || draft.rule === 'actor.person'
    ? { ...draft, id, same }
    : { ...takeOver(draft, from), id, same };
}

function unlinked(context: LinkContext, draft: ActorDraft): ActorMention | undefined {
  const id = context.mentions.length;
  if (draft.rule === 'link.pronoun' || draft.rule === 'link.some-of') return undefined;
  if (draft.rule === 'actor.possessed') return { ...ownedBy(context, draft), id };
  if (draft.rule === 'actor.new-group') return { ...unitOf(context, draft), id };
  if (draft.kind === 'person' && draft.post !== undefined && draft.body === undefined)
    return { ...servantOf(context, draft), id };
  const ally = allyOf(context, draft);
  if (ally) return { ...ally, id };
  if (
    isFighters(draft) &&
    context.onlyGroup &&
    !areOthers(context, draft) &&
    !contradicts(context.onlyGroup, draft.text)
  )
    return {
      ...draft,
      ...factsOf(context.onlyGroup),
      id,
      reason: 'the only armed group of the report',
    };
  if (draft.rule !== 'link.group') return { ...draft, id };
  const group = groupOfSpeaker(context);
  return group && { ...draft, ...factsOf(group), id };
}
