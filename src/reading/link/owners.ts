import type { ActorMention } from '../../domain/index.ts';
import { governmentOf } from '../actor-list.ts';
import type { ActorDraft } from '../drafts.ts';
import { isSubject, type Link, type LinkContext } from './context.ts';

const OWN_FIGHTERS = new Set(['armed-group', 'force']);

/** The mention that "its" in "its forces", or "the group's" in "the group's fighters", became. */
export function ownerOf(
  { mentions, words }: LinkContext,
  draft: ActorDraft,
): ActorMention | undefined {
  const owner = mentions.at(-1);
  if (owner?.type !== 'actor' || owner.sentence !== draft.sentence) return undefined;
  const gap = words.slice(owner.last, draft.first).join(' ');
  // "his side's forces" are his.
  return gap === '' ||
    /^(own )?(side|group|movement|party|country|government)(['’]s|s['’])$/.test(
      gap.replace(/ (?=['’])/, ''),
    ) ||
    gap === "'s" ||
    gap === '’s' ||
    gap === "'" ||
    gap === '’'
    ? owner
    : undefined;
}

/** A group's fighters are the group; a state's forces are not the state. */
export function ownerLink(context: LinkContext, draft: ActorDraft): Link | undefined {
  const owner = ownerOf(context, draft);
  if (owner && (isAgainst(owner, draft) || isAnothers(context, owner, draft))) return undefined;
  return owner && OWN_FIGHTERS.has(owner.kind)
    ? { as: owner.id, reason: `those of "${owner.text}"` }
    : undefined;
}

/** "The army took the town. Its gunmen …": those of the town, and none of the army's. */
const isAgainst = ({ kind, rule }: ActorMention, { text }: ActorDraft) =>
  (kind === 'state' || rule === 'actor.state' || rule === 'link.pronoun') &&
  kind !== 'armed-group' &&
  REBELS.test(text);

/** "Government troops withdrew. Its fighters …": where a group is named, they are its, and none of the army's of a sentence before. */
function isAnothers(
  { mentions, known }: LinkContext,
  owner: ActorMention,
  { text, sentence }: ActorDraft,
): boolean {
  if (!/^fighters$/i.test(text) || owner.rule !== 'link.pronoun' || known.groups.size === 0)
    return false;
  const named = owner.same && mentions[owner.same.as];
  return (
    named?.type === 'actor' &&
    named.rule === 'actor.state' &&
    !mentions.some(
      (one) =>
        one.sentence === sentence &&
        one.type === 'actor' &&
        one.id !== owner.id &&
        one.side === named.side,
    )
  );
}

const REBELS =
  /^(?:gunmen|rebels|insurgents|militants|jihadists|separatists|guerrillas|terrorists)$/i;

/** "Its forces" of a state are that state's: "Congolese forces". */
export function ownedBy(context: LinkContext, draft: ActorDraft): ActorDraft {
  const owner = ownerOf(context, draft);
  if (!owner || isAgainst(owner, draft) || isAnothers(context, owner, draft)) return draft;
  const { anonymous: _anonymous, ...rest } = draft;
  const state = stateOf(context, owner);
  const name = state
    ? `${state.demonyms[0] ?? state.name} ${draft.text}`
    : `${owner.name}’s ${draft.name}`;
  return {
    ...rest,
    name,
    ...(owner.side === undefined ? {} : { side: owner.side }),
    ...(owner.country === undefined ? {} : { country: owner.country }),
  };
}

const ORDINAL_GAP = /^['’]s?(?: (?:\d+(?:st|nd|rd|th)|first|second|third|\p{L}+th))?$/u;

/** "The army's Sixth Infantry Division", "Russia's 150th Division": a unit is its owner's. */
export function unitOf(context: LinkContext, draft: ActorDraft): ActorDraft {
  if (draft.side !== undefined) return draft;
  const side = inItsName(context, draft) ?? beforeIt(context, draft);
  return side ? { ...draft, ...side } : draft;
}

type Side = Pick<ActorMention, 'side' | 'country'>;

function beforeIt(
  { mentions, words, resources }: LinkContext,
  draft: ActorDraft,
): Side | undefined {
  const owner = mentions.at(-1);
  if (!owner || owner.sentence !== draft.sentence) return undefined;
  if (!ORDINAL_GAP.test(words.slice(owner.last, draft.first).join(' '))) return undefined;
  if (owner.type === 'place')
    return 'id' in owner.place && owner.place.precision === 'country'
      ? ofState(resources, owner.text)
      : undefined;
  if (owner.type !== 'actor' || !(owner.kind === 'state' || OWN_FIGHTERS.has(owner.kind)))
    return undefined;
  return sided(owner.side ?? owner.actor, owner.country);
}

function inItsName({ text, words, resources }: LinkContext, draft: ActorDraft): Side | undefined {
  for (let i = draft.first + 1; i < draft.last; i++)
    if (/^['’]s?$/.test(words[i]!)) {
      const { start } = text.tokens[draft.first]!;
      return ofState(resources, text.report.body.slice(start, text.tokens[i - 1]!.end));
    }
  return undefined;
}

/** The government of a state by its name. */
function ofState({ actors }: LinkContext['resources'], name: string): Side | undefined {
  const state = actors.find(name).find(({ kind }) => kind === 'state');
  return sided(state?.id, state?.country);
}

const sided = (side: ActorMention['side'], country: ActorMention['country']): Side | undefined =>
  side === undefined ? undefined : { side, ...(country === undefined ? {} : { country }) };

function stateOf({ resources }: LinkContext, { country, side }: ActorMention) {
  const state = country === undefined ? undefined : resources.actors.state(country);
  return state && governmentOf(state) === side ? state : undefined;
}

/** "The group's spokesman" speaks for the group. */
export function servantOf(context: LinkContext, draft: ActorDraft): ActorDraft {
  const led = ownerOfPost(context, draft);
  if (led && led.kind !== 'person' && led.kind !== 'people')
    return { ...servingOf(draft, led), name: draft.name };
  const owner = ownerOf(context, draft);
  if (owner && owner.kind !== 'person' && owner.kind !== 'people') return servingOf(draft, owner);
  const side = bareSpokesman(context, draft) ? sideSpeaking(context, draft) : undefined;
  return side ? { ...draft, ...servedBy(side) } : draft;
}

/** "Their leader, Alexander Zakharchenko, said": he leads them. */
function ownerOfPost({ mentions, words }: LinkContext, draft: ActorDraft) {
  const owner = mentions.at(-1);
  if (owner?.type !== 'actor' || owner.sentence !== draft.sentence) return undefined;
  const gap = words
    .slice(owner.last, draft.first)
    .join(' ')
    .replace(/^['’]s? /, '');
  return gap === `${draft.post?.toLowerCase()} ,` ? owner : undefined;
}

/** "The army and allied fighters": those of the army's side. */
export function allyOf(
  { mentions, words }: LinkContext,
  draft: ActorDraft,
): ActorDraft | undefined {
  const ally = mentions.findLast(({ last }) => last === draft.first - 2);
  if (draft.actor !== undefined || ally?.type !== 'actor' || ally.side === undefined)
    return undefined;
  if (words[draft.first - 2] !== 'and' || words[draft.first - 1] !== 'allied') return undefined;
  const { anonymous: _anonymous, ...rest } = draft;
  return { ...rest, side: ally.side, ...(ally.country ? { country: ally.country } : {}) };
}

/** "Spokesman Li Jiawen said the same": no article, and nobody he is said to speak for. */
const bareSpokesman = ({ words }: LinkContext, { first, text }: ActorDraft) =>
  /^spokes(man|woman|person) \p{Lu}/iu.test(text) &&
  !/^(an?|the|its|their)$/.test(words[first - 1] ?? '');

/** Whoever is the subject of a clause just before, and is a side. */
const sideSpeaking = (context: LinkContext, { sentence }: ActorDraft): ActorMention | undefined =>
  context.mentions
    .slice(-SPOKEN)
    .findLast(
      (mention): mention is ActorMention =>
        mention.type === 'actor' &&
        OWN_FIGHTERS.has(mention.kind) &&
        mention.side !== undefined &&
        sentence - mention.sentence <= 1 &&
        isSubject(context, mention),
    );

const SPOKEN = 12;

const OF_GROUP = / (for|of) the \w+$/;

const servingOf = <A extends ActorDraft>(
  draft: A,
  { actor, side, country, name }: ActorMention,
): A => ({
  ...draft,
  name: OF_GROUP.test(draft.name)
    ? draft.name.replace(OF_GROUP, ` $1 the ${name}`)
    : `${name} ${draft.name}`,
  ...(actor === undefined ? {} : { body: actor }),
  ...(side === undefined ? {} : { side }),
  ...(country === undefined ? {} : { country }),
});

/** "A spokesman for the group": known only once "the group" is. */
export function serveBack({ mentions, words, text }: LinkContext, owner: ActorMention) {
  const servant = mentions.findLast(({ id }) => id < owner.id);
  if (servant?.type !== 'actor' || servant.kind !== 'person' || servant.body !== undefined) return;
  if (!/^(for|of) the$/.test(words.slice(servant.last, owner.first).join(' '))) return;
  mentions[servant.id] = servingOf(servant, owner);
  const { head, deprel } = text.tokens[servant.head]!;
  const named = mentions.findLast(({ first, last }) => first <= head && head < last);
  // "Movladi Udugov, a spokesman for the separatists,": he serves them, too.
  if (deprel !== 'appos' || named?.type !== 'actor' || named.kind !== 'person') return;
  if (named.side === undefined)
    mentions[named.id] = { ...named, ...servedBy(mentions[servant.id] as ActorMention) };
}

/** Mentions between an office and the name of who holds it. */
const NEAR = 5;

/** "The commander of the militia, Mohamed Hamdan Daglo,": the office and who holds it serve one side. */
export function withOffice(context: LinkContext, named: ActorMention): ActorMention {
  const { mentions, words, text } = context;
  const { deprel, head } = text.tokens[named.head]!;
  if (named.kind !== 'person' || deprel !== 'appos' || words[named.first - 1] !== ',') return named;
  const office = mentions
    .slice(-NEAR)
    .findLast(({ first, last }) => first <= head && head < last && last < named.first);
  if (office?.type !== 'actor' || office.kind !== 'person') return named;
  if (office.side === undefined) mentions[office.id] = { ...office, ...servedBy(named) };
  return named.side === undefined ? { ...named, ...servedBy(office) } : named;
}

/** "Ahmed al-Mismari, its spokesman,": he speaks for what "its" means. */
export function withNamed({ mentions, text }: LinkContext, office: ActorMention) {
  const { deprel, head } = text.tokens[office.head]!;
  if (office.kind !== 'person' || office.anonymous !== true || deprel !== 'appos') return;
  if (office.side === undefined) return;
  const named = mentions
    .slice(-NEAR)
    .findLast(({ first, last }) => first <= head && head < last && last < office.first);
  if (named?.type !== 'actor' || named.kind !== 'person' || named.side !== undefined) return;
  mentions[named.id] = { ...named, ...servedBy(office) };
}

const servedBy = ({ side, country, body }: ActorMention) => ({
  ...(side === undefined ? {} : { side }),
  ...(country === undefined ? {} : { country }),
  ...(body === undefined ? {} : { body }),
});
