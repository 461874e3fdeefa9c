import { actorId, type ClaimKind } from '../domain/index.ts';
import { withAttacker } from './attacker.ts';
import { isPassive, verbGroup } from './clause.ts';
import type { Draft, Search } from './draft.ts';
import { losersOf, PRESSES } from './foes.ts';
import {
  againstBeaten,
  againstLoser,
  attacksHere,
  lostByState,
  mostSpoken,
  nearestGain,
  samePlace,
} from './gaining.ts';
import { overAndOver } from './over-and-over.ts';
import { armedKind } from './search.ts';
import { known, sideOf, unsaidAt, type Participant } from './side.ts';
import {
  FIGHTING,
  FROM_CLAUSE,
  FROM_REPORT,
  TAKEN,
  unsaid,
  wagesWar,
  type Reason,
  type Told,
} from './side-reason.ts';
import { speakerAt } from './speaker.ts';
import { speechAt } from './speech-index.ts';
import {
  freedByOwn,
  gainsOn,
  otherThanGainer,
  retakenElsewhere,
  retakenHere,
  stateAgainstGroup,
} from './taking-back.ts';
import { underWhose } from './under-whose.ts';
import { whoseGain } from './whose-gain.ts';

/** Kinds whose actor is whoever presses forward, and so may be known from the rest of the report. */
const PRESSING: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  ...PRESSES,
  'control.surrendered',
  'clash',
]);

const SPEAKER: Reason = {
  name: "the speaker's own side",
  find: (told, draft) => speakerGains(told.search, draft) ?? freedByOwn(told, draft),
};

const UNDER: Reason = {
  name: 'under whom it is told',
  find: ({ search }, { rule, trigger }) =>
    TAKEN.test(rule) ? underWhose(search, trigger) : undefined,
};

const SINCE: Reason = {
  name: 'whose gain it is',
  find: ({ search }, { trigger }) => whoseGain(search, trigger),
};

const LOSER: Reason = { name: 'whom the loser fights', find: againstLoser };

const HERE = 'same place elsewhere in the report';

/** Where nothing is told of the place itself. */
const ELSEWHERE: readonly Reason[] = [
  { name: 'who gains nearest in the report', find: nearestGain },
  { name: LOSER.name, find: againstBeaten },
  { name: LOSER.name, find: lostByState },
  { name: 'the side most spoken of', find: mostSpoken },
];

/** Why a side is the one that gains, attacks or takes back, surest first. */
const GAINING: readonly Reason[] = [{ name: HERE, find: samePlace }, LOSER, ...ELSEWHERE];

const PRESSING_ON: readonly Reason[] = [{ name: HERE, find: attacksHere }, LOSER, ...ELSEWHERE];

const TAKING_BACK: readonly Reason[] = [
  { name: HERE, find: retakenHere },
  LOSER,
  { name: 'who takes back elsewhere in the report', find: retakenElsewhere },
  { name: 'who gains elsewhere in the report', find: gainsOn },
  { name: 'the other side than the one that gains', find: otherThanGainer },
  { name: 'the state, against the only group', find: stateAgainstGroup },
];

/**
 * "Zaranj fell": to whom, the clause does not say. The report may tell elsewhere; each reason is
 * weaker than the one before.
 */
export function withGainers(search: Search, drafts: readonly Draft[]): readonly Draft[] {
  const isGroup = groupOf(search)?.kind === 'armed-group';
  const once = drafts.map((draft) => overAndOver(search, draft));
  const bare = isGroup ? once.map(withoutBareForces) : once;
  // What a party says that it has taken tells of other claims, as what it is told to have taken.
  const said = given(toldOf(search, bare), () => [UNDER, SINCE, SPEAKER]);
  const told = toldOf(search, said);
  const fought = said.map((draft) => withAttacker(told, draft));
  return given(toldOf(search, fought), reasonsFor);
}

const reasonsFor = ({ kind }: Draft) =>
  kind === 'control.recaptured' ? TAKING_BACK : FIGHTING.has(kind) ? PRESSING_ON : GAINING;

const given = (told: Told, reasonsOf: (draft: Draft) => readonly Reason[]): readonly Draft[] =>
  told.drafts.map((draft) => {
    if (draft.actor || draft.ownGain || draft.open) return draft;
    if (!(PRESSING.has(draft.kind) || draft.gainerUnsaid)) return draft;
    if (draft.parties && draft.parties.length > 1) return draft;
    const isGain = reasonsFor(draft) === GAINING;
    const losers = isGain ? losersOf(told.search, draft, told.drafts) : undefined;
    for (const { name, find } of reasonsOf(draft)) {
      const actor = find(told, draft);
      if (actor === null) return draft;
      // Whoever lost a place does not gain it by that.
      if (actor && !losers?.has(actor.side)) return { ...draft, actor, inferred: name };
    }
    return draft;
  });

const groupOf = ({ sides }: Search) => sides.find(({ kind }) => kind === 'armed-group') ?? sides[0];

function toldOf(search: Search, drafts: readonly Draft[]): Told {
  const group = groupOf(search);
  const pressing = drafts.filter(
    ({ actor, kind, trigger }) =>
      actor?.armed === true && PRESSES.has(kind) && !isAimed(search, trigger),
  );
  const listed = pressing.filter(({ actor }) => actor!.reference.id !== undefined);
  const isUnlisted = listed.length === 0 && group?.kind !== 'armed-group';
  const gains = isUnlisted ? pressing.filter(({ actor }) => isNamed(search, actor!)) : listed;
  return { search, drafts, group, gains };
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

/**
 * "The ministry said the town had been captured": a party that speaks of what was taken, and does not
 * say by whom, took it. Not where the town is its own, and "taken" then means lost.
 */
function speakerGains(search: Search, draft: Draft): Participant | undefined {
  const { view, sides, government } = search;
  const isBack = draft.kind === 'control.recaptured';
  const taken = TAKEN.test(draft.rule) && (isBack || isPassive(view, draft.trigger));
  const brought = draft.rule === 'under-control' && isBack;
  if (!taken && !brought && draft.rule !== 'noun-frame:recapture') return undefined;
  const speech = speechAt(view.reading, view.token(draft.trigger).start);
  if (!speech) return voiceGains(search, draft);
  // Who denies that it was captured has not captured it.
  const speaker = speech.stance === 'denies' ? undefined : speakerAt(view, draft.trigger);
  if (!speaker) return undefined;
  const ofState = isBack && HEAD_OF_STATE.test(speaker.text) ? government?.id : undefined;
  const id = speaker.side ?? speaker.body ?? speaker.actor ?? ofState;
  if (id === undefined || id === draft.target?.side) return undefined;
  const party = sides.find((side) => sideOf(side) === id);
  const home = government?.id === id;
  // "wrested from UNITA, the army said": the enemy's until then.
  if (home && !isBack && !draft.target?.armed) return undefined;
  // A third state may speak of a war that is not its own.
  const foreign = sides.find(
    (side) => side.kind !== 'armed-group' && sideOf(side) !== government?.id,
  );
  if (!home && party?.kind !== 'armed-group' && party !== foreign) return undefined;
  const name = search.sideName(id);
  // A ministry that speaks of a gain speaks for its state, not for the one troop the report names.
  const whole = party?.actor === undefined || party.actor === id || name === undefined;
  if (party && whole) return { ...unsaid(search, party, draft.trigger), confidence: FROM_CLAUSE };
  // Whoever speaks for the state in focus of what was taken back in its country speaks of its own.
  const isOffice = wagesWar(search, speaker.text) || (isBack && home);
  if (name === undefined || !(party || isOffice)) return undefined;
  const actor = unsaidAt(search, { name, id: actorId(id), side: id }, draft.trigger);
  return { ...actor, confidence: party ? FROM_CLAUSE : FROM_REPORT };
}

/** "The town was cleansed", in the own words of a party: by its own. A state's outlet tells of losses, too. */
function voiceGains(search: Search, draft: Draft): Participant | undefined {
  const { voice } = search;
  if (voice === undefined || voice === draft.target?.side) return undefined;
  if (draft.kind !== 'control.recaptured' && !search.isGroup(voice)) return undefined;
  const side = known(search, voice);
  return side && { ...unsaidAt(search, side, draft.trigger), confidence: FROM_CLAUSE };
}

/** "the president wrote": of the country that the report is about. */
const HEAD_OF_STATE =
  /^(?:the )?(?:president|prime minister|(?:defen[cs]e|interior) (?:minister|ministry)|army|military)$/i;
