import type { Claim } from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';
import type { ControlItem, GoldStatement } from '../replay/data.ts';
import type { About } from '../../src/reading/actors/which.ts';
import { aboutOf, sideOfName } from './actors.ts';
import { code, GOLD_GROUP, type Coded } from './codebook.ts';
import { parseGoldPlace, sameLevel, samePlace } from './places.ts';
import { sameSource } from './sources.ts';

export interface Matched {
  readonly gold: GoldStatement;
  readonly coded: Coded;
}

export interface ItemScore {
  readonly item: ControlItem;
  readonly matched: readonly Matched[];
  readonly missed: readonly GoldStatement[];
  readonly spurious: readonly Coded[];
  readonly falseCaptures: readonly Coded[];
  /** Missed statements for which a claim of the right group and place has another actor, or none. */
  readonly wrongActor: number;
}

export interface Resources {
  readonly actors: ActorList;
  readonly gazetteer: Gazetteer;
}

/** Where the annotated words stand in the text. */
function spanOf(gold: GoldStatement, text: string) {
  const start = text.indexOf(gold.evidence);
  return start < 0 ? null : { start, end: start + gold.evidence.length };
}

const near = (gold: GoldStatement, { claim }: Coded, text: string) => {
  const span = spanOf(gold, text);
  if (!span) return 0;
  const { start, end } = claim.evidence;
  return Math.min(end, span.end) > Math.max(start, span.start)
    ? 2
    : Math.abs(start - span.start) < 200
      ? 1
      : 0;
};

/** One to one: same kind group, place and actor; among several, the one whose words overlap. */
export function scoreItem(
  item: ControlItem,
  claims: readonly Claim[],
  resources: Resources,
): ItemScore {
  const about = aboutOf(item, resources);
  const coded = code(claims, resources.actors, about);
  const golds = item.gold.filter(({ kind }) => kind in GOLD_GROUP);
  const pairs = golds.flatMap((gold) =>
    coded
      .filter((one) => agrees(gold, one, resources, about))
      .map((one) => ({ gold, coded: one, weight: weight(gold, one, item.text) })),
  );
  pairs.sort((a, b) => b.weight - a.weight);
  const usedGold = new Set<GoldStatement>();
  const used = new Set<Coded>();
  const matched: Matched[] = [];
  for (const { gold, coded: one } of pairs) {
    if (usedGold.has(gold) || used.has(one)) continue;
    usedGold.add(gold);
    used.add(one);
    matched.push({ gold, coded: one });
  }
  const missed = golds.filter((gold) => !usedGold.has(gold));
  const spurious = coded.filter((one) => !used.has(one));
  return {
    item,
    matched,
    missed,
    spurious,
    wrongActor: missed.filter((gold) =>
      spurious.some((one) => agreesButActor(gold, one, resources)),
    ).length,
    falseCaptures: coded.filter((one) => isFalseCapture(one, golds, item, resources)),
  };
}

/** The same said of the same place, by whomever. */
export const agreesButActor = (gold: GoldStatement, one: Coded, { gazetteer }: Resources) =>
  GOLD_GROUP[gold.kind] === one.group &&
  samePlace(parseGoldPlace(gold.place), one.claim.place, gazetteer);

function agrees(gold: GoldStatement, one: Coded, resources: Resources, about: About): boolean {
  const actor = gold.actor === null ? null : sideOfName(gold.actor, resources.actors, about);
  return actor === one.actor && agreesButActor(gold, one, resources);
}

/** Overlapping words first, then level and part; modality is never looked at. */
function weight(gold: GoldStatement, one: Coded, text: string): number {
  const place = parseGoldPlace(gold.place);
  const level = sameLevel(place, one.claim.place) ? 1 : 0;
  const part = (place.part === null) === (one.claim.facility === undefined) ? 1 : 0;
  return near(gold, one, text) * 4 + level + part;
}

export const strict = ({ gold, coded }: Matched) => {
  const place = parseGoldPlace(gold.place);
  return (
    sameLevel(place, coded.claim.place) &&
    (place.part === null) === (coded.claim.facility === undefined)
  );
};

/** A gain read as stated where the annotated words about that place are hypothetical or negated. */
function isFalseCapture(
  one: Coded,
  golds: readonly GoldStatement[],
  item: ControlItem,
  { gazetteer }: Resources,
): boolean {
  if (one.group !== 'gain' || one.modality === 'hypothetical' || one.modality === 'negated')
    return false;
  const touching = golds.filter(
    (gold) =>
      near(gold, one, item.text) === 2 &&
      samePlace(parseGoldPlace(gold.place), one.claim.place, gazetteer),
  );
  const real = touching.some(
    ({ kind, modality }) =>
      GOLD_GROUP[kind] === 'gain' && modality !== 'hypothetical' && modality !== 'negated',
  );
  return (
    !real &&
    touching.some(
      ({ kind, modality }) =>
        kind === 'denied_capture' || modality === 'hypothetical' || modality === 'negated',
    )
  );
}

export function sourceAgrees(
  { gold, coded }: Matched,
  item: ControlItem,
  actors: ActorList,
): boolean {
  return sameSource(gold, coded.claim.chain, item, actors);
}

export const dateAgrees = ({ gold, coded }: Matched): boolean | null =>
  gold.date === null
    ? null
    : coded.claim.when.basis !== 'unknown' &&
      coded.claim.when.start <= gold.date &&
      gold.date <= coded.claim.when.end;
