import { isResolved, type Claim } from '../../src/domain/index.ts';
import type { Gazetteer } from '../../src/gazetteer/gazetteer.ts';
import type { ActorList } from '../../src/reading/actor-list.ts';
import { parseGoldPlace, samePlace } from '../control/places.ts';
import type { Composed, Expected } from './data.ts';

/** Kinds told apart by taste: who enters a town's outskirts threatens it, or fights in it. */
const GROUP: Readonly<Record<string, string>> = {
  'control.captured': 'gain',
  'control.recaptured': 'gain',
  'control.surrendered': 'gain',
  'control.contested': 'fight',
  'control.threatened': 'fight',
  clash: 'fight',
  shelling: 'fight',
};
const groupOf = (kind: string) => GROUP[kind] ?? kind;

const NOT_STATED = /^(hypothetical|planned|predicted)$/;

const modalityOf = ({ modality, polarity }: Claim) => {
  if (NOT_STATED.test(modality)) return 'hypothetical';
  if (polarity === 'negative') return 'negative';
  return modality === 'background' ? 'stated' : modality;
};

export interface Lists {
  readonly actors: ActorList;
  readonly gazetteer: Gazetteer;
}

/** In what a claim at the expected words agrees. */
export interface Agreement {
  readonly kind: boolean;
  readonly side: boolean;
  readonly place: boolean;
  /** The place found in the gazetteer too, under the expected name. */
  readonly resolved: boolean;
  readonly modality: boolean;
  readonly speaker: boolean;
}

export const isPlaced = ({ kind, side, place }: Agreement) => kind && side && place;
export const isRight = (one: Agreement) => isPlaced(one) && one.modality && one.speaker;

function sideOf({ actor }: Claim, actors: ActorList) {
  const listed = actor?.id === undefined ? undefined : actors.get(actor.id);
  return actor?.side ?? listed?.side ?? listed?.id;
}

export function agreement(expected: Expected, claim: Claim, lists: Lists): Agreement {
  const { kind, side, place, modality, speaker } = expected;
  const said = claim.chain.filter(({ role }) => role !== 'outlet').map(({ name }) => name);
  const same = place === null || samePlace(parseGoldPlace(place), claim.place, lists.gazetteer);
  return {
    kind: groupOf(claim.kind) === groupOf(kind),
    side: side === null || sideOf(claim, lists.actors) === side,
    place: same,
    resolved: same && (place === null || isResolved(claim.place)),
    modality: modalityOf(claim) === (NOT_STATED.test(modality) ? 'hypothetical' : modality),
    speaker:
      speaker === null ? said.length === 0 : speaker.split('/').some((name) => said.includes(name)),
  };
}

const weight = (one: Agreement) =>
  16 * Number(one.kind) +
  8 * Number(one.place) +
  4 * Number(one.side) +
  2 * Number(one.modality) +
  Number(one.speaker);

export interface Line {
  readonly expected: Expected;
  /** The claim at its words that agrees best, where there is one. */
  readonly claim?: Claim;
  readonly agreement?: Agreement;
}

export interface Score {
  readonly lines: readonly Line[];
  /** Claims about control of a place at words that no line expects. */
  readonly extra: readonly Claim[];
}

export function scoreComposed(
  { body, expected }: Composed,
  claims: readonly Claim[],
  lists: Lists,
): Score {
  const lines = expected.map((one): Line => {
    const start = body.indexOf(one.words);
    const end = start + one.words.length;
    const best = claims
      .filter(({ evidence }) => evidence.start < end && start < evidence.end)
      .map((claim) => ({ claim, agreement: agreement(one, claim, lists) }))
      .sort((a, b) => weight(b.agreement) - weight(a.agreement))[0];
    return { expected: one, ...best };
  });
  const control = claims.filter(
    ({ kind, place }) =>
      kind.startsWith('control.') && kind !== 'control.count' && (isResolved(place) || place.text),
  );
  const extra = control.filter(
    (claim) => !expected.some((one) => covers(agreement(one, claim, lists))),
  );
  return { lines, extra };
}

/** A claim that says again, at other words, what some line says is not too much. */
const covers = ({ kind, place }: Agreement) => kind && place;
