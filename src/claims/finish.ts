import {
  actorId,
  contains,
  evidenceAt,
  type ActorReference,
  type Amount,
  type ChainLink,
  type Claim,
  type ClaimKind,
  type Modality,
  type PlaceReference,
  type Span,
  type Speech,
} from '../domain/index.ts';
import { amountsOf } from './amounts.ts';
import { verbGroup } from './clause.ts';
import { chainOf, isAgency, ownWord, saidAt } from './chain.ts';
import { saidApart, voiceAt } from './voice.ts';
import type { Draft, Search } from './draft.ts';
import { withDenied } from './denied-before.ts';
import { withGainers } from './gainer.ts';
import { isPlayed } from './drill.ts';
import { judge, type Judgement } from './judgement/index.ts';
import { hadTaken } from './had-taken.ts';
import { claimant, tellerOf } from './own-word.ts';
import { toldBy } from './told-by.ts';
import { locate } from './locate.ts';
import type { Participant } from './side.ts';
import { anchored } from './anchor.ts';
import type { Territory } from './territory/index.ts';
import { timingOf } from './timing.ts';
import { settle, isPlain, entered } from './settled.ts';
import { inferredOf, unfilledOf } from './unfilled.ts';

/** "denied it: the town has not been taken": without the denial before it. */
const ownPolarity = ({ view }: Search, trigger: number) =>
  verbGroup(view, trigger).some((i) => /^(?:not|n['’]t|never)$/i.test(view.token(i).text))
    ? 'negative'
    : 'positive';

/** A claim but for its id and what it points at. */
export interface Finished {
  readonly claim: Omit<Claim, 'id' | 'about'>;
  readonly trigger: number;
  /** Position where its part of the sentence begins: semicolons and colons divide. */
  readonly segment: number;
  /** Token of the word that denies it, where one does. */
  readonly denied?: number;
  readonly side: string | undefined;
}

const NOWHERE: PlaceReference = { unresolved: 'no place is named in the sentence', text: '' };

/** Kinds that need a place to be a claim at all; a whole country does not fall in a sentence. */
const isControl = (kind: ClaimKind) => kind.startsWith('control.');

/** Who gains or leaves a place is a side: a governor who flees leaves it for his government. */
function actorOf({ sideName }: Search, { kind, actor }: Draft): ActorReference | null {
  if (!actor) return null;
  const { mention, side, reference } = actor;
  const name = isControl(kind) && mention?.kind === 'person' ? sideName(side) : undefined;
  return name === undefined ? reference : { ...reference, name, id: actorId(side) };
}

/** Works out modality, time, chain and place of what the rules found; one claim for each territory. */
export function finish(search: Search, drafts: readonly Draft[]): readonly Finished[] {
  const finished: Finished[] = [];
  const gained = withDenied(search, withGainers(search, drafts));
  for (const draft of gained) {
    const judgement = judge(search, draft.trigger);
    const told = settle(search, draft, judgement);
    const settled =
      told && isPlain(judgement) && hadTaken(search, told, gained)
        ? { ...told, modality: 'background' as const }
        : told;
    if (!settled) continue;
    const territories =
      settled.territories.length > 0 || isControl(settled.kind)
        ? settled.territories
        : locate(search, settled.trigger).slice(0, 1);
    for (const territory of territories.length > 0 ? territories : [undefined])
      finished.push(claimOf(search, entered(search, settled, territory), judgement, territory));
  }
  return anchored(search, finished);
}

function claimOf(
  search: Search,
  draft: Draft,
  judgement: Judgement,
  territory: Territory | undefined,
): Finished {
  const { view } = search;
  const { reading } = view;
  const span = evidenceSpan(search, draft, territory);
  const speech = draft.speaker ? undefined : voiceAt(search, draft.trigger);
  // "ANI: the Taliban has announced …": an agency passes on what somebody else says.
  const unheard = !speech?.source || isAgency(reading, speech);
  const teller =
    draft.speaker ??
    (unheard
      ? (tellerOf(search, draft) ?? toldBy(search, draft.trigger))
      : claimant(search, draft.trigger));
  const timing = timingOf(view, draft.trigger, judgement.modality, speech);
  const played = isControl(draft.kind) && isPlayed(search, draft.trigger);
  const modality = played ? 'hypothetical' : modalityOf(draft, judgement, speech, timing.past);
  const quote = saidApart(view, draft.trigger);
  const outside = quote !== undefined && (judgement.denied ?? quote) < quote;
  const denied =
    speech?.stance === 'denies' &&
    quote === undefined &&
    judgement.denied === undefined &&
    draft.kind !== 'denial';
  const told =
    draft.polarity ??
    (denied ? 'negative' : outside ? ownPolarity(search, draft.trigger) : judgement.polarity);
  // "failed to break the siege": it goes on.
  const polarity = draft.over ? (told === 'negative' ? 'positive' : 'negative') : told;
  const stance =
    draft.stance ?? (judgement.denied === undefined ? (speech?.stance ?? 'says') : 'denies');
  const unfilled = unfilledOf(
    draft,
    territory,
    timing.when.basis === 'unknown' ? timing.when.reason : undefined,
  );
  return {
    trigger: draft.trigger,
    segment: segmentOf(search, draft.trigger),
    ...(judgement.denied === undefined ? {} : { denied: judgement.denied }),
    side: draft.actor?.side,
    claim: {
      report: reading.report.id,
      kind: draft.kind,
      actor: actorOf(search, draft),
      // "Troops from Rwanda took the town": nobody takes it from themselves.
      target: draft.target?.side === draft.actor?.side ? null : (draft.target?.reference ?? null),
      ...(draft.parties ? { parties: draft.parties.map(({ reference }) => reference) } : {}),
      place: territory?.place ?? NOWHERE,
      ...(territory?.facility === undefined ? {} : { facility: territory.facility }),
      when: timing.when,
      said: saidAt(reading, speech),
      amounts: amounts(search, draft, territory),
      polarity,
      modality,
      stance,
      chain: ofOwnForces(search, draft, chainOf(search, speech, teller && ownWord(teller))),
      evidence: evidenceAt(reading.report.body, span),
      rule: draft.rule,
      confidence: confidenceOf(draft, territory, modality),
      ...(unfilled ? { unfilled } : {}),
      ...inferredOf(draft),
    },
  };
}

const OWN = /^(?:our|its|my|we)$/i;

/** "The rebels entered the town, a rebel spokesman said": one side, called the same. */
const REBELS = /\b(?:rebel|insurgent|separatist|guerrilla|militia)/i;

/** "The operations room said our forces had entered": whoever says so is of the side of those forces. */
function ofOwnForces(
  { view }: Search,
  { actor }: Draft,
  chain: readonly ChainLink[],
): readonly ChainLink[] {
  const [speaker, ...others] = chain;
  if (speaker?.role !== 'speaker' || speaker.id !== undefined || actor?.side === undefined)
    return chain;
  const { body } = view.reading.report;
  const before = /(\p{L}+)\s+$/u.exec(body.slice(0, actor.reference.start))?.[1] ?? '';
  const opens = /^\p{L}+/u.exec(actor.reference.text)?.[0] ?? '';
  const words = REBELS.exec(speaker.text ?? '')?.[0].toLowerCase();
  const alike = words !== undefined && actor.reference.text.toLowerCase().includes(words);
  return OWN.test(before) || OWN.test(opens) || alike
    ? [{ ...speaker, id: actor.side }, ...others]
    : chain;
}

/** Sources that are nobody: "according to reports". */
const RUMOUR =
  /^(the |some |unconfirmed |media |press |news )*(reports|rumou?rs?)(, [\w ]*un(?:confirmed|verified))?$/i;

function modalityOf(
  draft: Draft,
  judgement: Judgement,
  speech: Speech | undefined,
  past: boolean,
): Modality {
  if (draft.modality) return draft.modality;
  if (judgement.modality !== 'stated') return judgement.modality;
  if (past) return 'background';
  return speech?.hedged || RUMOUR.test(speech?.source?.name ?? '') ? 'hedged' : 'stated';
}

/** "nine towns, including Goma": that they are nine is told of the towns and not of Goma. */
function amounts(
  search: Search,
  draft: Draft,
  territory: Territory | undefined,
): readonly Amount[] {
  const counted = draft.territories.flatMap(({ amount }) => amount ?? []);
  const rest = amountsOf(search, draft).filter(
    ({ text }) => !counted.some((one) => one.text.includes(text) || text.includes(one.text)),
  );
  return territory?.amount ? [territory.amount, ...rest] : rest;
}

function segmentOf({ view }: Search, trigger: number): number {
  const { first } = view.reading.sentences[view.token(trigger).sentence]!;
  let at = trigger;
  while (at > first && !/^[;:]$/.test(view.token(at - 1).text)) at--;
  return at;
}

/** From the first to the last word the claim stands on, within its sentence. */
function evidenceSpan({ view }: Search, draft: Draft, territory: Territory | undefined): Span {
  const sentence = view.reading.sentences[view.token(draft.trigger).sentence]!;
  const spans: Span[] = [draft.trigger, ...draft.tokens, ...verbGroup(view, draft.trigger)].map(
    (i) => view.span(i, i + 1),
  );
  const people = [draft.actor, draft.target, ...(draft.parties ?? [])];
  for (const person of people) if (person) spans.push(person.reference);
  if (territory) spans.push(view.span(territory.first, territory.last));
  const inside = spans.filter((span) => contains(sentence, span));
  return {
    start: Math.min(...inside.map(({ start }) => start)),
    end: Math.max(...inside.map(({ end }) => end)),
  };
}

/** How much surer a plain statement is read than one with a condition or a plan; set by hand. */
const MODALITY_FACTOR: Readonly<Record<Modality, number>> = {
  stated: 0.95,
  hedged: 0.9,
  hypothetical: 0.85,
  planned: 0.85,
  predicted: 0.85,
  background: 0.9,
};

const NO_ACTOR = 0.7;
const NO_PLACE = 0.7;

/**
 * What rules are compared by, where two tell the same. For claims about control it is one of the things
 * that their sureness is worked out from (`models/sureness.md`); other kinds keep it.
 */
const BASE = 0.55;

const SLOPE = 0.42;

function confidenceOf(draft: Draft, territory: Territory | undefined, modality: Modality): number {
  const who = (person: Participant | undefined) => person?.confidence ?? NO_ACTOR;
  const product =
    who(draft.actor ?? draft.parties?.[0]) *
    (territory?.confidence ?? NO_PLACE) *
    (draft.certainty ?? 1) *
    MODALITY_FACTOR[modality];
  const confidence = isControl(draft.kind) ? BASE + SLOPE * product : product;
  return Math.round(Math.min(0.99, Math.max(0.05, confidence)) * 1000) / 1000;
}
