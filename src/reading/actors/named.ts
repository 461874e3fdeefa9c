import type { ActorDraft } from '../drafts.ts';
import type { ActorContext, Listed } from './context.ts';
import { draftAt, factsOf, textOf } from './draft.ts';
import { UNIT } from './person-spans.ts';

/** Names of the actor list that stand alone. */
export function listedActors(context: ActorContext): readonly ActorDraft[] {
  const seen = new Set<Listed>();
  return context.listed.flatMap((name) => {
    if (!name || name.use !== 'name' || name.actor.kind === 'person' || seen.has(name)) return [];
    seen.add(name);
    return [draftAt(context, { ...name, rule: 'actor.list' }, factsOf(name.actor))];
  });
}

/** Last words of names that fighting groups give themselves. */
const GROUP_WORDS =
  /^(Brigades?|Battalions?|Front|Army|Movement|Militia|Militias|Division|Regiment|Forces?|Resistance|Legion|Mujahideen|Corps|Alliance|Coalition|Company|Fighters|Guards?|Shield|Rebels)$/;
const OUTLET_WORDS =
  /^(News|TV|Television|Radio|Times|Post|Agency|Herald|Tribune|Gazette|Daily|Journal|Press|Mail|Courier|Observer|Broadcasting|Wire)$/i;

const WITHIN_NAMES = new Set([
  'of',
  'for',
  'the',
  'and',
  '&',
  'in',
  'on',
  'to',
  '-',
  '/',
  "'s",
  '’s',
]);

/** The tagger's span is a name only when its words are written as one. */
const isName = ({ text, words }: ActorContext, first: number, last: number) =>
  text.tokens
    .slice(first, last)
    .every(({ text: word, index }) => /^\p{Lu}|^\d/u.test(word) || WITHIN_NAMES.has(words[index]!));

/** Of these, words that no company, museum or office ends in. */
const SURE_GROUP_WORDS = /^(Brigades?|Battalions?|Militias?|Mujahideen|Legion)$/;

/** "the Falcon Brigade", where the tagger sees no name. */
function brigades(context: ActorContext): readonly ActorDraft[] {
  const { text, listed } = context;
  return text.tokens.flatMap((token) => {
    if (!SURE_GROUP_WORDS.test(token.text) || listed[token.index]) return [];
    const { first: from } = text.sentences[token.sentence]!;
    let first = token.index;
    while (first > from && /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text.tokens[first - 1]!.text)) first--;
    while (first < token.index && /^(The|A|An)$/.test(text.tokens[first]!.text)) first++;
    if (first === token.index || listed[first]) return [];
    const last = token.index + 1;
    const name = textOf(context, first, last);
    return [
      draftAt(context, { first, last, rule: 'actor.new-group' }, { kind: 'armed-group', name }),
    ];
  });
}

/** Organisations that the name tagger finds and the list does not have; groups among them are new. */
export function newActors(context: ActorContext): readonly ActorDraft[] {
  return [...taggedOrganisations(context), ...brigades(context)];
}

/** Part of a body, and no group of that name: "Units of the Army". */
const OF_A_BODY = /^(Units?|Elements|Members|Fighters|Soldiers|Troops|Forces|Men) of /;

const PARTS_OF: ReadonlySet<string> = new Set(['armed-group', 'force']);

function taggedOrganisations(context: ActorContext): readonly ActorDraft[] {
  return context.names.flatMap(({ type, first, last }) => {
    const unit = type === 'person' && UNIT.test(context.text.tokens[last - 1]!.text);
    if (type !== 'organisation' && !unit) return [];
    if (context.listed[first] || !isName(context, first, last)) return [];
    const name = textOf(context, first, last);
    if (context.isPlace(name) || OF_A_BODY.test(name)) return [];
    const final = context.text.tokens[last - 1]!.text;
    const after = context.words.slice(last, last + 2).join(' ');
    const outlet = OUTLET_WORDS.test(final) || /^(news agency|newspaper|agency)/.test(after);
    const group = !outlet && GROUP_WORDS.test(final);
    // "the Mandalay PDF"
    const whole = context.listed[last - 1];
    if (whole?.use === 'name' && PARTS_OF.has(whole.actor.kind) && whole.last === last)
      return [draftAt(context, { first, last, rule: 'actor.part' }, factsOf(whole.actor))];
    const kind = group ? 'armed-group' : outlet ? 'outlet' : 'organisation';
    const rule = group ? 'actor.new-group' : 'actor.organisation';
    return [draftAt(context, { first, last, rule }, { kind, name })];
  });
}
