import {
  actorId,
  claimId,
  day,
  impliedTime,
  statedTime,
  type ActorReference,
  type ChainLink,
  type Claim,
  type ClaimKind,
  type Modality,
  type Place,
  type PlaceReference,
  type Precision,
  type Report,
} from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';
import type { Capital, ControlItem, GoldStatement } from './data.ts';

const KINDS: Readonly<Record<string, ClaimKind>> = {
  captured: 'control.captured',
  retaken: 'control.recaptured',
  held: 'control.held',
  contested: 'control.contested',
  besieged: 'control.besieged',
  denied_capture: 'control.held',
  surrendered: 'control.surrendered',
  withdrew: 'control.withdrawn',
  emergency: 'emergency.declared',
};

const MODALITIES: Readonly<Record<string, Modality>> = {
  asserted: 'stated',
  claimed: 'stated',
  hedged: 'hedged',
  negated: 'stated',
  hypothetical: 'hypothetical',
};

interface GoldResources {
  readonly gazetteer: Gazetteer;
  readonly actors: ActorList;
  /** Tells in which country a town lies, and who is meant by a name no list has. */
  readonly capitals: readonly Capital[];
}

/** The annotations of a report as the claims a perfect reader would find. */
export function goldClaims(item: ControlItem, report: Report, resources: GoldResources): Claim[] {
  const claims: Claim[] = [];
  for (const [index, gold] of item.gold.entries()) {
    const kind = KINDS[gold.kind];
    if (!kind) continue;
    const denial = gold.kind === 'denied_capture';
    const published = day(item.published);
    claims.push({
      id: claimId(`c${item.id}-${index}`),
      report: report.id,
      kind,
      actor: actorOf(gold.actor, resources),
      target: null,
      place: placeOf(gold, resources),
      when:
        gold.date === null
          ? impliedTime(published)
          : statedTime(day(gold.date), day(gold.date), gold.date),
      said: impliedTime(published),
      amounts: [],
      polarity: gold.modality === 'negated' && !denial ? 'negative' : 'positive',
      modality: MODALITIES[gold.modality] ?? 'hedged',
      stance: denial ? 'denies' : gold.modality === 'claimed' ? 'claims' : 'says',
      chain: chainOf(gold, item.outlet),
      evidence: { start: 0, end: 0, exact: gold.evidence, prefix: '', suffix: '' },
      rule: 'gold',
      confidence: 1,
    });
  }
  return claims;
}

/** A name that no list has ("Syrian army") stays one: whose it is depends on the place. */
function actorOf(name: string | null, { actors, capitals }: GoldResources): ActorReference | null {
  if (name === null) return null;
  const holder = capitals.find(({ named = [] }) => named.includes(name))?.holder;
  const id = holder === undefined ? actors.find(name)[0]?.id : actorId(holder);
  return { name, ...(id === undefined ? {} : { id }), text: name, start: 0, end: 0 };
}

function chainOf({ source, via }: GoldStatement, outlet: string): ChainLink[] {
  const chain: ChainLink[] = [];
  if (source !== null && source !== outlet) {
    const [name, ...post] = source.split(', ');
    chain.push({ role: 'speaker', name: name!, text: [name, ...post].join(', ') });
  }
  if (via !== null && via !== source) chain.push({ role: 'relay', name: via });
  return [...chain, { role: 'outlet', name: outlet }];
}

/** "Kunduz (city): airport", "Helmand (province)", "Kang (district)", "Kabul". */
function placeOf(
  { place, province }: GoldStatement,
  { gazetteer, capitals }: GoldResources,
): PlaceReference {
  const [whole, part] = place.split(': ');
  const match = /^(.*?)(?: \((city|province|district)\))?$/.exec(whole!)!;
  const name = match[1]!;
  const { country = 'AF' } = capitals.find(({ capital }) => capital === name) ?? {};
  const level: Precision =
    match[2] === 'province' ? 'province' : match[2] === 'district' ? 'district' : 'settlement';
  const found =
    level === 'settlement'
      ? findCapital(name, { province, country }, gazetteer)
      : gazetteer.find(name, { country, level, limit: 1 })[0]?.place;
  if (!found) return { unresolved: 'not a capital, province or district', text: place };
  const { id, path, lat, lon } = found;
  const span = { text: place, start: 0, end: 0 };
  const base = { name: found.name, id, path, lat, lon, precision: level, ...span, confidence: 1 };
  return part === undefined ? base : { ...base, part };
}

/** The seat of a province when the name is its own, by any spelling; else a town in it. */
export function findCapital(
  name: string,
  { province, country }: { readonly province: string | null; readonly country: string },
  gazetteer: Gazetteer,
): Place | undefined {
  const within = province
    ? gazetteer.find(province, { country, level: 'province', limit: 1 })[0]?.place
    : undefined;
  const towns = gazetteer.find(name, {
    country,
    level: 'settlement',
    ...(within ? { within: within.id } : {}),
  });
  if (towns[0]) return towns[0].place;
  return within ? gazetteer.capital(within.id) : undefined;
}
