import { actorId, type ActorMention, type ClaimKind } from '../domain/index.ts';
import type { Draft, Search } from './draft.ts';
import { isPassive, verbGroup } from './clause.ts';
import { armedKind } from './search.ts';
import { speakerAt } from './speaker.ts';
import { speechAt } from './speech-index.ts';
import { underWhose } from './under-whose.ts';
import type { Territory } from './territory/index.ts';
import { fromSide, known, sideFrom, sideOf, standingFor, type Participant } from './side.ts';

/** Kinds whose actor is whoever presses forward, and so may be known from the rest of the report. */
const PRESSING: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'control.captured',
  'control.recaptured',
  'control.surrendered',
  'control.besieged',
  'control.contested',
  'control.threatened',
  'clash',
]);

const GAINS: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'control.captured',
  'control.recaptured',
  'control.besieged',
  'control.contested',
  'control.threatened',
]);

/** Certainty left when the actor comes from a neighbouring clause, or from the report as a whole. */
const FROM_CLAUSE = 0.75;
const FROM_REPORT = 0.6;

/**
 * "Zaranj fell": to whom, the clause does not say. The nearest clause in which somebody gains tells,
 * earlier ones first; else the armed group the report speaks of most.
 */
export function withGainers(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const { sides } = search;
  const group = sides.find(({ kind }) => kind === 'armed-group') ?? sides[0];
  const pressing = drafts.filter(
    ({ actor, kind, trigger }) =>
      actor?.armed === true && GAINS.has(kind) && !isAimed(search, trigger),
  );
  const listed = pressing.filter(({ actor }) => actor!.reference.id !== undefined);
  const isUnlisted = listed.length === 0 && group?.kind !== 'armed-group';
  const gains = isUnlisted ? pressing.filter(({ actor }) => isNamed(search, actor!)) : listed;
  // Where only the country's own army is named, a town that falls does not fall to it.
  const isHome = group !== undefined && sideOf(group) === search.government?.id;
  return drafts.map((one) => {
    const draft = group?.kind === 'armed-group' ? withoutBareForces(one) : one;
    if (draft.actor || draft.ownGain || draft.open) return draft;
    if (!(PRESSING.has(draft.kind) || draft.gainerUnsaid)) return draft;
    if (draft.parties && draft.parties.length > 1) return draft;
    // Where an armed group presses forward, what its foe takes back tells nothing of other gains.
    const others =
      group?.kind === 'armed-group'
        ? gains.filter(
            (gain) =>
              gain.kind !== 'control.recaptured' ||
              gain.actor?.side === sideOf(group) ||
              goesOn(search, gain, draft) ||
              isLossOf(gain, draft),
          )
        : gains;
    const under = TAKEN.test(draft.rule) ? underWhose(search, draft.trigger) : undefined;
    if (under) return { ...draft, actor: under };
    const speaker = speakerGains(search, draft);
    if (speaker) return { ...draft, actor: speaker };
    const again = draft.kind === 'control.recaptured';
    const near = nearest(draft, again ? retakings(search, draft, gains) : others);
    if (again && !near) return retaken(search, draft, nearest(draft, others));
    const actor = near
      ? { ...near, confidence: near.confidence * FROM_CLAUSE }
      : group && sideOf(group) !== draft.target?.side && !(isHome && draft.target?.armed !== true)
        ? unsaid(search, group, draft.trigger)
        : (otherThan(search, draft) ?? toTheState(search, draft));
    return actor ? { ...draft, actor } : draft;
  });
}

/** "The rebels lost the town again": to the state, where no third side is named. */
function toTheState(search: Search, { rule, target, trigger }: Draft): Participant | undefined {
  const { government, sides } = search;
  if (!rule.endsWith('-frame:lose') || !government || !target?.armed) return undefined;
  if (!search.isHomeGroup(target.side)) return undefined;
  if (sides.some((side) => sideOf(side) !== target.side && sideOf(side) !== government.id))
    return undefined;
  const { start } = search.view.token(trigger);
  const actor = standingFor(sideFrom(government), { start, end: start, text: '' }, trigger);
  return { ...actor, confidence: FROM_REPORT };
}

/** "The Syrian rebels", "the Republican Forces": no list has them, but they are somebody. */
function isNamed({ view }: Search, { mention }: Participant): boolean {
  if (!mention || !armedKind(mention) || AKIN.test(mention.text)) return false;
  const { first: opening } = view.reading.sentences[mention.sentence]!;
  return view.tokens
    .slice(mention.first, mention.last)
    .some(({ text, index }) => (index === opening ? NATION : NAME).test(text));
}

/** "An al-Qaeda splinter group" is nobody that is named. */
const AKIN = /\b(?:splinter|offshoot|affiliated?|linked|inspired|backed|aligned|breakaway)\b/i;
const NAME = /^\p{Lu}\p{Ll}/u;
/** At the head of a sentence any word has a capital. */
const NATION = /^\p{Lu}\p{Ll}+(?:an|ese|i|ish|sh|ch|av|ic)$/u;

/** "Russian troops are encircled": by the other side, where the text has two. */
function otherThan(search: Search, { kind, target, trigger }: Draft): Participant | undefined {
  const { sides } = search;
  if (kind !== 'control.besieged' || target?.armed !== true || sides.length !== 2) return undefined;
  const other = sides.find((side) => sideOf(side) !== target.side);
  return other && unsaid(search, other, trigger);
}

/** "The army recaptured Bara. The rebels did not comment on the loss of the town": lost to who is told to have it. */
const isLossOf = (gain: Draft, draft: Draft) =>
  draft.rule === 'noun-frame:lose' &&
  gain.trigger < draft.trigger &&
  meet(gain.territories, draft.territories);

/** "They retook the villages of Akashat. Obeidi was stormed on Thursday": the advance just told of goes on. */
function goesOn({ view }: Search, gain: Draft, draft: Draft): boolean {
  const { sentences } = view.reading;
  const [before, here] = [gain, draft].map(({ trigger }) => view.token(trigger).sentence);
  return (
    TAKEN.test(draft.rule) &&
    isPassive(view, draft.trigger) &&
    before! + 1 === here &&
    sentences[before!]!.paragraph === sentences[here]!.paragraph
  );
}

/** Who is told to have taken places back; not this very place, where it is yet to be taken back. */
const retakings = ({ view }: Search, draft: Draft, gains: readonly Draft[]) => {
  const ahead = verbGroup(view, draft.trigger).some((i) => view.token(i).xpos === 'MD');
  return gains.filter(
    ({ kind, territories }) =>
      kind === draft.kind && !(ahead && meet(territories, draft.territories)),
  );
};

/** "attempts to regain the positions": nothing is gained yet. */
const isAimed = ({ view }: Search, trigger: number) =>
  view.token(trigger).xpos === 'VB' &&
  verbGroup(view, trigger).some((i) => view.token(i).xpos === 'TO');

const NEARING: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'control.besieged',
  'control.threatened',
]);

/** "Forces closed in on the city": where an armed group presses forward, not the state's by themselves. */
function withoutBareForces(draft: Draft): Draft {
  const { actor, ...rest } = draft;
  const bare = actor && /^forces$/i.test(actor.reference.text) && !actor.mention?.same;
  return bare && NEARING.has(draft.kind) ? rest : draft;
}

const TAKEN = /^verb-frame:(capture|recapture)$/;
const TAKING = /^noun-frame:recapture$/;

/**
 * "The ministry said the town had been captured": a party that speaks of what was taken, and does not
 * say by whom, took it. Not where the town is its own, and "taken" then means lost.
 */
function speakerGains(search: Search, draft: Draft): Participant | undefined {
  const { view, sides, government } = search;
  const taken = TAKEN.test(draft.rule) && isPassive(view, draft.trigger);
  if (!taken && !TAKING.test(draft.rule)) return undefined;
  const speech = speechAt(view.reading, view.token(draft.trigger).start);
  if (!speech) return voiceGains(search, draft);
  // Who denies that it was captured has not captured it.
  const speaker = speech.stance === 'denies' ? undefined : speakerAt(view, draft.trigger);
  if (!speaker) return undefined;
  const id = speaker.side ?? speaker.body ?? speaker.actor;
  if (id === undefined || id === draft.target?.side) return undefined;
  const party = sides.find((side) => sideOf(side) === id);
  const home = government?.id === id;
  // "wrested from UNITA, the army said": the enemy's until then.
  if (home && draft.kind !== 'control.recaptured' && !draft.target?.armed) return undefined;
  // A third state may speak of a war that is not its own.
  const foreign = sides.find(
    (side) => side.kind !== 'armed-group' && sideOf(side) !== government?.id,
  );
  if (!home && party?.kind !== 'armed-group' && party !== foreign) return undefined;
  const name = search.sideName(id);
  // A ministry that speaks of a gain speaks for its state, not for the one troop the report names.
  const whole = party?.actor === undefined || party.actor === id || name === undefined;
  if (party && whole) return { ...unsaid(search, party, draft.trigger), confidence: FROM_CLAUSE };
  if (name === undefined || !(party || WAGES_WAR.test(speaker.text))) return undefined;
  const { start } = view.token(draft.trigger);
  const words = { start, end: start, text: '' };
  const actor = standingFor({ name, id: actorId(id), side: id }, words, draft.trigger);
  return { ...actor, confidence: party ? FROM_CLAUSE : FROM_REPORT };
}

/** "The town was cleansed", in the own words of a party: by its own. A state's outlet tells of losses, too. */
function voiceGains(search: Search, draft: Draft): Participant | undefined {
  const { view, voice } = search;
  if (voice === undefined || voice === draft.target?.side) return undefined;
  if (draft.kind !== 'control.recaptured' && !search.isGroup(voice)) return undefined;
  const side = known(search, voice);
  const { start } = view.token(draft.trigger);
  return (
    side && {
      ...standingFor(side, { start, end: start, text: '' }, draft.trigger),
      confidence: FROM_CLAUSE,
    }
  );
}

const WAGES_WAR =
  /defen[cs]e|prime minister|army|military|forces|general staff|president|kremlin|commander/i;

/** Who takes a place back is the other side than the one that gained: the state, where no other is named. */
function retaken(search: Search, draft: Draft, gainer: Participant | undefined): Draft {
  const { sides, government } = search;
  // "freed from the junta": the words say who lost it.
  // Where the state is the one that gains in its country, it is the one that liberates there, too.
  if (gainer && !draft.target?.armed && gainer.side === government?.id)
    return { ...draft, actor: { ...gainer, confidence: gainer.confidence * FROM_CLAUSE } };
  const lost = draft.target?.armed ? draft.target.side : (gainer?.side ?? draft.target?.side);
  if (lost === undefined) return draft;
  const other = sides.find((side) => sideOf(side) !== lost);
  if (other) return { ...draft, actor: unsaid(search, other, draft.trigger) };
  if (!government || government.id === lost) return draft;
  const { start } = search.view.token(draft.trigger);
  const words = { start, end: start, text: '' };
  const actor = standingFor(sideFrom(government), words, draft.trigger);
  return { ...draft, actor: { ...actor, confidence: FROM_REPORT } };
}

/** How much nearer a gain of the very place counts. */
const SAME_PLACE = 0.4;

const meet = (a: readonly Territory[], b: readonly Territory[]) =>
  a.some(
    ({ place }) =>
      'id' in place && b.some((other) => 'id' in other.place && other.place.id === place.id),
  );

function nearest(draft: Draft, gains: readonly Draft[]): Participant | undefined {
  let best: Participant | undefined;
  let bestCost = Infinity;
  for (const { actor, trigger, kind, territories } of gains) {
    if (!actor || actor.side === draft.target?.side) continue;
    const away = trigger < draft.trigger ? draft.trigger - trigger : (trigger - draft.trigger) * 2;
    const distance = meet(draft.territories, territories) ? away * SAME_PLACE : away;
    // A retaking is the other side's gain more often than not.
    const cost = kind === 'control.recaptured' && draft.kind !== kind ? distance + 60 : distance;
    if (cost < bestCost) {
      best = actor;
      bestCost = cost;
    }
  }
  return best;
}

/** The side of the report where no clause names one; it has no words of its own here. */
function unsaid({ view }: Search, side: ActorMention, trigger: number): Participant {
  const { start } = view.token(trigger);
  const words = { start, end: start, text: '' };
  const known = fromSide(side);
  return { ...standingFor(known, words, trigger), confidence: FROM_REPORT };
}
