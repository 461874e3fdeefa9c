import { type ControlGroup, controlGroup } from '../../src/claims/sureness/groups.ts';
import { isResolved, type Claim } from '../../src/domain/index.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';
import type { About } from '../../src/reading/actors/which.ts';
import { sideOfName, sideOfReference } from './actors.ts';

/** Kind groups and modalities of `control/`, whose conventions are described in its README. */
export type Group = ControlGroup | 'emergency';
export type ControlModality = 'asserted' | 'claimed' | 'hedged' | 'negated' | 'hypothetical';

export const GOLD_GROUP: Readonly<Record<string, Group>> = {
  captured: 'gain',
  retaken: 'gain',
  surrendered: 'gain',
  held: 'hold',
  denied_capture: 'hold',
  contested: 'fight',
  besieged: 'siege',
  withdrew: 'leave',
  emergency: 'emergency',
};

/** A claim in the terms of the data set. */
export interface Coded {
  readonly claim: Claim;
  readonly group: Group;
  /** Side of the actor; null when the reader left it open. */
  readonly actor: string | null;
  readonly modality: ControlModality;
}

/** Claims about control of a named place; what the data set does not annotate is left out. */
export function code(claims: readonly Claim[], actors: ActorList, about?: About): readonly Coded[] {
  const coded: Coded[] = [];
  for (const claim of claims) {
    const group = claim.kind === 'emergency.declared' ? 'emergency' : controlGroup(claim.kind);
    if (!group || !isNamed(claim)) continue;
    const negative = claim.polarity === 'negative';
    // "denied that it had left the city": it holds it; "denied that they hold it": the others do.
    const denied = negative && claim.stance === 'denies' && (group === 'hold' || group === 'leave');
    // Not held, not left and not besieged are no statements that the data set knows.
    if (negative && !denied && group !== 'gain' && group !== 'fight') continue;
    // "denied that the city had fallen" is annotated as the other side's hold.
    const denial = negative && (group === 'gain' || group === 'hold');
    const actor = denial
      ? holderOf(claim, claims, actors, about)
      : sideOfReference(claim.actor, actors, about);
    coded.push({
      claim,
      group: denial || denied ? 'hold' : group,
      actor,
      modality: modalityOf(claim, actors, about),
    });
  }
  return coded;
}

/** A place with a name: resolved, or unresolved but named (capitalised, though its article may not be, and not counted). */
const isNamed = ({ place }: Claim) =>
  isResolved(place) || /^(?:\p{Ll}{2,3}-)?\p{Lu}/u.test(place.text);

/** Who keeps a place that has not fallen: who is said to lose it, else who denies, else the other side in the report, else the state. */
function holderOf(
  claim: Claim,
  claims: readonly Claim[],
  actors: ActorList,
  about?: About,
): string | null {
  const gainer = sideOfReference(claim.actor, actors, about);
  const target = sideOfReference(claim.target, actors, about);
  if (target) return target;
  const speaker = speakerSide(claim, actors);
  if (speaker && speaker !== gainer) return speaker;
  for (const other of claims) {
    const side = sideOfReference(other.actor, actors, about);
    if (side && side !== gainer && other.kind.startsWith('control.')) return side;
  }
  const country = 'id' in claim.place ? claim.place.path[0] : undefined;
  const state = country === undefined ? null : sideOfName(country, actors, about);
  return state === gainer ? null : state;
}

function speakerSide({ chain }: Claim, actors: ActorList): string | null {
  // Where nobody else speaks, an outlet that is a party speaks for its side.
  const speaker = chain.find(({ role }) => role === 'speaker') ?? chain.at(-1);
  if (speaker?.id === undefined) return null;
  const listed = actors.get(speaker.id as never);
  return listed?.side ?? speaker.id;
}

const PARTIES: ReadonlySet<string | undefined> = new Set([
  'state',
  'force',
  'armed-group',
  'person',
]);

/** Councils and local officials are heard as witnesses, and so is the United Nations. */
function isNeutral({ chain: [speaker] }: Claim, actors: ActorList): boolean {
  if (speaker?.id === undefined) return false;
  const listed = actors.get(speaker.id as never);
  const sideless = listed !== undefined && listed.side === undefined && !PARTIES.has(listed.kind);
  return sideless || speaker.id.endsWith('-local-government');
}

function modalityOf(claim: Claim, actors: ActorList, about?: About): ControlModality {
  if (
    claim.modality === 'hypothetical' ||
    claim.modality === 'planned' ||
    claim.modality === 'predicted'
  )
    return 'hypothetical';
  if (claim.polarity === 'negative') return 'negated';
  if (claim.modality === 'hedged') return 'hedged';
  const speaker = isNeutral(claim, actors) ? null : speakerSide(claim, actors);
  const actor = sideOfReference(claim.actor, actors, about);
  if (speaker === null || actor === null) return 'asserted';
  // "claimed" is what the side that benefits says of itself; of a retreat, the side that did not retreat.
  const benefits = claim.kind === 'control.withdrawn' ? speaker !== actor : speaker === actor;
  return benefits ? 'claimed' : 'asserted';
}
