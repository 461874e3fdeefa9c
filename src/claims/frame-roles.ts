import { bothSides } from './both-sides.ts';
import { behind } from './clause.ts';
import type { Draft, Search } from './draft.ts';
import type { FrameRole, Slot } from './lexicon.ts';
import { suits } from './frame-suits.ts';
import { participantsAt } from './participant.ts';
import { attackAt, beatsOff, isRepelled, repeller, wordsOfAttack } from './repelled.ts';
import { speechAt } from './speech-index.ts';
import { governing, known, standingFor, type Participant } from './side.ts';
import { lands, timeless } from './frame-places.ts';
import { type Found, slotTokens } from './frame-slots.ts';
import { isFarSubject, standsAlone } from './frame-alone.ts';

/** A draft with the frame's roles filled from the clause; undefined when a needed role is missing. */
export function draftFrom(search: Search, found: Found): Draft | undefined {
  const { frame, args } = found;
  const { view } = search;
  const isControl = frame.kind.startsWith('control.');
  if (frame.voice !== undefined && !args.noun && !isInVoice(frame.voice, args)) return undefined;
  if (frame.bare && !standsAlone(search, found)) return undefined;
  if (frame.inferPlace && isFarSubject(search, found)) return undefined;
  const said = people(search, found, 'actor').flatMap((one) =>
    args.noun && isControl ? teller(search, one) : [one],
  );
  const sender =
    attackAt(search, found) ?? people(search, found, 'target')[0] ?? formerHolder(search, found);
  const named = isItself(search, said[0], sender) ? [] : said;
  const sent = isNobodysOwn(frame.kind, named[0], sender);
  const actors = sent && sender ? [sender] : named;
  const target = sent ? undefined : sender;
  const parties = people(search, found, 'parties');
  const actor =
    actors[0] ?? lostSubject(search, found) ?? repeller(search, found) ?? leaver(search, found);
  if (isRepelled(found) && !beatsOff(search, found, actor, target)) return undefined;
  if (!suits(search, found, { actor, target })) return undefined;
  const territories = lands(search, found);
  // "the occupied zones": said in passing of nowhere in particular.
  const passing = !args.noun && view.token(args.trigger).deprel === 'amod';
  if (passing && isControl && territories.every(({ place }) => !('id' in place))) return undefined;
  if (isBorderCrossed(search, found, territories)) return undefined;
  if (isControl && territories.length > 0 && territories.every(isOffice)) return undefined;
  if (isGoverned(search, found, territories)) return undefined;
  const filled: Record<FrameRole, boolean> = {
    actor: actor !== undefined,
    target: target !== undefined,
    parties: parties.length > 0,
    place: territories.length > 0,
  };
  const met = (need: string) => need.split('|').some((role) => filled[role as FrameRole]);
  if (!(frame.needs ?? []).every(met)) return undefined;
  const joined = actors.length > 1 ? actors : parties;
  return {
    kind: frame.kind,
    rule: found.rule,
    trigger: args.trigger,
    tokens: [args.trigger, ...found.matched, ...wordsOfAttack(search, found)],
    ...(actor ? { actor } : {}),
    ...(target ? { target } : {}),
    ...(joined.length > 0 ? { parties: joined } : {}),
    territories,
    ...(frame.gainer === 'unsaid' ? { gainerUnsaid: true } : {}),
    ...(frame.over ? { over: true } : {}),
    ...(!actor && isWriters(search, found) ? { ownGain: true } : {}),
  };
}

/** "The party ruled Ethiopia for decades": a country that has a government. */
const isGoverned = ({ view }: Search, { frame, args }: Found, territories: Draft['territories']) =>
  frame.name === 'hold' &&
  /^(?:rule|govern|run|lead)$/.test(view.lemma(args.trigger)) &&
  territories.some(
    ({ place, facility }) =>
      facility === undefined && 'id' in place && place.precision === 'country',
  );

/** "to evacuate its embassy", "had walked into its office": nobody's town is held, lost or left by that. */
const isOffice = ({ facility }: Draft['territories'][number]) =>
  facility !== undefined &&
  /\b(?:embassy|consulate|its office|their office|offices?)$/i.test(facility) &&
  !/governor|government|mayor|police|party|district|provincial|council|president/i.test(facility);

/** "Gunmen came, before troops from Herat drove them out": to some trees, the gunmen did. */
const isItself = (
  { isGroup }: Search,
  actor: Participant | undefined,
  target: Participant | undefined,
) =>
  actor !== undefined &&
  actor.side === target?.side &&
  ((actor.mention !== undefined &&
    target.mention?.rule === 'link.pronoun' &&
    /^them$/i.test(target.mention.text)) ||
    // "fighters said they had pushed the SDF out": others than the SDF.
    (/^they$/i.test(actor.reference.text) && isGroup(target.side)));

/** "fighters who crossed into Uganda": over a border, and into no town. */
const isBorderCrossed = (
  { view }: Search,
  { frame, args }: Found,
  territories: Draft['territories'],
) =>
  frame.name === 'enter' &&
  view.lemma(args.trigger) === 'cross' &&
  territories.some(({ place }) => 'id' in place && place.precision === 'country');

/** "were driven out by the army": whoever does it gains, in either voice. */
const isInVoice = (voice: 'active' | 'passive', { passive, subject }: Found['args']) =>
  voice === 'passive' ? passive : !passive || subject.length > 0;

/** "We took half of the village", says an outlet whose side is not known: nobody else did. */
const isWriters = ({ view }: Search, { args }: Found) =>
  args.subject.some((token) => /^we$/i.test(view.token(token).text)) &&
  speechAt(view.reading, view.token(args.trigger).start) === undefined;

/** "The spokesman announced the liberation of the city": his side's, and nobody's where he has none. */
function teller(search: Search, one: Participant): readonly Participant[] {
  const { mention, side, reference, head } = one;
  if (mention?.kind !== 'person' || search.isGroup(side)) return [one];
  const meant = mention.side === undefined ? undefined : known(search, mention.side);
  return meant ? [standingFor(meant, reference, head)] : [];
}

/** "The government sent reinforcements": troops that nobody's name stands on are the sender's. */
const isNobodysOwn = (kind: string, sent: Participant | undefined, sender?: Participant) =>
  kind.startsWith('force.') &&
  sent?.reference?.id === undefined &&
  sender?.reference?.id !== undefined;

/** "retake districts captured by the Taliban last month": from whom, the object tells. */
function formerHolder(search: Search, { frame, args }: Found): Participant | undefined {
  const { view } = search;
  if (frame.kind !== 'control.recaptured') return undefined;
  for (const object of args.object)
    for (const child of view.children(object))
      if (view.token(child).deprel.startsWith('acl') && view.token(child).upos === 'VERB')
        for (const agent of behind(view, child, 'by')) {
          const [holder] = participantsAt(search, agent);
          if (holder?.armed) return holder;
        }
  return undefined;
}

/** Kinds whose victims may be a bare number: "killed six". */
const HARM: ReadonlySet<string> = new Set(['killing', 'wounding', 'abduction', 'detention']);

/** "Most of the officials", "a group of rebels": who is counted. */
function ofWhom({ view }: Search, token: number): readonly number[] {
  const counted =
    (/^(most|some|all|many|half|number|group|dozens?|hundreds?|thousands?|scores?|part|remnant|bulk|majority|unit|element|detachment|formation|column)$/.test(
      view.lemma(token),
    ) &&
      !view.actor(token)) ||
    // "Media of the MNDAA", "the armed wing of Hamas": theirs.
    (/^(media|wing|arm|branch)$/.test(view.lemma(token)) && view.actor(token)?.side === undefined);
  const whom = counted ? behind(view, token, 'of') : [];
  return whom.length > 0 ? whom : [token];
}

const FOUGHT: ReadonlySet<string> = new Set(['control.contested', 'clash']);

function people(search: Search, found: Found, role: FrameRole): readonly Participant[] {
  for (const slot of found.frame.roles[role] ?? []) {
    const all = slotTokens(search, found, slot)
      .filter((token) => slot !== 'with' || !isAttacking(search, found, token))
      .flatMap((token) => timeless(search, token))
      .flatMap((token) => [token, ...(role === 'target' ? behind(search.view, token, 'of') : [])])
      .flatMap((token) => ofWhom(search, token))
      .filter((token) => search.view.token(token).upos !== 'NUM' || HARM.has(found.frame.kind))
      .flatMap((token) => {
        // "Both sides hold parts of it": what one of them has is not what the other has.
        const both = FOUGHT.has(found.frame.kind) ? bothSides(search, token) : [];
        const named = both.length > 0 ? both : participantsAt(search, token);
        const state = named.length === 0 && isGiven(search, found, slot, token);
        return state ? (governing(search, token) ?? []) : named;
      });
    const doers = role === 'actor' ? all.filter(({ mention }) => mention?.kind !== 'outlet') : all;
    if (doers.length > 0) return doers;
  }
  if (role !== 'actor') return [];
  return slotTokens(search, found, 'with')
    .filter((token) => isAttacking(search, found, token))
    .flatMap((token) => participantsAt(search, token));
}

/** "Fighting continued there, with the rebels attacking from the south": they are who fights, and nobody's foe. */
const isAttacking = ({ view }: Search, { frame, args }: Found, token: number) =>
  FOUGHT.has(frame.kind) &&
  args.noun &&
  view
    .children(token)
    .some(
      (child) =>
        view.token(child).deprel.startsWith('acl') &&
        view.token(child).xpos === 'VBG' &&
        ATTACKS.test(view.lemma(child)),
    );

const ATTACKS =
  /^(?:attack|advance|push|assault|storm|shell|bombard|pound|close|fire|use|try|attempt|press|move|launch|battle|fight|drive|gain)$/;

/** "fell to Russia", "Russia's capture of the town": a state by its name alone, where only a side can stand. */
const isGiven = ({ view }: Search, { frame, args }: Found, slot: Slot, token: number) =>
  frame.kind.startsWith('control.') &&
  (slot === 'to' || slot === 'by' || (args.noun && view.token(token).deprel === 'nmod:poss'));

/** "The army's base had been abandoned": by those whose it was. */
function leaver(search: Search, { frame, args }: Found): Participant | undefined {
  const { view } = search;
  if (frame.name !== 'withdraw' || !args.passive || args.noun) return undefined;
  return args.object
    .filter((post) => !view.actor(post) && POST.test(view.lemma(post)))
    .flatMap((post) => participantsAt(search, post))
    .find(({ armed }) => armed);
}

const POST =
  /^(?:base|post|outpost|position|camp|barracks|garrison|headquarters|command|checkpoint|fort|stronghold|trench|bunker|hideout)$/;

/** "troops under Ratko Mladic take": whoever stands behind "under" leads those who do. */
const isUnder = ({ view }: Search, subject: readonly number[]) =>
  subject.every((token) => view.tokens[token - 1]?.text === 'under');

const LOOK_BACK = 10;

/** The tree gave no subject: the nearest actor before the verb, phrases in between stepped over. */
function lostSubject(search: Search, { args, frame, matched }: Found): Participant | undefined {
  const { view } = search;
  const lost = args.subject.length === 0 || !args.ownSubject || isUnder(search, args.subject);
  if (args.passive || !lost || !frame.roles.actor?.includes('subject')) return undefined;
  const { sentence, deprel } = view.token(args.trigger);
  if (args.noun || (deprel === 'amod' && matched.length === 0)) return undefined;
  let edge = args.trigger - LOOK_BACK;
  for (let i = args.trigger - 1; i > edge && i >= 0; i--) {
    const token = view.token(i);
    if (token.sentence !== sentence || token.upos === 'VERB' || /^[;:.]$/.test(token.text))
      return undefined;
    const mention = view.actor(i);
    // "M23, with Rwandan troops, …": those beside whom somebody acts.
    if (
      mention &&
      /^(with|alongside|without|against)$/.test(
        view.lemma(mention.first - 1 < 0 ? 0 : mention.first - 1),
      )
    ) {
      edge -= i - mention.first + 1;
      i = mention.first - 1;
      continue;
    }
    if (mention) return participantsAt(search, mention.head)[0];
  }
  return undefined;
}
