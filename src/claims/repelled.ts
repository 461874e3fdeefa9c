import { argumentsOfVerb } from './arguments.ts';
import { behind } from './clause.ts';
import type { Search } from './draft.ts';
import { type Found, slotTokens } from './frame-slots.ts';
import { participantsAt } from './participant.ts';
import {
  governing,
  known,
  sideFrom,
  sideOf,
  unsaidAt,
  type Participant,
  type Side,
} from './side.ts';
import { otherSide } from './other-side.ts';
import { speakerSide } from './speaker.ts';
import { territoriesAt, type Territory } from './territory/index.ts';

const REPELS = /^(?:repel|stop-attack|attack-fails)$/;
/** The town itself is what holds. */
const HOLDS = /^(?:intact|line-holds|town-holds)$/;

export const isRepelled = ({ frame }: Found) => REPELS.test(frame.name);

/** The nouns at a trigger that name the attack: what is stopped or fails is no match and no lorry. */
const attacksAt = (search: Search, found: Found) =>
  slotTokens(search, found, found.frame.roles.target?.[0] ?? 'object').filter((token) =>
    search.lexicon.has('attacks', search.view.lemma(token)),
  );

/** Nouns of many other things that are tried, and fail. */
const ANY_TRY = /^(?:attempt|bid|try|drive|wave|operation|push|advance)$/;
const AIR_DEFENCE = /\bair[ -]defen[cs]es?\b/i;

/**
 * "The RSF halted its attack", "the talks failed": whether the words tell of an attack on the ground
 * that somebody else has beaten off.
 */
export function beatsOff(
  search: Search,
  found: Found,
  actor: Participant | undefined,
  attacker: Participant | undefined,
): boolean {
  const { view, lexicon } = search;
  if (actor && actor.side === attacker?.side) return false;
  if (AIR_DEFENCE.test(actor?.reference.text ?? '')) return false;
  const attacks = attacksAt(search, found);
  // What comes through the air or the wire takes no town.
  const isAfar = (token: number) => lexicon.has('fromAfar', view.token(token).text.toLowerCase());
  if (attacks.some((token) => view.children(token).some(isAfar))) return false;
  const armed = attacker?.armed === true;
  const tries = attacks.filter((token) => ANY_TRY.test(view.lemma(token)));
  if (tries.length > 0 && !tries.every((token) => isGroundTaken(search, token, armed)))
    return false;
  if (found.frame.name === 'repel') return attacks.length > 0 || armed || isNobody(search, found);
  if (attacks.length === 0) return false;
  // "Ukrainian troops stopped 20 assaults near Hrodivka": nobody has to say whose.
  const isArmy = actor?.mention?.kind === 'force' && tries.length === 0;
  return armed || isArmy || found.frame.name === 'attack-fails';
}

/** "an attempt to block the budget" is none on a town; nor is a bid of nobody's. */
function isGroundTaken(search: Search, noun: number, armed: boolean): boolean {
  const verb = infinitiveAt(search, noun);
  if (verb === undefined) return armed;
  if (MOVES.test(search.view.lemma(verb))) return true;
  const { object } = argumentsOfVerb(search.view, verb);
  if (object.length > 0 && object.every((token) => territoriesAt(search, token).length === 0))
    return false;
  const patterns = search.lexicon.verbs.get(search.view.lemma(verb)) ?? [];
  return patterns.some(({ frame }) => /\.(?:captured|recaptured|contested)$/.test(frame.kind));
}

const MOVES =
  /^(?:cross|break|land|advance|move|push|drive|infiltrate|penetrate|approach|outflank|encircle|surround|regroup)$/;

/** "their attempt to storm the city" */
const infinitiveAt = ({ view }: Search, noun: number): number | undefined =>
  view
    .children(noun)
    .find((child) => child > noun && view.token(child).xpos === 'VB' && isTo(view, child));

const isTo = (view: Search['view'], verb: number) =>
  view.children(verb).some((child) => view.token(child).xpos === 'TO');

/** "and repelled them", "which they repelled": no noun says what. */
const isNobody = ({ view }: Search, { args }: Found) =>
  args.object.every((token) => view.token(token).upos === 'PRON');

/** "an assault by the RSF on El Fasher", "the attempt to retake Goma": where the attack itself tells. */
export const placesOfAttack = (search: Search, found: Found): readonly Territory[] =>
  isRepelled(found)
    ? attacksAt(search, found)
        .flatMap((noun) => {
          const { view } = search;
          const verb = infinitiveAt(search, noun);
          const args = verb === undefined ? undefined : argumentsOfVerb(view, verb);
          const within = view.children(noun).filter((child) => child > noun);
          return [
            ...(args?.object ?? []),
            ...ON.flatMap((word) => args?.oblique(word) ?? []),
            ...ON.flatMap((word) => within.flatMap((child) => behind(view, child, word))),
            // "an attack by the Russian army on Kupiansk", with the army hung on the verb
            ...found.args
              .oblique('by')
              .flatMap((agent) => ON.flatMap((word) => behind(view, agent, word))),
          ];
        })
        .concat(whereTheyCame(search, found), whereTheyAre(search, found))
        .flatMap((token) => territoriesAt(search, token))
    : [];

/** "The garrison of Babanusa repelled two assaults": there. */
const whereTheyAre = ({ view }: Search, { args }: Found): readonly number[] =>
  args.subject
    .filter((token) => /^(?:garrison|defender|guard)$/.test(view.lemma(token)))
    .flatMap((token) => ['of', 'in', 'at'].flatMap((word) => behind(view, token, word)));

/** "repelled the troops who attacked Goma": the town is told with those who came. */
const whereTheyCame = ({ view }: Search, { args }: Found): readonly number[] =>
  args.object
    .flatMap((token) => view.children(token))
    .filter((child) => view.token(child).deprel.startsWith('acl') && COME.test(view.lemma(child)))
    .flatMap((verb) => {
      const within = argumentsOfVerb(view, verb);
      return [...within.object, ...ON.flatMap((word) => within.oblique(word))];
    });

const COME = /^(?:attack|storm|assault|enter|raid|advance|try|attempt|push|target|besiege)$/;

const ON = ['on', 'against', 'near', 'in', 'into', 'at', 'towards', 'around'];

/** The words of an attack that is beaten off: what they say of the place has not come about. */
export const wordsOfAttack = (search: Search, found: Found): readonly number[] =>
  isRepelled(found)
    ? attacksAt(search, found).flatMap((noun) => [noun, infinitiveAt(search, noun) ?? noun])
    : [];

/** "attacked the town but were repelled", "where they beat back four assaults": the town just named. */
export const isBeatenHere = (search: Search, { args }: Found): boolean => {
  const { view } = search;
  const whom = args.object.some((token) =>
    args.passive ? participantsAt(search, token)[0]?.armed : view.lemma(token) === 'they',
  );
  return (
    whom ||
    [args.trigger, ...args.subject]
      .flatMap((token) => view.children(token))
      .some((child) => /^(?:where|there)$/i.test(view.lemma(child)))
  );
};

/** "an RSF attack", "an attack by the RSF", "Russia's assault": whose attack it was. */
function attackerAt(search: Search, attack: number): Participant | undefined {
  const { view } = search;
  const owners = view
    .children(attack)
    .filter((child) => /^(?:amod|compound|nmod)/.test(view.token(child).deprel) && child < attack);
  return [...behind(view, attack, 'by'), ...behind(view, attack, 'of'), ...owners]
    .flatMap((token) => participantsAt(search, token)[0] ?? governing(search, token) ?? [])
    .find(({ armed }) => armed);
}

/** Whose attack it is that a frame tells has been beaten off. */
export const attackAt = (search: Search, found: Found): Participant | undefined =>
  isRepelled(found)
    ? attacksAt(search, found)
        .map((attack) => attackerAt(search, attack))
        .find((attacker) => attacker !== undefined)
    : undefined;

/**
 * "The RSF attack on El Fasher was repelled", and by whom is not said: by those who say so, else by
 * the side that the attacker fights. "Bakhmut holds": by those who say so, else by the state.
 */
export function repeller(search: Search, found: Found): Participant | undefined {
  const { args } = found;
  const holds = HOLDS.test(found.frame.name);
  if (!holds && (!isRepelled(found) || (!args.passive && found.frame.roles.actor)))
    return undefined;
  const attacker =
    attackAt(search, found) ??
    args.object.flatMap((token) => participantsAt(search, token)).find(({ armed }) => armed);
  const speaker = speakerSide(search.view, args.trigger);
  const said = speaker === undefined ? undefined : known(search, speaker);
  const isFoe = said !== undefined && said.side === attacker?.side;
  const own = said && !isFoe && !isThird(search, said, attacker) ? said : undefined;
  const foe = holds || !attacker ? defender(search) : otherSide(search, attacker.side);
  const meant = own ?? foe;
  return meant && unsaidAt(search, meant, args.trigger);
}

/** "The Russian advance has stalled, the British ministry said": of a war that is not its own. */
const isThird = (
  { government, isGroup }: Search,
  { side }: { readonly side: string },
  attacker: Participant | undefined,
) =>
  government !== undefined &&
  side !== government.id &&
  !isGroup(side) &&
  attacker !== undefined &&
  attacker.side !== government.id;

/** "Bakhmut holds": the state, where it fights one foe; among several sides, nobody can tell. */
function defender({ sides, government }: Search): Side | undefined {
  const foes = new Set(sides.map(sideOf).filter((side) => side !== government?.id));
  return government && foes.size === 1 ? sideFrom(government) : undefined;
}
