import {
  isResolved,
  type ActorReference,
  type Amount,
  type Claim,
} from '../../src/domain/index.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';
import { sideOfName, sideOfReference } from '../control/actors.ts';

/** One entry of a seed file. A key that is absent is not checked; null must stay unresolved or empty. */
export interface Expected {
  readonly id?: string;
  readonly any: readonly string[];
  readonly about?: string;
  readonly actor?: string | null;
  readonly target?: string;
  readonly parties?: readonly string[];
  readonly place?: string | null;
  readonly described?: string;
  readonly place_precision?: string;
  readonly facility?: string | null;
  readonly when?: string | readonly [string, string];
  readonly said?: string;
  readonly amount?: string;
  readonly fraction?: number;
  readonly of?: number;
  readonly troops?: number;
  readonly polarity?: string;
  readonly modality?: string | readonly string[];
  readonly chain?: readonly string[];
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const within = (words: string, text: string) => ` ${folded(text)} `.includes(` ${folded(words)} `);

/** A name agrees when one holds the other in whole words, or the list gives both the same side. */
const sameActor = (name: string, actor: ActorReference | null, actors: ActorList) =>
  actor !== null &&
  (within(name, actor.name) ||
    within(name, actor.text) ||
    within(actor.name, name) ||
    sideOfName(name, actors) === sideOfReference(actor, actors));

type Check = (expected: Expected, claim: Claim, context: Context) => boolean;

export interface Context {
  readonly actors: ActorList;
  /** Words of the sentence that the evidence stands in. */
  readonly sentence: string;
}

const place: Check = ({ place, place_precision }, claim) => {
  if (place === undefined) return true;
  const resolved = isResolved(claim.place);
  if (place === null) return !resolved;
  if (place_precision?.startsWith('unresolved'))
    return !resolved && within(place, claim.place.text);
  return resolved ? folded(claim.place.name) === folded(place) : within(place, claim.place.text);
};

/** "the capital of Helmand": each word stands in what described the place. */
const described: Check = ({ described }, { place }) => {
  if (described === undefined) return true;
  if (!isResolved(place)) return false;
  const words = folded(`${place.described ?? ''} ${place.text}`);
  return folded(described)
    .split(' ')
    .every((word) => words.includes(word));
};

const when: Check = ({ when }, claim) => {
  if (when === undefined) return true;
  if (claim.when.basis === 'unknown') return false;
  if (typeof when !== 'string') return claim.when.start === when[0] && claim.when.end === when[1];
  return claim.when.start.startsWith(when) && claim.when.end.startsWith(when);
};

const has = (amounts: readonly Amount[], min: number, unit?: RegExp) =>
  amounts.some((amount) => amount.min === min && (unit === undefined || unit.test(amount.unit)));

const amounts: Check = ({ amount, fraction, of, troops }, claim) =>
  (amount === undefined || claim.amounts.some(({ text }) => within(amount, text))) &&
  (fraction === undefined || has(claim.amounts, fraction, /fraction/)) &&
  (of === undefined || has(claim.amounts, of)) &&
  (troops === undefined || has(claim.amounts, troops, /troop|soldier|person/));

const people: Check = ({ actor, target, parties }, claim, { actors }) => {
  if (actor === null && claim.actor !== null) return false;
  const all = [claim.actor, ...(claim.parties ?? [])];
  return (
    (actor === undefined || actor === null || sameActor(actor, claim.actor, actors)) &&
    (target === undefined || sameActor(target, claim.target, actors)) &&
    (parties ?? []).every((name) => all.some((party) => sameActor(name, party, actors)))
  );
};

const judged: Check = ({ polarity, modality }, claim) =>
  (polarity === undefined || claim.polarity === polarity) &&
  (modality === undefined || [modality].flat().includes(claim.modality));

const facility: Check = ({ facility }, claim) => {
  if (facility === undefined) return true;
  if (facility === null) return claim.facility === undefined;
  return claim.facility !== undefined && within(facility, claim.facility);
};

const chain: Check = ({ chain }, claim) =>
  (chain ?? []).every((name) =>
    claim.chain.some(
      (link) => link.role !== 'outlet' && within(name, `${link.name} ${link.text ?? ''}`),
    ),
  );

const CHECKS: Readonly<Record<string, Check>> = {
  kind: ({ any }, { kind }) => any.includes(kind),
  about: ({ about }, _, { sentence }) => about === undefined || sentence.includes(about),
  place,
  described,
  when,
  said: ({ said }, claim) => said === undefined || claim.said.start === said,
  amounts,
  people,
  judged,
  facility,
  chain,
};

/** Names of the checks that a claim fails; none when it is what was expected. */
export const failures = (expected: Expected, claim: Claim, context: Context): readonly string[] =>
  Object.entries(CHECKS)
    .filter(([, check]) => !check(expected, claim, context))
    .map(([name]) => name);
