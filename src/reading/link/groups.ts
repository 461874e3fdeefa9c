import type { Actor, ActorMention, Mention } from '../../domain/index.ts';
import type { ActorList } from '../actor-list.ts';
import { contradicts, fighterKinds } from '../actors/belligerents.ts';
import type { ActorDraft, Draft } from '../drafts.ts';
import type { Link, LinkContext } from './context.ts';
import { sameVoice } from './context.ts';

/** Singular nouns for a body named before: "the group", "the militant group". */
export const GROUP_NOUNS = new Set([
  'group',
  'movement',
  'sect',
  'faction',
  'outfit',
  'organisation',
  'organization',
  'militia',
  'insurgency',
  'alliance',
]);
const FIGHTERS =
  /^(militants?|insurgents?|rebels?|fighters?|jihadists?|islamists?|extremists?|terrorists?|gunmen|guerrillas?|separatists?|militiamen|paramilitaries|hardliners|rebel (group|forces|fighters)|militant group|militia|insurgency|terrorist group|jihadist group|islamist group|(ethnic )?armed (group|organi[sz]ation)|ethnic (minority )?(militia|rebels|army|force)|paramilitary (forces?|group|fighters)|armed (men|groups?)|attackers)$/i;
const PARAMILITARY = new Set(['armed-group', 'force']);

const isGroup = (mention: ActorMention) => mention.kind === 'armed-group';
/** Whether the group, or the words it was named with, is of the kind that the noun tells. */
function isAkin({ resources }: LinkContext, noun: string, { actor, text }: ActorMention): boolean {
  const [kind] = fighterKinds(noun);
  if (kind === undefined) return false;
  const group = actor && resources.actors.get(actor);
  return group?.fighters?.includes(kind) === true || fighterKinds(text)[0] === kind;
}

/** "Allied fighters", "pro-government fighters", "anti-Houthi fighters": not those of the group that is named. */
export const areOthers = ({ words }: LinkContext, { first }: ActorDraft) =>
  /^(?:allied|loyalist|pro-.+|anti-.+)$/.test(words[first - 1] ?? '');

/**
 * "The militants" after one group has been named is that group; after several, the one last named
 * whose description has the same word, else the one last named.
 */
export function fightersLink(context: LinkContext, draft: ActorDraft): Link | undefined {
  const noun = draft.text.toLowerCase();
  if (!FIGHTERS.test(noun) || besideSoldiers(context, draft)) return undefined;
  if (areOthers(context, draft)) return undefined;
  // "Fighters loyal to the exiled president" have a name of their own.
  if (draft.name.length > draft.text.length) return undefined;
  const groups = earlier(context, draft, isGroup).filter(
    ({ actor }) => actor === undefined || !contradicts(context.resources.actors.get(actor), noun),
  );
  const named = groups.filter(({ actor }) => actor !== undefined);
  const echo = groups.find(({ text }) => text.toLowerCase().endsWith(noun));
  const likely = named.find((one) => isAkin(context, noun, one));
  const last = named[0];
  if (last && context.known.groups.size === 1)
    return { as: last.id, reason: `"${noun}": the only armed group named` };
  if (echo) return { as: echo.id, reason: `"${noun}": the same word before` };
  if (likely) return { as: likely.id, reason: `"${noun}": the group so described` };
  // "X and Y clashed. The militants …": either of the two.
  if (!last || isJoined(context, last, named)) return undefined;
  return { as: last.id, reason: `"${noun}": the armed group last named` };
}

/** Named last in one breath with another group. */
function isJoined(
  { text: { tokens } }: LinkContext,
  last: ActorMention,
  named: readonly ActorMention[],
): boolean {
  const before = named.find(({ actor }) => actor !== last.actor);
  if (before?.sentence !== last.sentence) return false;
  const { deprel, head } = tokens[last.head]!;
  return deprel === 'conj' && (head === before.head || tokens[head]?.head === before.head);
}

/** "Soldiers, police and militiamen": those of the government, whose side the soldiers are on. */
const besideSoldiers = ({ words }: LinkContext, { first, text }: ActorDraft) =>
  /^militia/i.test(text) &&
  /^(and|or)$/.test(words[first - 1] ?? '') &&
  /^(police|policemen|soldiers|troops|army|forces)$/.test(words[first - 2] ?? '');

/** "The group": the armed group last named, else the body last named. */
export function groupLink(context: LinkContext, draft: ActorDraft): Link | undefined {
  const noun = draft.text.toLowerCase();
  const bodies = earlier(
    context,
    draft,
    (mention) =>
      PARAMILITARY.has(mention.kind) &&
      mention.actor !== undefined &&
      mention.rule !== 'actor.state' &&
      !isStateArmy(context, mention),
  );
  const armed = noun === 'alliance' ? allianceOf(context, bodies) : bodies[0];
  if (noun === 'alliance' && !armed) return undefined;
  if (armed) return { as: armed.id, reason: `"${noun}": the armed group last named` };
  if (/militant|rebel|armed|insurgent|terror/.test(noun)) return undefined;
  const body = earlier(
    context,
    draft,
    (mention) =>
      mention.kind === 'organisation' &&
      !mention.anonymous &&
      (!/group|movement|faction|militia|insurgency/.test(noun) || !isOfStates(context, mention)),
  )[0];
  return body && { as: body.id, reason: `"${noun}": the body last named` };
}

/** The FARDC, the Tatmadaw: by whatever name, an army of a state is no "group". */
function isStateArmy({ resources: { actors } }: LinkContext, mention: ActorMention): boolean {
  const { kind, actor, side } = mention;
  if (kind !== 'force' || actor === undefined || side === undefined) return false;
  if (actors.get(side)?.kind === 'armed-group') return false;
  const names = [mention.name, ...(actors.get(actor)?.aliases ?? [])];
  return names.some((name) => ARMIES.test(name));
}

/** "The United Nations called for calm. The group holds the town." */
const isOfStates = ({ resources: { actors } }: LinkContext, { actor, name }: ActorMention) =>
  actor !== undefined &&
  /^(?:IGO|NGO)$/.test(actors.get(actor)?.sector ?? '') &&
  !/\bgroup\b/i.test(name);

const ARMIES = /\b(?:army|armed forces|defen[cs]e forces?|military|air force|navy|police)\b/i;

/** The last that is of several, by its names or by the words around it; else the only one named. */
function allianceOf(
  { resources, words }: LinkContext,
  bodies: readonly ActorMention[],
): ActorMention | undefined {
  const joined = ({ actor, name, first, last }: ActorMention) =>
    [name, ...((actor && resources.actors.get(actor)?.aliases) ?? [])].some((one) =>
      OF_SEVERAL.test(one),
    ) || OF_SEVERAL.test(words.slice(Math.max(0, first - 3), last + 4).join(' '));
  const only = bodies.every(({ actor }) => actor === bodies[0]?.actor) ? bodies[0] : undefined;
  return bodies.find(joined) ?? only;
}

const OF_SEVERAL = /\b(?:alliance|coalition|nato|democratic forces)\b/i;

/** How many bodies back "the group" looks. */
const REACH = 60;

/** Latest first; a mention inside a quotation does not look outside it unless nothing is inside. */
function earlier(
  context: LinkContext,
  draft: ActorDraft,
  fits: (mention: ActorMention) => boolean,
): readonly ActorMention[] {
  const found = context.known.bodies.slice(-REACH).filter(fits).toReversed();
  const voice = found.filter(({ head }) => sameVoice(context, draft.head, head));
  return voice.length > 0 ? voice : found;
}

/** "A Taliban spokesman said the movement …": the armed group that the person last named speaks for. */
export function groupOfSpeaker({ mentions, resources }: LinkContext): Actor | undefined {
  const speaker = mentions
    .slice(-REACH)
    .findLast(
      (mention) =>
        mention.type === 'actor' && mention.kind === 'person' && mention.body !== undefined,
    );
  const body =
    speaker?.type === 'actor' && speaker.body ? resources.actors.get(speaker.body) : undefined;
  return body?.kind === 'armed-group' ? body : undefined;
}

/** The one armed group of the whole report, for "rebels" that come before its name. */
export function onlyGroup(
  drafts: readonly Draft<Mention>[],
  list: Pick<ActorList, 'get'>,
): Actor | undefined {
  const groupOf = (draft: Draft<Mention>) => {
    if (draft.type !== 'actor') return undefined;
    if (draft.kind === 'armed-group') return draft.actor;
    // Its leader brings a group into the report that no other word names.
    return draft.side && list.get(draft.side)?.kind === 'armed-group' ? draft.side : undefined;
  };
  const ids = new Set(drafts.flatMap((draft) => groupOf(draft) ?? []));
  const [id] = ids;
  return ids.size === 1 && id ? list.get(id) : undefined;
}

const OFFSHOOT = /\b(splinter|offshoot|breakaway)\b/i;

/** Fighters, or a group told by what it split from, that the text may name elsewhere. */
export const isFighters = ({ text, rule, actor, kind, name }: ActorDraft) =>
  actor === undefined &&
  name.length <= text.length &&
  ((rule === 'actor.fighters' && FIGHTERS.test(text)) ||
    (kind === 'armed-group' && OFFSHOOT.test(text)));
